"""How a value of the mapping language is found in a row."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from ingest.cleaners import CLEANERS, Context
from ingest.mapping import Condition, Value
from ingest.row import Problem, Unfit, Verdict

Scope = Sequence[Mapping[str, Any]]
"""Places to look a column up, nearest first: the item of a list, then the row."""
NOTHING = frozenset({"", "na", "n/a", "n/k", "null", "none", "-", "nan"})


UNEXPECTED = (ValueError, TypeError, AttributeError, LookupError, ArithmeticError, RecursionError)
"""What a cleaner raises over a value of a shape it was not made for."""
LARGEST = 2**63


def look_up(column: str, scope: Scope) -> Any:
    """The raw value of a column; dots go into objects and into the first item of lists.

    `item.name` is looked for in the item of an `each` alone, and never in the row around it.
    """
    if column.startswith("item."):
        column, scope = column.removeprefix("item."), scope[:1]
    for place in scope:
        if column in place:
            return given(place[column])
        head, _, rest = column.partition(".")
        if rest and head in place:
            return given(_inside(place[head], rest))
    return None


def items(path: str, scope: Scope) -> list[Scope]:
    """The items at a path, through every list on the way, each as a scope of its own: the item, then what it lies in.

    An item that is no object stands in its scope as `part`. An edge's `each` begins with the name of one of its nodes.
    """
    if path.startswith("item."):
        path, scope = path.removeprefix("item."), scope[:1]
    head, *rest = path.split(".")
    if rest and any(f"{head}.{rest[0]}" in place for place in scope):
        head, *rest = f"{head}.{rest[0]}", *rest[1:]
    found = _spread(_nearest(head, scope), scope)
    for step in rest:
        found = [inner for around in found for inner in _spread(around[0].get(step), around)]
    return found


def _nearest(step: str, scope: Scope) -> Any:
    return next((place[step] for place in scope if step in place), None)


def _spread(value: Any, around: Scope) -> list[Scope]:
    """A scope for each item of a list, or for a value that is no list."""
    parts = value if isinstance(value, list) else [value]
    return [(part if isinstance(part, Mapping) else {"part": part}, *around) for part in parts if part is not None]


def _inside(value: Any, path: str) -> Any:
    for step in path.split("."):
        if isinstance(value, list):
            value = value[0] if value else None
        if not isinstance(value, dict):
            return None
        value = value.get(step)
    return value


def given(value: Any) -> Any:
    """A raw value without blanks around it; None where it is one of the ways to write nothing."""
    if isinstance(value, str):
        value = value.strip()
        return None if value.lower() in NOTHING else value
    return value


def holds(condition: Condition | None, scope: Scope) -> bool:
    """Whether a condition holds in a row; no condition always does."""
    if condition is None:
        return True
    if condition.all is not None and not all(holds(part, scope) for part in condition.all):
        return False
    if condition.any is not None and not any(holds(part, scope) for part in condition.any):
        return False
    if condition.negation is not None and holds(condition.negation, scope):
        return False
    return condition.column is None or _tested(condition, look_up(condition.column, scope))


def _tested(condition: Condition, value: Any) -> bool:
    written = "" if value is None else str(value)
    if condition.empty is not None and (value in (None, "", [])) is not condition.empty:
        return False
    if condition.is_in is not None and written not in condition.is_in:
        return False
    return condition.matches is None or re.search(condition.matches, written, re.I) is not None


def find(value: Value, scope: Scope, context: Context, problems: list[Problem]) -> Any:
    """The clean value, or None; with `each`, the list of those of its items. What a cleaner refuses joins the problems."""
    if value.each is not None:
        return _several(_found(value, inner, context, problems) for inner in items(value.each, scope))
    return _found(value, scope, context, problems)


def _several(found: Iterable[Any]) -> list[Any] | None:
    """All there are, lists among them taken apart, each once."""
    parts = [part for one in found for part in (one if isinstance(one, list) else [one]) if part is not None]
    return [part for at, part in enumerate(parts) if part not in parts[:at]] or None


def fitted(kind: type, value: Any) -> Any:
    """A value as a property of this kind holds it: of several, a list keeps all, a text joins them, else the first counts."""
    if not isinstance(value, list):
        return [value] if kind is list and value is not None else value
    if kind is list:
        return [str(part) for part in value]
    return "; ".join(str(part) for part in value) if kind is str else value[0]


def _found(value: Value, scope: Scope, context: Context, problems: list[Problem]) -> Any:
    if not holds(value.when, scope):
        return None
    if value.const is not None:
        return value.const
    if value.all_of is not None:
        return _several(find(option, scope, context, problems) for option in value.all_of)
    for option in value.first_of or []:
        if (found := find(option, scope, context, problems)) is not None:
            return found
    names = [value.column] if value.column else value.columns or []
    raw = [look_up(name, scope) for name in names]
    if value.clean is None:
        return _plain(next((item for item in raw if item is not None), None))
    if all(item is None for item in raw):
        return None
    try:
        return storable(CLEANERS[value.clean](raw, context))
    except UNEXPECTED as wrong:
        what = f"{', '.join(names)} is nothing that the cleaner {value.clean} takes ({type(wrong).__name__})"
        unfit = Unfit("unexpected_value", what, "Correct it at its source, or the cleaner or its columns in the mapping")
    except Unfit as told:
        unfit = told
    verdict = Verdict.WARN if unfit.repaired is None else Verdict.REPAIR
    problem = Problem(unfit.code, ", ".join(names), unfit.value, unfit.what, unfit.cure, verdict)
    if problem not in problems:
        problems.append(problem)
    return unfit.repaired


def storable(value: Any) -> Any:
    """The value, where every engine can keep it.

    Raises Unfit for a number beyond 64 bits.
    """
    if isinstance(value, int | float) and not -LARGEST <= value < LARGEST:
        raise Unfit("number_too_large", "the number is too large to be one", "Correct it at its source")
    return value


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, str | bool | int | float | date | datetime):
        return value
    return " ".join(str(value).split())
