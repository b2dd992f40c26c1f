"""The truth's facts of notes and needs of services and assets, put into a graph in the place of what Kith reads."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import PurePath
from typing import Any

from benchmarks.questions.bodies import Bodies
from benchmarks.questions.people import People
from benchmarks.questions.truth import Row, Truth
from graph import families, linkage, writing
from graph.guarding import Guard
from graph.statement import EdgeSaid, NodeSaid, RecordSaid, record_said, uid_of
from graph.store import Store
from graph.writers import Writers
from ingest.cleaners.code_list import code_list
from ingest.nodes import organisation_node, practitioner

SOURCE = "note_facts"
KINSHIP = frozenset(
    [
        "mother",
        "father",
        "parent",
        "daughter",
        "son",
        "child",
        "brother",
        "sister",
        "sibling",
        "twin",
        "grandmother",
        "grandfather",
        "husband",
        "wife",
        "partner",
        "mother-in-law",
        "father-in-law",
    ]
)
SOURCE_NODE = "UNWIND $rows AS row MERGE (s:Source {uid: row.uid}) SET s.agency = row.agency"
RECORDED = (
    "MATCH (r:Record)-[:SAYS]->(m:Mention) WHERE r.form <> 'note' "
    "RETURN m.uid AS mention, m.full_name AS full_name, m.dob AS dob ORDER BY mention"
)
UNTAG = "UNWIND $rows AS row MATCH (n:{label} {{uid: row.uid}})-[t:{type}]->(:Need) DELETE t"
TAG = (
    "UNWIND $rows AS row MATCH (n:{label} {{uid: row.uid}}) MERGE (need:Need {{uid: row.need}}) "
    "SET need.full_name = row.full_name MERGE (n)-[t:{type}]->(need) SET t.record = row.record"
)
SAYING = "MATCH (r:Record)-[:SAYS]->(n:{label}) RETURN n.uid AS uid, r.uid AS record ORDER BY uid, record"


def load_facts(store: Store, truth: Truth) -> int:
    """Put every fact of the truth's notes into a graph that records alone were taken into; how many notes there were."""
    guard = Guard(store)
    speaker = _Speaker(People(store, truth), store, truth)
    records = list(speaker.records())
    store.write((SOURCE_NODE, [{"uid": SOURCE, "agency": "notes as the truth tells them"}]))
    with Writers(store) as writers:
        touched = writing.write_batch(writers, SOURCE, records)
    persons = linkage.link(store, touched.mentions)
    families.gather(store, persons | {row["uid"] for row in store.read(families.UNGATHERED)})
    guard.renew(touched.mentions, all_anew=True)
    return len(records)


def load_tags(store: Store, truth: Truth) -> None:
    """Put the truth's needs of every listing and asset in the place of those read out of its words."""
    bodies = Bodies(store, truth)
    needs = {row["true_service_id"]: row["needs"] for row in truth.table("services")}
    assets = {row["asset_id"]: row["needs"] for row in truth.table("assets")}
    _tag(store, "Service", "MEETS", {uid: needs[true] for uid, true in bodies.services.items()})
    _tag(store, "Asset", "OFFERS", {uid: assets[true] for uid, true in bodies.assets.items()})


def _tag(store: Store, label: str, type_: str, needs: dict[str, str]) -> None:
    said = {row["uid"]: row["record"] for row in store.read(SAYING.format(label=label))}
    rows = [
        {"uid": uid, "need": need, "full_name": str(code_list("needs").get(need, {}).get("label", need)), "record": said[uid]}
        for uid, listed in sorted(needs.items())
        for need in filter(None, listed.split(";"))
    ]
    names = {"label": label, "type": type_}
    if rows:
        store.write((UNTAG.format(**names), [{"uid": uid} for uid in sorted(needs)]), (TAG.format(**names), rows))


@dataclass
class _Speaker:
    """Says the facts of each note as its record would."""

    people: People
    store: Store
    truth: Truth
    workers: dict[str, Row] = field(init=False)
    organisations: dict[str, str] = field(init=False)
    stands_for: dict[str, str] = field(init=False)
    """A mention of each true person that the others of them mean."""

    def __post_init__(self) -> None:
        self.workers = {row["true_worker_id"]: row for row in self.truth.table("workers")}
        self.organisations = {row["org_id"]: row["name"] for row in self.truth.table("organisations")}
        best: dict[str, tuple[bool, int, str]] = {}
        for row in self.store.read(RECORDED):
            if person := self.people.mention_of.get(row["mention"]):
                rank = (row["dob"] is None, -len(row["full_name"] or ""), row["mention"])
                best[person] = min(best.get(person, rank), rank)
        self.stands_for = {person: mention for person, (_, _, mention) in best.items()}

    @cached_property
    def feared(self) -> frozenset[str]:
        """True people whom a note tells as a perpetrator: they are put into no family, whosever father they are."""
        told = (fact for fact in self.truth.facts if fact["kind"] == "relation")
        return frozenset(fact["subject"] for fact in told if fact["relation"].startswith("perpetrator"))

    def records(self) -> Iterator[RecordSaid]:
        """One record for each note that has facts."""
        by_note: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for fact in self.truth.facts:
            by_note[fact["note"]].append(fact)
        for note, facts in sorted(by_note.items()):
            yield _Note(self, note, facts).said()


