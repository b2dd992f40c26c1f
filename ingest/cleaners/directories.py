"""What directories of services say: prices, places, contact."""

import re
from collections.abc import Callable
from datetime import date  # noqa: F401  the examples use it
from typing import Any

from ingest.cleaners.context import Context
from ingest.cleaners.needs import code_of
from ingest.row import Unfit

UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.I)
MARKS = {"gbp": "£", "eur": "€", "usd": "$"}


def price(values: list[Any], context: Context) -> str | None:
    """What something costs; columns: option, amount, amount_description, currency (pounds where none is said).

    >>> price(["Under 18s", 35, "per session", None], None), price([None, 0, None, "GBP"], None)
    ('Under 18s: £35 per session', 'free')
    """
    option, amount, what, currency = values
    sum_told = _amount(amount, str(currency or "gbp").lower())
    told = " ".join(str(part).strip() for part in (sum_told, what) if part)
    return ": ".join(str(part).strip() for part in (option, told) if part) or None


def _amount(amount: Any, currency: str) -> str | None:
    try:
        number = float(amount)
    except (TypeError, ValueError):
        return str(amount).strip() if amount else None
    if number == 0:
        return "free"
    written = f"{number:.2f}".removesuffix(".00")
    return f"{MARKS[currency]}{written}" if currency in MARKS else f"{written} {currency.upper()}"


def email(values: list[Any], context: Context) -> str | None:
    """An e-mail address."""
    written = str(next((value for value in values if value), "")).strip().removeprefix("mailto:")
    if not written or re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", written):
        return written or None
    raise Unfit("email_shape", f'"{written}" is no e-mail address', "Correct the address at its source", written)


def published_key(values: list[Any], context: Context) -> str | None:
    """What a publisher calls a thing, as a key: a UUID is one everywhere, any other name only in its own feed.

    >>> published_key(["1502"], Context(date(2026, 1, 1), system="leeds"))
    'leeds#1502'
    """
    written = str(next((value for value in values if value not in (None, "")), "")).strip()
    if not written:
        return None
    return written.lower() if UUID.fullmatch(written) else f"{context.system}#{written}"


def need_term(values: list[Any], context: Context) -> str | None:
    """One term of a directory's taxonomy as code of the code list, or in its own words."""
    return code_of(str(next((value for value in values if value), "")))


def area_kind(values: list[Any], context: Context) -> str | None:
    """What sort of area a GSS code names, by its first three characters (ONS register of geographic codes).

    >>> [area_kind([code], None) for code in ("E05000650", "E08000009", "W01000001", "95AA01S1")]
    ['ward', 'local authority', 'LSOA', None]
    """
    return AREA_KINDS.get(str(next((value for value in values if value), ""))[:3].upper())


AREA_KINDS = {
    **dict.fromkeys(("E05", "W05", "S13", "N08"), "ward"),
    **dict.fromkeys(("E06", "E07", "E08", "E09", "W06", "S12", "N09"), "local authority"),
    **dict.fromkeys(("E01", "W01"), "LSOA"),
    **dict.fromkeys(("E02", "W02"), "MSOA"),
    "S01": "data zone",
    "S02": "intermediate zone",
    "E10": "county",
    "E47": "combined authority",
    "E12": "region",
    **dict.fromkeys(("E92", "W92", "S92", "N92"), "country"),
}


CLEANERS: dict[str, Callable[[list[Any], Context], Any]] = {
    "price": price,
    "published_key": published_key,
    "email": email,
    "need_term": need_term,
    "area_kind": area_kind,
}
