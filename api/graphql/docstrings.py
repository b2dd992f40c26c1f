"""What the fields of a dataclass mean: the strings that stand under them in its source."""

import ast
import inspect
import textwrap
from itertools import pairwise


def meaning(cls: type) -> str:
    """A class's docstring on one line."""
    return " ".join((cls.__doc__ or "").split())


def field_meanings(cls: type) -> dict[str, str]:
    """Docstrings of fields by name; those of classes whose source is not at hand are left out."""
    try:
        tree = ast.parse(textwrap.dedent(inspect.getsource(cls)))
    except (OSError, SyntaxError):
        return {}
    body = tree.body[0].body if isinstance(tree.body[0], ast.ClassDef) else []
    return {
        line.target.id: " ".join(under.value.value.split())
        for line, under in pairwise(body)
        if isinstance(line, ast.AnnAssign) and isinstance(line.target, ast.Name)
        if isinstance(under, ast.Expr) and isinstance(under.value, ast.Constant) and isinstance(under.value.value, str)
    }
