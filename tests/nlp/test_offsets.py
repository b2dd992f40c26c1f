"""Offsets hold, and spans stay apart, whatever a note is written in."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.extraction import SUBJECT
from nlp.pipeline import Extractor

PIECES = st.sampled_from(
    [
        "Mum",
        "Zo\u00eb ",
        "K.B.",
        "no rent arrears",
        "\U0001f600",
        "e\u0301",
        "\u202ehv",
        "CAMHS",
        "O\u2019Hare",
        " (",
        ")",
        "\n- ",
        "? ",
        "12/3/24",
        "\u00df",
        "\u0130",
        "M14 6PQ",
        "\u200d",
        "mr ",
        "ref to ",
        ", ",
        "'s ",
    ]
)
TEXTS = st.one_of(st.text(max_size=120), st.lists(st.one_of(PIECES, st.text(max_size=6)), max_size=14).map("".join))


@settings(max_examples=120, deadline=None)
@given(TEXTS)
def test_every_span_is_its_text(text: str) -> None:
    extraction = EXTRACTOR.extract(text)
    ids = {entity.id for entity in extraction.entities}
    last = 0
    for entity in extraction.entities:
        assert text[entity.start : entity.end] == entity.text != ""
        assert entity.start >= last
        assert entity.same_as is None or entity.same_as in ids
        last = entity.end
    for relation in extraction.relations:
        assert {relation.head, relation.tail} <= ids | {SUBJECT}


EXTRACTOR = Extractor()
