"""An answer as a CSV that a spreadsheet opens as it is and runs nothing of (docs/decisions/0027)."""

import csv
import io
import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from ingest.worksheet import neutral
from queries.catalogue import question_named
from queries.question import Answer, Evidence

AS_OF, UNSEEN = "answer_as_of", "answer_unseen"
"""Columns behind the answer's own: the day it is true of, and what it leaves out."""
BETWEEN = "; "


def sheet(answer: Answer[Any]) -> bytes:
    """An answer as CSV: a line a row, with its fields, its day and what it leaves out; UTF-8 with the mark that Excel looks for.

    An answer without rows has one line that tells its day and what it leaves out, and nothing else.
    """
    columns = [field.name for field in fields(question_named(answer.question).answer)]
    told = [answer.as_of.isoformat(), neutral(BETWEEN.join(answer.unseen))]
    written = io.StringIO(newline="")
    writer = csv.writer(written)
    writer.writerow([*columns, AS_OF, UNSEEN])
    for row in answer.rows:
        writer.writerow([*(cell(getattr(row, name)) for name in columns), *told])
    if not answer.rows:
        writer.writerow(["" for _ in columns] + told)
    return written.getvalue().encode("utf-8-sig")


def document(answer: Answer[Any]) -> bytes:
    """An answer as the one JSON document that `kith ask --json` prints."""
    return (json.dumps(answer.as_json(), ensure_ascii=False, indent=1) + "\n").encode()


def cell(value: Any) -> str:
    """A field of a row as a cell: numbers as they are, and no text that a spreadsheet would run.

    >>> cell(-2.5), cell(True), cell(None), cell("=1+1"), cell(("food", "debt"))
    ('-2.5', 'true', '', "'=1+1", 'food; debt')
    """
    told = flat(value)
    return told if isinstance(value, int | float) else neutral(told)


def flat(value: Any) -> str:
    """A value of an answer, however deep, on one line of text.

    A list's items stand side by side; a row inside a row tells the fields that say something as `field: value`.

    >>> flat([{"needs": ["food", "debt"], "km": 1.5}, {"needs": [], "km": None, "open": False}])
    'needs: food, debt, km: 1.5; open: false'
    >>> flat(Evidence("roll.csv#7", date(2026, 3, 1), "on roll"))
    'roll.csv#7 (2026-03-01)'
    """
    return BETWEEN.join(_item(one) for one in value) if isinstance(value, tuple | list) else _item(value)


def _item(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Evidence):
        return f"{value.record} ({value.said_on.isoformat()})" if value.said_on else value.record
    if isinstance(value, tuple | list):
        return ", ".join(_item(one) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        value = {field.name: getattr(value, field.name) for field in fields(value)}
    if isinstance(value, Mapping):
        return ", ".join(f"{name}: {_item(one)}" for name, one in value.items() if one not in (None, "", (), []))
    return value.isoformat() if isinstance(value, date) else str(value)
