"""Office files with entities, cells at the end of the world, or nothing behind their first bytes."""

import io
import struct
import zipfile
from pathlib import Path

import docx
import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq

from tests.hostile.archives import lied, long_archive, zipped
from tests.hostile.case import case
from tests.made import compound

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
BOMB = f'<!DOCTYPE x [<!ENTITY l0 "lol">{LAUGHS}]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY l9 SYSTEM "file:///etc/passwd">]>'
PLANET = "http://schemas.openxmlformats.org"
SHEET = f'<worksheet xmlns="{PLANET}/spreadsheetml/2006/main"><sheetData>%s</sheetData></worksheet>'
WORD = (
    f'<w:document xmlns:w="{PLANET}/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:body></w:document>'
)
ODS = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
    "<office:body><office:spreadsheet><table:table table:name='S'>%s</table:table></office:spreadsheet></office:body>"
    "</office:document-content>"
)


def workbook(rows: list[list[object]]) -> bytes:
    """A good workbook."""
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def with_part(data: bytes, name: str, part: str) -> bytes:
    """The document with one part replaced."""
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        kept = [(info.filename, old.read(info)) for info in old.infolist() if info.filename != name]
    return zipped([*kept, (name, part.encode())])


def sheet(cells: str, declared: str = "") -> bytes:
    """A workbook whose only sheet is this XML."""
    return with_part(workbook([["a"]]), "xl/worksheets/sheet1.xml", f'<?xml version="1.0"?>{declared}{SHEET % cells}')


MANIFEST = b'<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'


def open_document(table: str, declared: str = "") -> bytes:
    """An OpenDocument spreadsheet."""
    content = f'<?xml version="1.0"?>{declared}{ODS % table}'.encode()
    return zipped(
        [
            ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
            ("content.xml", content),
            ("META-INF/manifest.xml", MANIFEST),
        ]
    )


def word(text: str, declared: str = "") -> bytes:
    """A Word document of one paragraph."""
    out = io.BytesIO()
    docx.Document().save(out)
    return with_part(out.getvalue(), "word/document.xml", f'<?xml version="1.0"?>{declared}{WORD % text}')


ENTITY_CELL = '<row r="1"><c r="A1" t="inlineStr"><is><t>&l9;</t></is></c></row>'


@case("laughs.xlsx", "XML bomb in a sheet (a billion laughs)", "xlsx", "declares entities in its XML")
def laughs(path: Path, large: bool) -> None:
    """Three gigabytes of text out of a kilobyte."""
    path.write_bytes(sheet(ENTITY_CELL, BOMB))


@case("outside.xlsx", "external entity in a sheet", "xlsx", "declares entities in its XML")
def outside(path: Path, large: bool) -> None:
    """Would put /etc/passwd into a cell."""
    path.write_bytes(sheet(ENTITY_CELL, OUTSIDE))


@case("laughs.docx", "XML bomb in a Word document", "note", "declares entities in its XML")
def laughing_word(path: Path, large: bool) -> None:
    """In the body."""
    path.write_bytes(word("&l9;", BOMB))


@case("outside.docx", "external entity in a Word document", "note", "declares entities in its XML")
def outside_word(path: Path, large: bool) -> None:
    """In the body."""
    path.write_bytes(word("&l9;", OUTSIDE))


@case("laughs.ods", "XML bomb in an OpenDocument spreadsheet", "ods", "declares entities in its XML")
def laughing_ods(path: Path, large: bool) -> None:
    """In a cell."""
    cell = (
        '<table:table-row><table:table-cell office:value-type="string"><text:p>&l9;</text:p></table:table-cell></table:table-row>'
    )
    path.write_bytes(open_document(cell, BOMB))


@case("laughs16.docx", "XML bomb in UTF-16", "note", "declares entities in its XML|is no Word document")
def laughing_wide(path: Path, large: bool) -> None:
    """So that a search for its first letters finds none."""
    part = f'<?xml version="1.0" encoding="UTF-16"?>{BOMB}{WORD % "&l9;"}'.encode("utf-16")
    with zipfile.ZipFile(io.BytesIO(word("x"))) as old:
        kept = [(info.filename, old.read(info)) for info in old.infolist() if info.filename != "word/document.xml"]
    path.write_bytes(zipped([*kept, ("word/document.xml", part)]))


@case("laughs.svg", "XML bomb in a drawing called a table", "csv", "is an XML document")
def drawing(path: Path, large: bool) -> None:
    """No table."""
    path.write_text(f'<?xml version="1.0"?>{BOMB}<svg xmlns="http://www.w3.org/2000/svg"><text>&l9;</text></svg>', "utf-8")


@case("laughs.xml.xls", "XML bomb in an Excel 2003 workbook", "xlsx", "cannot be trusted")
def laughing_2003(path: Path, large: bool) -> None:
    """One file of XML."""
    space = "urn:schemas-microsoft-com:office:spreadsheet"
    cell = f'<Workbook xmlns="{space}"><Worksheet><Table><Row><Cell><Data>&l9;</Data></Cell></Row></Table></Worksheet></Workbook>'
    path.write_text(f'<?xml version="1.0"?><!-- {space} -->{BOMB}{cell}', "utf-8")


@case("far.xlsx", "two cells, the second in the last row of the last column", "xlsx", "takes over 768 MiB of memory")
def far(path: Path, large: bool) -> None:
    """Seventeen thousand million cells between them."""
    path.write_bytes(sheet('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'))


