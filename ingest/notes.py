"""From a case note to what its record says: who is named, who stands by whom, what strains are told."""

from collections import abc
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any

from graph.statement import EdgeSaid, NodeSaid, RecordSaid, record_said, uid_of
from graph.store import Store
from ingest.cleaners import Context
from ingest.cleaners.names import practitioner_name
from ingest.fact_judgements import Correction, corrected, corrections
from ingest.mapper import Mapped
from ingest.mapping import Mapping
from ingest.meant import Circle, Meant, circle_of
from ingest.nodes import organisation_node, practitioner
from ingest.restriction import is_restricted
from ingest.row import Problem, Row, Verdict, verdict_of
from nlp.extraction import SUBJECT, Entity, Extraction, Relation
from nlp.gazetteer import Gazetteer
from nlp.header import Header, read_header
from nlp.pipeline import Extractor

HELPING = {"SUPPORTS": "relationship", "KNOWS": "relationship"}
HEAD = 200
"""The people a note is about are named within so many characters of its beginning."""
IN_TOUCH = 15
"""A note that names more practitioners is a list of them, and says of nobody that they were in touch."""
SURE = 0.7
"""What a relation read out of words is worth beside one in a record's own column."""


PROVIDERS = (
    "MATCH (o:Organisation) WHERE EXISTS { MATCH (o)-[:PROVIDES]->(s:Service) } OR EXISTS { MATCH (o)-[:PROVIDES]->(a:Asset) } "
    "RETURN o.uid AS uid, o.full_name AS full_name ORDER BY uid"
)
SERVICES = "MATCH (s:Service) RETURN s.uid AS uid, s.full_name AS full_name ORDER BY uid"


def extractor_of(store: Store, model: str) -> Extractor:
    """An extractor that knows the organisations and services of the place's directories by name."""
    rows = [*store.read(PROVIDERS), *store.read(SERVICES)]
    return Extractor(model, Gazetteer(organisations={row["full_name"]: row["uid"] for row in rows if row["full_name"]}))


@dataclass
class NoteMapper:
    """Maps notes; asks the store whom a name can mean, and says so by rule."""

    mapping: Mapping
    file: str
    context: Context
    store: Store
    extractor: Extractor

    @cached_property
    def corrections(self) -> abc.Mapping[str, Correction]:
        """What people said of facts, read once a run."""
        return corrections(self.store)

    def map(self, row: Row) -> Mapped:
        """What the note says; the record's key is the file's stem."""
        text, key = str(row.values["text"]), str(row.values["key"])
        problems = list(row.problems)
        if verdict_of(problems) is Verdict.QUARANTINE:
            return Mapped(key, None, problems, Verdict.QUARANTINE, row=row, file=self.file)
        header = read_header(text, self.context.extracted_on)
        found = self.extractor.extract(text, header.note_date)
        reading = _Reading(self, f"{self.mapping.source}#{key}", text, header, found)
        restricted = is_restricted([text])
        said = reading.said(self.file, key, restricted, problems)
        return Mapped(key, said, problems, verdict_of(problems), restricted, row, self.file)


