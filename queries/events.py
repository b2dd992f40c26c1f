"""What happened to people, one event at a time, as measures count it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from nlp.codelist import wide_code
from queries.metric_rules import CountedMeasure
from queries.question import Asked, Row


@dataclass(frozen=True)
class Event:
    """One thing that happened to one person on a day."""

    person: str
    on: date
    kind: str
    code: str | None
    outcome: str | None
    record: str
    words: str | None

    def counts_for(self, measure: CountedMeasure) -> bool:
        """Whether a measure counts it."""
        if self.kind != measure.of:
            return False
        if self.kind == "strains":
            return bool({self.code, wide_code(self.code or "")} & set(measure.strains))
        return not measure.outcomes or self.outcome in measure.outcomes


def events_of(rows: Sequence[Row], asked: Asked) -> list[Event]:
    """Every event up to a day, each once: what two records tell of one day is one.

    Restricted people are in it, and what restricted records tell, for a cleared caller alone.
    """
    seen = [row for row in rows if asked.cleared or not (row["restricted"] or row["record_restricted"])]
    told = [row for row in seen if row["kind"] != "moves"]
    once: dict[tuple[str, ...], Event] = {}
    for event in (*_told(told), *_moves(row for row in seen if row["kind"] == "moves")):
        if event.on <= asked.as_of:
            same = wide_code(event.code or "") if event.kind == "strains" else event.code or event.outcome or event.record
            once.setdefault((event.kind, event.person, event.on.isoformat(), same), event)
    return list(once.values())


def _told(rows: Iterable[Row]) -> Iterator[Event]:
    for row in sorted(rows, key=lambda row: (row["record"], row["event"])):
        if (day := row["happened_on"] or row["recorded_on"]) is not None:
            yield Event(row["person"], day, row["kind"], row["code"], row["outcome"], row["record"], row["words"])


def _moves(rows: Iterable[Row]) -> Iterator[Event]:
    """The days on which records first had people at a home other than before."""
    lived: dict[str, list[tuple[date, str, str]]] = defaultdict(list)
    for row in rows:
        if row["happened_on"] is not None:
            lived[row["person"]].append((row["happened_on"], row["event"], row["record"]))
    for person, homes in lived.items():
        known: set[str] = set()
        for day, home, record in sorted(homes):
            if known and home not in known:
                yield Event(person, day, "moves", None, None, record, None)
            known.add(home)
