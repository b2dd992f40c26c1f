"""What is known of this family, in order?"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from graph.errors import QuestionError
from nlp.codelist import label_of
from queries import discretion
from queries.question import Asked, Evidence, Question, Row, chosen, named

KINDS = ("contact", "ending", "referral", "assessment", "strain")
MEANT = {"absent": "not so", "hypothetical": "only if", "past": "in the past"}
"""How a strain that was not simply told to be there is told."""
Told = tuple[date | None, str, str, str | None]
"""The day, the kind, what, and who: what makes two rows one event."""


@dataclass(frozen=True)
class Event:
    """Something that happened to a family, or that somebody wrote of it, with all who say so."""

    happened_on: date | None
    """None where no record says when."""
    kind: str
    """contact, ending, referral, assessment or strain."""
    what: str
    """In what capacity, what was assessed, from where to where and with what outcome, which strain."""
    who: str | None
    """The worker, or the agency."""
    people: tuple[str, ...]
    """Whom of the family, by shown name."""
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Timeline(Question[Event]):
    """Everything known of a family in order: contacts, endings, referrals with their outcome, assessments and strains."""

    answer: ClassVar[type] = Event
    family: str = named("Family", "the family, or anybody in it")
    kind: str | None = chosen(None, f"only {', '.join(KINDS[:-1])} or {KINDS[-1]}")
    since: date | None = chosen(None, "only from this day on")
    until: date | None = chosen(None, "only up to this day")

    def __post_init__(self) -> None:
        if self.kind not in (None, *KINDS):
            raise QuestionError(f"there is no kind {self.kind!r}", f"Name one of {', '.join(KINDS)}")

    def shape(self, rows: Sequence[Row], asked: Asked) -> tuple[Event, ...]:
        """Events in order, the latest last; rows that tell of one event are one."""
        events: dict[Told, list[Row]] = defaultdict(list)
        for row in rows:
            for told in events_of(row, asked):
                if self._wanted(told, asked):
                    events[told].append(row)
        found = (event(told, said, asked) for told, said in events.items())
        return tuple(sorted(found, key=lambda one: (one.happened_on or date.min, KINDS.index(one.kind), one.what, one.who or "")))

    def unseen(self, rows: Sequence[Row], asked: Asked) -> tuple[str, ...]:
        """What restriction withheld."""
        return discretion.withheld(tuple(rows), asked)

    def _wanted(self, told: Told, asked: Asked) -> bool:
        day, kind = told[:2]
        latest = min(asked.as_of, self.until or asked.as_of)
        if day is None:
            return self.kind in (None, kind) and self.since is None and self.until is None
        return self.kind in (None, kind) and day <= latest and (self.since is None or day >= self.since)


def events_of(row: Row, asked: Asked) -> Iterator[Told]:
    """What a row tells: of a tie its first and last contact and its end."""
    who, what = _who(row, asked), _what(row, asked)
    if row["sort"] == "contact":
        for day in dict.fromkeys(day for day in (row["began_on"], row["happened_on"]) if day) or [row["recorded_on"]]:
            yield day, "contact", what, who
        if row["ended_on"]:
            yield row["ended_on"], "ending", what, who
    else:
        yield (
            row["happened_on"] or row["began_on"] or (row["recorded_on"] if row["sort"] == "strain" else None),
            row["sort"],
            what,
            who,
        )


def _who(row: Row, asked: Asked) -> str | None:
    if row["sort"] == "contact":
        return discretion.worker_shown(row["who"], row["organisation"], bool(row["informal"]), row, asked)
    return discretion.body_shown(next(iter(row["senders"]), None), row, asked)


def _what(row: Row, asked: Asked) -> str:
    what = str(row["what"] or "")
    if row["sort"] == "contact":
        return "in touch" if discretion.wordless(row, asked) or not what else what
    if row["sort"] == "referral":
        receiver = discretion.body_shown(next(iter(row["receivers"]), None), row, asked)
        return f"to {receiver or 'somebody'}: {what.replace('_', ' ') or 'no outcome said'}"
    if row["sort"] == "strain":
        measured = f", {row['value']:g}" if row["value"] is not None else ""
        return f"{label_of(what)}{measured}" + (f" ({MEANT[row['meant']]})" if row["meant"] in MEANT else "")
    return what or "an assessment"


def event(told: Told, rows: list[Row], asked: Asked) -> Event:
    """An event, of the rows that tell of it."""
    day, kind, what, who = told
    evidence = (discretion.evidence({**row, "said_on": day}, asked, row["words"], _sure(row)) for row in rows)
    return Event(
        happened_on=day,
        kind=kind,
        what=what,
        who=who,
        people=tuple(sorted({row["person_name"] for row in rows if row["person_name"]})),
        evidence=tuple(
            sorted(set(evidence), key=lambda one: (one.record, one.person or "", one.words or "", one.span_from or 0))
        ),
    )


def _sure(row: Row) -> Any:
    return 1.0 if row["sure"] is None else row["sure"]