@case("repeated.ods", "one cell repeated over a whole sheet", "ods", "Cell limit exceeded|takes over 768 MiB of memory")
def repeated(path: Path, large: bool) -> None:
    """By two attributes."""
    cell = (
        '<table:table-cell office:value-type="string" table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell>'
    )
    path.write_bytes(open_document(f'<table:table-row table:number-rows-repeated="1048576">{cell}</table:table-row>'))


@case("far.xls", "two cells 65,535 rows and columns apart", "xls", "takes over 768 MiB of memory|is damaged|no spreadsheet")
def far_old(path: Path, large: bool) -> None:
    """In the format of before 2007."""
    path.write_bytes(old_workbook([(0, 0, 1.0), (65_535, 65_535, 1.0)]))


def old_workbook(cells: list[tuple[int, int, float]]) -> bytes:
    """A workbook of before 2007 (MS-XLS) with numbers in its only sheet."""
    numbers = b"".join(_record(0x203, struct.pack("<HHHd", row, column, 0, value)) for row, column, value in cells)
    sheet_part = _record(0x809, struct.pack("<HHHHLL", 0x600, 0x10, 0, 0, 0, 0)) + numbers + _record(0x0A, b"")
    begin = _record(0x809, struct.pack("<HHHHLL", 0x600, 5, 0, 0, 0, 0))
    bound = 4 + 8 + len(b"S")
    at = len(begin) + bound + 4
    named = _record(0x85, struct.pack("<LHBB", at, 0, 1, 0) + b"S")
    return compound.compound({"Workbook": (begin + named + _record(0x0A, b"") + sheet_part).ljust(4096, b"\0")})


def _record(kind: int, data: bytes) -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


@case("liar.xlsx", "a sheet that unpacks to 1 GiB and says 1 KiB", "xlsx", "is a damaged archive")
def liar(path: Path, large: bool) -> None:
    """Only its sheet lies."""
    path.write_bytes(lied(long_archive("xl/workbook.xml", 1 << 30), 1024))


@case("bomb.xlsx", "a sheet of 400 MiB of XML", "xlsx", "unpacks to over (256 MiB|200 times)")
def bomb(path: Path, large: bool) -> None:
    """Honest, and too large."""
    row = "<row>" + '<c t="inlineStr"><is><t>aaaaaaaaaaaaaaaaaaaa</t></is></c>' * 100 + "</row>"
    path.write_bytes(sheet(row * (400_000_000 // len(row))))


@case("cut.xlsx", "a workbook cut off in the middle", "xlsx", "is cut off")
def cut(path: Path, large: bool) -> None:
    """As a broken connection leaves it."""
    data = workbook([[f"c{n}" for n in range(20)] for _ in range(200)])
    path.write_bytes(data[: len(data) // 2])


@case("locked.xlsx", "a workbook with a password", "xlsx", "protected by a password")
def locked(path: Path, large: bool) -> None:
    """What Office wraps such files in."""
    compound.write(path, {"EncryptedPackage": b"\0" * 5000, "EncryptionInfo": b"\4\0\4\0"})


@case("garbage.xls", "the first bytes of a workbook, then noise", "xls", "is a damaged Office file|is a binary file")
def garbage(path: Path, large: bool) -> None:
    """A head and nothing behind it."""
    path.write_bytes(compound.MAGIC + bytes(range(256)) * 40)


@case("loop.msg", "an Outlook message whose sectors run in a circle", "note", "damaged|no text that can be read")
def loop(path: Path, large: bool) -> None:
    """Its allocation table leads back to its own beginning."""
    data = bytearray(compound.compound({"__properties_version1.0": b"\0" * 100_000}))
    struct.pack_into("<L", data, 512 + 4 * 10, 0)
    at = data.rfind(struct.pack("<LLL", 1, 2, 3))
    struct.pack_into("<L", data, at + 4, 0)
    path.write_bytes(data)


@case("garbage.msg", "an Outlook message of noise", "note", "damaged|no text that can be read")
def garbage_message(path: Path, large: bool) -> None:
    """Properties that point nowhere."""
    compound.write(path, {"__properties_version1.0": bytes(range(256)) * 20, "__substg1.0_1000001F": b"\xd8\x00" * 50})


@case("macro.docm", "a Word document with a macro", "note", "^rows: 1$")
def macro(path: Path, large: bool) -> None:
    """Its words are read; nothing in it is run."""
    path.write_bytes(with_part(word("Saw Ann today."), "word/vbaProject.bin", "Sub AutoOpen()"))


@case("cut.parquet", "a Parquet table cut off in the middle", "parquet", "is a damaged Parquet table")
def cut_parquet(path: Path, large: bool) -> None:
    """Its footer is missing."""
    pq.write_table(pa.table({"ref": list(range(10_000))}), path)
    path.write_bytes(path.read_bytes()[:5_000])


@case("flat.parquet", "a Parquet table of 300 million equal rows in a few KB", "parquet", "unpacks to over 200 times its size")
def flat(path: Path, large: bool) -> None:
    """Written by how often its one value is repeated."""
    one = pa.table({"ref": pa.DictionaryArray.from_arrays(pa.array([0] * 1_000_000, pa.int32()), pa.array(["x"]))})
    with pq.ParquetWriter(path, one.schema, compression="zstd") as writer:
        for _ in range(300):
            writer.write_table(one)


@case("page.parquet", "a Parquet table with one text of 900 MB, packed", "parquet", "takes over 768 MiB of memory|is a damaged")
def page(path: Path, large: bool) -> None:
    """One value, one page, a few KB on the disk."""
    pq.write_table(
        pa.table({"ref": pa.array([b"a" * 900_000_000], pa.large_binary())}), path, compression="zstd", use_dictionary=False
    )
