"""How often has this family told its story, and to whom?"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from queries import discretion
from queries.employers import employers_told
from queries.months import months_before
from queries.question import Asked, Evidence, Question, Row, named

FRESH = 24
"""What was told so many months before may still be of use."""


@dataclass(frozen=True)
class Telling:
    """One occasion on which a family told its story, and what was there to be read already."""

    number: int | None
    """The first, the second …; none for what they say themselves of how often it was."""
    told_on: date | None
    kind: str
    """What the agency calls it: C&F, OASys, Care Act …; `in their own words` where a note quotes them on it."""
    organisation: str | None
    """Whose worker they told it to."""
    kept_by: str | None
    """The agency that keeps it."""
    told_to: str | None
    people: tuple[str, ...]
    """Whom it is about, by shown name."""
    could_have_read: tuple[str, ...]
    """What they had told within the two years before, to whom and when."""
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class StoryRepetition(Question[Telling]):
    """How many times, to whom, a family told its story in full, and what each could have read instead of asking again."""

    answer: ClassVar[type] = Telling
    family: str = named("Family", "the family, or anybody in it")

    def shape(self, rows: Sequence[Row], asked: Asked) -> tuple[Telling, ...]:
        """Tellings in order; several rows of one agency on one day are one."""
        known = [row for row in rows if _day(row) is None or _day(row) <= asked.as_of]  # type: ignore[operator]
        formal = [row for row in known if row["sort"] == "assessment"]
        employers = employers_told(
            {uid for row in formal for uid in row["takers"]}, {uid for row in formal for uid in row["sources"]}, asked
        )
        earlier: list[tuple[date | None, str]] = []
        found = []
        for number, group in enumerate(_tellings(formal), 1):
            found.append(_telling(number, group, employers, earlier, asked))
            earlier.append((found[-1].told_on, _told(found[-1])))
        quoted = sorted(
            (row for row in known if row["sort"] != "assessment"), key=lambda row: (row["taken_on"] or date.min, row["told"])
        )
        own = {row["told"]: row for row in quoted}
        return (*found, *(_telling(None, [row], {}, [], asked) for row in own.values()))

    def unseen(self, rows: Sequence[Row], asked: Asked) -> tuple[str, ...]:
        """What restriction withheld, and what is no telling of its own."""
        return (
            *discretion.withheld(tuple(rows), asked),
            "Statements to the police, visits and first contacts that led to no assessment are not counted",
        )


def _day(row: Row) -> date | None:
    day: date | None = row["taken_on"] or row["began_on"]
    return day


def _tellings(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Rows in groups of one telling each, in order; one of no day is a telling by itself."""
    groups: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: (_day(row) or date.min, row["record"], row["person"], row["told"])):
        day = _day(row)
        keeper = next(iter(row["keepers"]), row["record"])
        groups[keeper, day.isoformat() if day else f"no day, {row['told']}"].append(row)
    yield from groups.values()


def _telling(
    number: int | None, group: list[Row], employers: dict[str, str], earlier: list[tuple[date | None, str]], asked: Asked
) -> Telling:
    first, day = group[0], _day(group[0])
    keeper = next(iter(first["keepers"]), None)
    taker = next(iter(first["takers"]), None)
    secret = discretion.hidden(first, asked)
    organisation = employers.get(taker or "") or keeper
    since = months_before(day, FRESH) if day else None
    return Telling(
        number=number,
        told_on=day,
        kind=" / ".join(dict.fromkeys(row["kind"] for row in group if row["kind"])) or "in their own words",
        organisation=discretion.body_shown(organisation, first, asked),
        kept_by=discretion.body_shown(keeper, first, asked),
        told_to=None if secret else next(iter(first["taker_names"]), None),
        people=tuple(sorted({row["person_name"] for row in group if row["person_name"]})),
        could_have_read=tuple(told for when, told in earlier if since is None or when is None or when >= since),
        evidence=tuple(dict.fromkeys(discretion.evidence({**row, "said_on": day}, asked, row["words"]) for row in group)),
    )


def _told(one: Telling) -> str:
    return ", ".join(filter(None, (one.kind, one.organisation, one.told_on.isoformat() if one.told_on else None)))
