"""Dates as notes write them."""

from __future__ import annotations

from datetime import date

import pytest

from nlp.dates import find_dates

WROTE = date(2026, 10, 14)  # a Wednesday


@pytest.mark.parametrize(
    ("text", "found", "iso"),
    [
        ("seen 3/4/25", "3/4/25", date(2025, 4, 3)),
        ("seen 03.04.2025", "03.04.2025", date(2025, 4, 3)),
        ("on 12 March 2024", "12 March 2024", date(2024, 3, 12)),
        ("on 2nd Jan", "2nd Jan", date(2026, 1, 2)),
        ("seen yesterday", "yesterday", date(2026, 10, 13)),
        ("on Monday", "Monday", date(2026, 10, 12)),
        ("last Wednesday", "last Wednesday", date(2026, 10, 7)),
        ("since xmas", "xmas", None),
        ("in October 2025", "October 2025", None),
        ("on 2026-09-01", "2026-09-01", date(2026, 9, 1)),
        ("3 days ago", "3 days ago", date(2026, 10, 11)),
        ("crew left at 06.40 today", "06.40 today", date(2026, 10, 14)),
        ("took him thurs", "thurs", date(2026, 10, 8)),
    ],
)
def test_date(text: str, found: str, iso: date | None) -> None:
    spans = find_dates(text, WROTE)
    assert [(text[s.start : s.end], s.iso) for s in spans] == [(found, iso)]


@pytest.mark.parametrize("text", ["gran minds her mon-thurs", "tues lunch club", "his aunt takes him thurs", "goes legion fri"])
def test_a_weekday_of_every_week_is_no_date(text: str) -> None:
    assert not find_dates(text, WROTE)


@pytest.mark.parametrize("text", ["every Tuesday", "she may visit", "in the sun", "a 14 year old", "for two years", "31/31/2025"])
def test_no_date(text: str) -> None:
    assert not [s for s in find_dates(text, WROTE) if s.iso or text != "31/31/2025"]
