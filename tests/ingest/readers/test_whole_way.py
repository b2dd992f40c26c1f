"""Odd files all the way into a store: nothing half written, nothing lost, each refusal with its reason."""

from datetime import date
from pathlib import Path

import pytest

from graph.errors import SourceError
from graph.store import Store
from ingest import quarantine
from ingest.load import ingest
from ingest.place import load_place
from tests.hostile.archives import zipped
from tests.hostile.documents import document, scan, words
from tests.ingest.village import ROLL_ROWS, write

NOTES = "source: notes\nagency: Village School\nreads: {format: note}\n"
PLACE = """
place: Village
as_of: 2026-10-31
sources:
  - {file: roll.zip, mapping: roll.yaml}
  - {file: notes, mapping: notes.yaml}
"""


def test_a_zip_with_a_titled_export_and_a_folder_of_notes(store_embedded: Store, tmp_path: Path) -> None:
    write(tmp_path)
    export = "\n".join(["Roll of the village school", "Printed:,31 Oct 2026", "", *ROLL_ROWS, "", "Total,,,,,,4"])
    (tmp_path / "roll.zip").write_bytes(zipped([("export/roll.csv", export.encode("cp1252"))]))
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "visit.pdf").write_bytes(document(words("Saw the family today at home.")))
    scan(tmp_path / "notes" / "scan.pdf", False)
    (tmp_path / "notes.yaml").write_text(NOTES, "utf-8")
    (tmp_path / "place.yaml").write_text(PLACE, "utf-8")
    roll, notes = ingest(store_embedded, load_place(tmp_path, date(2026, 10, 31))).counts
    assert (roll.read, roll.accepted, roll.quarantined) == (len(ROLL_ROWS), len(ROLL_ROWS) - 1, 1)
    assert (notes.read, notes.accepted, notes.quarantined) == (2, 1, 1)
    kept = {row["row_key"]: row["problems"][0]["code"] for row in quarantine.listed(store_embedded)}
    assert kept == {"Total": "not_a_record", "scan": "unreadable_note"}


@pytest.mark.parametrize("bad", [b'{"a": 1}', b"%PDF-1.7", b"No,Name\n" + b"x" * 9_000_000], ids=["json", "pdf", "long line"])
def test_a_file_that_is_refused_writes_nothing(store_embedded: Store, tmp_path: Path, bad: bytes) -> None:
    place = write(tmp_path)
    (tmp_path / "roll.csv").write_bytes(bad)
    (failure,) = ingest(store_embedded, place).failures
    assert isinstance(failure, SourceError)
    assert failure.what.startswith("roll.csv ")
    found = store_embedded.read("MATCH (r:Record) RETURN DISTINCT r.source AS source ORDER BY source")
    assert found == [{"source": "visits"}], "what could be read is in, and nothing of what was refused"
