"""Rows in quarantine as a CSV that a person corrects in a spreadsheet, and the corrections read back out of it."""

import csv
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.errors import SourceError
from graph.store import Row as StoreRow
from ingest.quarantine import sent_hash
from ingest.readers import READERS, Reading
from ingest.row import AS_IT_STOOD

ROW, VERSION, WRONG = "kith_row", "kith_version", "kith_what_is_wrong"
OWN = (ROW, VERSION, WRONG)
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the beginning of a formula (OWASP, CSV injection), in either width."""


@dataclass(frozen=True)
class Filled:
    """A row of the sheet after a person had it: its key, the version it was drawn from, its cells."""

    row: str
    version: str
    cells: dict[str, str]


def export(rows: Iterable[StoreRow], again: Iterable[StoreRow], path: Path) -> int:
    """Write rows to a new CSV that only its owner may read; returns how many.

    `rows` and `again` are the same rows twice: once for their columns, once for their cells. Raises
    SourceError where the file is there already or cannot be written.
    """
    columns: dict[str, None] = {}
    for row in rows:
        columns.update(dict.fromkeys(row["columns"] or ()))
        columns.update(dict.fromkeys(row["raw"] or ()))
    count = 0
    try:
        opened = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as wrong:
        raise SourceError(
            f"{path} cannot be written ({wrong.strerror})", "Name a new file in a folder you may write to"
        ) from wrong
    with os.fdopen(opened, "w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([*OWN, *(neutral(name) for name in columns)])
        for row in again:
            raw = row["raw"] or {}
            what = "; ".join(f"{p['code']}: {p['what']}" for p in row["problems"])
            cells = [cell(raw[name]) if name in raw else "" for name in columns]
            writer.writerow([neutral(row["uid"]), sent_hash(raw)[:8], neutral(what), *cells])
            count += 1
    return count


def read_back(path: Path) -> Iterator[Filled]:
    """The rows of a sheet that a person filled in and saved, in whatever encoding and delimiter.

    Raises SourceError where it is no sheet of `kith quarantine export`.
    """
    for at, row in enumerate(READERS["csv"](path, Reading(format="csv"))):
        if at == 0 and not {ROW, VERSION} <= set(row.values):
            raise SourceError(
                f"{path.name} has no columns {ROW} and {VERSION}", "Correct a sheet that `kith quarantine export` wrote"
            )
        if any(problem.verdict.value == "quarantine" for problem in row.problems):
            raise SourceError(f"{path.name} {row.position} has another number of fields than its header", "Save the sheet anew")
        cells = {plain(name): str(value) for name, value in row.values.items() if name not in (*OWN, AS_IT_STOOD)}
        yield Filled(plain(str(row.values[ROW])), str(row.values[VERSION]).strip(), cells)


def changes(row: StoreRow, filled: Filled) -> tuple[dict[str, str], list[str]]:
    """What a person changed in a row, and the columns that only the spreadsheet did, which are left alone."""
    raw: dict[str, Any] = row["raw"] or {}
    own = row["columns"] or ()
    changed: dict[str, str] = {}
    reshaped: list[str] = []
    for name, written in filled.cells.items():
        before = cell(raw[name]) if name in raw else ""
        if written.strip() == before.strip() or (not written.strip() and name not in raw):
            continue
        if name not in raw and own and name not in own:
            changed[name] = plain(written)
        elif same_number(plain(before), plain(written)):
            reshaped.append(name)
        else:
            changed[name] = plain(written)
    return changed, reshaped


def cell(value: Any) -> str:
    """A value as a spreadsheet may hold it without running it."""
    if value is None:
        return ""
    return neutral(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))


def neutral(text: str) -> str:
    """A text that no spreadsheet takes for a formula.

    >>> neutral("=HYPERLINK(1)"), neutral(" @x"), neutral("'=1"), neutral("Ann Lee")
    ("'=HYPERLINK(1)", "' @x", "''=1", 'Ann Lee')
    """
    return f"'{text}" if _formula(text) else text


def plain(text: str) -> str:
    """A neutral text as it was.

    >>> plain("'=1"), plain("'tis")
    ('=1', "'tis")
    >>> all(plain(neutral(text)) == text for text in ("=1+1", "'=1", "''-2", "' =1", "'tis", "+44 161 496 0000", ""))
    True
    """
    return text[1:] if text.startswith("'") and _formula(text) else text


def _formula(text: str) -> bool:
    """Whether a text is a formula but for the apostrophes before it, which may be its own."""
    return text.lstrip("'").lstrip(" ").startswith(FORMULA)


def same_number(before: str, after: str) -> bool:
    """Whether a spreadsheet only wrote a number in its own way: without its noughts, or as a power of ten.

    >>> same_number("007", "7"), same_number("9991001018", "9.991E+09"), same_number("12", "13")
    (True, True, False)
    """
    try:
        one, other = float(before), float(after)
    except ValueError:
        return False
    digits = len(after.upper().split("E")[0].replace(".", "").lstrip("0-+")) if "E" in after.upper() else 17
    return float(f"{one:.{max(digits, 1) - 1}e}") == other
