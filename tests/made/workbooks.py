"""Workbooks in the formats that openpyxl does not write."""

import io
import struct
import zipfile
from collections.abc import Sequence
from html import escape
from pathlib import Path

from tests.made.compound import compound

Cells = Sequence[Sequence[str | float | None]]
SPACES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
}
MANIFEST = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
KIND = "application/vnd.oasis.opendocument."


def xls(path: Path, **sheets: Cells) -> Path:
    """A workbook of before 2007 (MS-XLS), texts and numbers."""
    begin, bodies = _begin(5), [_sheet(cells) for cells in sheets.values()]
    named = [struct.pack("<BB", len(name), 0) + name.encode("ascii") for name in sheets]
    at = len(begin) + sum(4 + 6 + len(name) for name in named) + 4
    bounds = b""
    for name, body in zip(named, bodies, strict=True):
        bounds += _record(0x85, struct.pack("<LH", at, 0) + name)
        at += len(body)
    path.write_bytes(compound({"Workbook": (begin + bounds + _record(0x0A, b"") + b"".join(bodies)).ljust(4096, b"\0")}))
    return path


def _begin(kind: int) -> bytes:
    return _record(0x809, struct.pack("<HHHHLL", 0x600, kind, 0, 0, 0, 0))


def _sheet(cells: Cells) -> bytes:
    return _begin(0x10) + b"".join(_cell(r, c, v) for r, row in enumerate(cells) for c, v in enumerate(row)) + _record(0x0A, b"")


def _cell(row: int, column: int, value: str | float | None) -> bytes:
    place = struct.pack("<HHH", row, column, 0)
    if value is None:
        return b""
    if isinstance(value, str):
        return _record(0x204, place + struct.pack("<HB", len(value), 1) + value.encode("utf-16-le"))
    return _record(0x203, place + struct.pack("<d", value))


def _record(kind: int, data: bytes) -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def ods(path: Path, **sheets: Cells) -> Path:
    """An OpenDocument spreadsheet; a text like 2026-03-04 is a date, rows end as LibreOffice ends them."""
    tables = "".join(f'<table:table table:name="{name}">{_ods_rows(cells)}</table:table>' for name, cells in sheets.items())
    return _open_document(path, "spreadsheet", tables)


def odt(path: Path, *paragraphs: str) -> Path:
    """An OpenDocument text."""
    return _open_document(path, "text", "".join(f"<text:p>{escape(words)}</text:p>" for words in paragraphs))


def _open_document(path: Path, kind: str, body: str) -> Path:
    spaces = " ".join(f'xmlns:{name}="{url}"' for name, url in SPACES.items())
    content = (
        f'<?xml version="1.0"?><office:document-content {spaces}><office:body><office:{kind}>{body}</office:{kind}>'
        "</office:body></office:document-content>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", KIND + kind)
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", MANIFEST)
    path.write_bytes(out.getvalue())
    return path


def _ods_rows(cells: Cells) -> str:
    rows = "".join(f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>" for row in cells)
    end = '<table:table-cell table:number-columns-repeated="16384"/>'
    return f'{rows}<table:table-row table:number-rows-repeated="1048000">{end}</table:table-row>'


def _ods_cell(value: str | float | None) -> str:
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, str) and len(value) == 10 and value[4] == value[7] == "-":
        kind = f'office:value-type="date" office:date-value="{value}"'
    elif isinstance(value, str):
        kind = 'office:value-type="string"'
    else:
        kind = f'office:value-type="float" office:value="{value}"'
    return f"<table:table-cell {kind}><text:p>{escape(str(value))}</text:p></table:table-cell>"


def xml(path: Path, **sheets: Cells) -> Path:
    """A workbook as Excel 2003 writes it as XML."""
    space = "urn:schemas-microsoft-com:office:spreadsheet"
    tables = "".join(
        f'<Worksheet ss:Name="{name}"><Table>{"".join(map(_xml_row, cells))}</Table></Worksheet>'
        for name, cells in sheets.items()
    )
    head = '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
    path.write_text(f'{head}<Workbook xmlns="{space}" xmlns:ss="{space}">{tables}</Workbook>', "utf-8")
    return path


def _xml_row(row: Sequence[str | float | None]) -> str:
    cells = [
        f'<Cell ss:Index="{number}"><Data ss:Type="{"String" if isinstance(value, str) else "Number"}">{escape(str(value))}</Data></Cell>'
        for number, value in enumerate(row, 1)
        if value is not None
    ]
    return f"<Row>{''.join(cells)}</Row>"
