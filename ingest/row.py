"""A row as a reader yields it: values, where it stands, and what was wrong with it already."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Verdict(StrEnum):
    """What becomes of a row."""

    ACCEPT = "accept"
    WARN = "accept_with_warning"
    REPAIR = "repair"
    QUARANTINE = "quarantine"
    REJECT = "reject"
    DUPLICATE = "drop_duplicate"


@dataclass(frozen=True)
class Problem:
    """One thing wrong with a row: where, with what value, and how to cure it."""

    code: str
    column: str | None
    value: str | None
    what: str
    cure: str
    verdict: Verdict = Verdict.WARN

    def as_object(self, hide_value: bool = False) -> dict[str, object]:
        """The problem as scripts read it; the value is left out where the row is restricted."""
        told: dict[str, object] = {
            "code": self.code,
            "column": self.column,
            "value": self.value,
            "what": self.what,
            "cure": self.cure,
        }
        return without_value(told) if hide_value else told

    def as_json(self, hide_value: bool = False) -> str:
        """One line for the store."""
        return json.dumps(self.as_object(hide_value), ensure_ascii=False)


def without_value(problem: Mapping[str, Any]) -> dict[str, Any]:
    """A problem as it is told of a restricted row: where it is, what kind it is and the cure, but no value."""
    return {**problem, "value": None, "what": f"{problem['column'] or 'row'}: {problem['code']}"}


AS_IT_STOOD = "(as it stood)"
"""Beside the columns of a line that did not fit them: the line."""


def verdict_of(problems: Sequence[Problem]) -> Verdict:
    """What becomes of a row with these problems: the gravest of them says."""
    ranked = (Verdict.QUARANTINE, Verdict.REJECT, Verdict.WARN, Verdict.REPAIR)
    return next((rank for rank in ranked if any(p.verdict is rank for p in problems)), Verdict.ACCEPT)


@dataclass(frozen=True)
class Row:
    """One row, object or note of a source."""

    values: Mapping[str, Any]
    position: str
    """Where it stands when it has no key: `line:15`, `HOPTIONS!row:7`, `index:8`."""
    line: int | None = None
    problems: tuple[Problem, ...] = ()
    columns: tuple[str, ...] | None = None
    """The columns of the table it stands in; None where it stands in no table."""
    nameless: tuple[str, ...] = ()
    """What stands under no column: fields beyond the header."""
    original: Mapping[str, Any] | None = None
    """The row as the source sent it, where a person here corrected some of it."""

    def sent(self) -> dict[str, Any]:
        """The row just as the source sent it: every column of its table, and the whole of a line that did not fit."""
        if self.original is not None:
            return dict(self.original)
        values = dict.fromkeys(self.columns or (), "") | dict(self.values)
        whole = [p.value for p in self.problems if p.verdict is Verdict.QUARANTINE and p.value is not None]
        return values | ({AS_IT_STOOD: whole[0]} if whole else {})


@dataclass(frozen=True)
class Unfit(Exception):
    """A value that a cleaner cannot take: the row goes on without it, and the problem is told."""

    code: str
    what: str
    cure: str
    value: str | None = field(default=None)
    repaired: Any = None
    """Where set, the value used in its place."""
