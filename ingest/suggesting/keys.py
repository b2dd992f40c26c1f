"""Which column, or which together, name a row."""

from collections.abc import Sequence

from ingest.suggesting.draft import Said
from ingest.suggesting.meaning import Meaning
from ingest.suggesting.profile import Column
from ingest.suggesting.tokens import tokens

SAME = 0.9
NUMBERING = frozenset({"identifier", "number", "reference", "code", "urn"})


def named_by(meanings: Sequence[Meaning], fields: Sequence[str], beside: Sequence[str] = ()) -> Said | None:
    """The first of these fields whose values hardly repeat; else the first with another that tells its rows apart."""
    listed = [meaning for name in fields for meaning in meanings if meaning.field == name]
    for meaning in listed:
        if meaning.column.unique:
            return Said([meaning.name], f"{meaning.why}; {told(meaning.column)}")
    for meaning in listed:
        for other in (one for name in beside for one in meanings if one.field == name):
            if together(meaning.column, other.column):
                return Said([meaning.name, other.name], f"{meaning.name} comes more than once, with {other.name} hardly ever")
    return None


def by_header(columns: Sequence[Column], taken: set[str]) -> Said | None:
    """The first column whose header says that it numbers something, and whose values never repeat."""
    for column in columns:
        says = NUMBERING & set(tokens(column.name)) or column.name.lower().endswith(("id", "ref", "no"))
        if (
            says
            and column.name not in taken
            and not column.nested
            and column.unique
            and column.share("code", "uuid", "whole") >= SAME
        ):
            return Said([column.name], f"its header says that it numbers something; {told(column)}")
    return None


def by_values(columns: Sequence[Column], taken: set[str]) -> Said | None:
    """The first column of codes that never repeats, whatever its header says."""
    for column in columns:
        if column.name not in taken and not column.nested and column.unique and column.share("code", "uuid") >= SAME:
            return Said([column.name], f"its values look like codes; {told(column)}")
    return None


def together(one: Column, other: Column) -> bool:
    """Whether two columns name rows together."""
    pairs = [pair for pair in zip(one.values, other.values, strict=True) if all(pair)]
    return len(pairs) >= 0.9 * len(one.values) and len(set(pairs)) >= 0.95 * len(pairs)


def told(column: Column) -> str:
    """How full and how different a column is."""
    rows, filled = len(column.values), len(column.filled)
    how_many = "every row has one" if filled == rows else f"{filled} of {rows} rows have one"
    return f"{how_many}, " + ("none twice" if column.distinct == filled else f"{filled - column.distinct} repeated")
