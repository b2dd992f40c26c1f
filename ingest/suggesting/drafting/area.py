"""A draft for a list of areas: codes, names, points and what each lies in."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.suggesting.draft import Draft, EdgeDraft, NodeDraft, Said
from ingest.suggesting.happened import of
from ingest.suggesting.meaning import Meaning
from ingest.suggesting.opening import Table
from ingest.suggesting.values import said

ONS = re.compile(r"(oa|lsoa|msoa|wd|ward|par|lad|la|ltla|utla|cty|ced|cauth|rgn|ctry|icb|pcon|sicbl)(\d\d)?(cd|nm)", re.I)
LEVELS = (
    "oa",
    "lsoa",
    "msoa",
    "wd",
    "ward",
    "ced",
    "par",
    "pcon",
    "lad",
    "la",
    "ltla",
    "utla",
    "cty",
    "icb",
    "cauth",
    "rgn",
    "ctry",
)
"""The Office for National Statistics' short names of areas, from the smallest."""


@dataclass
class Level:
    """One size of area that a row tells: its code and its name."""

    level: str
    code: str | None = None
    full_name: str | None = None


def draft(table: Table, meanings: Sequence[Meaning | None], source: str) -> Draft | None:
    """A mapping of areas; None where no column has their codes."""
    known = [one for one in meanings if one is not None]
    levels = levels_of([column.name for column in table.columns]) or _plain(known)
    if not levels:
        return None
    made = Draft(source, table.reading, "an area", private=False)
    made.key = Said([levels[0].code], "the smallest area of the row")
    for at, level in enumerate(levels[:2]):
        props = {"full_name": Said(level.full_name)} if level.full_name else {}
        if at == 0:
            props |= {
                prop: said(found[:1], "number")
                for prop, field in (("lat", "latitude"), ("lon", "longitude"))
                if (found := of(known, field))
            }
        made.nodes[level.level] = NodeDraft("Area", props, key=[str(level.code)], reference=not props)
    if len(levels) > 1:
        made.edges.append(EdgeDraft(levels[0].level, "PART_OF", levels[1].level))
    return made


def levels_of(headers: Sequence[str]) -> list[Level]:
    """The levels that ONS headers tell, from the smallest: `WD23CD`, `WD23NM`, `LAD23CD`.

    >>> [(level.level, level.code, level.full_name) for level in levels_of(["LAD23CD", "WD23CD", "WD23NM"])]
    [('wd', 'WD23CD', 'WD23NM'), ('lad', 'LAD23CD', None)]
    """
    found: dict[str, Level] = {}
    for header in headers:
        if shaped := ONS.fullmatch(header):
            level = found.setdefault(shaped[1].lower(), Level(shaped[1].lower()))
            if shaped[3].lower() == "cd":
                level.code = level.code or header
            else:
                level.full_name = level.full_name or header
    coded = [level for level in found.values() if level.code]
    return sorted(coded, key=lambda level: LEVELS.index(level.level))


def _plain(known: Sequence[Meaning]) -> list[Level]:
    """Code, name and parent under ordinary headers."""
    codes = [one for one in known if one.field in ("area_code", "record_id") and one.column.share("gss") >= 0.8]
    if not codes:
        return []
    name = next((one for one in known if one.field in ("full_name", "offer_name", "area_name")), None)
    parent = next(iter(of(known, "parent_code")), None) or (codes[1] if len(codes) > 1 else None)
    levels = [Level("area", codes[0].name, name.name if name else None)]
    return levels + ([Level("parent", parent.name)] if parent else [])
