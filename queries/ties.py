"""How practitioners are tied to one another: one team, one family, one note, one employer, one building."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from queries.months import months_before
from queries.one_worker import Namesakes, namesakes_of
from queries.question import Asked, Row

LARGE = 40
"""An employer of more workers ties nobody: most of them never met."""
LONG_AGO = 18
"""What named two people together so many months before still ties them."""
SERVING = "(s.ended IS NULL OR s.ended > $day) AND coalesce(s.strength, 'relationship') <> 'incidental' AND (s.last IS NULL OR (s.last >= $since AND s.last <= $day))"
TEAM = (
    "UNWIND $uids AS uid MATCH (w:Practitioner {uid: uid})-[i:IN_TEAM]->(t:Team)<-[j:IN_TEAM]-(n:Practitioner) WHERE n.uid <> uid "
    "RETURN DISTINCT uid AS worker, n.uid AS other, 'one team' AS how, t.full_name AS what, NULL AS last, i.record AS record, 1 AS shared "
    "ORDER BY worker, other, what"
)
FAMILY = (
    "UNWIND $uids AS uid MATCH (w:Practitioner {uid: uid})-[s:SUPPORTS]->(m:Mention)-[:SAME_AS]->(p:Person)-[:MEMBER_OF]->(f:Family) "
    f"WHERE {SERVING} WITH DISTINCT uid, f "
    "MATCH (f)<-[:MEMBER_OF]-(q:Person)<-[:SAME_AS]-(o:Mention)<-[s:SUPPORTS]-(n:Practitioner) "
    f"WHERE n.uid <> uid AND {SERVING} "
    "RETURN uid AS worker, n.uid AS other, 'one family' AS how, f.uid AS what, max(s.last) AS last, NULL AS record, 1 AS shared "
    "ORDER BY worker, other, what"
)
TOGETHER = (
    "UNWIND $uids AS uid MATCH (w:Practitioner {uid: uid})-[s:SUPPORTS]->(m:Mention)<-[:SAYS]-(r:Record) "
    "WHERE s.record = r.uid AND coalesce(s.last, r.recorded_on) >= $early AND coalesce(s.last, r.recorded_on) <= $day "
    "WITH DISTINCT uid, r MATCH (r)-[:SAYS]->(o:Mention)<-[t:SUPPORTS]-(n:Practitioner) WHERE t.record = r.uid AND n.uid <> uid "
    "RETURN DISTINCT uid AS worker, n.uid AS other, 'named together' AS how, r.uid AS what, r.recorded_on AS last, r.uid AS record, "
    "1 AS shared ORDER BY worker, other, what"
)
TOUCH = (
    "UNWIND $uids AS uid MATCH (w:Practitioner {uid: uid})-[k:KNOWS]-(n:Practitioner) WHERE k.last IS NULL OR (k.last >= $early AND k.last <= $day) "
    "RETURN DISTINCT uid AS worker, n.uid AS other, 'named together' AS how, k.record AS what, k.last AS last, k.record AS record, "
    "1 AS shared ORDER BY worker, other, what"
)
PARTNERS = (
    "UNWIND $uids AS uid MATCH (w:Practitioner {uid: uid})-[:WORKS_FOR]->(a:Organisation)-[x:PARTNERS_WITH]-(b:Organisation) "
    "WITH uid, x, b, COUNT { (b)<-[:WORKS_FOR]-(:Practitioner) } AS shared WHERE shared <= $large "
    "MATCH (b)<-[:WORKS_FOR]-(n:Practitioner) WHERE n.uid <> uid "
    "RETURN DISTINCT uid AS worker, n.uid AS other, 'organisations work together' AS how, b.full_name AS what, x.last AS last, "
    "x.record AS record, shared AS shared ORDER BY worker, other, what, record"
)
COLLEAGUES = (
    "UNWIND $uids AS uid MATCH (w:Practitioner {uid: uid})-[:WORKS_FOR]->(a:Organisation) "
    "WITH uid, a, COUNT { (a)<-[:WORKS_FOR]-(:Practitioner) } AS shared WHERE shared <= $large "
    "MATCH (a)<-[:WORKS_FOR]-(n:Practitioner) WHERE n.uid <> uid "
    "RETURN DISTINCT uid AS worker, n.uid AS other, 'colleagues' AS how, a.full_name AS what, NULL AS last, NULL AS record, "
    "shared AS shared ORDER BY worker, other, what"
)
BUILDING = (
    "UNWIND $uids AS uid MATCH (w:Practitioner {uid: uid})-[:WORKS_FOR]->(a:Organisation)-[:AT]->(l:Location)<-[:AT]-(b:Organisation) "
    "WHERE b.uid <> a.uid WITH uid, l, b, COUNT { (b)<-[:WORKS_FOR]-(:Practitioner) } AS shared WHERE shared <= $large "
    "MATCH (b)<-[:WORKS_FOR]-(n:Practitioner) WHERE n.uid <> uid "
    "RETURN DISTINCT uid AS worker, n.uid AS other, 'one building' AS how, l.full_name AS what, NULL AS last, NULL AS record, "
    "shared AS shared ORDER BY worker, other, what"
)
TEXTS = (TEAM, FAMILY, TOGETHER, TOUCH, PARTNERS, COLLEAGUES, BUILDING)
RECORDS = (
    "UNWIND $uids AS uid MATCH (r:Record {uid: uid}) "
    "RETURN r.uid AS uid, r.file_key AS file_key, r.recorded_on AS recorded_on, r.restricted AS restricted, "
    "[(r)-[:SAYS]->(m:Mention)-[:SAME_AS]->(p:Person) | p.restricted] AS marks ORDER BY uid"
)


@dataclass(frozen=True)
class Tie:
    """One way in which two practitioners are tied."""

    how: str
    what: str | None
    """The team, employer or building; never a family or a note, which the asker may not know of."""
    last: date | None
    record: str | None
    shared: int
    """Among how many it is shared: a large employer ties two people less than a small one."""


@dataclass(frozen=True)
class Circle:
    """Practitioners, those they are tied to, and which of them may be one worker."""

    names: Namesakes
    ties: dict[tuple[str, str], tuple[Tie, ...]]
    """By the two who stand for their namesakes."""

    def near(self, worker: str) -> list[str]:
        """Whoever is tied to a worker; who is tied to whom has no direction."""
        return self._near.get(worker, [])

    @cached_property
    def _near(self) -> dict[str, list[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for one, other in self.ties:
            found[one].add(other)
            found[other].add(one)
        return {worker: sorted(others) for worker, others in found.items()}


def circle_of(workers: Collection[str], known: Namesakes, asked: Asked) -> Circle:
    """All ties of some practitioners and of whoever may be the same worker as one of them."""
    own = sorted({uid for worker in workers for uid in known.of(worker)})
    rows = list(_read(own, asked))
    names = namesakes_of({row["other"] for row in rows} | set(own), asked)
    records = {
        row["uid"]: row for row in asked.place.rows(RECORDS, uids=sorted({row["record"] for row in rows if row["record"]}))
    }
    found: dict[tuple[str, str], dict[tuple[str, str | None], Tie]] = defaultdict(dict)
    for row in rows:
        one, other = names.chief(row["worker"]), names.chief(row["other"])
        record = records.get(row["record"], {})
        if one == other or (_hidden(record) and not asked.cleared):
            continue
        tie = Tie(row["how"], _shown(row), row["last"] or _day(row, record), record.get("file_key"), int(row["shared"]))
        key = (tie.how, row["what"])
        before = found[one, other].get(key)
        if before is None or (tie.last or date.min) > (before.last or date.min):
            found[one, other][key] = tie
    ties = {pair: tuple(sorted(many.values(), key=_order)) for pair, many in found.items()}
    return Circle(names, ties)


def _read(uids: list[str], asked: Asked) -> Iterator[Row]:
    given: dict[str, object] = {"large": LARGE}
    given |= {"since": asked.current_since, "early": months_before(asked.as_of, LONG_AGO), "day": asked.as_of}
    for text in TEXTS if uids else ():
        yield from asked.place.rows(text, uids=uids, **{name: value for name, value in given.items() if f"${name}" in text})


def _hidden(record: Row) -> bool:
    """Whether a record is restricted, or speaks of anybody who is."""
    return bool(record.get("restricted")) or any(record.get("marks") or ())


def _day(row: Row, record: Row) -> date | None:
    """The day of the record, for a tie that happened once; a team or employer lasts."""
    day: date | None = record.get("recorded_on")
    return day if row["how"] in ("named together", "organisations work together") else None


def _shown(row: Row) -> str | None:
    return None if row["how"] in ("one family", "named together") else row["what"]


def _order(tie: Tie) -> tuple[str, int, str, str]:
    return (tie.how, -(tie.last or date.min).toordinal(), tie.what or "", tie.record or "")
