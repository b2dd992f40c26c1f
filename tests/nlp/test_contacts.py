"""Whom the writer of a note was with, and who was at one meeting."""

from __future__ import annotations

import pytest

from nlp.pipeline import Extractor

MET = [
    ("Visited Nasra Ali and her gran.", {"Nasra Ali", "gran"}),
    ("Nasra Ali seen. Her mum rings me most days.", {"Nasra Ali", "mum"}),
    ("I have known Nasra Ali since 2021.", {"Nasra Ali"}),
    ("Nasra, Omar and Layla home. Dad not seen.", {"Nasra", "Omar", "Layla"}),
    ("Omar says he is well.", {"Omar"}),
    ("Seen at home with mum and, on the phone, daughter Layla.", {"mum", "daughter", "Layla"}),
    ("Nasra Ali was not seen.", set()),
    ("Mum says Omar is home from hospital.", {"mum"}),
    ("Will visit Nasra Ali on Monday.", set()),
    ("Nasra Ali has rent arrears.", set()),
]


@pytest.mark.parametrize(("text", "people"), MET)
def test_whom_the_writer_met(extractor: Extractor, text: str, people: set[str]) -> None:
    found = extractor.extract(text)
    words = {e.id: e.text.lower() if e.label == "FAMILY" else e.text for e in found.entities}
    assert {words[one.who] for one in found.contacts} == people
    assert all(text[one.start : one.end].strip() for one in found.contacts)


def test_a_family_as_a_whole(extractor: Extractor) -> None:
    found = extractor.extract("Nasra Ali seen. I have been with this family since May.")
    assert [(one.whole, one.known) for one in found.contacts if one.whole] == [(True, True)]


def test_those_present_and_not_those_who_sent_apologies(extractor: Extractor) -> None:
    text = "Present: Ola Bell, Tunde Bakare, Gwen Hale. Apologies: Mira Shah\nKasia is well."
    found = extractor.extract(text)
    words = {e.id: e.text for e in found.entities}
    assert [[words[one] for one in meeting.present] for meeting in found.meetings] == [["Ola Bell", "Tunde Bakare", "Gwen Hale"]]


def test_a_role_named_once_is_the_same_person_later(extractor: Extractor) -> None:
    found = extractor.extract("HV Ann Moss rang about Nasra Ali. The HV visits Nasra weekly.")
    words = {e.id: e.text for e in found.entities}
    assert ("Ann Moss", "Nasra Ali") in {(words[r.head], words[r.tail]) for r in found.relations if r.type == "SUPPORTS"}
