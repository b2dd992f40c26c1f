"""Files that are not what they are called."""

from pathlib import Path

import docx

from tests.hostile.case import case
from tests.hostile.documents import document, words
from tests.hostile.office import workbook

ROWS: list[list[object]] = [["ref", "name"], [1, "Ann"], [2, "Ben"]]
TABLE = "<table><tr><th>ref</th><th>name</th></tr><tr><td>1</td><td>Ann</td></tr><tr><td>2</td><td>Ben</td></tr></table>"


@case("report.csv", "a PDF called .csv", "csv", "is a PDF document")
def report(path: Path, large: bool) -> None:
    """Not a table."""
    path.write_bytes(document(words("Saw Ann today at home.")))


@case("roll.csv", "a workbook called .csv", "csv", "^rows: 2$")
def book(path: Path, large: bool) -> None:
    """Read for what it is."""
    path.write_bytes(workbook(ROWS))


@case("roll.xlsx", "a CSV called .xlsx", "xlsx", "^rows: 2$")
def plain(path: Path, large: bool) -> None:
    """Read for what it is."""
    path.write_bytes(b"ref,name\n1,Ann\n2,Ben\n")


@case("roll.xls", "a web page called .xls", "xlsx", "^rows: 2$")
def web(path: Path, large: bool) -> None:
    """What many systems call an export to Excel."""
    path.write_text(f"<html><head><meta charset='utf-8'></head><body>{TABLE}</body></html>", "utf-8")


@case("roll.tsv", "a Word document called .tsv", "csv", "is a Word document")
def wordy(path: Path, large: bool) -> None:
    """Not a table."""
    docx.Document().save(str(path))


@case("roll.json", "a CSV called .json", "json", "is no JSON .it begins with")
def comma(path: Path, large: bool) -> None:
    """Not JSON."""
    path.write_bytes(b"ref,name\n1,Ann\n2,Ben\n")


@case("objects.csv", "JSON called .csv", "csv", "is a JSON document")
def objects(path: Path, large: bool) -> None:
    """The cure names the format and the path."""
    path.write_bytes(b'{"contents": [{"ref": 1}]}')


@case("photo.txt", "a picture called a note", "note", "is an image, not a note")
def photo(path: Path, large: bool) -> None:
    """No words."""
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)


@case("roll.txt", "a workbook called a note", "note", "is an Excel workbook, not a note")
def sheet(path: Path, large: bool) -> None:
    """A table."""
    path.write_bytes(workbook(ROWS))


@case("minutes.docx", "a PDF called .docx", "note", "^rows: 1$")
def minutes(path: Path, large: bool) -> None:
    """Read for what it is."""
    path.write_bytes(document(words("Saw Ann today at home.")))


@case("login.csv", "the sign-in page of the supplier's web site", "csv", "is a web page without a table")
def login(path: Path, large: bool) -> None:
    """What a script that was not signed in has saved."""
    path.write_text("<!DOCTYPE html><html><body><h1>Sign in</h1><form></form></body></html>", "utf-8")
