"""How a value of the mapping language is found in a row."""

import re
from collections.abc import Mapping, Sequence
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
            return _given(place[column])
        head, _, rest = column.partition(".")
        if rest and head in place:
            return _given(_inside(place[head], rest))
    return None


def _inside(value: Any, path: str) -> Any:
    for step in path.split("."):
        if isinstance(value, list):
            value = value[0] if value else None
        if not isinstance(value, dict):
            return None
        value = value.get(step)
    return value


def _given(value: Any) -> Any:
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
    """The clean value, or None; what a cleaner refuses is added to the problems."""
    if not holds(value.when, scope):
        return None
    if value.const is not None:
        return value.const
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
