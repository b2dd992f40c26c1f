"""Who knows whom by a note: told in it, met by its writer, present at one meeting, or written about."""

import itertools
from collections.abc import Iterator
from datetime import date

from ingest.meant.circle import Circle
from ingest.notes.people import AUTHOR, HELPING, People
from ingest.notes.telling import Span, Telling
from nlp.extraction import SUBJECT, Contact

HEAD = 200
"""The people a note is about are named within so many characters of its beginning."""
TOLD, MET, PRESENT, WRITTEN = 0.7, 0.7, 0.6, 0.7
"""What each is worth beside a tie in a record's own column."""
IN_TOUCH = 15
"""A note that names more practitioners is a list of them, and says of nobody that they were in touch."""
OPENING = 160
"""So much of a note shows whom it was written about."""


def say_ties(telling: Telling, people: People, circle: Circle) -> None:
    """Every tie of the note between somebody who helps and a resident, the plainest words for each first."""
    ties = _Ties(telling, people)
    ties.say_told()
    if AUTHOR in people.workers:
        ties.say_met(circle)
    ties.say_meetings()
    if AUTHOR in people.workers:
        ties.say_written(circle)
    ties.say_acquainted()


class _Ties:
    def __init__(self, telling: Telling, people: People) -> None:
        self.telling, self.people = telling, people
        found = telling.found.relations
        self.roles = {r.head: telling.entities[r.tail].text for r in found if r.type == "HAS_ROLE" and r.tail in telling.entities}

    def say_told(self) -> None:
        """Helping and knowing; a resident who knows a practitioner is known by them."""
        workers, mentions = self.people.workers, self.people.mentions
        for relation in self.telling.relations(*HELPING):
            worker, resident = relation.head, relation.tail
            if worker not in workers and relation.type == "KNOWS":
                worker, resident = resident, worker
            if worker in workers and resident in mentions:
                ended = self.telling.day if relation.historical else None
                span = self.telling.sentence(self.telling.span(relation.head, relation.tail))
                self._say(worker, mentions[resident], self.roles.get(worker, "named in a note"), span, TOLD, ended)

    def say_met(self, circle: Circle) -> None:
        """Whom the writer was with or says they know."""
        for contact in self.telling.found.contacts:
            for mention in self._whom(contact, circle):
                span = self.telling.sentence((contact.start, contact.end))
                self._say(AUTHOR, mention, "wrote the note", span, MET, None)

    def say_meetings(self) -> None:
        """Practitioners who are listed as present together with a resident, and the writer of the list.

        Of several residents the first-listed is whom a meeting is with; the rest may never have spoken to each other.
        """
        workers, mentions = self.people.workers, self.people.mentions
        for meeting in self.telling.found.meetings:
            present = [one for one in meeting.present if one in workers]
            if AUTHOR in workers and workers[AUTHOR] not in {workers[one] for one in present}:
                present.append(AUTHOR)
            for resident in [one for one in meeting.present if one in mentions][:1]:
                for worker in present:
                    role = self.roles.get(worker, "at a meeting")
                    self._say(worker, mentions[resident], role, (meeting.start, meeting.end), PRESENT, None)

    def say_written(self, circle: Circle) -> None:
        """Whoever writes a note about somebody knows them."""
        named = {e.id: e for e in self.telling.people()}
        headed = {i: uid for i, uid in self.people.mentions.items() if self._meant(uid) in circle.headed}
        head = min(HEAD, self.telling.heading_end)
        early = [uid for i, uid in headed.items() if i in named and named[i].start < head]
        for uid in dict.fromkeys(early or ([headed[SUBJECT]] if SUBJECT in headed else [])):
            self._say(AUTHOR, uid, "wrote the note", (0, min(OPENING, len(self.telling.text))), WRITTEN, None)

    def say_acquainted(self) -> None:
        """Practitioners whom one note names were in touch, or were told of each other."""
        named = sorted(set(self.people.workers.values()))
        if len(named) <= IN_TOUCH:
            for one, other in itertools.combinations(named, 2):
                self.telling.edge("KNOWS", ("Practitioner", one), ("Practitioner", other), last=self.telling.day)

    def _whom(self, contact: Contact, circle: Circle) -> Iterator[str]:
        """The mention of whoever was met; of a whole family, of all its members whom the note names."""
        mentions = self.people.mentions
        if not contact.whole:
            if contact.who in mentions:
                yield mentions[contact.who]
            return
        families = {uid: circle.family_of(one.uid) for uid, one in self.people.meant.items()}
        near = {family for family in families.values() if family in circle.about}
        if len(near) == 1:
            yield from (uid for uid in dict.fromkeys(mentions.values()) if families.get(uid) in near)

    def _meant(self, mention: str) -> str | None:
        return self.people.meant[mention].uid if mention in self.people.meant else None

    def _say(self, worker: str, mention: str, capacity: str, span: Span, sure: float, ended: date | None) -> None:
        start, end = span
        self.telling.edge(
            "SUPPORTS",
            ("Practitioner", self.people.workers[worker]),
            ("Mention", mention),
            capacity=capacity,
            last=self.telling.day,
            ended=ended,
            strength="relationship",
            words=" ".join(self.telling.text[start:end].split()),
            span_from=start,
            span_to=end,
            sure=round(sure * self.people.sure(mention), 2),
        )
