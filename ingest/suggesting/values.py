"""Values of the mapping language made out of columns, with why."""

from collections.abc import Sequence
from typing import Any

from ingest.suggesting.draft import Said
from ingest.suggesting.meaning import Meaning

ADDRESS_ORDER = ("venue", "house_number", "address", "address_line", "street", "locality", "town")
"""The parts of an address as they stand on a letter."""


MOSTLY = 0.5


def value(columns: Sequence[str], clean: str | None = None, **more: Any) -> Any:
    """One column or several, with a cleaner: as short as the language allows."""
    if len(columns) == 1 and clean is None and not more:
        return columns[0]
    told: dict[str, Any] = {"column": columns[0]} if len(columns) == 1 else {"columns": list(columns)}
    return told | ({"clean": clean} if clean else {}) | more


def said(meanings: Sequence[Meaning], clean: str | None = None, **more: Any) -> Said:
    """A value out of columns, with why each is taken for what it is."""
    return Said(value([meaning.name for meaning in meanings], clean, **more), because(meanings))


def because(meanings: Sequence[Meaning]) -> str:
    """Why columns are taken for what they are, each named where there are several."""
    if len(meanings) == 1:
        return meanings[0].why
    return "; ".join(f"{meaning.name}: {meaning.why}" for meaning in meanings)


def first_of(options: Sequence[Any]) -> Any:
    """The first of several values that a row has."""
    return options[0] if len(options) == 1 else {"first_of": list(options)}


def address(meanings: Sequence[Meaning]) -> Said | None:
    """An address out of its parts, in the order of a letter."""
    parts = sorted(
        (meaning for meaning in meanings if meaning.field in ADDRESS_ORDER),
        key=lambda meaning: ADDRESS_ORDER.index(meaning.field) if meaning.field != "address_line" else 2,
    )
    return said(parts, "address") if parts else None


def person_name(meanings: Sequence[Meaning]) -> Said | None:
    """A resident's name: from forename and surname where both stand apart, else from the one column that has it."""
    return _name(meanings, "person_name")


def worker_name(meanings: Sequence[Meaning]) -> Said | None:
    """A worker's name."""
    return _name(meanings, "practitioner_name")


def _name(meanings: Sequence[Meaning], clean: str) -> Said | None:
    by_field: dict[str, list[Meaning]] = {}
    for meaning in meanings:
        by_field.setdefault(meaning.field, []).append(meaning)
    parts = _beside(by_field, list(meanings))
    whole = by_field.get("full_name", [])
    if len(parts) == 2 or (parts and not whole):
        return said(parts, clean)
    return said(whole[:1], clean) if whole else None


def _beside(by_field: dict[str, list[Meaning]], meanings: list[Meaning]) -> list[Meaning]:
    """Forename and surname; of several surnames (a family's name, then a person's) the one next to the forename."""
    forenames, surnames = by_field.get("forename", [])[:1], by_field.get("surname", [])
    surnames = [one for one in surnames if one.column.share("initials") < MOSTLY] or surnames
    if forenames and surnames:
        at = meanings.index(forenames[0])
        return [forenames[0], min(surnames, key=lambda one: abs(meanings.index(one) - at))]
    return [*forenames, *surnames[:1]]
