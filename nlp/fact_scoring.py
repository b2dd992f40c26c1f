"""How many of the facts that a person read out of notes are found in them, by kind, through the published code list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from nlp.assertions import polarity
from nlp.codelist import signals
from nlp.extraction import Extraction
from nlp.outcomes import outcomes

Fact = Mapping[str, Any]
"""{note, quote, kind} and what its kind has: signal and polarity, relation, outcome."""
Place = tuple[int, int]
KINDS = ("signal", "relation", "supports", "referral")
TIES = {
    "relation": ("KIN", "NAMED_AS", "LIVES_WITH"),
    "supports": ("SUPPORTS", "KNOWS"),
    "referral": ("REFERRED_TO",),
}


@dataclass
class Tally:
    """One kind's counts: facts, those quoted in a note, those found, those found as they are meant; and what we found."""

    facts: int = 0
    quoted: int = 0
    found: int = 0
    agreeing: int = 0
    told: int = 0
    """All that was found of this kind in the notes."""
    right: int = 0
    """Of that, what stands in the quote of a fact of this kind."""

    @property
    def recall(self) -> float:
        """The share of the quoted facts that were found."""
        return self.found / self.quoted if self.quoted else 0.0

    @property
    def precision(self) -> float:
        """The share of what was found that is a fact listed; notes say more than any list, so it is a floor."""
        return self.right / self.told if self.told else 0.0


@dataclass(frozen=True)
class Told:
    """One thing found: its kind, where its words stand, its codes and how it is meant."""

    kind: str
    places: tuple[Place, ...]
    codes: frozenset[str]
    meant: str | None = None


def score_facts(facts: Iterable[Fact], texts: Mapping[str, str], read: Mapping[str, Extraction]) -> dict[str, Tally]:
    """The tallies of all kinds; facts of notes that are not among the texts are left out."""
    tallies = {kind: Tally() for kind in KINDS}
    told = {note: list(everything(found)) for note, found in read.items()}
    right: set[tuple[str, int]] = set()
    for fact in facts:
        if fact["kind"] not in tallies or fact["note"] not in texts:
            continue
        tally = tallies[fact["kind"]]
        tally.facts += 1
        place = located(texts[fact["note"]], fact["quote"])
        tally.quoted += place is not None
        fits = [number for number, one in enumerate(told[fact["note"]]) if place is not None and is_of(one, fact, place)]
        right |= {(fact["note"], number) for number in fits}
        tally.found += bool(fits)
        tally.agreeing += any(agrees(told[fact["note"]][number], fact) for number in fits)
    for note, things in told.items():
        for number, one in enumerate(things):
            tallies[one.kind].told += 1
            tallies[one.kind].right += (note, number) in right
    return tallies


def everything(found: Extraction) -> Iterator[Told]:
    """All that was found in a note of the kinds that facts have."""
    places = {e.id: (e.start, e.end) for e in found.entities}
    for entity in found.entities:
        if entity.label == "NEED":
            yield Told("signal", ((entity.start, entity.end),), frozenset({entity.code or ""}), polarity(entity))
    for relation in found.relations:
        kind = next((kind for kind, types in TIES.items() if relation.type in types), None)
        ends = tuple(places[one] for one in (relation.head, relation.tail) if one in places)
        if kind is not None:
            yield Told(kind, ends, frozenset({relation.kin or ""}), relation.result)
    for contact in found.contacts:
        yield Told("supports", ((contact.start, contact.end),), frozenset())
    for meeting in found.meetings:
        yield Told("supports", ((meeting.start, meeting.end),), frozenset())


def is_of(one: Told, fact: Fact, place: Place) -> bool:
    """Whether something found is what a fact tells, by kind, place and code."""
    if one.kind != fact["kind"] or not any(start < place[1] and place[0] < end for start, end in one.places):
        return False
    return one.kind != "signal" or not one.codes.isdisjoint(covering(fact["signal"]))


def agrees(one: Told, fact: Fact) -> bool:
    """Whether it is meant as the fact says: polarity of a signal, what came of a referral, which relative."""
    if one.kind == "signal":
        return bool(one.meant == fact["polarity"])
    if one.kind == "referral":
        label = outcomes()[one.meant or "none"]["label"].lower()
        return bool(label == str(fact["outcome"]).lower().replace("_", " "))
    if one.kind == "relation":
        return any(code and str(fact["relation"]).replace("-", "_").startswith(code) for code in one.codes)
    return True


def covering(signal: str) -> set[str]:
    """The codes of ours that stand for a signal of another list, or for one of our own.

    >>> covering("falls")
    {'fall'}
    """
    return {code for code, one in signals().items() if signal in (code, *one.harrowdale)}


def located(text: str, quote: str) -> Place | None:
    """Where a quoted fact stands in its note, whatever its white space.

    >>> located("She is  well.", "is well")
    (4, 12)
    """
    words, wanted = "".join(text.split()), "".join(quote.split())
    at = words.find(wanted) if wanted else -1
    if at < 0:
        return None
    places = [place for place, char in enumerate(text) if not char.isspace()]
    return places[at], places[at + len(wanted) - 1] + 1
