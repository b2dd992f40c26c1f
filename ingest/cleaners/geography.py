"""Postcodes, houses and areas."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from ingest.cleaners.context import Context
from ingest.cleaners.names import folded
from ingest.row import Unfit

POSTCODE = re.compile(r"\b([A-Z]{1,2}\d[A-Z\d]?)\s*(\d[A-Z]{2})\b", re.I)
PARTIAL = re.compile(r"^([A-Z]{1,2}\d[A-Z\d]?)\s*(\d?)$", re.I)
NEARLY = re.compile(r"^[A-Z]{1,2}\d{1,3}[A-Z]?\s*[\dO][A-Z]{2}$", re.I)
"""Like a postcode, with a digit too many or the letter O for a nought."""
GSS = re.compile(r"^[EKNSW]\d{8}$")
WHOLE_PLACE = frozenset({"wholeborough", "boroughwide", "allareas", "wholecity", "citywide", "districtwide"})


def postcode(values: list[Any], context: Context) -> str | None:
    """A full postcode as `ZX1 2AB`, or the part of one that is given; None where there is none."""
    for value in values:
        written = str(value or "").strip()
        if full := POSTCODE.search(written):
            return f"{full[1]} {full[2]}".upper()
        if part := PARTIAL.match(written):
            return f"{part[1]} {part[2]}".strip().upper()
        if NEARLY.match(written):
            raise Unfit("postcode_shape", f'"{written}" is no postcode', "Correct the postcode at its source", written)
    return None


def house_of(address: str | None) -> str | None:
    """The numbers that tell one dwelling from the next: flat before house, `6`, `2-19`, `11a`.

    >>> house_of("Flt 6 Weavers Crt"), house_of("WEAVERS CT FLT 6"), house_of("Flat 2, 19 Bright Street")
    ('6', '6', '2-19')
    """
    bare = POSTCODE.sub(" ", address or "")
    found = re.findall(r"\b\d+[a-z]?\b", bare.lower())
    return "-".join(found) or None


def address(values: list[Any], context: Context) -> str | None:
    """An address on one line, its cells joined."""
    lines = [" ".join(str(value).split()) for value in values if value]
    return ", ".join(line.strip(" ,") for line in lines) or None


def area_code(values: list[Any], context: Context) -> str | None:
    """A GSS code; where it is damaged or missing, the code of the area named beside it."""
    written = [str(value).strip() for value in values if value]
    for value in written:
        if GSS.match(value):
            return value
    for value in written:
        if found := _named(value, context):
            return _or_repaired(written, value, found)
    if written and re.match(r"^[EKNSW]\d+$", written[0]):
        raise Unfit(
            "gss_code_shape", f'"{written[0]}" is no GSS code', "Correct the code at its source, or name the area", written[0]
        )
    return None


def _named(value: str, context: Context) -> str | None:
    name = folded(value)
    return context.borough if name in WHOLE_PLACE else context.areas.get(name)


def _or_repaired(written: list[str], value: str, found: str) -> str:
    if value == written[0]:
        return found
    raise Unfit(
        "gss_code_repaired",
        f'"{written[0]}" is no GSS code; taken from the name beside it',
        "Correct the code at its source",
        written[0],
        found,
    )


def areas_served(values: list[Any], context: Context) -> list[dict[str, Any]]:
    """The service areas of an Open Referral object that can be told, each as {area}: by code, or by a known name."""
    found: dict[str, dict[str, Any]] = {}
    wrong: Unfit | None = None
    for item in values[0] or []:
        try:
            code = area_code([item.get("extent"), item.get("name")], context)
        except Unfit as unfit:
            wrong, code = unfit, unfit.repaired
        if code:
            found[code] = {"area": code}
    if wrong:
        raise replace(wrong, repaired=list(found.values()))
    return list(found.values())


def number(values: list[Any], context: Context) -> float | None:
    """A number, its currency mark and thousands' commas left out."""
    found = re.search(r"-?\d[\d,]*\.?\d*", str(next((v for v in values if v not in (None, "")), "")))
    return float(found.group().replace(",", "")) if found else None


CLEANERS: dict[str, Callable[[list[Any], Context], Any]] = {
    "postcode": postcode,
    "address": address,
    "area_code": area_code,
    "areas_served": areas_served,
    "number": number,
}
