"""Tables written as text that swallow memory, hide rows or break parsers."""

from pathlib import Path
from random import Random

from tests.hostile.case import case

HEADER = b"ref,name,note\n"
ROW = b"17,Ann,seen\n"


@case("one_line.csv", "1 GB in one line", "csv", "has a line of over 8 MiB, which is the limit", large=True)
def one_line(path: Path, large: bool) -> None:
    """A header, and then no line break for a gigabyte."""
    with path.open("wb") as out:
        out.write(HEADER)
        for _ in range(1024 if large else 32):
            out.write(b"a" * (1 << 20))


@case("one_line.jsonl", "1 GB in one line of JSON lines", "jsonl", "has a line of over 8 MiB", large=True)
def one_json_line(path: Path, large: bool) -> None:
    """One text without end."""
    with path.open("wb") as out:
        out.write(b'{"a": "')
        for _ in range(1024 if large else 32):
            out.write(b"a" * (1 << 20))


@case("nul_line.csv", "1 GB of NULs behind a header (a sparse file)", "csv", "has a line of over 8 MiB", large=True)
def sparse(path: Path, large: bool) -> None:
    """Takes no room on the disk."""
    with path.open("wb") as out:
        out.write(HEADER * 400)
        out.truncate((1 << 30) if large else (1 << 25))


@case("nuls.csv", "NULs within fields", "csv", "nul_byte: 2")
def nuls(path: Path, large: bool) -> None:
    """Two rows of a hundred and two."""
    path.write_bytes(HEADER + ROW * 50 + b"18,B\0en,x\n" + ROW * 50 + b"19,Cy,\0\0\n")


@case("zeros.csv", "a file of NULs alone", "csv", "is a binary file")
def zeros(path: Path, large: bool) -> None:
    """What a crashed export leaves."""
    path.write_bytes(b"\0" * 100_000)


@case("mixed.csv", "UTF-8 with lines in cp1252", "csv", "bad_encoding: 3")
def mixed(path: Path, large: bool) -> None:
    """Three lines pasted in."""
    path.write_bytes(HEADER + "17,Zoë,café\n".encode() * 60 + b"18,Zo\xeb,caf\xe9\n" * 3)


@case("boms.csv", "byte order marks in the middle and twice at the start", "csv", "^rows: 3$")
def boms(path: Path, large: bool) -> None:
    """The leavings of files put one behind the other."""
    path.write_bytes(b"\xef\xbb\xbf\xef\xbb\xbf" + HEADER + ROW + b"\xef\xbb\xbf" + ROW + ROW)


@case("half.csv", "UTF-16 cut off in the middle of a letter", "csv", "unreadable_letter: 1|wrong_number_of_columns: 1")
def half(path: Path, large: bool) -> None:
    """An odd number of bytes."""
    path.write_bytes(("ref,name,note\n" + "17,Ann,seen\n" * 20).encode("utf-16") + b"1")


@case("formulas.csv", "cells that spreadsheets would run", "csv", "^rows: 4$")
def formulas(path: Path, large: bool) -> None:
    """Text here, and quoted when Kith writes it to CSV."""
    path.write_bytes(HEADER + b'=cmd|\' /C calc\'!A0,Ann,x\n@SUM(1),Ben,x\n+1+1,Cy,x\n-2+3,Di,"=HYPERLINK(""http://x"")"\n')


@case("wide.csv", "100,000 columns", "csv", "has a row of over 16,384 columns, which is the limit")
def wide(path: Path, large: bool) -> None:
    """More than a spreadsheet can have."""
    path.write_text(",".join(f"c{n}" for n in range(100_000)) + "\n" + ",".join("1" * 100_000) + "\n", "ascii")


@case("open_quote.csv", "a quotation mark that nobody closes, 50,000 rows behind it", "csv", "^rows: 50100; unclosed_quote: 1 ")
def open_quote(path: Path, large: bool) -> None:
    """One row is lost, not fifty thousand."""
    path.write_bytes(HEADER + ROW * 50 + b'18,"Ben,x\n' + ROW * 50_049)


@case("open_quotes.csv", "every row opens a mark that only the next closes", "csv", "rows that do not fit its header", large=True)
def open_quotes(path: Path, large: bool) -> None:
    """A parser that looks ahead from each row would never end."""
    with path.open("wb") as out:
        out.write(HEADER + ROW * 20)
        for _ in range(20 if large else 2):
            out.write(b'a"b,"c\n' * 150_000)


@case("delimiters.csv", "8 MB of commas in one line, a blank row", "csv", "^rows: 300$")
def delimiters(path: Path, large: bool) -> None:
    """A line short enough, with eight million fields."""
    path.write_bytes(HEADER + ROW * 300 + b"," * 8_000_000 + b"\n")


@case("long_field.csv", "a field of 4 MB", "csv", "field_too_long: 1")
def long_field(path: Path, large: bool) -> None:
    """A line short enough, with a field too long."""
    path.write_bytes(HEADER + ROW * 50 + b"18,Ben," + b"x" * 4_000_000 + b"\n" + ROW)


@case("noise.csv", "random bytes", "csv", "is a binary file")
def noise(path: Path, large: bool) -> None:
    """Nothing at all."""
    path.write_bytes(Random(7).randbytes(1_000_000))


@case("returns.csv", "old Macintosh line ends, 300,000 rows", "csv", "^rows: 300000$")
def returns(path: Path, large: bool) -> None:
    """Carriage returns alone."""
    path.write_bytes((HEADER + ROW * 300_000).replace(b"\n", b"\r"))


@case("controls.csv", "escape sequences and control characters", "csv", "^rows: 2$")
def controls(path: Path, large: bool) -> None:
    """What would move a terminal's cursor."""
    path.write_bytes(HEADER + b"17,\x1b[2J\x1b]0;owned\x07,x\n18,\x08\x7f,\xe2\x80\xae\n")


@case("empty.csv", "no bytes", "csv", "is empty")
def empty(path: Path, large: bool) -> None:
    """Nothing was exported."""
    path.write_bytes(b"")


@case("blank.csv", "blank lines alone, 20 MB", "csv", "is empty|names no columns")
def blank(path: Path, large: bool) -> None:
    """No row among them."""
    path.write_bytes(b" \n" * 10_000_000)
