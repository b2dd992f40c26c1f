"""Notes of every form: their words in the order in which they stand, and what hangs on them."""

from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

import docx
import pytest

from graph.errors import SourceError
from ingest.readers.note import text_of
from tests.hostile import documents
from tests.ingest.readers.reading import codes, rows
from tests.made import outlook, workbooks

WORDS = "Saw Ann today at Mill Road.\nRent is paid."


def word(path: Path) -> Path:
    """A Word document with a table between its paragraphs, a merged cell in it."""
    document = docx.Document()
    document.add_paragraph("Visit to Ann")
    table = document.add_table(2, 3)
    for cell, text in zip(table._cells, ["Date", "Worker", "Team", "1 May", "Cy", ""], strict=True):
        cell.text = text
    table.cell(1, 1).merge(table.cell(1, 2))
    document.add_paragraph("Rent is paid.")
    document.save(str(path))
    return path


def mail(**attached: bytes) -> EmailMessage:
    """A message; attachments by name, `_` standing for the dot."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = '"Cy Dodd" <c.dodd@harrowdale.example>', "Pat Voss", "Ann"
    message["Date"] = datetime(2026, 3, 4, 10, 5, tzinfo=UTC)
    message.set_content(WORDS)
    for name, data in attached.items():
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name.replace("_", "."))
    return message


def test_every_form_of_note(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(WORDS.encode("cp1252"))
    (tmp_path / "a.md").write_text(f"# Visit\n\n{WORDS}", "utf-8")
    (tmp_path / "a.rtf").write_bytes(rb"{\rtf1\ansi{\fonttbl{\f0 Arial;}}Saw Ann today at Mill Road.\par Rent is paid \'a330.}")
    (tmp_path / "a.html").write_text("<p>Saw Ann today at Mill&nbsp;Road.</p><p>Rent is paid.</p>", "utf-8")
    (tmp_path / "a.pdf").write_bytes(documents.document(documents.words("Saw Ann today at Mill Road. Rent is paid.")))
    (tmp_path / "a.eml").write_bytes(mail().as_bytes())
    outlook.write(tmp_path / "a.msg", "Ann", "Cy Dodd", "Pat Voss", datetime(2026, 3, 4, 10, 5, tzinfo=UTC), WORDS)
    workbooks.odt(tmp_path / "a.odt", *WORDS.split("\n"))
    word(tmp_path / "a.docx")
    for path in sorted(tmp_path.iterdir()):
        (row,) = rows(path, "note")
        assert row.values["key"] == "a", path.name
        assert "Rent is paid" in row.values["text"], path.name
        assert row.problems == (), path.name


def test_a_word_table_stands_where_it_stands(tmp_path: Path) -> None:
    assert text_of(word(tmp_path / "a.docx")) == "Visit to Ann\nDate\tWorker\tTeam\n1 May\tCy\nRent is paid."


def test_the_heads_of_a_message_stand_above_its_words(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(mail().as_bytes())
    text = text_of(tmp_path / "a.eml")
    assert text.startswith("From: Cy Dodd <c.dodd@harrowdale.example>\nTo: Pat Voss\nSubject: Ann\nDate: Wed, 04 Mar 2026")
    outlook.write(tmp_path / "b.msg", "Ann", "Cy Dodd", "Pat Voss", datetime(2026, 3, 4, 10, 5, tzinfo=UTC), WORDS)
    assert text_of(tmp_path / "b.msg").startswith("From: Cy Dodd\nTo: Pat Voss\nSubject: Ann\nDate: Wed, 04 Mar 2026")


@pytest.mark.parametrize("form", ["eml", "msg"])
def test_a_note_attached_to_a_message_is_a_note(tmp_path: Path, form: str) -> None:
    minutes = word(tmp_path / "minutes.docx").read_bytes()
    path = tmp_path / f"visit.{form}"
    if form == "eml":
        path.write_bytes(mail(minutes_docx=minutes, sums_xlsx=b"PK\5\6" + b"\0" * 18).as_bytes())
    else:
        sent = datetime(2026, 3, 4, 10, 5, tzinfo=UTC)
        outlook.write(path, "Ann", "Cy", "Pat", sent, WORDS, minutes_docx=minutes, sums_xlsx=b"PK\5\6" + b"\0" * 18)
    found = rows(path, "note")
    assert [row.values["key"] for row in found] == ["visit", "visit/minutes.docx", "visit/sums.xlsx"]
    assert codes(found) == [[], [], ["unreadable_note"]]
    assert "Visit to Ann" in found[1].values["text"]


def test_a_message_in_an_encoding_it_does_not_say(tmp_path: Path) -> None:
    head = b"From: c@harrowdale.example\nSubject: x\nContent-Type: text/plain; charset=%s\nContent-Transfer-Encoding: 8bit\n\n"
    for said in (b"us-ascii", b"x-unknown", b"utf-8"):
        (tmp_path / "a.eml").write_bytes(head % said + "Zoë’s café\nand £30".encode("cp1252"))
        assert "Zoë’s café" in text_of(tmp_path / "a.eml"), said


def test_a_scan_is_refused_with_that_reason_and_a_page_of_it_is_told(tmp_path: Path) -> None:
    picture = documents.stream(b"\xff" * 99, "/Subtype /Image /Width 9 /Height 11 /ColorSpace /DeviceGray /BitsPerComponent 8 ")
    page = documents.PAGE % "/XObject << /I 7 0 R >>"
    pages = "<< /Type /Pages /Kids [3 0 R 6 0 R] /Count 2 >>"
    drawn = documents.stream(documents.words("Saw Ann today at Mill Road. " * 3))
    second = page.replace("4 0 R", "8 0 R")
    (tmp_path / "a.pdf").write_bytes(
        documents.pdf(
            documents.CATALOGUE, pages, documents.PAGE % "", drawn, documents.FONT, second, picture, documents.stream(b"/I Do")
        )
    )
    (row,) = rows(tmp_path / "a.pdf", "note")
    assert [problem.what for problem in row.problems] == ["page 2 is a picture without text"]
    (tmp_path / "b.pdf").write_bytes(documents.document(b"/I Do", "/XObject << /I 6 0 R >>", picture))
    with pytest.raises(SourceError, match=r"is a scan: its 1 pages are pictures without text.*OCR"):
        text_of(tmp_path / "b.pdf")


def test_what_is_filled_in_on_a_form_is_read(tmp_path: Path) -> None:
    field = "<< /FT /Tx /T (Child) /V (Ann Hartley) /Type /Annot /Subtype /Widget /Rect [0 0 9 9] >>"
    catalogue = "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [6 0 R] >> >>"
    drawn = documents.stream(documents.words("Referral to early help, May 2026."))
    made = documents.pdf(catalogue, documents.ONE_PAGE, documents.PAGE % "", drawn, documents.FONT, field)
    (tmp_path / "a.pdf").write_bytes(made)
    assert text_of(tmp_path / "a.pdf") == "Referral to early help, May 2026.\n\nChild: Ann Hartley"


REFUSED = [
    (b"", "is empty"),
    (b"\x89PNG\r\n\x1a\n" + b"\0" * 99, "is an image, not a note"),
    (b"PAR1" + b"\0" * 99, "is a Parquet table, not a note"),
    (b"%PDF-1.7 nonsense", "damaged PDF"),
    (b"PK\x03\x04 nonsense", "is cut off"),
]


@pytest.mark.parametrize(("data", "message"), REFUSED)
def test_what_is_no_note_is_kept_for_a_person_with_the_reason(tmp_path: Path, data: bytes, message: str) -> None:
    (tmp_path / "a.docx").write_bytes(data)
    (row,) = rows(tmp_path / "a.docx", "note")
    assert message in row.problems[0].what
    assert row.problems[0].cure
