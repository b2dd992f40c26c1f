"""Who is named in a note: practitioners, residents and relatives, and whom of those the graph knows each means."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ingest.cleaners import Context
from ingest.cleaners.names import practitioner_name
from ingest.meant.choice import NOBODY, Candidate, Choice
from ingest.meant.circle import Circle
from ingest.nodes import practitioner
from ingest.notes.telling import Telling
from nlp.extraction import SUBJECT, Entity, Relation

HELPING = ("SUPPORTS", "KNOWS")
TITLE = re.compile(r"(?<!\w)(Mr|Mrs|Ms|Miss|Mx)\.? $", re.IGNORECASE)
MANY = re.compile(r".*(?:s|children|kids|twins)$", re.IGNORECASE)
"""A kin word for several people, whom no one mention can stand for."""
AUTHOR = "author"
IN_FULL = 0.9
"""So sure is only a full name, or one with an initial, that words beside it do not count against it."""
RECEIVED = re.compile(r"(?im)^(?:to|cc|bcc)\s*:.*$")


@dataclass
class People:
    """The mentions and practitioners of a note by the ids of what was found in it."""

    workers: dict[str, str] = field(default_factory=dict)
    """Practitioners; the writer under `author`."""
    mentions: dict[str, str] = field(default_factory=dict)
    """Residents and relatives; whom the note is about under `subject`."""
    meant: dict[str, Candidate] = field(default_factory=dict)
    """By mention: who that is in the graph."""

    def sure(self, mention: str) -> float:
        """How sure it is whom a mention means; of somebody new only the words count."""
        return self.meant[mention].sure if mention in self.meant else 1.0


def people_of(telling: Telling, circle: Circle, decisions: Mapping[str, str | None], context: Context) -> People:
    """The people of a note, each said as a node."""
    people = People()
    _say_workers(telling, circle, people, context)
    naming = _Naming(telling, circle, decisions, people)
    for entity in telling.people():
        if entity.id not in people.workers:
            naming.say_person(entity)
    naming.say_subject()
    naming.say_relatives()
    return people


def _say_workers(telling: Telling, circle: Circle, people: People, context: Context) -> None:
    """Whoever has a role, works for a body, helps, or is a practitioner that records know; and the writer."""
    found = telling.found.relations
    employers = {r.head: telling.entities[r.tail].text for r in found if r.type == "WORKS_FOR" and r.tail in telling.entities}
    roles = {r.head for r in found if r.type in ("HAS_ROLE", "WORKS_FOR")}
    known = {r.head for r in found if r.type == "KNOWS"}
    helpers = {r.head for r in found if r.type == "SUPPORTS"} | {one for one in known if " " in telling.words(one)}
    listed = {one for meeting in telling.found.meetings for one in meeting.present}
    relatives = {end for r in found if r.type in ("KIN", "NAMED_AS") for end in (r.head, r.tail)} - roles
    for entity in telling.people():
        meant = circle.practitioner(entity.text) if entity.id not in relatives else None
        person = circle.person(entity.text, title_of(telling, entity))
        resident = entity.id in relatives or person != NOBODY
        if person.meant is not None and person.meant.sure >= IN_FULL and meant is None:
            continue
        works = entity.id in roles or (meant is not None and (not resident or meant.sure >= IN_FULL))
        stranger = not resident and (
            entity.id in helpers or (entity.id in listed and " " in entity.text and not circle.shares_name(entity.text))
        )
        if works or stranger:
            people.workers[entity.id] = _worker(telling, entity.text, meant, employers.get(entity.id))
    for entity in telling.found.entities:
        if entity.label == "ROLE" and (one := circle.in_role(entity.text)) is not None:
            people.workers[entity.id] = _worker(telling, one.full_name, one, None)
    _say_author(telling, circle, people, context)


def _say_author(telling: Telling, circle: Circle, people: People, context: Context) -> None:
    header = telling.header
    if author := practitioner_name([header.author], context):
        people.workers[AUTHOR] = _worker(telling, author, circle.practitioner(author), None)
        return
    if header.initials and (known := circle.initialled(header.initials)) is not None:
        people.workers[AUTHOR] = _worker(telling, known.full_name, known, None)
        return
    end = telling.heading_end
    others = [line.span() for line in RECEIVED.finditer(telling.text[:end])]
    inside = [e for e in telling.people() if e.start < end and not any(a <= e.start < b for a, b in others)]
    named = {people.workers[e.id] for e in inside if e.id in people.workers}
    if len(named) == 1:
        people.workers[AUTHOR] = named.pop()


def _worker(telling: Telling, name: str, known: Candidate | None, employer: str | None) -> str:
    full_name, organisation = (known.full_name, known.organisation) if known else (name, employer)
    made = practitioner(full_name, organisation, telling.agency, (), {})
    assert made is not None
    return telling.made(made)


def title_of(telling: Telling, entity: Entity) -> str:
    """The title that stands before a name."""
    found = TITLE.search(telling.text[max(0, entity.start - 6) : entity.start])
    return found[1] if found else ""


@dataclass
class _Naming:
    telling: Telling
    circle: Circle
    decisions: Mapping[str, str | None]
    people: People

    def say_person(self, entity: Entity) -> None:
        """Somebody who is named."""
        choice = self.circle.person(entity.text, title_of(self.telling, entity))
        for relation in self._naming_kin(entity):
            choice = self._agreeing(choice, self._relative(relation))
        self.people.mentions[entity.id] = self._say(entity.text, entity.text, choice)

    def say_subject(self) -> None:
        """Whom the note is about: by its number, else the first who is named."""
        mentions, subject = self.people.mentions, self.circle.subject
        if subject is not None and subject.uid not in {one.uid for one in self.people.meant.values()}:
            mentions[SUBJECT] = self._say("subject", None, Choice(subject))
        if SUBJECT not in mentions and mentions:
            mentions[SUBJECT] = next(iter(mentions.values()))

    def say_relatives(self) -> None:
        """Relatives: those who are named stand for their names; others are looked for among the kin of whom they are of."""
        for relation in self.telling.found.relations:
            if relation.type == "NAMED_AS" and relation.tail in self.people.mentions:
                self.people.mentions.setdefault(relation.head, self.people.mentions[relation.tail])
        for relation in self.telling.found.relations:
            family = self.telling.entities.get(relation.head)
            if relation.type != "KIN" or family is None or family.id in self.people.mentions or MANY.match(family.text):
                continue
            self.people.mentions[family.id] = self._say(self._field(family), None, self._relative(relation))

    def _field(self, family: Entity) -> str:
        """A kin word as the key of a mention; a second "mum" is another person's."""
        words = family.text.lower()
        taken = sum(1 for uid in self.telling.nodes if uid.rpartition("/")[2].split("~")[0] == words)
        return f"{words}~{taken + 1}" if taken else words

    def _naming_kin(self, entity: Entity) -> Iterator[Relation]:
        """The kin ties of whoever is named by a kin word."""
        named = {r.head for r in self.telling.found.relations if r.type == "NAMED_AS" and r.tail == entity.id}
        yield from (r for r in self.telling.found.relations if r.type == "KIN" and r.head in named)

    def _relative(self, relation: Relation) -> Choice:
        """Whom a kin word means, where its owner is known."""
        owner = self.people.mentions.get(relation.tail)
        meant = self.people.meant.get(owner) if owner else None
        if meant is None and (entity := self.telling.entities.get(relation.tail)) is not None and entity.label == "PERSON":
            meant = self.circle.person(entity.text, title_of(self.telling, entity)).meant
        return self.circle.relative(relation.kin or "", meant.uid) if meant is not None else NOBODY

    def _agreeing(self, by_name: Choice, by_kin: Choice) -> Choice:
        """Somebody whom a name leaves open and a kin word settles, or the other way round."""
        if by_name.meant is not None:
            return by_name
        kin = {one.uid for one in (*by_kin.others, *filter(None, [by_kin.meant]))}
        both = [one for one in by_name.others if one.uid in kin]
        return Choice(both[0]) if len(both) == 1 else by_name

    def _say(self, field_name: str, shown: str | None, choice: Choice) -> str:
        """A mention, pointing at whom it means; or at those whom a person should choose from."""
        uid = f"{self.telling.record}/{field_name}"
        meant, others = self._decided(uid, choice)
        if meant is not None:
            self.people.meant[uid] = meant
        return self.telling.node(
            "Mention",
            uid,
            record=self.telling.record,
            field=field_name,
            full_name=meant.full_name if meant else shown,
            meant=meant.uid if meant else None,
            meant_sure=meant.sure if meant else None,
            meant_why=meant.why if meant else None,
            may_mean=[one.uid for one in others] or None,
            restricted=self.telling.restricted or None,
        )

    def _decided(self, uid: str, choice: Choice) -> tuple[Candidate | None, tuple[Candidate, ...]]:
        """What a person said of a mention, else what was chosen."""
        if uid not in self.decisions:
            return choice.meant, choice.others
        chosen = self.decisions[uid]
        return (self.circle.known(chosen) if chosen else None), ()
