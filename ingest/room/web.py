"""Web pages: the words of one, and the tables of one, which many systems export under the name .xls."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lxml import etree

from graph.errors import SourceError
from ingest import limits
from ingest.readers.blocks import Source, stream_of
from ingest.readers.decoding import blocks_of
from ingest.readers.encoding import encoding_of
from ingest.readers.heading import SEARCHED
from ingest.room.batches import batched
from ingest.room.choosing import fitness

CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w.:-]+)", re.I)
UNSHOWN = {"script", "style", "head", "template", "noscript"}
BREAKS = {"p", "div", "br", "li", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "blockquote", "pre", "hr"}
BLANKS = re.compile(r"[ \t\r\f\v\xa0]+")


@dataclass
class Table:
    """One table of a page: its rows, and the cells that span several places as (first, last) row and column."""

    rows: list[list[str]] = field(default_factory=list)
    merged: list[tuple[tuple[int, int], tuple[int, int]]] = field(default_factory=list)


def read(name: str, path: str, said: str | None, expected: list[str]) -> Iterator[Any]:
    """The table of a page that fits best, as a sheet of a workbook is read; `said` is `table 2`."""
    tables = {f"table {number}": table for number, table in enumerate(_tables(name, Path(path)), 1)}
    if not tables or said not in (None, *tables):
        held = f"It has {', '.join(tables)}" if tables else "Ask its sender for the rows as CSV or XLSX"
        raise SourceError(f"{name} is a web page without {said or 'a table'}", held)
    chosen = said or max(tables, key=lambda key: fitness(tables[key].rows[:SEARCHED], len(tables[key].rows), set(expected)))
    yield {"sheet": chosen, "sheets": list(tables), "merged": [m for m in tables[chosen].merged if m[0][0] < SEARCHED]}
    yield from batched((number, row) for number, row in enumerate(tables[chosen].rows, 1) if any(row))


def text_of(name: str, source: Source) -> str:
    """The words of a page, a line for each of its blocks.

    >>> text_of("a.html", b"<p>Mum is <b>well</b>.</p><script>x</script><p>Rent paid.")
    'Mum is well.\\nRent paid.'
    """
    pieces: list[str] = []
    for event, node in etree.iterwalk(_parsed(name, source), events=("start", "end", "comment", "pi")):
        plain = isinstance(node.tag, str)
        if event == "start" and node.tag in UNSHOWN:
            node.clear(keep_tail=True)
        elif event == "start" and node.tag not in UNSHOWN:
            pieces += ["\n" * (node.tag in BREAKS), _flowing(node.text)]
        if event != "start":
            pieces += ["\n" * (plain and node.tag in BREAKS), "\t" * (node.tag in ("td", "th")), _flowing(node.tail)]
    lines = (BLANKS.sub(" ", line).strip() for line in "".join(pieces).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(line for line in lines if line))


def _flowing(text: str | None) -> str:
    return (text or "").replace("\n", " ")


def _tables(name: str, source: Source) -> Iterator[Table]:
    """Every table that is not there to lay others out."""
    for element in _parsed(name, source).iter("table"):
        if next(element.iterdescendants("table"), None) is None:
            table = Table()
            for row in element.iter("tr"):
                _add(table, row)
            yield table


def _add(table: Table, row: Any) -> None:
    """A row with its cells in their places, blanks where a cell from before spans."""
    here = len(table.rows)
    cells: list[str] = []
    for cell in row.iterchildren("td", "th"):
        while any(top < here <= bottom and left <= len(cells) <= right for (top, left), (bottom, right) in table.merged[-200:]):
            cells.append("")
        across, down = _span(cell, "colspan"), _span(cell, "rowspan")
        if across > 1 or down > 1:
            table.merged.append(((here, len(cells)), (here + down - 1, len(cells) + across - 1)))
        cells += [" ".join("".join(cell.itertext()).split()), *[""] * (across - 1)]
        if len(cells) > limits.COLUMNS.most:
            raise limits.COLUMNS.refusal("the table")
    table.rows.append(cells)


def _span(cell: Any, name: str) -> int:
    written = cell.get(name, "1").strip()
    return min(max(int(written), 1), limits.COLUMNS.most) if written.isdecimal() and len(written) < 9 else 1


def _parsed(name: str, source: Source) -> Any:
    """The page as a tree; it may be as ill formed as browsers put up with."""
    with stream_of(source) as stream:
        said = CHARSET.search(stream.read(2048))
    encoding = encoding_of(source, None, name)
    if said and encoding.codec not in ("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"):
        encoding = encoding_of(source, said[1].decode("ascii"), name)
    text = "".join(blocks_of(source, encoding, name)).replace("\0", "")
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_pis=True, huge_tree=True)
    tree = etree.fromstring(text.encode("utf-8"), parser) if text.strip() else None
    if tree is None:
        raise SourceError(f"{name} is a web page with nothing in it", "Ask its sender to save it again")
    return tree
