"""Every reason that the code gives is in the published list, and the docs show the list as it is."""

import ast
from collections.abc import Iterator
from pathlib import Path

from ingest.counts import Counts
from ingest.reasons import REASONS, as_markdown

ROOT = Path(__file__).parent.parent.parent
GIVING = {"Problem", "Unfit"}


def test_every_code_in_the_code_is_listed() -> None:
    trees = [ast.parse(path.read_text("utf-8")) for path in (ROOT / "ingest").rglob("*.py")]
    handed = {name: at for tree in trees for name, at in takes_code(tree)}
    given = {code for tree in trees for code in (*codes(tree), *handed_codes(tree, handed))}
    assert given == set(REASONS), "a code is given and not listed, or listed and never given"


def test_every_code_of_the_sample_is_listed(harrowdale_counts: list[Counts]) -> None:
    assert {code for counts in harrowdale_counts for code in counts.problems} <= set(REASONS)


def test_the_docs_show_the_list() -> None:
    assert as_markdown() in (ROOT / "docs" / "quarantine.md").read_text("utf-8"), "run: kith quarantine reasons --markdown"


def takes_code(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Functions and classes that are handed a code and give it on: by name, with where it stands among what they take."""
    for scope in ast.walk(tree):
        if isinstance(scope, ast.ClassDef):
            for made in scope.body:
                if isinstance(made, ast.FunctionDef) and made.name == "__init__" and "code" in (names := _names(made)):
                    yield scope.name, names.index("code") - 1
        elif isinstance(scope, ast.FunctionDef) and scope.name not in ("__init__", "as_json") and "code" in _names(scope):
            yield scope.name, _names(scope).index("code")
            defaults = scope.args.defaults
            if defaults and _names(scope)[-1] == "code" and isinstance(ast.literal_eval(defaults[-1]), str):
                yield f"{scope.name} by default {ast.literal_eval(defaults[-1])}", -1


def handed_codes(tree: ast.AST, handed: dict[str, int]) -> Iterator[str]:
    """The codes that such functions are handed, or take by default."""
    yield from (name.rpartition(" ")[2] for name, at in handed.items() if at == -1)
    for call in ast.walk(tree):
        if isinstance(call, ast.Call):
            name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
            at = handed.get(name, -1)
            if 0 <= at < len(call.args) and isinstance(call.args[at], ast.Constant):
                yield str(ast.literal_eval(call.args[at]))


def _names(function: ast.FunctionDef) -> list[str]:
    return [one.arg for one in function.args.args]


def codes(tree: ast.Module) -> Iterator[str]:
    """First arguments of Problem and Unfit; where one is a name, every text that its function gives that name."""
    for scope in ast.walk(tree):
        if isinstance(scope, ast.FunctionDef | ast.Assign):
            for call in ast.walk(scope):
                if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in GIVING and call.args:
                    yield from _texts(call.args[0], scope)


def _texts(given: ast.expr, scope: ast.FunctionDef | ast.Assign) -> Iterator[str]:
    if isinstance(given, ast.Constant):
        yield str(given.value)
    elif isinstance(given, ast.IfExp):
        yield from _texts(given.body, scope)
        yield from _texts(given.orelse, scope)
    elif isinstance(given, ast.Name):
        yield from (text for node in ast.walk(scope) if isinstance(node, ast.Assign) for text in _assigned(node, given.id, scope))


def _assigned(node: ast.Assign, name: str, scope: ast.FunctionDef | ast.Assign) -> Iterator[str]:
    for target in node.targets:
        if isinstance(target, ast.Name) and target.id == name:
            yield from _texts(node.value, scope)
        elif isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
            for one, value in zip(target.elts, node.value.elts, strict=True):
                if isinstance(one, ast.Name) and one.id == name:
                    yield from _texts(value, scope)
