"""Which mentions may be one person, for somebody to judge?"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from queries.question import Asked, Question, Row, chosen, locating

NOT_SHOWN = "Pairs of restricted people are shown only to whoever may see where they are"


@dataclass(frozen=True)
class Side:
    """What one record says of somebody."""

    mention: str
    person: str
    """Whom it is taken for until now."""
    full_name: str | None
    known_as: str | None
    dob: date | None
    address: str | None = locating()
    postcode: str | None = locating()
    nhs: str | None = None
    upn: str | None = None
    phone: str | None = None
    mentions: int = 1
    """How many mentions that person has."""
    household: tuple[str, ...] = ()
    """Who else the record speaks of, as kin or of one household."""


@dataclass(frozen=True)
class Step:
    """What one likeness says for the two being one person, in bits, and where that brings the sum."""

    feature: str
    bits: float
    total: float


@dataclass(frozen=True)
class ReviewPair:
    """Two mentions that may be one person, side by side, with the reasons for and against."""

    left: Side
    right: Side
    probability: float
    bits: float
    reasons: tuple[Step, ...]
    """From what is known beforehand to the sum, the weightiest first."""
    judged: str | None = None
    """`unsure`, where somebody looked at it before and could not tell."""


@dataclass(frozen=True)
class ReviewPairs(Question[ReviewPair]):
    """Pairs of mentions that may be one person, the most telling to judge first."""

    answer: ClassVar[type] = ReviewPair
    most: int = chosen(20, "so many pairs at most")

    def shape(self, rows: Sequence[Row], asked: Asked) -> tuple[ReviewPair, ...]:
        """One pair for each two persons: nearest to even chances, and of the most mentions, first."""
        seen: set[frozenset[str]] = set()
        found = []
        for row in sorted((row for row in rows if _open(row, asked)), key=_order):
            persons = frozenset((row["person_a"], row["person_b"]))
            if persons not in seen:
                seen.add(persons)
                found.append(_pair(row))
        return tuple(found[: self.most])

    def unseen(self, rows: Sequence[Row], asked: Asked) -> tuple[str, ...]:
        """What restriction withheld."""
        return () if asked.cleared or not any(_restricted(row) for row in rows) else (NOT_SHOWN,)


def _open(row: Row, asked: Asked) -> bool:
    return row["verdict"] in (None, "unsure") and (asked.cleared or not _restricted(row))


def _restricted(row: Row) -> bool:
    return any(row[name] for name in ("restricted_a", "restricted_b", "hidden_a", "hidden_b"))


def _order(row: Row) -> tuple[bool, int, float, str, str]:
    joined = len(row["mentions_a"]) * len(row["mentions_b"])
    # Told apart or joined at even chances, a pair teaches most; and the more so, the more hangs on it.
    return (
        row["verdict"] == "unsure",
        round(abs(row["bits"])) - min(3, joined // 2),
        abs(row["bits"]),
        row["mention_a"],
        row["mention_b"],
    )


def _pair(row: Row) -> ReviewPair:
    reasons: dict[str, float] = json.loads(row["reasons"])
    total = round(row["bits"] - sum(reasons.values()), 2)
    steps = [Step("beforehand", total, total)]
    for feature, bits in sorted(reasons.items(), key=lambda item: (-abs(item[1]), item[0])):
        total = round(total + bits, 2)
        steps.append(Step(feature, bits, total))
    probability = round(1 / (1 + 2 ** -max(-60.0, min(60.0, row["bits"]))), 4)
    return ReviewPair(_side(row, "a"), _side(row, "b"), probability, row["bits"], tuple(steps), row["verdict"])


def _side(row: Row, side: str) -> Side:
    told: dict[str, Any] = {
        name: row[f"{name}_{side}"] for name in ("mention", "person", "dob", "address", "postcode", "nhs", "upn", "phone")
    }
    return Side(
        full_name=row[f"name_{side}"],
        known_as=row[f"known_{side}"],
        mentions=len(row[f"mentions_{side}"]),
        household=tuple(sorted({name for name in row[f"household_{side}"] if name})),
        **told,
    )
