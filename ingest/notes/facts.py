"""What a note says of kin, homes, attendance and referrals; only what it says is so, or was.

What it denies or thinks possible is no edge of the graph: it stays in the words of the note.
"""

import itertools
from typing import Any

from graph.statement import NodeSaid, uid_of
from graph.store import Store
from ingest.cleaners.geography import POSTCODE, house_of
from ingest.cleaners.names import folded
from ingest.meant.circle import Circle
from ingest.nodes import organisation_node
from ingest.notes.people import People
from ingest.notes.telling import Telling
from nlp.extraction import Entity, Relation
from nlp.ties.attendance import GENERIC

SURE = {"KIN": 0.8, "LIVES_WITH": 0.7, "LIVES_AT": 0.7, "ATTENDS": 0.7, "REFERRED_TO": 0.7}
"""What each is worth beside a record's own column; times how sure it is who is meant."""
HOMES = (
    "UNWIND $uids AS uid MATCH (f:Family {uid: uid})<-[:MEMBER_OF]-(p:Person)<-[:SAME_AS]-(m:Mention)-[l:LIVES_AT]->(a:Address) "
    "MATCH (m)<-[:SAYS]-(r:Record) WHERE r.form <> 'note' AND m.address IS NOT NULL "
    "RETURN DISTINCT a.uid AS uid, a.postcode AS postcode, a.address AS address, m.address AS written ORDER BY uid, written"
)


def say_facts(telling: Telling, people: People, store: Store, circle: Circle) -> None:
    """Every such fact between those whom the note names."""
    facts = _Facts(telling, people, store, circle)
    facts.say_kin()
    for relation in telling.relations("LIVES_AT", "ATTENDS", "REFERRED_TO"):
        to = telling.entities.get(relation.tail)
        if relation.head in people.mentions and to is not None:
            {"LIVES_AT": facts.say_home, "ATTENDS": facts.say_attendance, "REFERRED_TO": facts.say_referral}[relation.type](
                relation, people.mentions[relation.head], to
            )


class _Facts:
    def __init__(self, telling: Telling, people: People, store: Store, circle: Circle) -> None:
        self.telling, self.people, self.store, self.circle = telling, people, store, circle

    def say_kin(self) -> None:
        """A relative, and whoever lives with somebody: one edge between two, with both."""
        told: dict[tuple[str, str], dict[str, Any]] = {}
        mentions = self.people.mentions
        for relation in self.telling.relations("KIN", "LIVES_WITH"):
            of, other = relation.tail, relation.head
            if relation.type == "LIVES_WITH":
                of, other = other, of
            if of not in mentions or other not in mentions or mentions[of] == mentions[other]:
                continue
            if relation.type == "LIVES_WITH" and relation.historical:
                continue
            props = told.setdefault((mentions[of], mentions[other]), self._said(relation, mentions[of], mentions[other]))
            props |= {"kin": relation.kin} if relation.type == "KIN" else {"household": True}
        for (one, other), props in told.items():
            self.telling.edge("RELATED_TO", ("Mention", one), ("Mention", other), **props)

    def say_home(self, relation: Relation, mention: str, place: Entity) -> None:
        """An address: a known one of the family where it is the same door, else with its own postcode, else as written."""
        house = house_of(place.text)
        if house is None or place.label != "PLACE":
            return
        postcode = self._postcode(place)
        known = [row for row in self._homes() if same_door(place.text, row["written"])]
        if len({row["uid"] for row in known}) == 1:
            uid = self._address(known[0]["uid"], known[0]["postcode"], known[0]["address"])
        elif postcode:
            uid = self._address(uid_of("Address", postcode, house), postcode, f"{house}, {postcode}")
        else:
            uid = self._address(uid_of("Address", self.telling.record, folded(place.text)), None, place.text)
        self.telling.edge("LIVES_AT", ("Mention", mention), ("Address", uid), **self._ending(relation, mention))

    def say_attendance(self, relation: Relation, mention: str, body: Entity) -> None:
        """Goes to a body that has a name of its own."""
        if body.label == "ORG" and not GENERIC.fullmatch(body.text):
            node = organisation_node(body.text)
            self.telling.nodes[node.uid] = node
            said = {"last": self.telling.day, **self._ending(relation, mention)}
            self.telling.edge("ATTENDS", ("Mention", mention), ("Organisation", node.uid), **said)

    def say_referral(self, relation: Relation, mention: str, body: Entity) -> None:
        """Somebody was referred somewhere, with what came of it by the published codes."""
        if body.label != "ORG":
            return
        node = organisation_node(body.text)
        self.telling.nodes[node.uid] = node
        uid = uid_of("Referral", self.telling.record, str(body.start), mention)
        start, end = self.telling.sentence(self.telling.span(relation.head, relation.tail))
        self.telling.node(
            "Referral",
            uid,
            referred_on=self.telling.day,
            outcome=relation.result,
            reason=self.telling.text[start:end],
            **self._said(relation, mention),
        )
        self.telling.edge("ABOUT", ("Referral", uid), ("Mention", mention))
        self.telling.edge("TO", ("Referral", uid), ("Organisation", node.uid))

    def _said(self, relation: Relation, *mentions: str) -> dict[str, Any]:
        """Where in the note it stands, and how sure it is."""
        start, end = self.telling.span(relation.head, relation.tail)
        sure = SURE[relation.type]
        for mention in mentions:
            sure *= self.people.sure(mention)
        return {"span_from": start, "span_to": end, "sure": round(sure, 2)}

    def _ending(self, relation: Relation, mention: str) -> dict[str, Any]:
        """The same, of something that may be over by the day of the note."""
        ended = self.telling.day if relation.historical else None
        return {**self._said(relation, mention), "ended": ended}

    def _postcode(self, place: Entity) -> str | None:
        """The full postcode in an address or right after it."""
        found = POSTCODE.search(self.telling.text[place.start : place.end + 12].upper())
        return found.group() if found else None

    def _homes(self) -> list[dict[str, Any]]:
        uids = sorted(self.circle.about)
        return self.store.read(HOMES, uids=uids) if uids else []

    def _address(self, uid: str, postcode: str | None, address: str) -> str:
        props = {"address": address} | ({"postcode": postcode} if postcode else {})
        self.telling.nodes[uid] = NodeSaid("Address", uid, props, described=False)
        return uid


def same_door(one: str, other: str) -> bool:
    """Whether two addresses name one door: the number and the first word of the street.

    >>> same_door("12 Mill Rd", "12 Mill Road, Newtown"), same_door("12 Mill Rd", "14 Mill Road")
    (True, False)
    """
    words = [[folded(word) for word in text.replace(",", " ").split()] for text in (one, other)]
    doors = [next(((a, b) for a, b in itertools.pairwise(w) if a[:1].isdigit() and b.isalpha()), None) for w in words]
    return doors[0] is not None and doors[0] == doors[1]
