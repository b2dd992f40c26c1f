"""Ties told in one or two sentences: sets of (type, head, tail, flags and values)."""

from __future__ import annotations

import pytest

from nlp.extraction import SUBJECT
from nlp.pipeline import Extractor

TOLD = [
    (
        "Nasra Ali lives with her gran, Khadra Ali.",
        {
            ("KIN", "gran", "Nasra Ali", "grandmother"),
            ("NAMED_AS", "gran", "Khadra Ali", ""),
            ("LIVES_WITH", "Nasra Ali", "gran", ""),
        },
    ),
    (
        "Health visitor Jo Marsh is supporting Nasra.",
        {("HAS_ROLE", "Jo Marsh", "Health visitor", ""), ("SUPPORTS", "Jo Marsh", "Nasra", "")},
    ),
    ("Nasra was referred to CAMHS, not accepted.", {("REFERRED_TO", "Nasra", "CAMHS", "declined")}),
    ("Nasra was referred to CAMHS and is on the waiting list.", {("REFERRED_TO", "Nasra", "CAMHS", "pending")}),
    ("Nasra was referred to CAMHS and has an appointment booked.", {("REFERRED_TO", "Nasra", "CAMHS", "accepted")}),
    ("Nasra attends Age UK.", {("ATTENDS", "Nasra", "Age UK", "")}),
    ("Nasra is not known to CSC.", {("ATTENDS", "Nasra", "CSC", "negated")}),
    ("Nasra is closed to CSC.", {("ATTENDS", "Nasra", "CSC", "historical")}),
    ("Nasra lives at 3 Mill Lane.", {("LIVES_AT", "Nasra", "3 Mill Lane", "")}),
    (
        "Social worker Tunde Bakare from CSC rang.",
        {("HAS_ROLE", "Tunde Bakare", "Social worker", ""), ("WORKS_FOR", "Tunde Bakare", "CSC", "")},
    ),
    ("DWP work coach rang.", {("WORKS_FOR", "work coach", "DWP", "")}),
    ("ref'd to Shelter.", {("REFERRED_TO", SUBJECT, "Shelter", "none")}),
    (
        "Nasra was referred to the Men's Shed and has started there.",
        {("REFERRED_TO", "Nasra", "Men's Shed", "accepted"), ("ATTENDS", "Nasra", "Men's Shed", "")},
    ),
    ("Nasra's case with the youth offending team closed in May.", {("ATTENDS", "Nasra", "youth offending team", "historical")}),
    ("Nasra joins Orchard Park Judo this week.", {("ATTENDS", "Nasra", "Orchard Park Judo", "")}),
    (
        "Nasra could not pay. I have asked Humber Debt Line to ring her.",
        {("REFERRED_TO", "Nasra", "Humber Debt Line", "none")},
    ),
    ("nasra low. tried the refuge - wouldnt take, full", {("REFERRED_TO", "nasra", "refuge", "declined")}),
    (
        "Volunteers Sue and Parveen bring Nasra over.",
        {
            ("HAS_ROLE", "Sue", "Volunteers", ""),
            ("HAS_ROLE", "Parveen", "Volunteers", ""),
            ("SUPPORTS", "Sue", "Nasra", ""),
            ("SUPPORTS", "Parveen", "Nasra", ""),
        },
    ),
    (
        "Nasra is alone. Support worker Aoife Kerr fills in forms with her.",
        {("HAS_ROLE", "Aoife Kerr", "Support worker", ""), ("SUPPORTS", "Aoife Kerr", "Nasra", "")},
    ),
    (
        "Nasra is alone. Support worker Aoife Kerr spoke with her.",
        {("HAS_ROLE", "Aoife Kerr", "Support worker", "")},
    ),
    ("A referral has gone to the Trussell Trust for Nasra.", {("REFERRED_TO", "Nasra", "Trussell Trust", "none")}),
]


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_relation(extractor: Extractor, text: str, told: set[tuple[str, str, str, str]]) -> None:
    extraction = extractor.extract(text)
    names = {e.id: e.text for e in extraction.entities} | {SUBJECT: SUBJECT}
    found = set()
    for tie in extraction.relations:
        flags = [flag for flag in ("negated", "hypothetical", "historical") if getattr(tie, flag)]
        more = "".join([tie.kin or "", tie.outcome or "", *flags])
        found.add((tie.type, names[tie.head], names[tie.tail], more))
    assert found == told


def test_repeats_point_at_the_main_mention(extractor: Extractor) -> None:
    entities = extractor.extract("Leanne Whitfield rang. Leanne was well. leanne agreed.").entities
    people = [e for e in entities if e.label == "PERSON"]
    assert [e.same_as for e in people] == [None, people[0].id, people[0].id]


def test_father_and_son_of_one_surname_are_two(extractor: Extractor) -> None:
    people = [e for e in extractor.extract("Mr Ali seen with son Yusuf Ali.").entities if e.label == "PERSON"]
    assert [e.same_as for e in people] == [None, None]


@pytest.mark.parametrize(
    ("text", "bearer"),
    [
        ("Marek seen. His mum is tearful.", "mum"),
        ("Marek was seen by his neighbour Joan and is lonely.", "Marek"),
        ("Behind with rent.", SUBJECT),
        ("Kasia's dad was arrested.", "dad"),
        ("Kasia seen. She is isolated.", "Kasia"),
    ],
)
def test_who_bears_the_need(extractor: Extractor, text: str, bearer: str) -> None:
    entities = extractor.extract(text).entities
    names = {e.id: e.text for e in entities} | {SUBJECT: SUBJECT}
    assert [names[e.experiencer or SUBJECT] for e in entities if e.label == "NEED"] == [bearer]
