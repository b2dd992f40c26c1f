"""Who works with whom among a place's bodies: every occasion that a record tells of, counted once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations

from rapidfuzz import fuzz

from queries.body_register import Body, BodyRegister, body_register
from queries.question import Asked, Evidence, Row

WROTE = "wrote the note"
"""The capacity of a note's author."""
EMPLOYED = (
    "MATCH (w:Practitioner)-[:WORKS_FOR]->(o:Organisation) WHERE w.full_name IS NOT NULL "
    "RETURN w.full_name AS full_name, o.uid AS employer ORDER BY full_name, employer"
)
ALIKE = 90
MEETING, REFERRAL, NOTE = "meeting", "referral", "note"


@dataclass(frozen=True)
class Occasion:
    """One time that two bodies worked together."""

    kind: str
    """meeting: one record names workers of both with the same family; referral; or note."""
    sender: str
    """Of a referral, who sent it; else the first of the two."""
    receiver: str
    happened_on: date | None
    record: str
    words: str | None = None
    accepted: bool = False


@dataclass
class Partnership:
    """Two bodies and all their occasions."""

    one: Body
    other: Body
    occasions: list[Occasion] = field(default_factory=list)

    def count(self, kind: str) -> int:
        """How many occasions there were of a kind."""
        return sum(one.kind == kind for one in self.occasions)

    def evidence(self) -> tuple[Evidence, ...]:
        """The records that tell, with the words of those that have any."""
        found = {Evidence(one.record, one.happened_on, one.words, capacity=one.kind) for one in self.occasions}
        return tuple(sorted(found, key=lambda one: (one.record, one.capacity or "", one.words or "")))


def partnerships(rows: Sequence[Row], asked: Asked) -> tuple[list[Partnership], BodyRegister]:
    """Every two bodies that a record shows working together up to a day, with the bodies they were found among.

    What restricted records tell, or is told of restricted people, counts for a cleared caller alone.
    """
    register = body_register(asked.place)
    seen = [row for row in rows if _seen(row, asked)]
    found: dict[tuple[str, str], Partnership] = {}
    for occasion in _once((*_referrals(seen, register), *_stated(seen, register), *_together(seen, register, asked))):
        key = (min(occasion.sender, occasion.receiver), max(occasion.sender, occasion.receiver))
        if key[0] != key[1]:
            bodies = register.bodies[key[0]], register.bodies[key[1]]
            found.setdefault(key, Partnership(*bodies)).occasions.append(occasion)
    return list(found.values()), register


def _seen(row: Row, asked: Asked) -> bool:
    day = row["happened_on"] or row["recorded_on"]
    return (day is None or day <= asked.as_of) and (asked.cleared or not (row["restricted"] or row["record_restricted"]))


def _once(occasions: Iterable[Occasion]) -> list[Occasion]:
    """Each occasion once: a record may tell of it line by line."""
    kept: dict[tuple[str, str, str, str], Occasion] = {}
    for one in occasions:
        ends = (
            (one.sender, one.receiver) if one.kind == REFERRAL else (min(one.sender, one.receiver), max(one.sender, one.receiver))
        )
        kept.setdefault((one.kind, *ends, one.record), one)
    return list(kept.values())


def _referrals(rows: Iterable[Row], register: BodyRegister) -> Iterator[Occasion]:
    """Referrals of registers; what a note tells of one is said by the note."""
    for row in rows:
        sender, receiver = register.of(row["one"]), register.of(row["other"])
        if row["kind"] == "referral" and row["form"] != "note" and sender and receiver:
            accepted = row["outcome"] == "accepted"
            yield Occasion(REFERRAL, sender.uid, receiver.uid, row["happened_on"], row["record"], accepted=accepted)


def _stated(rows: Iterable[Row], register: BodyRegister) -> Iterator[Occasion]:
    for row in rows:
        one, other = register.of(row["one"]), register.of(row["other"])
        if row["kind"] == "stated" and one and other:
            yield Occasion(NOTE, one.uid, other.uid, row["happened_on"] or row["recorded_on"], row["record"], row["words"])


def _together(rows: Sequence[Row], register: BodyRegister, asked: Asked) -> Iterator[Occasion]:
    """Bodies whose workers one record names with the same people; of a note, its author's with each other one's.

    A source that states partnerships outright is not second-guessed.
    """
    stating = {row["source"] for row in rows if row["kind"] == "stated"}
    named: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row["kind"] == "together" and row["source"] not in stating:
            named[row["record"]].append(row)
    employers = _employers(asked, register)
    for record, told in named.items():
        note = told[0]["form"] == "note"
        bodies = {body.uid for row in told if (body := _employer(row, register, employers))}
        first = {body.uid for row in told if row["role"] == WROTE and (body := _employer(row, register, employers))}
        for one, other in combinations(sorted(bodies), 2):
            if not note or not first or one in first or other in first:
                day = max((row["happened_on"] for row in told if row["happened_on"]), default=told[0]["recorded_on"])
                yield Occasion(NOTE if note else MEETING, one, other, day, record)


def _employers(asked: Asked, register: BodyRegister) -> Mapping[str, dict[str, str]]:
    """By surname, the whole names of workers whose employer records tell, with their bodies."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for row in asked.place.rows(EMPLOYED):
        if (body := register.of(row["employer"])) is not None:
            found[_surname(row["full_name"])][row["full_name"]] = body.uid
    return found


def _employer(row: Row, register: BodyRegister, employers: Mapping[str, dict[str, str]]) -> Body | None:
    """Whom a worker works for: by their record, else as the only one of their name, else by their role."""
    if (body := register.of(row["one"])) is not None:
        return body
    bodies = {uid for name, uid in employers.get(_surname(row["worker"]), {}).items() if _same_name(name, row["worker"])}
    if len(bodies) == 1:
        return register.of(next(iter(bodies)))
    return register.by_role(row["role"])


def _surname(name: str) -> str:
    return name.split()[-1].lower() if name.split() else ""


def _same_name(one: str, other: str) -> bool:
    """Whether two names of one surname can be one worker's: forenames alike, or one an initial of the other."""
    first, second = one.split()[0].strip(".").lower(), other.split()[0].strip(".").lower()
    short, long = sorted((first, second), key=len)
    return long.startswith(short) if len(short) == 1 else fuzz.ratio(first, second) >= ALIKE
