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

    def as_json(self, hide_value: bool = False) -> str:
        """One line for the store; the value is left out where the row is restricted."""
        shown = None if hide_value else self.value
        what = f"{self.column or 'row'}: {self.code}" if hide_value else self.what
        return json.dumps(
            {"code": self.code, "column": self.column, "value": shown, "what": what, "cure": self.cure},
            ensure_ascii=False,
        )


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


@dataclass(frozen=True)
class Unfit(Exception):
    """A value that a cleaner cannot take: the row goes on without it, and the problem is told."""

    code: str
    what: str
    cure: str
    value: str | None = field(default=None)
    repaired: Any = None
    """Where set, the value used in its place."""
