"""Documents that refer to themselves, hold programs or pictures alone, or hide messages in messages."""

import io
import zlib
from email.message import EmailMessage
from pathlib import Path

from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, NameObject, NumberObject

from tests.hostile.case import case


def pdf(*objects: str | bytes, trailer: str = "") -> bytes:
    """A PDF of these objects, numbered from 1; the first is its catalogue."""
    out, places = b"%PDF-1.7\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + (one.encode("latin-1") if isinstance(one, str) else one) + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer}>>\n"
    )
    return out + end.encode() + f"startxref\n{len(out)}\n%%EOF\n".encode()


def stream(data: bytes, about: str = "") -> bytes:
    """A stream, packed."""
    packed = zlib.compress(data, 9)
    return f"<< /Length {len(packed)} /Filter /FlateDecode {about}>>\nstream\n".encode() + packed + b"\nendstream"


def blanks(size: int) -> bytes:
    """A stream of blanks, packed a thousand times smaller."""
    packer = zlib.compressobj(9)
    packed = b"".join([*(packer.compress(b" " * (1 << 20)) for _ in range(size >> 20)), packer.flush()])
    return f"<< /Length {len(packed)} /Filter /FlateDecode >>\nstream\n".encode() + packed + b"\nendstream"


def words(text: str) -> bytes:
    """What draws a line of text."""
    return f"BT /F1 12 Tf 72 720 Td ({text}) Tj ET".encode()


CATALOGUE = "<< /Type /Catalog /Pages 2 0 R >>"
ONE_PAGE = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
PAGE = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> %s >> >>"
FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


def document(drawn: bytes, more: str = "", *others: str | bytes) -> bytes:
    """A PDF of one page."""
    return pdf(CATALOGUE, ONE_PAGE, PAGE % more, stream(drawn), FONT, *others)


@case("circle.pdf", "a PDF whose pages contain themselves", "note", "refers to itself|damaged|no text|takes over 8 seconds")
def circle(path: Path, large: bool) -> None:
    """The tree of its pages is a ring."""
    path.write_bytes(pdf(CATALOGUE, "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"))


@case("forms.pdf", "a PDF whose drawing draws itself", "note", "^rows: 1$|refers to itself|damaged")
def forms(path: Path, large: bool) -> None:
    """A form that has itself as its only part."""
    own = stream(b"/X Do", "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >> ")
    path.write_bytes(document(words("Saw Ann today at home") + b" /X Do", "/XObject << /X 6 0 R >>", own))


@case("script.pdf", "a PDF with JavaScript that runs on opening", "note", "^rows: 1$")
def script(path: Path, large: bool) -> None:
    """Its words are read; nothing in it is run."""
    run = "<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (while\\(1\\){}) >> >>"
    path.write_bytes(pdf(run, ONE_PAGE, PAGE % "", stream(words("Saw Ann today at home.")), FONT))


@case("bomb.pdf", "a PDF whose page unpacks to 1 GiB", "note", "asks for more work than a page of text needs")
def bomb(path: Path, large: bool) -> None:
    """Blanks, packed a thousand times smaller."""
    path.write_bytes(pdf(CATALOGUE, ONE_PAGE, PAGE % "", blanks(1 << 30), FONT))


@case("many.pdf", "a PDF of 100,000 pages, all the same", "note", "has over 2,000 pages|takes over 8 seconds|damaged")
def many(path: Path, large: bool) -> None:
    """One page, named again and again."""
    kids = "3 0 R " * 100_000
    pages = f"<< /Type /Pages /Kids [{kids}] /Count 100000 >>"
    path.write_bytes(pdf(CATALOGUE, pages, PAGE % "", stream(words("Saw Ann today at home.")), FONT))


@case("slow.pdf", "a PDF that draws 3 million letters one by one", "note", "asks for more work than a page|takes over 8 seconds")
def slow(path: Path, large: bool) -> None:
    """Work without end for whoever puts letters in order."""
    path.write_bytes(document(b"BT /F1 9 Tf " + b"1 0 0 1 7 7 Tm (a) Tj " * 3_000_000 + b"ET"))


@case("scan.pdf", "a scanned PDF", "note", "is a scan: its 1 pages are pictures without text")
def scan(path: Path, large: bool) -> None:
    """A picture on each page."""
    picture = stream(
        b"\xff" * 10_000, "/Type /XObject /Subtype /Image /Width 100 /Height 100 /ColorSpace /DeviceGray /BitsPerComponent 8 "
    )
    path.write_bytes(document(b"q 612 0 0 792 0 0 cm /I Do Q", "/XObject << /I 6 0 R >>", picture))


@case("locked.pdf", "a PDF with a password", "note", "is protected by a password")
def locked(path: Path, large: bool) -> None:
    """That opens only with it."""
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.encrypt("open sesame", algorithm="AES-256")
    writer.write(path)


