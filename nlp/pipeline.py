"""The whole way from a note to what it says."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from nlp.components import ORDER, register
from nlp.components.telling import FOUND
from nlp.draft import DAY
from nlp.extraction import Contact, Entity, Extraction, Meeting, Relation
from nlp.gazetteer import Gazetteer
from nlp.known import Known
from nlp.model import load_model
from nlp.normaliser import Plain, normalise
from nlp.pages import pages
from nlp.workers import spread

Note = tuple[str, date | None]
Page = tuple[int, int, Plain]
"""The note's number, where the page begins in it, and its words written out."""


class Extractor:
    """Reads notes; the model is loaded at the first note and kept."""

    def __init__(self, model: str = "en_core_web_sm", gazetteer: Gazetteer | None = None) -> None:
        self.model = model
        self.gazetteer = gazetteer or Gazetteer()

    @cached_property
    def nlp(self) -> Language:
        """The spaCy pipeline, the model's and ours; raises ModelMissing where none is installed."""
        register()
        nlp = load_model(self.model)
        for name in ORDER:
            nlp.add_pipe(name)
        gazetteers: Any = nlp.get_pipe("kith_gazetteers")
        names: Any = nlp.get_pipe("kith_names")
        gazetteers.bodies = Known(self.gazetteer.organisations, "ORG")
        names.people = Known({**self.gazetteer.people, **self.gazetteer.practitioners}, "PERSON")
        return nlp

    def extract(self, text: str, note_date: date | None = None) -> Extraction:
        """The entities and relations of one note; relative dates count from `note_date`."""
        return next(self.extract_many([(text, note_date)]))

    def extract_many(self, notes: Iterable[Note], processes: int = 1, anew: bool = False) -> Iterator[Extraction]:
        """The same for many notes, in their order, by one or several processes (`anew` as `spread` has it)."""
        if processes > 1:
            yield from spread(self, notes, processes, anew)
            return
        ours, theirs = itertools.tee(notes)
        docs = self.nlp.pipe(self.docs(theirs), as_tuples=True)
        read = itertools.groupby(docs, key=lambda pair: pair[1][0])
        for (text, _), (_, group) in zip(ours, read, strict=True):
            yield gather(text, group)

    def docs(self, notes: Iterable[Note]) -> Iterator[tuple[Doc, Page]]:
        """The pages of notes as documents, each with its place."""
        for number, (text, day) in enumerate(notes):
            for start, page in pages(text):
                plain = normalise(page)
                doc = self.nlp.make_doc(plain.text)
                if day is not None:
                    doc.user_data[DAY] = day.isoformat()
                yield doc, (number, start, plain)


def gather(text: str, read: Iterable[tuple[Doc, Page]]) -> Extraction:
    """A note's pages as one extraction, with places and words of the note itself."""
    entities: list[Entity] = []
    relations: list[Relation] = []
    contacts: list[Contact] = []
    meetings: list[Meeting] = []
    for turn, (doc, (_, start, plain)) in enumerate(read):
        found = doc.user_data[FOUND]
        prefix = f"{turn}." if turn else ""
        entities += [entity_of(text, row, start, plain, prefix) for row in found["entities"]]
        relations += [relation_of(row, prefix) for row in found["relations"]]
        contacts += [Contact(**row | placed(row, start, plain) | {"who": named(row["who"], prefix)}) for row in found["contacts"]]
        meetings += [
            Meeting(present=tuple(named(one, prefix) for one in row["present"]), **placed(row, start, plain))
            for row in found["meetings"]
        ]
    return Extraction(tuple(entities), tuple(relations), tuple(contacts), tuple(meetings))


def placed(row: dict[str, Any], start: int, plain: Plain) -> dict[str, int]:
    """Where a row's words stand in the note."""
    begin, end = (start + place for place in plain.back(row["start"], row["end"]))
    return {"start": begin, "end": end}


def entity_of(text: str, row: dict[str, Any], start: int, plain: Plain, prefix: str) -> Entity:
    """An entity at its place in the note; ids of later pages bear the page's number."""
    begin, end = (start + place for place in plain.back(row["start"], row["end"]))
    more: dict[str, Any] = {k: v for k, v in row.items() if k not in ("start", "end", "iso")}
    for name in ("id", "same_as", "experiencer", "said_by"):
        if more.get(name):
            more[name] = named(more[name], prefix)
    iso = date.fromisoformat(row["iso"]) if "iso" in row else None
    return Entity(**more, start=begin, end=end, text=text[begin:end], iso=iso)


def relation_of(row: dict[str, Any], prefix: str) -> Relation:
    """A relation with ids of its page."""
    return Relation(**row | {"head": named(row["head"], prefix), "tail": named(row["tail"], prefix)})


def named(id: str, prefix: str) -> str:
    """An id of a later page with the page's number before it."""
    return id if id == "subject" else prefix + id
