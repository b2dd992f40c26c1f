"""Folders and archives of notes and tables, and nothing from outside them."""

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest

from graph.errors import SourceError
from ingest.place import load_place
from tests.hostile.archives import zipped
from tests.ingest.readers.reading import codes, rows
from tests.ingest.village import write

ROLL, MORE = b"Ref,Name\n7,Ann\n8,Ben\n", b"Ref;Name\n9;Cy\n"


def test_a_zip_of_tables_is_one_source(tmp_path: Path) -> None:
    path = tmp_path / "rolls.zip"
    path.write_bytes(
        zipped([("2026/a.csv", ROLL), ("2026/b.csv", MORE), ("README.txt", b"Two rolls."), ("__MACOSX/._a.csv", b"x")])
    )
    found = rows(path)
    assert [(row.position, row.values["Name"]) for row in found] == [
        ("2026/a.csv!line:2", "Ann"),
        ("2026/a.csv!line:3", "Ben"),
        ("2026/b.csv!line:2", "Cy"),
    ]
    assert len(rows(path, member="*/b.csv")) == 1


def test_tables_of_different_columns_are_not_mixed(tmp_path: Path) -> None:
    path = tmp_path / "rolls.zip"
    path.write_bytes(zipped([("a.csv", ROLL), ("b.csv", b"Ref,Surname\n7,Ann\n")]))
    with pytest.raises(SourceError, match=r"a.csv has 'Name', b.csv has not.*`member`"):
        rows(path)


def test_a_broken_table_in_a_zip_lets_no_row_through(tmp_path: Path) -> None:
    path = tmp_path / "rolls.zip"
    path.write_bytes(zipped([("a.csv", ROLL), ("b.xlsx", b"PK\x03\x04 nonsense")]))
    from ingest.readers import READERS, Reading

    taken = []
    with pytest.raises(SourceError, match=r"rolls.zip: b.xlsx is cut off"):
        taken += READERS["csv"](path, Reading(format="csv"))
    assert taken == []


def test_a_zip_without_a_table_says_what_it_holds(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped([("photo.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 40)]))
    with pytest.raises(SourceError, match=r"holds no csv file.*photo.png"):
        rows(tmp_path / "a.zip")


def test_notes_in_folders_and_zips_are_known_by_their_path(tmp_path: Path) -> None:
    inner = zipped([("minutes.txt", b"Rent is paid.")])
    (tmp_path / "notes" / "may").mkdir(parents=True)
    (tmp_path / "notes" / "may" / "visit.txt").write_text("Saw Ann.", "utf-8")
    (tmp_path / "notes" / "may" / "visit.md").write_text("Saw Ben.", "utf-8")
    (tmp_path / "notes" / ".DS_Store").write_bytes(b"\0\0")
    (tmp_path / "notes" / "more.zip").write_bytes(inner)
    (tmp_path / "notes" / "scan.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    found = rows(tmp_path / "notes", "note")
    assert [row.values["key"] for row in found] == ["may/visit", "may/visit.txt", "more.zip/minutes", "scan"]
    assert codes(found) == [[], [], [], ["unreadable_note"]]


def test_a_link_out_of_a_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("A secret.", "utf-8")
    (tmp_path / "away").mkdir()
    (tmp_path / "away" / "other.txt").write_text("A secret, too.", "utf-8")
    notes = tmp_path / "notes"
    notes.mkdir()
    (notes / "visit.txt").write_text("Saw Ann.", "utf-8")
    (notes / "leak.txt").symlink_to(tmp_path / "secret.txt")
    (notes / "folder").symlink_to(tmp_path / "away")
    (notes / "again.txt").symlink_to(notes / "visit.txt")
    found = rows(notes, "note")
    assert [(row.values["key"], row.values["text"]) for row in found] == [
        ("again", "Saw Ann."),
        ("folder", ""),
        ("leak", ""),
        ("visit", "Saw Ann."),
    ]
    assert "leads out of notes" in found[1].problems[0].what


def test_a_pattern_of_a_place_finds_no_link_out_of_it(tmp_path: Path) -> None:
    (tmp_path / "secret.csv").write_bytes(ROLL)
    village = tmp_path / "village"
    village.mkdir()
    write(village)
    place = (village / "place.yaml").read_text("utf-8").replace("file: roll.csv", 'file: "roll*.csv"')
    (village / "place.yaml").write_text(place, "utf-8")
    assert load_place(village, date(2026, 1, 1)).supplies[0].names == ("roll.csv",)
    (village / "roll_more.csv").symlink_to(tmp_path / "secret.csv")
    with pytest.raises(SourceError, match=r"roll_more.csv is a link that leads out"):
        load_place(village, date(2026, 1, 1))


def test_names_in_an_archive_do_nothing_to_a_terminal(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a\x1b[2J.txt", "Saw Ann.")
    (tmp_path / "a.zip").write_bytes(out.getvalue())
    (row,) = rows(tmp_path / "a.zip", "note")
    assert row.values["key"] == "a_[2J"
