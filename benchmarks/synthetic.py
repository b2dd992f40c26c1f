"""A synthetic place of any size: the shapes and slips of a real one, and nobody in it is real.

The same people and seed give the same files, byte for byte. Rows are made as they are written, so
memory doesn't grow with the place (of the referrals, which need the register of social care, likewise).
"""

import csv
import io
import shutil
from collections.abc import Callable, Iterable, Iterator
from importlib.resources import as_file, files
from importlib.resources.abc import Traversable
from itertools import chain
from pathlib import Path
from random import Random

import yaml

from benchmarks import directory, patches, registers
from benchmarks.population import AS_OF
from benchmarks.registers import Entry

SOURCES = ("areas", "social_care", "school_roll", "housing", "health_visiting", "referrals", "services")
"""In the order a place reads them."""
REPEATED, EXTRA_FIELD, PASTED = 0.004, 0.004, 0.15
"""How often a row comes twice, has a field too many, or (of rows with accents) is in cp1252."""


def write_place(folder: Path, people: int, seed: int = 1) -> None:
    """Write place.yaml, mappings and CSV files of a place with so many people.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     write_place(Path(folder), 20)
    ...     sorted(path.name for path in Path(folder).iterdir())[:3]
    ['areas.csv', 'health_visiting.csv', 'housing.csv']
    """
    (folder / "mappings").mkdir(parents=True, exist_ok=True)
    for source in SOURCES:
        with as_file(mapping_file(source)) as path:
            shutil.copyfile(path, folder / "mappings" / f"{source}.yaml")
        _write_table(folder / f"{source}.csv", entries(source, people, seed), Random(f"{seed}/{source}/file"))
    listed = [{"file": f"{source}.csv", "mapping": f"mappings/{source}.yaml"} for source in SOURCES]
    place = {"place": patches.REGION_NAME, "as_of": AS_OF, "area": patches.REGION, "sources": listed}
    (folder / "place.yaml").write_text(yaml.safe_dump(place, sort_keys=False), "utf-8")


def mapping_file(source: str) -> Traversable:
    """The mapping of one of SOURCES."""
    return files("benchmarks").joinpath("mappings", f"{source}.yaml")


def entries(source: str, people: int, seed: int = 1) -> Iterator[Entry]:
    """The rows of one of SOURCES, with whom each truly speaks of."""
    if source == "areas":
        return (Entry(row) for row in patches.areas(people))
    others: dict[str, Callable[[int, int], Iterator[Entry]]] = {
        "referrals": registers.referrals,
        "services": directory.services,
    }
    return others[source](people, seed) if source in others else registers.register(source, people, seed)


def _write_table(path: Path, rows: Iterable[Entry], rng: Random) -> None:
    """A CSV file with what goes wrong between a register and its export."""
    rows = iter(rows)
    first = next(rows, None)
    with path.open("wb") as out:
        if first is None:
            out.write(b"empty\r\n")
            return
        out.write(_line(first.values))
        for entry in chain([first], rows):
            line = _line(entry.values.values())
            if rng.random() < EXTRA_FIELD:
                line = line.rstrip(b"\r\n") + b",\r\n"
            elif not line.isascii() and rng.random() < PASTED:
                line = line.decode("utf-8").encode("cp1252", errors="replace")
            out.write(line)
            if rng.random() < REPEATED:
                out.write(line)


def _line(fields: Iterable[str]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerow(fields)
    return text.getvalue().encode("utf-8")
