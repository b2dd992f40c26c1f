"""Who answers for a family's help, and to whom?"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from graph.errors import QuestionError
from queries.acquaintance import known_by
from queries.question import Asked, Evidence, Question, Row, chosen
from queries.residence import people_in

LINKS = ("key-worker", "professional lead", "organisation", "governance group")
KNOWERS_SHOWN = 5
FAMILIES_OF = (
    "UNWIND $uids AS uid MATCH (p:Person {uid: uid})-[:MEMBER_OF]->(f:Family) RETURN DISTINCT f.uid AS family ORDER BY family"
)


@dataclass(frozen=True)
class KeyWorker:
    """Whoever leads on a family, and whom they answer to."""

    practitioner: str
    full_name: str
    capacity: str
    last_contact: date | None
    led_by: tuple[str, ...]
    """Their professional leads."""
    organisations: tuple[str, ...]
    teams: tuple[str, ...]
    boards: tuple[str, ...]
    """The governance groups that their team or organisation answers to."""


@dataclass(frozen=True)
class LineOfSight:
    """The line from a family to whoever governs its help, and where it breaks."""

    family: str
    full_name: str | None
    key_workers: tuple[KeyWorker, ...]
    broken_at: str | None
    """The first link that is missing: key-worker, professional lead, organisation or governance group."""
    told: str
    known_to: tuple[str, ...]
    """Where there is no key-worker: who is in touch with the family, the latest first."""
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Accountability(Question[LineOfSight]):
    """The line of sight from a family by its key-worker, professional lead and organisation to the governance group, and where it breaks."""

    answer: ClassVar[type] = LineOfSight
    family: str | None = chosen(None, "only this family, or that of anybody in it", label="Family")
    area: str | None = chosen(None, "only families somebody of whom lives in this area", label="Area")
    broken_at: str | None = chosen(None, f"only where this link is missing: {', '.join(LINKS)}")

    def __post_init__(self) -> None:
        if self.broken_at not in (None, *LINKS):
            raise QuestionError(f"there is no link {self.broken_at!r}", f"Ask for one of: {', '.join(LINKS)}")

    def respond(self, rows: Sequence[Row], asked: Asked) -> tuple[tuple[LineOfSight, ...], tuple[str, ...]]:
        """A row a family, those first whose line breaks earliest."""
        here = people_in(asked.place, self.area, asked.as_of) if self.area else None
        if here is not None and self.family is None:
            rows = _rows_of(here, asked)
        families: dict[str, list[Row]] = defaultdict(list)
        for row in sorted(rows, key=lambda row: (row["family"], row["practitioner"], row["record"])):
            if known_by(row, asked.as_of) and (asked.cleared or not (row["restricted"] or row["record_restricted"])):
                families[row["family"]].append(row)
        shown = {uid: own for uid, own in families.items() if here is None or any(row["person"] in here for row in own)}
        lines = [_line(uid, own, asked) for uid, own in shown.items()]
        kept = [one for one in lines if self.broken_at in (None, one.broken_at)]
        return tuple(sorted(kept, key=_order)), tuple(_unseen(rows, asked))


def _rows_of(people: Collection[str], asked: Asked) -> list[Row]:
    """What the text tells of everybody, of the families of some people."""
    families = [row["family"] for row in asked.place.rows(FAMILIES_OF, uids=sorted(people))] if people else []
    of_one = Accountability.text().partition("UNION ALL")[0]
    given = "UNWIND CASE WHEN $family IS NULL THEN [] ELSE [$family] END AS uid"
    return asked.place.rows(of_one.replace(given, "UNWIND $uids AS uid"), uids=families) if families else []


def _unseen(rows: Sequence[Row], asked: Asked) -> Iterable[str]:
    if not asked.cleared:
        yield "Restricted families, and what restricted records tell, are in this answer for a cleared caller alone"
    if not any(row["leads"] for row in rows):
        yield "No record here tells who leads a worker professionally"
    if not any(row["boards"] or row["team_boards"] for row in rows):
        yield "No record here tells which group governs"
    yield "Families whom no worker is recorded with"


def _line(uid: str, rows: list[Row], asked: Asked) -> LineOfSight:
    current = [row for row in rows if _is_current(row, asked)]
    leading: dict[str, list[Row]] = defaultdict(list)
    for row in current:
        if row["lead"]:
            leading[row["practitioner"]].append(row)
    workers = tuple(
        sorted((_key_worker(one, own, asked) for one, own in leading.items()), key=lambda one: (one.full_name, one.practitioner))
    )
    broken = _broken(workers)
    behind = [row for own in leading.values() for row in own] or current
    evidence = {
        Evidence(row["record"], row["last"] or row["recorded_on"], None, row["person"], _capacity(row, asked)) for row in behind
    }
    return LineOfSight(
        family=uid,
        full_name=rows[0]["full_name"],
        key_workers=workers,
        broken_at=broken,
        told=_told(workers, broken),
        known_to=() if workers else _known_to(current),
        evidence=tuple(sorted(evidence, key=lambda one: (one.record, one.person or "", one.capacity or ""))),
    )


def _is_current(row: Row, asked: Asked) -> bool:
    seen = row["last"] or row["first"] or row["recorded_on"]
    ended = row["ended"] is not None and row["ended"] <= asked.as_of
    return seen is not None and asked.current_since <= seen <= asked.as_of and not ended


def _key_worker(uid: str, rows: list[Row], asked: Asked) -> KeyWorker:
    def every(*names: str) -> tuple[str, ...]:
        return tuple(sorted({told for row in rows for name in names for told in row[name]}))

    return KeyWorker(
        practitioner=uid,
        full_name=rows[0]["worker"],
        capacity="; ".join(sorted({told for row in rows if (told := _capacity(row, asked))})),
        last_contact=max((row["last"] for row in rows if row["last"]), default=None),
        led_by=every("leads"),
        organisations=every("employers"),
        teams=every("teams"),
        boards=every("boards", "team_boards"),
    )


def _capacity(row: Row, asked: Asked) -> str | None:
    return None if row["guarded"] == "capacity" and not asked.cleared else row["capacity"]


def _broken(workers: tuple[KeyWorker, ...]) -> str | None:
    """The first link that no key-worker of the family has."""
    if not workers:
        return LINKS[0]
    links = zip(LINKS[1:], ("led_by", "organisations", "boards"), strict=True)
    return next((link for link, name in links if not any(getattr(one, name) for one in workers)), None)


def _told(workers: tuple[KeyWorker, ...], broken: str | None) -> str:
    if not workers:
        return "no key-worker"
    led = f"{' and '.join(one.full_name for one in workers)} {'leads' if len(workers) == 1 else 'lead'}"
    several = "; several lead, and one should" if len(workers) > 1 else ""
    return f"{led}{several}{f'; no {broken} is recorded' if broken else ''}"


def _known_to(rows: Iterable[Row]) -> tuple[str, ...]:
    ordered = sorted(rows, key=lambda row: (-(row["last"] or date.min).toordinal(), row["worker"]))
    return tuple(dict.fromkeys(row["worker"] for row in ordered if row["strength"] != "incidental"))[:KNOWERS_SHOWN]


def _order(line: LineOfSight) -> tuple[int, str, str]:
    return (LINKS.index(line.broken_at) if line.broken_at else len(LINKS), line.full_name or "", line.family)
