"""What the head of a note says."""

from __future__ import annotations

from datetime import date

import pytest

from nlp.header import read_header


@pytest.mark.parametrize("key", ["EHA-2025-0311", "0650044", "M2200417", "HO-26-0533", "HH/104390/02", "X448120"])
def test_reference(key: str) -> None:
    text = f"Case note {key} SMITH\n14/10/26\n\nSeen at home."
    header = read_header(text)
    assert header.subject_keys == (key,)
    assert [text[a:b] for a, b in header.subject_spans] == [key]
    assert header.note_date == date(2026, 10, 14)


def test_mail() -> None:
    text = "From: Ann Lee <a@b.example>\nTo: Bo\nDate: Wed, 14 Oct 2026 09:41:00 +0000\n\nHello"
    header = read_header(text)
    assert (header.author, header.note_date) == ("Ann Lee", date(2026, 10, 14))
    assert header.author_span and text[slice(*header.author_span)] == "Ann Lee"


def test_no_head() -> None:
    assert read_header("").subject_keys == ()
    assert read_header("Ring 07700 900123 back.").subject_keys == ()


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ("Type: visit  Date: 21.10.26   Worker: J Tierney\n\nHi", "J Tierney"),
        ("Mahmood   24/4/26   L Crowther FSW\n\nx", "L Crowther"),
        ("16 Sep 2026 10:20  H Dewhurst HV\n\nx", "H Dewhurst"),
        ("Nothing here", None),
    ],
)
def test_author(text: str, author: str | None) -> None:
    assert read_header(text).author == author
