"""What a file is and how it is to be read, found without a mapping, and the same again by what was found."""

import os
from pathlib import Path

import pytest

from graph.errors import SourceError
from ingest.readers import READERS
from ingest.readers.detection import shape_of
from ingest.readers.json_path import WHOLE
from ingest.readers.kinds import Kind
from tests.hostile.archives import zipped
from tests.made import workbooks

ROOT = Path(__file__).parents[3]
SHARED = Path(os.environ.get("KITH_SHARED") or ROOT.parent / "shared" / "data")
TABLE = "Ref;Name;Born\n" + "7;Ann;2015-02-01\n" * 5


def test_a_text_table(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(f"Open cases\n\n{TABLE}".replace("Ann", "Zoë").encode("cp1252"))
    shape = shape_of(path)
    assert (shape.format, shape.encoding, shape.delimiter, shape.header_row) == ("csv", "cp1252", ";", 3)
    assert shape.columns == ("Ref", "Name", "Born")
    assert [row.values["Name"] for row in READERS["csv"](path, shape.reading())] == ["Zoë"] * 5


@pytest.mark.parametrize(
    ("name", "data", "form", "where"),
    [
        ("a.json", b'{"page": 1, "contents": [{"id": 1}, {"id": 2}], "links": [{"to": 1}]}', "json", "contents"),
        ("a.json", b'[{"id": 1}]', "json", ""),
        ("a.json", b'{"id": 1, "contacts": [{"name": "Ann"}]}', "json", WHOLE),
        ("a.geojson", b'{"type": "FeatureCollection", "features": [{"type": "Feature"}]}', "json", "features"),
        ("a.txt", b'{"id": 1}\n{"id": 2}\n', "jsonl", None),
        ("a.txt", TABLE.encode(), "csv", None),
        ("a.txt", b"Saw Ann today.\nShe is well, and her rent is paid.\n", "note", None),
        ("a.pdf", b"%PDF-1.7", "note", None),
    ],
)
def test_what_a_file_is(tmp_path: Path, name: str, data: bytes, form: str, where: str | None) -> None:
    (tmp_path / name).write_bytes(data)
    shape = shape_of(tmp_path / name)
    assert (shape.format, shape.path) == (form, where)


def test_workbooks_and_archives(tmp_path: Path) -> None:
    path = workbooks.ods(tmp_path / "a.ods", Cases=[["Title"], ["Ref", "Name"], ["7", "Ann"]], Other=[["x"]])
    shape = shape_of(path)
    assert (shape.format, shape.kind, shape.sheet, shape.sheets) == ("ods", Kind.ODS, "Cases", ("Cases", "Other"))
    assert (shape.header_row, shape.columns) == (2, ("Ref", "Name"))
    (tmp_path / "a.zip").write_bytes(zipped([("README.txt", b"x"), ("b.csv", TABLE.encode())]))
    assert (shape_of(tmp_path / "a.zip").format, shape_of(tmp_path / "a.zip").delimiter) == ("csv", ";")
    (tmp_path / "a.bin").write_bytes(bytes(range(256)))
    with pytest.raises(SourceError, match="is a binary file"):
        shape_of(tmp_path / "a.bin")


@pytest.mark.skipif(not SHARED.is_dir(), reason=f"no published data in {SHARED}; set KITH_SHARED to have them")
def test_every_published_table_has_its_header_in_its_first_row() -> None:
    """So many ways to write a table, and none of them is taken for another."""
    odd = {}
    for path in sorted(SHARED.rglob("*.csv")):
        shape = shape_of(path)
        if (shape.format, shape.header_row, shape.delimiter) != ("csv", 1, ","):
            odd[path.name] = shape
    assert odd == {}
