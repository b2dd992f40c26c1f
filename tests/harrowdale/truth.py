"""The truth about Harrowdale, as tables of its own people and workers."""

import csv
import json
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent.parent / "truth" / "harrowdale"
PLACE = Path(__file__).parent.parent.parent / "examples" / "harrowdale"
Row = dict[str, str]


@cache
def table(title: str) -> tuple[Row, ...]:
    """The rows of a truth table."""
    with (FOLDER / f"{title}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def questions() -> list[dict[str, Any]]:
    """Questions with the answers expected."""
    with (FOLDER / "questions.jsonl").open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]


@cache
def persons_of_record() -> dict[str, set[str]]:
    """True persons that each record or note names, by FILE#KEY or FILE."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in table("person_links"):
        found[_reference(row)].add(row["true_person_id"])
    return found


@cache
def workers_of_record() -> dict[str, dict[str, str]]:
    """True workers by mention, for each record or note."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for row in table("worker_mentions"):
        found[_reference(row)][row["mention"]] = row["true_worker_id"]
    return found


def evidence_of(row: Row) -> list[str]:
    """The records and notes that a row of knows.csv rests on."""
    return row["evidence"].split(";")


def _reference(row: Row) -> str:
    return row["file"] if row["file"].startswith("notes/") else f"{row['file']}#{row['row_key']}"
