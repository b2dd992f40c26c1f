"""From the graph's people, families and workers to those of the truth, by the records and the names that both have."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cached_property
from pathlib import PurePath

from benchmarks.questions.truth import Row, Truth
from graph.store import Store
from ingest.cleaners.names import folded
from ingest.meant import goes_by

MENTIONS = (
    "MATCH (r:Record)-[:SAYS]->(m:Mention)-[:SAME_AS]->(p:Person)-[:MEMBER_OF]->(f:Family) "
    "RETURN r.file AS file, r.row_key AS row_key, r.form AS form, m.field AS field, m.full_name AS full_name, m.uid AS mention, "
    "p.uid AS person, f.uid AS family ORDER BY file, row_key, field"
)
WORKERS = "MATCH (w:Practitioner) RETURN w.uid AS uid, w.full_name AS full_name, w.organisation AS organisation ORDER BY uid"
SAYING = (
    "MATCH (w:Practitioner)-[s:SUPPORTS]->(m:Mention)<-[:SAYS]-(r:Record) WHERE s.record = r.uid "
    "RETURN w.uid AS uid, r.file AS file, r.row_key AS row_key, r.form AS form ORDER BY uid, file, row_key"
)
Place = tuple[str, str]
"""A record: its file's name and its key; a note has no key."""


def place_of(file: str, row_key: str | None, note: bool) -> Place:
    """Where a record stands, whatever folder the place's data are in."""
    return PurePath(file).name, "" if note else row_key or ""


class People:
    """The truth's people by the graph's uids, and the graph's uids by the truth's people."""

    def __init__(self, store: Store, truth: Truth) -> None:
        self._store = store
        self._truth = truth
        self.person_of: dict[str, str] = {}
        """True person by the uid of a person: whom most of its mentions are of."""
        self.mention_of: dict[str, str] = {}
        """True person by the uid of a mention."""
        self._persons: dict[str, dict[str, bool]] = defaultdict(dict)
        self._families: dict[str, dict[str, bool]] = defaultdict(dict)
        self._join()

    def persons(self, person: str) -> list[str]:
        """The graph's persons that a true person is: those of records, or of notes where no record has them."""
        return _settled(self._persons[person])

    def families(self, family: str) -> list[str]:
        """The graph's families that members of a true family are in."""
        found: dict[str, bool] = {}
        for member in self.members.get(family, []):
            for uid, recorded in self._families[member].items():
                found[uid] = found.get(uid, False) or recorded
        return _settled(found)

    @cached_property
    def members(self) -> dict[str, list[str]]:
        """True persons by true family."""
        return {row["family_id"]: row["members"].split(";") for row in self._truth.table("families")}

    @cached_property
    def family_of(self) -> dict[str, str]:
        """True family by true person."""
        return {person: family for family, members in self.members.items() for person in members}

    @cached_property
    def protected(self) -> frozenset[str]:
        """True persons whose whereabouts must not be shown."""
        return frozenset(row["true_person_id"] for row in self._truth.table("persons") if row.get("protected"))

    @cached_property
    def worker_of(self) -> dict[str, str]:
        """True worker by the uid of a practitioner."""
        said: dict[str, list[Place]] = defaultdict(list)
        for row in self._store.read(SAYING):
            said[row["uid"]].append(place_of(row["file"], row["row_key"], row["form"] == "note"))
        found = {}
        for row in self._store.read(WORKERS):
            if worker := self._worker(row["full_name"] or "", said[row["uid"]]):
                found[row["uid"]] = worker
        return found

    def workers(self, worker: str) -> list[str]:
        """The graph's practitioners that a true worker is."""
        return sorted(uid for uid, true in self.worker_of.items() if true == worker)

    def _join(self) -> None:
        links: dict[Place, list[Row]] = defaultdict(list)
        for link in self._truth.table("person_links"):
            links[_place(link)].append(link)
        votes: dict[str, Counter[str]] = defaultdict(Counter)
        for row in self._store.read(MENTIONS):
            place = place_of(row["file"], row["row_key"], row["form"] == "note")
            # A fact of the truth names its person by the truth's own id.
            known = row["field"] if row["field"] in self.family_of else None
            if (person := known or _meant(row["field"], row["full_name"], links[place])) is None:
                continue
            recorded = row["form"] != "note"
            self.mention_of[row["mention"]] = person
            votes[row["person"]][person] += 1
            for uid, into in ((row["person"], self._persons), (row["family"], self._families)):
                into[person][uid] = into[person].get(uid, False) or recorded
        self.person_of = {uid: max(sorted(count), key=count.__getitem__) for uid, count in votes.items()}

    @cached_property
    def _mentioned(self) -> dict[Place, dict[str, str]]:
        found: dict[Place, dict[str, str]] = defaultdict(dict)
        for row in self._truth.table("worker_mentions"):
            found[_place(row)][row["mention"]] = row["true_worker_id"]
        return found

    @cached_property
    def _names(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for row in self._truth.table("workers"):
            found[row["true_worker_id"]] += [row["name"], *filter(None, row["also_written"].split("; "))]
        return found

    def _worker(self, full_name: str, places: Iterable[Place]) -> str | None:
        """Whom a practitioner is by most of the records that name them, else by name alone."""
        votes: Counter[str] = Counter()
        words = _words(full_name)
        for place in places:
            named = self._mentioned.get(place, {})
            exact = {worker for mention, worker in named.items() if words & _words(mention)}
            votes.update(exact or {worker for worker in named.values() if self._called(full_name, worker)})
        if votes:
            return max(sorted(votes), key=votes.__getitem__)
        called = [worker for worker in self._names if self._called(full_name, worker)]
        return called[0] if len(called) == 1 else None

    def _called(self, full_name: str, worker: str) -> bool:
        return any(goes_by(full_name, name, None) or goes_by(name, full_name, None) for name in self._names[worker])


def _settled(uids: dict[str, bool]) -> list[str]:
    recorded = [uid for uid, of_record in uids.items() if of_record]
    return sorted(recorded or uids)


def _place(row: Row) -> Place:
    return place_of(row["file"], row["row_key"], not row["row_key"])


def _words(text: str) -> set[str]:
    return {folded(word) for word in text.replace(",", " ").replace(":", " ").split() if len(folded(word)) > 2}


def _meant(field: str, full_name: str | None, links: list[Row]) -> str | None:
    """Whom a mention is of, among those that the truth says its record names."""
    for link in links:
        if link["field_or_mention"].lower() == field.lower():
            return link["true_person_id"]
    words = {folded(word) for word in (full_name or "").split() if len(word) > 1}
    by_mention = [link for link in links if words & {folded(w) for w in link["field_or_mention"].replace(":", " ").split()}]
    loose = by_mention or [
        link for link in links if ":" in link["field_or_mention"] and words & {folded(w) for w in link["true_name"].split()}
    ]
    best = max(loose, key=lambda link: len(words & {folded(w) for w in link["true_name"].split()}), default=None)
    return best["true_person_id"] if best else None