@case("cut.pdf", "a PDF cut off in the middle", "note", "damaged|no text|^rows: 1$")
def cut(path: Path, large: bool) -> None:
    """Its table of contents is missing."""
    path.write_bytes(document(words("Saw Ann today at home."))[:300])


@case("attached.pdf", "a PDF with a program attached", "note", "^rows: 1$")
def attached(path: Path, large: bool) -> None:
    """Nothing attached to a PDF is opened."""
    writer = PdfWriter()
    page = writer.add_blank_page(612, 792)
    drawn = DecodedStreamObject()
    drawn.set_data(words("Saw Ann today at home."))
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    page[NameObject("/Contents")] = writer._add_object(drawn)
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})})
    page[NameObject("/Rotate")], page[NameObject("/Annots")] = NumberObject(0), ArrayObject()
    writer.add_attachment("run.exe", b"MZ\x90\x00")
    out = io.BytesIO()
    writer.write(out)
    path.write_bytes(out.getvalue())


def mail(text: str) -> EmailMessage:
    """A message."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "Cy Dodd <c.dodd@harrowdale.example>", "Pat Voss", "Visit"
    message.set_content(text)
    return message


@case("nested.eml", "a message in a message, 20 deep", "note", "unreadable_note: 1.*holds archives or messages over 2 deep")
def nested(path: Path, large: bool) -> None:
    """The outer ones are read; what is deeper is told."""
    message = mail("Saw Ann today.")
    for _ in range(20):
        outer = mail("Please see the message below.")
        outer.add_attachment(message)
        message = outer
    path.write_bytes(message.as_bytes())


@case("parts.eml", "a message of parts in parts, 3,000 deep", "note", "damaged|no words|unreadable_note")
def parts(path: Path, large: bool) -> None:
    """Each part says that it has parts."""
    head = "".join(f'Content-Type: multipart/mixed; boundary="{n}"\n\n--{n}\n' for n in range(3_000))
    path.write_text(f"From: a@b.example\nSubject: x\nMIME-Version: 1.0\n{head}Content-Type: text/plain\n\nSaw Ann.\n", "ascii")


@case("crowd.eml", "a message with 5,000 attachments", "note", "over 50 attachments")
def crowd(path: Path, large: bool) -> None:
    """The message is read; what is attached is told."""
    part = '--x\nContent-Type: text/plain\nContent-Disposition: attachment; filename="a.txt"\n\nx\n'
    head = 'From: a@b.example\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="x"\n\n'
    path.write_text(f"{head}--x\nContent-Type: text/plain\n\nSaw Ann today.\n{part * 5_000}--x--\n", "ascii")


@case("head.eml", "a message to a million people", "note", "has a head of mail of over 131,072 characters")
def head(path: Path, large: bool) -> None:
    """A line of addresses of 20 MB."""
    path.write_text("From: a@b.example\nTo: " + "a@b.example, " * 1_500_000 + "\nSubject: x\n\nSaw Ann.\n", "ascii")


@case(
    "folded.eml",
    "the same, folded over a million lines",
    "note",
    "has a head of mail of over 131,072 characters",
)
def folded(path: Path, large: bool) -> None:
    """Each line is short."""
    path.write_text("From: a@b.example\nTo: " + "a@b.example,\n " * 1_000_000 + "c@d.example\nSubject: x\n\nSaw Ann.\n", "ascii")


@case("virus.eml", "a message with a program attached", "note", "^rows: 2; unreadable_note: 1")
def virus(path: Path, large: bool) -> None:
    """The message is read, the program is told."""
    message = mail("Please open the attached.")
    message.add_attachment(b"MZ\x90\x00" * 100, maintype="application", subtype="octet-stream", filename="invoice.exe")
    path.write_bytes(message.as_bytes())


@case("deep.rtf", "a rich text of 200,000 groups in each other", "note", "^rows: 1$|damaged|no words|takes over")
def deep(path: Path, large: bool) -> None:
    """Braces that are all closed."""
    path.write_bytes(b"{\\rtf1 " + b"{" * 200_000 + b"Saw Ann." + b"}" * 200_000 + b"}")


@case("deep.html", "a web page of 300,000 boxes in each other", "note", "^rows: 1$|damaged|no words|takes over")
def boxes(path: Path, large: bool) -> None:
    """None of them closed."""
    path.write_bytes(b"<html><body>" + b"<div>" * 300_000 + b"Saw Ann today.")


@case("long.txt", "a note of 30 MB", "note", "holds a note of over 1,000,000 characters")
def long(path: Path, large: bool) -> None:
    """Sixty novels."""
    path.write_bytes(b"Saw Ann today. " * 2_000_000)
