"""The whole way from a note to what it says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property

from spacy.language import Language
from spacy.tokens import Doc

from nlp.assertions import assert_needs
from nlp.bodies import find_bodies, find_places, find_triggered, find_venues, known
from nlp.clauses import split
from nlp.dates import find_dates
from nlp.extraction import Entity, Extraction
from nlp.gazetteer import Gazetteer
from nlp.model import load_model
from nlp.people import find_people
from nlp.phrasebook import Hit
from nlp.reading import Reading, experiencers, read_people
from nlp.relations import find_relations
from nlp.spans import Span, choose, free
from nlp.vocabulary import Vocabulary, vocabulary

LETTERS = {"PERSON": "p", "FAMILY": "f", "ROLE": "r", "ORG": "o", "PLACE": "a", "DATE": "d", "NEED": "n", "PROCESS": "x"}
LONE_KIN = re.compile(r"child|parent|twins?", re.IGNORECASE)
AUXILIARY = re.compile(r"(?:(?:has|have|had|was|were|is|are|been|being|be|seemed|appeared)\s+)+(?=\w)", re.IGNORECASE)
AGAIN = re.compile(r"\s+again$", re.IGNORECASE)
OWNED = re.compile(
    r"(?:\b(?:his|her|their|my|our|one|two|three|first|second|third|lone|single|only|youngest|oldest|eldest|other)|'s|\d)\s+$",
    re.IGNORECASE,
)


class Extractor:
    """Reads notes; the model is loaded at the first note and kept."""

    def __init__(self, model: str = "en_core_web_sm", gazetteer: Gazetteer | None = None) -> None:
        self.model = model
        self.gazetteer = gazetteer or Gazetteer()

    @cached_property
    def nlp(self) -> Language:
        """The spaCy pipeline; raises ModelMissing where none is installed."""
        return load_model(self.model)

    def extract(self, text: str, note_date: date | None = None) -> Extraction:
        """The entities and relations of one note; relative dates count from `note_date`."""
        return self.read(self.nlp(text), note_date)

    def extract_many(self, notes: Iterable[tuple[str, date | None]], processes: int = 1) -> Iterator[Extraction]:
        """The same for many notes, in their order."""
        for doc, note_date in self.nlp.pipe(notes, as_tuples=True, n_process=processes):
            yield self.read(doc, note_date)

    def read(self, doc: Doc, note_date: date | None) -> Extraction:
        """A parsed note to its extraction."""
        text, words = doc.text, vocabulary()
        if not text.strip():
            return Extraction()
        votes = [Span(e.start_char, e.end_char, "PERSON") for e in doc.ents if e.label_ == "PERSON"]
        fixed = find_fixed(text, words, self.gazetteer, note_date, votes)
        names = {**self.gazetteer.people, **self.gazetteer.practitioners}
        sure = [span for span in known(text, names, "PERSON") if free(span, fixed)]
        people = find_people(text, fixed, words, votes, sure)
        return assemble(text, choose([fixed, people]))


def find_fixed(text: str, words: Vocabulary, gazetteer: Gazetteer, note_date: date | None, votes: list[Span]) -> list[Span]:
    """Everything that can be found without knowing who is named: all labels but PERSON."""
    dates = find_dates(text, note_date)
    places = find_places(text, words)
    needs = [trim(text, hit) for hit in words.needs.find(text)]
    kin = [Span(h.start, h.end, "FAMILY", h.value) for h in words.kin.find(text) if is_kin(text, h.start, h.end)]
    roles = [Span(h.start, h.end, "ROLE") for h in words.roles.find(text)]
    processes = [
        Span(h.start, h.end, "PROCESS") for h in words.processes.find(text) if not re.match(r"[-/]\d", text[h.end : h.end + 2])
    ]
    bodies = find_bodies(text, words, gazetteer)
    addresses = [span for span in places if re.match(r"[\d\w]*\d", text[span.start : span.end])]
    venues = [*places, *find_venues(text, words), *find_triggered(text, words, votes)]
    return choose([addresses, [*dates, *roles, *bodies, *kin, *needs, *processes], venues])


def trim(text: str, hit: Hit) -> Span:
    """A need without the helping verb before it or "again" after it."""
    lead = AUXILIARY.match(text[hit.start : hit.end])
    tail = AGAIN.search(text[hit.start : hit.end])
    start = hit.start + (lead.end() if lead else 0)
    end = hit.start + tail.start() if tail else hit.end
    return Span(start, end, "NEED", hit.value.removeprefix("-"), absent=hit.value.startswith("-"))


def is_kin(text: str, start: int, end: int) -> bool:
    """Whether a kin word names a relative here: "her child", not "the child"."""
    after = text[end : end + 12]
    if re.match(r"[ -](?:agenc|organisation|evening|line|group|council|teacher|carer|support work|worker|bank)", after):
        return False
    return not LONE_KIN.fullmatch(text[start:end]) or bool(OWNED.search(text[:start]))


def assemble(text: str, spans: list[Span]) -> Extraction:
    """Spans to entities with their flags, joins and relations."""
    sentences = split(text)
    ids = number(spans)
    reading: Reading = read_people(text, spans, sentences)
    needs = [span for span in spans if span.label == "NEED"]
    asserted = assert_needs(text, needs, sentences)
    bearers = experiencers(reading, needs)
    entities = []
    for span in spans:
        same = reading.joined.get(span)
        flags = asserted.get(span)
        bearer = bearers.get(span)
        entities.append(
            Entity(
                id=ids[span],
                label=span.label,
                start=span.start,
                end=span.end,
                text=text[span.start : span.end],
                code=span.value if span.label == "NEED" else None,
                iso=span.iso,
                negated=bool(flags and flags.negated),
                hypothetical=bool(flags and flags.hypothetical),
                historical=bool(flags and flags.historical),
                experiencer=(ids[bearer] if bearer else "subject") if span.label == "NEED" else None,
                same_as=ids[same] if same else None,
            )
        )
    return Extraction(tuple(entities), tuple(find_relations(reading, ids)))


def number(spans: list[Span]) -> dict[Span, str]:
    """An id for each span: p1, p2, f1 in reading order."""
    counts: dict[str, int] = {}
    ids = {}
    for span in spans:
        letter = LETTERS[span.label]
        counts[letter] = counts.get(letter, 0) + 1
        ids[span] = f"{letter}{counts[letter]}"
    return ids