@dataclass
class _Note:
    speaker: _Speaker
    file: str
    facts: list[dict[str, Any]]
    nodes: dict[str, NodeSaid] = field(default_factory=dict)
    edges: list[EdgeSaid] = field(default_factory=list)

    @property
    def key(self) -> str:
        return PurePath(self.file).stem

    @property
    def record(self) -> str:
        return f"{SOURCE}#{self.key}"

    def said(self) -> RecordSaid:
        """The note's record with all its facts."""
        for fact in self.facts:
            getattr(self, f"_{fact['kind']}")(fact)
        return record_said(
            self.record,
            {
                "source": SOURCE,
                "file": self.file,
                "row_key": self.key,
                "file_key": f"{self.file}#{self.key}",
                "form": "note",
                "recorded_on": date.fromisoformat(self.facts[0]["note_date"]),
                "verdict": "accept",
            },
            self.nodes.values(),
            self.edges,
        )

    def _mention(self, person: str | None) -> str | None:
        """A mention of a true person; None of somebody who is none of the truth's people."""
        if person is None or person not in self.speaker.people.family_of:
            return None
        uid = f"{self.record}/{person}"
        props: dict[str, Any] = {"record": self.record, "field": person}
        names = (row["true_name"] for row in self.speaker.truth.table("persons") if row["true_person_id"] == person)
        props["full_name"] = next(names, person)
        if self.speaker.stands_for.setdefault(person, uid) != uid:
            props["meant"] = self.speaker.stands_for[person]
        self.nodes[uid] = NodeSaid("Mention", uid, props)
        return uid

    def _worker(self, worker: str) -> str | None:
        """The practitioner that the graph has for a true worker, or one made of the truth's name and employer."""
        if known := self.speaker.people.workers(worker):
            return known[0]
        row = self.speaker.workers.get(worker)
        made = (
            practitioner(row["name"], row["organisation"], "", (), {"informal": row["kind"] != "professional" or None})
            if row
            else None
        )
        if made is None:
            return None
        self.nodes |= {node.uid: node for node in (*made.beside, made.node)}
        self.edges += made.edges
        return made.node.uid

    def _supports(self, fact: dict[str, Any]) -> None:
        worker = self._worker(fact["worker"])
        for person in fact["persons"]:
            if worker and (mention := self._mention(person)):
                days = {name: date.fromisoformat(fact[name]) for name in ("first", "last", "ended") if fact.get(name)}
                told = {"capacity": fact["capacity"], "strength": fact["strength"], "words": fact["quote"], "sure": 1.0}
                self._edge("SUPPORTS", "Practitioner", worker, "Mention", mention, **days, **told)

    def _signal(self, fact: dict[str, Any]) -> None:
        mention = self._mention(fact["person"])
        if mention is None:
            return
        uid = uid_of("Signal", self.record, fact["fact_id"])
        told = {"code": fact["signal"], "words": fact["quote"], "polarity": fact["polarity"]}
        self.nodes[uid] = NodeSaid("Signal", uid, {**told, "observed_on": date.fromisoformat(fact["note_date"])})
        self._edge("ABOUT", "Signal", uid, "Mention", mention, experiencer=fact["experiencer"])

    def _relation(self, fact: dict[str, Any]) -> None:
        one, other = self._mention(fact["subject"]), self._mention(fact["object"])
        feared = {fact["subject"], fact["object"]} & self.speaker.feared
        if one and other and not feared and fact["relation"].split(" ")[0] in KINSHIP:
            self._edge("RELATED_TO", "Mention", one, "Mention", other, kin=fact["relation"].removesuffix(" of"))

    def _referral(self, fact: dict[str, Any]) -> None:
        mention = self._mention(fact["person"])
        if mention is None:
            return
        uid = uid_of("Referral", self.record, fact["fact_id"])
        told = {"reason": fact["quote"], "outcome": fact["outcome"].replace(" ", "_")}
        self.nodes[uid] = NodeSaid("Referral", uid, {**told, "referred_on": date.fromisoformat(fact["note_date"])})
        self._edge("ABOUT", "Referral", uid, "Mention", mention)
        if sender := self._sender(fact["from_"]):
            self._edge("FROM", "Referral", uid, "Organisation", self._organisation(sender))
        self._edge("TO", "Referral", uid, "Organisation", self._organisation(fact["to"]))

    def _sender(self, sender: str) -> str | None:
        """The name of who referred: an organisation, or a worker's; none where somebody asked for themselves."""
        row = self.speaker.workers.get(sender)
        return self.speaker.organisations.get(sender) or (row["organisation"] if row else None)

    def _partner_link(self, fact: dict[str, Any]) -> None:
        one, other = (self.speaker.organisations.get(fact[end]) for end in ("org_a", "org_b"))
        if one and other:
            ends = self._organisation(one), self._organisation(other)
            self._edge("PARTNERS_WITH", "Organisation", ends[0], "Organisation", ends[1], words=fact["quote"])

    def _organisation(self, name: str) -> str:
        node = organisation_node(name)
        self.nodes[node.uid] = node
        return node.uid

    def _edge(self, type_: str, start_label: str, start: str, end_label: str, end: str, **told: Any) -> None:
        self.edges.append(EdgeSaid(type_, start_label, start, end_label, end, {"record": self.record, **told}))