@dataclass
class _Reading:
    mapper: NoteMapper
    record: str
    text: str
    header: Header
    found: Extraction
    nodes: dict[str, NodeSaid] = field(default_factory=dict)
    edges: list[EdgeSaid] = field(default_factory=list)

    def said(self, file: str, key: str, restricted: bool, problems: list[Problem]) -> RecordSaid:
        """The record with all the note says."""
        circle = circle_of(self.mapper.store, self.header.subject_keys, [*self._names(), *filter(None, [self.header.author])])
        workers = self._workers(circle)
        mentions = self._mentions(circle, set(workers), restricted)
        self._note(restricted)
        for relation in self.found.relations:
            self._support(relation, workers, mentions)
            self._refer(relation, mentions)
        self._author(workers, mentions, circle)
        self._acquainted(workers)
        for entity in self.found.entities:
            if entity.label == "NEED":
                self._signal(entity, mentions)
        properties = {
            "source": self.mapper.mapping.source,
            "file": file,
            "row_key": key,
            "file_key": f"{file}#{key}",
            "form": "note",
            "recorded_on": self.header.note_date,
            "verdict": verdict_of(problems).value,
            "problems": [problem.as_json(restricted) for problem in problems] or None,
            "restricted": restricted or None,
        }
        return record_said(self.record, properties, self.nodes.values(), self.edges)

    def _people(self) -> Iterator[Entity]:
        yield from (e for e in self.found.entities if e.label == "PERSON" and e.same_as is None)

    def _names(self) -> list[str]:
        return [entity.text for entity in self._people()]

    def _note(self, restricted: bool) -> None:
        props: dict[str, Any] = {"text": self.text, "author": self.header.author, "restricted": restricted or None}
        self.nodes["note"] = NodeSaid("Note", f"{self.record}/note", {k: v for k, v in props.items() if v is not None})

    def _workers(self, circle: Circle) -> dict[str, str]:
        """Entities and the author that are practitioners, by id; their nodes are said beside."""
        roles = {relation.head for relation in self.found.relations if relation.type in ("HAS_ROLE", "WORKS_FOR")}
        helpers = {relation.head for relation in self.found.relations if relation.type in HELPING}
        relatives = {end for r in self.found.relations if r.type in ("KIN", "NAMED_AS") for end in (r.head, r.tail)} - roles
        workers: dict[str, str] = {}
        for entity in self._people():
            meant = circle.practitioner(entity.text) if entity.id not in relatives else None
            resident = entity.id in relatives or circle.person(entity.text) is not None
            by_role = entity.id in roles or (entity.id in helpers and not resident)
            if meant is not None or by_role:
                workers[entity.id] = self._worker(entity.text, meant)
        if author := practitioner_name([self.header.author], self.mapper.context):
            workers["author"] = self._worker(author, circle.practitioner(author))
        return workers

    def _worker(self, name: str, known: Meant | None) -> str:
        full_name, organisation = (known.full_name, known.organisation) if known else (name, None)
        made = practitioner(full_name, organisation, self.mapper.mapping.agency, (), {})
        assert made is not None
        for node in (*made.beside, made.node):
            self.nodes[node.uid] = node
        self.edges += made.edges
        return made.node.uid

    def _mentions(self, circle: Circle, workers: set[str], restricted: bool) -> dict[str, str]:
        """A mention for each resident named, pointing at whom the circle says is meant."""
        mentions: dict[str, str] = {}
        for entity in self._people():
            if entity.id not in workers:
                mentions[entity.id] = self._mention(entity.text, circle.person(entity.text), restricted)
        if circle.subject is not None:
            taken = {self.nodes[uid].properties.get("meant") for uid in mentions.values()}
            if circle.subject.uid not in taken:
                mentions[SUBJECT] = self._mention("subject", circle.subject, restricted)
        first = next(iter(mentions.values()), None)
        if SUBJECT not in mentions and first is not None:
            mentions[SUBJECT] = first
        return mentions

    def _mention(self, name: str, meant: Meant | None, restricted: bool) -> str:
        uid = f"{self.record}/{name}"
        props: dict[str, Any] = {"record": self.record, "field": name, "full_name": meant.full_name if meant else name}
        if meant is not None:
            props["meant"] = meant.uid
        if restricted:
            props["restricted"] = True
        self.nodes[uid] = NodeSaid("Mention", uid, props)
        return uid

    def _support(self, relation: Relation, workers: dict[str, str], mentions: dict[str, str]) -> None:
        if relation.type in HELPING and not relation.negated and relation.head in workers and relation.tail in mentions:
            ended = self.header.note_date if relation.historical else None
            words = self._sentence(relation)
            self._supports(workers[relation.head], mentions[relation.tail], "named in a note", words, ended)

    def _refer(self, relation: Relation, mentions: dict[str, str]) -> None:
        """Somebody was referred somewhere, with what came of it."""
        to = next((e for e in self.found.entities if e.id == relation.tail and e.label == "ORG"), None)
        if relation.type != "REFERRED_TO" or relation.negated or relation.head not in mentions or to is None:
            return
        body = organisation_node(to.text)
        uid = uid_of("Referral", self.record, str(to.start), mentions[relation.head])
        props: dict[str, Any] = {
            "referred_on": self.header.note_date,
            "outcome": relation.outcome,
            "reason": self._sentence(relation),
        }
        self.nodes[body.uid] = body
        self.nodes[uid] = NodeSaid("Referral", uid, {name: value for name, value in props.items() if value is not None})
        said = {"record": self.record}
        self.edges.append(EdgeSaid("ABOUT", "Referral", uid, "Mention", mentions[relation.head], said))
        self.edges.append(EdgeSaid("TO", "Referral", uid, "Organisation", body.uid, said))

    def _author(self, workers: dict[str, str], mentions: dict[str, str], circle: Circle) -> None:
        """Whoever writes a note about somebody knows them."""
        people = {e.id: e for e in self._people()}
        meant = {i: uid for i, uid in mentions.items() if self.nodes[uid].properties.get("meant") in circle.headed}
        named = [uid for i, uid in meant.items() if i in people and people[i].start < HEAD]
        subjects = list(dict.fromkeys(named or ([meant[SUBJECT]] if SUBJECT in meant else [])))
        if "author" in workers:
            for uid in subjects:
                self._supports(workers["author"], uid, "wrote the note", self.text[:160], None)

    def _acquainted(self, workers: dict[str, str]) -> None:
        """Practitioners whom one note names were in touch, or were told of each other."""
        named = sorted(set(workers.values()))
        said = {"record": self.record, "last": self.header.note_date}
        kept = {name: value for name, value in said.items() if value is not None}
        if len(named) <= IN_TOUCH:
            pairs = [(one, other) for at, one in enumerate(named) for other in named[at + 1 :]]
            # The note owns what it says between them, so that it goes when the note does.
            self.nodes |= {uid: replace(self.nodes[uid], described=True) for pair in pairs for uid in pair}
            self.edges += [EdgeSaid("KNOWS", "Practitioner", one, "Practitioner", other, kept) for one, other in pairs]

    def _supports(self, worker: str, mention: str, capacity: str, words: str, ended: date | None) -> None:
        at = self.text.find(words)
        props = {
            "record": self.record,
            "capacity": capacity,
            "last": self.header.note_date,
            "ended": ended,
            "strength": "relationship",
            "words": " ".join(words.split()),
            "span_from": at,
            "span_to": at + len(words),
            "sure": SURE,
        }
        kept = {name: value for name, value in props.items() if value is not None}
        self.edges.append(EdgeSaid("SUPPORTS", "Practitioner", worker, "Mention", mention, kept))

    def _sentence(self, relation: Relation) -> str:
        """The words around both ends of a relation."""
        spans = [(e.start, e.end) for e in self.found.entities if e.id in (relation.head, relation.tail)]
        start, end = min(s for s, _ in spans), max(e for _, e in spans)
        left = max(self.text.rfind(mark, 0, start) for mark in (".", "\n")) + 1
        right = min((at for mark in (".", "\n") if (at := self.text.find(mark, end)) >= 0), default=len(self.text))
        return self.text[left:right].strip()

    def _signal(self, need: Entity, mentions: dict[str, str]) -> None:
        bearer = mentions.get(need.experiencer or SUBJECT)
        if bearer is None:
            return
        uid = uid_of("Signal", self.record, str(need.start), need.text)
        props: dict[str, Any] = {
            "code": need.code,
            "words": need.text,
            "observed_on": self.header.note_date,
            "polarity": _polarity(need),
            "span_from": need.start,
            "span_to": need.end,
        }
        props = corrected(props, self.mapper.corrections.get(uid))
        self.nodes[uid] = NodeSaid("Signal", uid, {name: value for name, value in props.items() if value is not None})
        self.edges.append(EdgeSaid("ABOUT", "Signal", uid, "Mention", bearer, {"record": self.record}))


def _polarity(need: Entity) -> str:
    if need.negated:
        return "absent"
    if need.hypothetical:
        return "hypothetical"
    return "past" if need.historical else "present"
