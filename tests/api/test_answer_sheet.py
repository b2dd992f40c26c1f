"""An answer as a CSV: every row and field, its day and what it leaves out, and nothing that a spreadsheet runs."""

import csv
import io
from dataclasses import dataclass, fields
from datetime import date

from api.answer_sheet import AS_OF, UNSEEN, cell, flat, sheet
from queries.catalogue import catalogue
from queries.find import Found
from queries.question import Answer, Evidence

DAY = date(2026, 10, 31)
FOUND = Found("Service", "service-1", '=HYPERLINK("x")', "Zoë, “Food”", None, "-Co", "two\nlines", 0.5)


@dataclass(frozen=True)
class Part:
    what: str
    km: float | None
    evidence: tuple[Evidence, ...] = ()


def read(written: bytes) -> list[dict[str, str]]:
    """A sheet as whoever opens it reads it."""
    assert written.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(written.decode("utf-8-sig"), newline="")))


def test_a_row_is_a_line_with_its_day_and_what_is_left_out() -> None:
    (row,) = read(sheet(Answer("find", DAY, (FOUND,), ("=1+1", "some words"))))
    expected = {
        "kind": "Service",
        "uid": "service-1",
        "full_name": '\'=HYPERLINK("x")',
        "known_as": "Zoë, “Food”",
        "born": "",
        "organisation": "'-Co",
        "description": "two\nlines",
        "likeness": "0.5",
        AS_OF: "2026-10-31",
        UNSEEN: "'=1+1; some words",
    }
    assert {name: row[name] for name in expected} == expected
    assert list(row) == [*(field.name for field in fields(Found)), AS_OF, UNSEEN]


def test_an_answer_without_rows_still_tells_what_it_leaves_out() -> None:
    (line,) = read(sheet(Answer("find", DAY, (), ("all that is restricted",))))
    assert {name: told for name, told in line.items() if told} == {AS_OF: "2026-10-31", UNSEEN: "all that is restricted"}


def test_what_stands_inside_a_row_is_on_one_line() -> None:
    seen = Evidence("roll.csv#1", date(2026, 3, 1), "words"), Evidence("a record", None, None)
    assert flat(seen) == "roll.csv#1 (2026-03-01); a record"
    assert flat((Part("+near", 1.5, seen), Part("far", None))) == (
        "what: +near, km: 1.5, evidence: roll.csv#1 (2026-03-01), a record; what: far"
    )
    assert [cell(one) for one in (-3, "-3", ("@a", "b"), {"=a": 1}, False)] == ["-3", "'-3", "'@a; b", "'=a: 1", "false"]


def test_no_question_has_a_field_of_the_sheets_own_names() -> None:
    for title, question in catalogue().items():
        assert not {field.name for field in fields(question.answer)} & {AS_OF, UNSEEN}, title
