"""Who is kept apart and may yet be this person?"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from queries.question import Asked, Question, Row, named

START = "to begin with"
"""What two are before anything is compared: no reason of theirs."""
NOT_SHOWN = "Whoever is restricted is shown only to those who may see where they are"


@dataclass(frozen=True)
class Namesake:
    """Somebody who may be the person asked about, and stands apart until somebody says so."""

    person: str
    full_name: str | None
    dob: date | None
    probability: float
    speaks_for: tuple[str, ...]
    """In what the two agree, the weightiest first."""
    speaks_against: tuple[str, ...]
    mentions: int
    """How many records tell of them."""
    record: str | None
    """The one that is most alike."""
    mention: str
    """The two that `kith review` shows side by side, and that can be judged."""
    other_mention: str


@dataclass(frozen=True)
class Namesakes(Question[Namesake]):
    """People who are kept apart from a person and may be the same, the likeliest first."""

    answer: ClassVar[type] = Namesake
    person: str = named("Person", "the person")

    def shape(self, rows: Sequence[Row], asked: Asked) -> tuple[Namesake, ...]:
        """One row a person, by the pair that is most alike."""
        found: dict[str, Namesake] = {}
        for row in sorted(rows, key=lambda row: (-row["bits"], row["other"], row["mention"], row["other_mention"])):
            if row["other"] not in found and (asked.cleared or not _restricted(row)):
                found[row["other"]] = _namesake(row)
        return tuple(found.values())

    def unseen(self, rows: Sequence[Row], asked: Asked) -> tuple[str, ...]:
        """What restriction withheld."""
        return () if asked.cleared or not any(map(_restricted, rows)) else (NOT_SHOWN,)


def perhaps(rows: Sequence[Row], asked: Asked) -> tuple[str, ...]:
    """What to tell whoever asks about people some of whom may stand in the graph a second time, under `perhaps`."""
    if any(row["restricted"] for row in rows) and not asked.cleared:
        return ()
    others = {uid for row in rows for uid in row["perhaps"]} - {row["person"] for row in rows}
    if not others:
        return ()
    who = "1 other entry" if len(others) == 1 else f"{len(others)} other entries"
    return (f"Perhaps also: {who} may be of the same people, and who knows those is not told here. See `namesakes`",)


def _restricted(row: Row) -> bool:
    return bool(row["restricted"] or row["hidden"])


def said_for_and_against(written: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What speaks for two being one and what against, the weightiest first, out of the bits kept on an edge."""
    reasons: dict[str, float] = {name: bits for name, bits in json.loads(written).items() if name != START}
    ordered = sorted(reasons, key=lambda name: (-abs(reasons[name]), name))
    return tuple(name for name in ordered if reasons[name] > 0), tuple(name for name in ordered if reasons[name] < 0)


def chance(bits: float) -> float:
    """The probability that bits say.

    >>> chance(0.0), chance(1.0)
    (0.5, 0.6667)
    """
    return round(1 / (1 + 2 ** -max(-60.0, min(60.0, bits))), 4)


def _namesake(row: Row) -> Namesake:
    speaks_for, speaks_against = said_for_and_against(row["reasons"])
    return Namesake(
        person=row["other"],
        full_name=row["full_name"],
        dob=row["dob"],
        probability=chance(row["bits"]),
        speaks_for=speaks_for,
        speaks_against=speaks_against,
        mentions=len(row["mentions"]),
        record=min(row["records"], default=None),
        mention=row["mention"],
        other_mention=row["other_mention"],
    )
