"""Who knows whom in Harrowdale, as the graph answers it, against the truth."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from graph.store import Store
from ingest.cleaners.names import folded
from ingest.meant import goes_by
from queries.acquaintance import Acquaintance
from queries.reader import Reader
from queries.who_knows_family import WhoKnowsFamily
from queries.who_knows_person import WhoKnowsPerson
from tests.harrowdale import truth

Pair = tuple[str, str]
TITLES = ("mr", "mrs", "ms", "miss", "dr")
MENTIONS = (
    "MATCH (r:Record)-[:SAYS]->(m:Mention)-[:SAME_AS]->(p:Person)-[:MEMBER_OF]->(f:Family) "
    "RETURN r.file AS file, r.file_key AS file_key, m.field AS field, m.full_name AS full_name, m.nhs AS nhs, m.upn AS upn, "
    "m.local AS local, m.dob AS dob, m.postcode AS postcode, p.uid AS person, f.uid AS family ORDER BY file_key, field"
)


@dataclass
class Score:
    """One family's score: pairs of worker and person found, wrong, missed with cause."""

    family: str
    graph_families: int
    found: set[Pair] = field(default_factory=set)
    wrong: set[Pair] = field(default_factory=set)
    due: set[Pair] = field(default_factory=set)
    missed: dict[Pair, str] = field(default_factory=dict)
    excused: dict[Pair, str] = field(default_factory=dict)
    status_right: int = 0
    strength_right: int = 0

    @property
    def precision(self) -> float:
        """Share of the pairs answered that are true."""
        return len(self.found) / max(1, len(self.found) + len(self.wrong))

    @property
    def recall(self) -> float:
        """Share of the pairs due that were answered."""
        return len(self.found & self.due) / max(1, len(self.due))


class Scorer:
    """Scores the answers of a store that Harrowdale was taken into."""

    def __init__(self, store: Store, reader: Reader, notes: bool) -> None:
        self._reader = reader
        self._notes = notes
        self._mentions = store.read(MENTIONS)
        self._true: dict[tuple[str, str], str] = {}
        self._families: dict[str, set[str]] = defaultdict(set)
        self._persons: dict[str, set[str]] = defaultdict(set)
        self._identified: set[tuple[str, str]] = set()
        for row in self._mentions:
            if (person := self._person(row)) is not None:
                key = row["file"] if row["file"].startswith("notes/") else row["file_key"]
                self._true[key, row["person"]] = person
                self._families[person].add(row["family"])
                self._persons[person].add(row["person"])
                if any(row[name] for name in ("nhs", "upn", "local")) or (row["dob"] and " " in (row["postcode"] or "")):
                    self._identified.add((key, person))

    def score(self, family: truth.Row) -> Score:
        """The score of one true family."""
        members = family["members"].split(";")
        asked = {uid for member in members for uid in self._families[member]}
        score = Score(family["family_id"], len(asked))
        known = {
            (row["worker_or_community_person"], row["person_id"]): row
            for row in truth.table("knows")
            if row["family_id"] == family["family_id"]
        }
        for uid in sorted(asked):
            for pair in self._pairs(self._reader.ask(WhoKnowsFamily(family=uid)).rows):
                (score.found if pair in known else score.wrong).add(pair)
        self._recall(score, known)
        self._status(score, known, members)
        return score

    def _recall(self, score: Score, known: dict[Pair, truth.Row]) -> None:
        for pair, row in known.items():
            cause = self._excuse(pair, row)
            if cause is None:
                score.due.add(pair)
            if pair not in score.found:
                (score.excused if cause else score.missed)[pair] = cause or "missed"

    def _excuse(self, pair: Pair, row: truth.Row) -> str | None:
        """Why a true row cannot be asked of the records: None where it can."""
        if self._notes:
            return None
        records = [one for one in truth.evidence_of(row) if not one.startswith("notes/")]
        if not records:
            return "only a note says so"
        naming = [one for one in records if pair[1] in truth.persons_of_record().get(one, ())]
        if not naming:
            return "the record does not name the person"
        if not any((one, pair[1]) in self._identified for one in naming):
            return "the record names the person without number, or birth and address"
        workers = [one for one in naming if pair[0] in truth.workers_of_record().get(one, {}).values()]
        return None if workers else "the record does not name the worker"

    def _status(self, score: Score, known: dict[Pair, truth.Row], members: list[str]) -> None:
        current: set[Pair] = set()
        strong: set[Pair] = set()
        for uid in sorted({uid for member in members for uid in self._persons[member]}):
            for row in self._reader.ask(WhoKnowsPerson(person=uid)).rows:
                for pair in self._pairs([row]):
                    current |= {pair} if row.status == "current" else set()
                    strong |= {pair} if row.strength == "relationship" else set()
        score.status_right = sum((pair in current) == (known[pair]["status"] == "current") for pair in score.found)
        score.strength_right = sum((pair in strong) == (known[pair]["strength"] == "relationship") for pair in score.found)

    def _pairs(self, rows: tuple[Acquaintance, ...] | list[Acquaintance]) -> Iterator[Pair]:
        for row in rows:
            for one in row.evidence:
                key = one.record.split("#")[0] if one.record.startswith("notes/") else one.record
                yield self._worker(key, row.full_name), self._true.get((key, one.person or ""), f"?{one.person}")

    def _worker(self, record: str, full_name: str) -> str:
        named = truth.workers_of_record().get(record, {})
        words = {folded(word) for word in full_name.split()}
        for mention, worker in named.items():
            if words & {folded(word) for word in mention.replace(",", " ").split() if len(word) > 2}:
                return worker
        names = {row["true_worker_id"]: [row["name"], *row["also_written"].split("; ")] for row in truth.table("workers")}
        for worker in dict.fromkeys((*named.values(), *names)):
            if any(goes_by(full_name, name, None) or goes_by(name, full_name, None) for name in names[worker]):
                return worker
        return f"?{full_name}"

    def _person(self, row: dict[str, str]) -> str | None:
        key = row["file"] if row["file"].startswith("notes/") else row["file_key"]
        links = [link for link in truth.table("person_links") if _record(link) == key]
        for link in links:
            if link["field_or_mention"].lower() == row["field"].lower():
                return link["true_person_id"]
        words = {folded(word) for word in (row["full_name"] or "").split() if len(word) > 1}
        links = [link for link in links if _may_be(row["full_name"] or "", link["true_name"])]
        loose = [link for link in links if words & {folded(word) for word in link["field_or_mention"].replace(":", " ").split()}]
        # A note's "his wife" is in the graph by the name that was found for her.
        named = (link for link in links if ":" in link["field_or_mention"] or key.startswith("notes/"))
        loose = loose or [link for link in named if words & {folded(w) for w in link["true_name"].split()}]
        best = max(loose, key=lambda link: len(words & {folded(w) for w in link["true_name"].split()}), default=None)
        return best["true_person_id"] if best else None


def _may_be(full_name: str, true_name: str) -> bool:
    """Whether nothing in the first letters of two names' forenames speaks against one person."""
    first = folded(full_name).split(" ")[0]
    return first in TITLES or not first or folded(true_name)[:1] == first[:1]


def _record(link: truth.Row) -> str:
    return link["file"] if link["file"].startswith("notes/") else f"{link['file']}#{link['row_key']}"
