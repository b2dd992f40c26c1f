"""A file with bytes changed, lost or doubled is read or refused: it never breaks the reader."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from graph.errors import KithError
from ingest.readers import READERS, Reading
from tests.hostile import documents, office
from tests.hostile.archives import zipped
from tests.made import outlook, workbooks

TIMES = 40
CELLS: workbooks.Cells = [["Ref", "Name", "Paid"], *([str(n), "Ann", float(n)] for n in range(30))]


def _parquet(path: Path) -> None:
    pq.write_table(pa.table({"ref": list(range(500)), "name": ["Ann"] * 500}), path)


MAKES: dict[str, tuple[str, Callable[[Path], object]]] = {
    "csv": ("csv", lambda path: path.write_text("Ref,Name\n" + '7,"Zoë, A"\n' * 40, "utf-8")),
    "json": ("json", lambda path: path.write_text('[{"a": [1, {"b": "ü"}]}, {"a": null}]', "utf-8")),
    "jsonl": ("jsonl", lambda path: path.write_text('{"a": [1, {"b": "ü"}]}\n' * 9, "utf-8")),
    "xlsx": ("xlsx", lambda path: path.write_bytes(office.workbook([list(row) for row in CELLS]))),
    "xls": ("xls", lambda path: workbooks.xls(path, S=CELLS)),
    "ods": ("ods", lambda path: workbooks.ods(path, S=CELLS)),
    "parquet": ("parquet", _parquet),
    "zip": ("csv", lambda path: path.write_bytes(zipped([("a.csv", b"Ref,Name\n" + b"7,Ann\n" * 99)]))),
    "docx": ("note", lambda path: path.write_bytes(office.word("Saw Ann today."))),
    "pdf": ("note", lambda path: path.write_bytes(documents.document(documents.words("Saw Ann today at home.")))),
    "eml": ("note", lambda path: path.write_bytes(documents.mail("Saw Ann today.").as_bytes())),
    "msg": ("note", lambda path: outlook.write(path, "Ann", "Cy", "Pat", datetime(2026, 3, 4, tzinfo=UTC), "Saw Ann.")),
    "rtf": ("note", lambda path: path.write_bytes(rb"{\rtf1\ansi Saw Ann\par today.}")),
    "html": ("html", lambda path: path.write_text("<table><tr><th>Ref</th><th>Name</th></tr></table>", "utf-8")),
}


@pytest.mark.parametrize("kind", MAKES)
def test_damage_is_read_or_refused(tmp_path: Path, kind: str) -> None:
    form, make = MAKES[kind]
    whole = tmp_path / f"whole.{kind}"
    make(whole)
    data, rng = whole.read_bytes(), Random(kind)
    reading = Reading.model_validate({"format": form})
    said = set()
    for _ in range(TIMES):
        path = tmp_path / f"a.{kind}"
        path.write_bytes(damaged(data, rng))
        try:
            said.add(len(list(READERS[reading.format](path, reading))))
        except KithError as refused:
            assert refused.what and refused.cure
            said.add(-1)
    assert said, "nothing was tried"


def damaged(data: bytes, rng: Random) -> bytes:
    """The data with something done to it."""
    at, length = rng.randrange(len(data)), rng.randrange(1, 40)
    what = rng.randrange(5)
    if what == 0:
        return data[:at]
    if what == 1:
        return data[:at] + rng.randbytes(length) + data[at + length :]
    if what == 2:
        return data[:at] + data[at + length :]
    if what == 3:
        return data[: at + length] + data[at:]
    bits = bytearray(data)
    for _ in range(rng.randrange(1, 8)):
        bits[rng.randrange(len(bits))] ^= 1 << rng.randrange(8)
    return bytes(bits)
