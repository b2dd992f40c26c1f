"""What stands on a huddle's sheet beside a family: who knows them, what changed, and what nobody has answered."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from queries import discretion
from queries.acquaintance import Acquaintance, acquaintances
from queries.months import months_before
from queries.question import Asked, Row
from queries.referrals import ACCEPTED, REFUSED, SIGNPOSTED, UNANSWERED, Referred, referrals_of

UNANSWERED_FOR = 6
"""A referral without an answer is asked about for so many months."""
KNOWN = (
    "UNWIND $families AS family MATCH (f:Family {uid: family})<-[:MEMBER_OF]-(p:Person)<-[:SAME_AS]-(m:Mention)<-[s:SUPPORTS]-(w:Practitioner) "
    "MATCH (m)<-[:SAYS]-(r:Record) "
    "RETURN family, w.uid AS practitioner, w.full_name AS full_name, w.organisation AS organisation, w.informal AS informal, "
    "p.uid AS person, p.full_name AS person_name, f.restricted AS restricted, "
    "s.capacity AS capacity, s.first AS first, s.last AS last, s.ended AS ended, s.strength AS strength, "
    "s.words AS words, s.span_from AS span_from, s.span_to AS span_to, s.sure AS sure, s.school AS school, s.guarded AS guarded, "
    "r.file_key AS record, r.recorded_on AS recorded_on, "
    "[(w)-[:WORKS_FOR]->(employer:Organisation) | employer.kind] AS employers, [(r)-[:FROM]->(source:Source) | source.agency] AS agencies "
    "ORDER BY family, practitioner, person, record, capacity, words"
)
REFERRED = (
    "UNWIND $families AS family MATCH (f:Family {uid: family})<-[:MEMBER_OF]-(p:Person)<-[:SAME_AS]-(m:Mention)<-[:ABOUT]-(e:Referral) "
    "MATCH (e)<-[:SAYS]-(r:Record) "
    "RETURN family, p.uid AS person, p.full_name AS person_name, f.restricted AS restricted, e.uid AS referral, e.referred_on AS referred_on, "
    "e.outcome AS outcome, e.reason AS reason, e.guarded AS guarded, r.file_key AS record, r.recorded_on AS recorded_on, r.form AS form, "
    "r.restricted AS record_restricted, [(e)-[:FROM]->(sender:Organisation) | sender.full_name] AS senders, "
    "[(e)-[:TO]->(receiver:Organisation) | receiver.full_name] AS receivers, [(r)-[:FROM]->(source:Source) | source.agency] AS agencies "
    "ORDER BY family, person, referred_on, record, referral"
)
NAMES = "UNWIND $families AS family MATCH (f:Family {uid: family}) RETURN family, f.full_name AS full_name ORDER BY family"


@dataclass(frozen=True)
class Beside:
    """What stands beside one family."""

    full_name: str | None
    known_to: tuple[Acquaintance, ...]
    """Who knows them now, strongest and latest first."""
    changed: tuple[str, ...]
    questions: tuple[str, ...]


def beside(families: Collection[str], since: date, until: date, asked: Asked) -> dict[str, Beside]:
    """What stands beside each of some families, over the days from one to another."""
    given = sorted(families)
    names = {row["family"]: row["full_name"] for row in asked.place.rows(NAMES, families=given)} if given else {}
    known, referred = _grouped(KNOWN, given, asked), _grouped(REFERRED, given, asked)
    found = {}
    for family in given:
        every = acquaintances(known[family], asked)
        current = tuple(one for one in every if one.status == "current")
        changed = [*_workers_changed(every, since, until), *_referrals_changed(referred[family], since, until, asked)]
        found[family] = Beside(names.get(family), current, tuple(changed), tuple(_questions(every, referred[family], asked)))
    return found


def _grouped(text: str, families: Sequence[str], asked: Asked) -> dict[str, list[Row]]:
    grouped: dict[str, list[Row]] = defaultdict(list)
    for row in asked.place.rows(text, families=families) if families else []:
        grouped[row["family"]].append(row)
    return grouped


def _workers_changed(known: Sequence[Acquaintance], since: date, until: date) -> list[str]:
    """Who came to know them, and who ended."""
    told = []
    for one in known:
        if one.first_contact and since <= one.first_contact <= until:
            told.append(f"{one.first_contact.isoformat()}: {one.full_name} began ({one.capacity or 'in touch'})")
        if one.ended and since <= one.ended <= until:
            told.append(f"{one.ended.isoformat()}: {one.full_name} ended ({one.capacity or 'in touch'})")
    return sorted(told)


def _chains(rows: Sequence[Row], asked: Asked) -> list[tuple[Row, Referred]]:
    people: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        people[row["person"]].append(row)
    return [(many[0], one) for many in people.values() for one in referrals_of(many, asked.as_of)]


def _referrals_changed(rows: Sequence[Row], since: date, until: date, asked: Asked) -> list[str]:
    told = []
    for row, one in _chains(rows, asked):
        if one.on and since <= one.on <= until:
            receiver = discretion.body_shown(one.receiver, row, asked) or "somebody"
            told.append(f"{one.on.isoformat()}: {row['person_name'] or 'somebody'} referred to {receiver}: {one.came_to}")
    return sorted(told)


def _questions(known: Sequence[Acquaintance], rows: Sequence[Row], asked: Asked) -> list[str]:
    """What a huddle should settle, each as a question."""
    current = [one for one in known if one.status == "current" and one.strength == "relationship"]
    told = []
    if not current:
        told.append("Who knows this family now? Nobody has been in touch within the months that count")
    elif not any("lead" in one.capacity.lower() for one in current if not one.informal):
        told.append("Who leads for this family? Nobody who knows them now is said to")
    early = months_before(asked.as_of, UNANSWERED_FOR)
    taken = {row["person"] for row, one in _chains(rows, asked) if one.came_to == ACCEPTED and one.on and one.on >= early}
    for row, one in _chains(rows, asked):
        receiver = discretion.body_shown(one.receiver, row, asked) or "somebody"
        if one.on is None or one.on < early:
            continue
        who = row["person_name"] or "somebody"
        if one.came_to in (UNANSWERED, "not said"):
            told.append(f"What does {receiver} say to the referral of {who} of {one.on.isoformat()}?")
        elif one.came_to in (REFUSED, SIGNPOSTED) and row["person"] not in taken:
            told.append(f"Who takes {who} on, whom {receiver} turned away on {one.on.isoformat()}?")
    return told
