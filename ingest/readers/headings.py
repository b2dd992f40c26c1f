"""Headings that are called anew each year, brought into the form they have in common."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from ingest.readers.reading import Reading
from ingest.row import Row

DATED = re.compile(r"([A-Za-z]+)(\d\d)(CD|NM|NMW)", re.I)
"""A name of the Office for National Statistics: what it is of, the year, and code, name or Welsh name."""
UNDATED = re.compile(r"([A-Za-z]+)(CD|NM|NMW)", re.I)
Reader = Callable[[Path, Reading], Iterator[Row]]


def settled(reader: Reader) -> Reader:
    """A reader of tables that brings headings into one form where the mapping asks for it."""

    def read(path: Path, reading: Reading) -> Iterator[Row]:
        if reading.headings == "as they are":
            return reader(path, reading)
        # The mapping names headings as they will be, by which those of the file cannot be found.
        return _renamed(reader(path, reading.model_copy(update={"columns": frozenset()})))

    return read


def without_year(headings: tuple[str, ...]) -> dict[str, str]:
    """What each heading is read as: the latest year of one kind loses its year, unless the bare name is there already.

    >>> without_year(("WD24CD", "lad23nm", "LAD21NM", "Current"))
    {'WD24CD': 'WDCD', 'lad23nm': 'LADNM', 'LAD21NM': 'LAD21NM', 'Current': 'Current'}
    """
    bare = {heading: heading.upper() for heading in headings if UNDATED.fullmatch(heading)}
    dated: dict[str, list[tuple[int, str]]] = {}
    for heading in headings:
        if found := DATED.fullmatch(heading):
            dated.setdefault((found[1] + found[3]).upper(), []).append((int(found[2]), heading))
    latest = {max(several)[1]: name for name, several in dated.items() if name not in bare.values()}
    return {heading: bare.get(heading) or latest.get(heading) or heading for heading in headings}


def _renamed(rows: Iterator[Row]) -> Iterator[Row]:
    names: dict[str, str] = {}
    for row in rows:
        names = names or without_year(row.columns or tuple(row.values))
        values = {names.get(name, name): value for name, value in row.values.items()}
        yield replace(row, values=values, columns=tuple(names.get(name, name) for name in row.columns or ()))
