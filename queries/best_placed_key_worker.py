"""Who should be this family's key-worker?"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from queries.acquaintance import Acquaintance, acquaintances, withheld
from queries.key_worker import KeyWorkerRules, Known, WeighedPart, against, family_codes, parts_of, score_of, shared_words
from queries.months import months_before
from queries.namesakes import Namesakes, namesakes_of
from queries.place_rules import rules_of
from queries.question import Asked, Evidence, Question, Row, chosen, named

STRAINED_FOR = 12
"""Strains told within so many months count."""
STRAINS = (
    "UNWIND $uids AS uid MATCH (f:Family {uid: uid})<-[:MEMBER_OF]-(p:Person)<-[:SAME_AS]-(m:Mention)<-[a:ABOUT]-(g:Signal) "
    "WHERE g.polarity IN ['present', 'measured'] AND (g.observed_on IS NULL OR (g.observed_on >= $since AND g.observed_on <= $day)) "
    "RETURN g.code AS code, g.words AS words, g.uid AS strain ORDER BY strain"
)
MEMBERS = "UNWIND $uids AS uid MATCH (f:Family {uid: uid})<-[:MEMBER_OF]-(p:Person) RETURN f.uid AS family, p.uid AS person ORDER BY person"
CAPABILITIES = (
    "UNWIND $uids AS uid MATCH (w:Practitioner {uid: uid})-[:OFFERS]->(c:Capability) "
    "RETURN DISTINCT uid AS worker, c.uid AS capability ORDER BY worker, capability"
)
CASELOAD = (
    "UNWIND $uids AS uid MATCH (w:Practitioner {uid: uid})-[s:SUPPORTS]->(m:Mention)-[:SAME_AS]->(p:Person)-[:MEMBER_OF]->(f:Family) "
    "WHERE (s.ended IS NULL OR s.ended > $day) AND s.last >= $since AND s.last <= $day RETURN DISTINCT uid AS worker, f.uid AS family ORDER BY worker, family"
)
AREAS = "MATCH (a:Area) RETURN DISTINCT a.full_name AS full_name ORDER BY full_name"


@dataclass(frozen=True)
class Candidate:
    """Somebody who could be a family's key-worker, or whom the key-worker should go through, with all that speaks for and against."""

    practitioner: str
    full_name: str
    organisation: str | None
    informal: bool
    """A volunteer, neighbour or carer: a link to the community, and no key-worker."""
    proposed: bool
    """Whether nothing speaks against them."""
    score: float
    """The weighted mean of the parts, between 0 and 1; to be read with them, never alone."""
    capacity: str
    last_contact: date | None
    parts: tuple[WeighedPart, ...]
    against: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class BestPlacedKeyWorker(Question[Candidate]):
    """Who is best placed to be a family's key-worker: by relationship, contact, trust, people known, capabilities and caseload."""

    answer: ClassVar[type] = Candidate
    family: str = named("Family", "the family, or anybody in it")
    weights: str | None = chosen(None, "weights in the place of the rules' own, as `trust=3 contact=1`")

    def respond(self, rows: Sequence[Row], asked: Asked) -> tuple[tuple[Candidate, ...], tuple[str, ...]]:
        """Those nothing speaks against first, best first; then the others with the reason."""
        rules = rules_of(KeyWorkerRules, "key_worker")
        weights = rules.weighed(self.weights)
        known = [one for one in acquaintances(rows, asked) if one.status == "current"]
        shown = {one.practitioner: one for one in known if one.practitioner is not None}
        names = namesakes_of(shown, asked)
        groups: dict[str, list[Acquaintance]] = defaultdict(list)
        for uid, one in shown.items():
            groups[names.chief(uid)].append(one)
        around = _Around.of(self.family, groups, names, asked)
        found = [
            _candidate(_known(uid, many, around, names), many, around, rules, weights, asked.as_of)
            for uid, many in groups.items()
        ]
        ordered = tuple(sorted(found, key=lambda one: (not one.proposed, -one.score, one.full_name, one.practitioner)))
        hidden = sum(one.practitioner is None for one in known)
        left = (f"{hidden} who know them are withheld",) if hidden else ()
        told = ", ".join(f"{name} {weight:g}" for name, weight in weights.items())
        return ordered, (f"By rules of version {rules.version}, weighing {told}", *left, *withheld(rows, asked))


@dataclass(frozen=True)
class _Around:
    """What else must be known of a family and of those who know it."""

    members: int
    strains: Sequence[Row]
    capabilities: dict[str, set[str]]
    families: dict[str, set[str]]
    shared: frozenset[str]
    """Words in the names of several of their employers."""

    @classmethod
    def of(cls, family: str, groups: dict[str, list[Acquaintance]], names: Namesakes, asked: Asked) -> "_Around":
        uids = sorted({uid for chief in groups for uid in names.of(chief)})
        days = {"day": asked.as_of}
        strains = asked.place.rows(STRAINS, uids=[family], since=months_before(asked.as_of, STRAINED_FOR), **days)
        capabilities: dict[str, set[str]] = defaultdict(set)
        families: dict[str, set[str]] = defaultdict(set)
        for row in asked.place.rows(CAPABILITIES, uids=uids) if uids else []:
            capabilities[names.chief(row["worker"])].add(row["capability"])
        for row in asked.place.rows(CASELOAD, uids=uids, since=asked.current_since, **days) if uids else []:
            families[names.chief(row["worker"])].add(row["family"])
        places = [row["full_name"] for row in asked.place.rows(AREAS)] if strains else []
        shared = shared_words([*(names.known(chief)["organisation"] for chief in groups), *places])
        return cls(len(asked.place.rows(MEMBERS, uids=[family])), strains, capabilities, families, shared)


def _known(uid: str, many: list[Acquaintance], around: _Around, names: Namesakes) -> Known:
    row = names.known(uid)
    told = [evidence for one in many for evidence in one.evidence]
    return Known(
        uid=uid,
        full_name=row["full_name"],
        organisation=row["organisation"],
        informal=any(one.informal for one in many),
        capacity="; ".join(dict.fromkeys(one.capacity for one in many if one.capacity)),
        people=frozenset(evidence.person for evidence in told if evidence.person),
        first=min((one.first_contact for one in many if one.first_contact), default=None),
        last=max((one.last_contact for one in many if one.last_contact), default=None),
        days=frozenset(evidence.said_on for evidence in told if evidence.said_on),
        strong=any(one.strength == "relationship" for one in many),
        words=tuple(dict.fromkeys(evidence.words for evidence in told if evidence.words)),
        capabilities=frozenset(around.capabilities.get(uid, ())),
        families=len(around.families[uid]) if uid in around.families else None,
    )


def _candidate(
    one: Known, many: list[Acquaintance], around: _Around, rules: KeyWorkerRules, weights: dict[str, float], day: date
) -> Candidate:
    parts = parts_of(one, around.members, family_codes(around.strains), rules, weights, day)
    endings = [row["words"] for row in around.strains if row["code"] in rules.ending_codes and row["words"]]
    doubts = against(one, endings, around.shared, rules)
    evidence = sorted(
        {evidence for each in many for evidence in each.evidence},
        key=lambda e: (e.record, e.person or "", e.words or "", e.span_from or 0),
    )
    return Candidate(
        practitioner=one.uid,
        full_name=one.full_name,
        organisation=one.organisation,
        informal=one.informal,
        proposed=not doubts,
        score=score_of(parts),
        capacity=one.capacity,
        last_contact=one.last,
        parts=tuple(parts),
        against=doubts,
        evidence=tuple(evidence),
    )
