"""Numbers of bodies and places in public registers, each held against the rule its register publishes.

None of them but the NHS number and the UPN has a check digit, and python-stdnum knows no others of these.
"""

import re
from collections.abc import Callable
from typing import Any

from ingest.cleaners.context import Context
from ingest.row import Unfit

CURE = "Correct the number at its source; the row is kept without it"
SCHEME = re.compile(r"[A-Z]{2}-[A-Z0-9]{2,}-|360G-", re.I)
CHARITY = re.compile(r"\d{6,7}(-\d+)?|SC\d{6}|NIC?\d{6}")
"""England and Wales six or seven digits, a linked charity's number behind a stroke; OSCR SC, CCNI NIC and six digits."""
COMPANY = re.compile(r"\d{8}|[A-Z]{2}\d{6}|R\d{7}|(IP|SP|RS|NP)\d{5}[A-Z]")
"""Companies House: eight digits, or a prefix of the register (SC, NI, OC, CE …) with six."""
UPRN = re.compile(r"[1-9]\d{0,11}")
"""GeoPlace: at most twelve digits; noughts in front do not count."""
URN = re.compile(r"[1-9]\d{5}")
"""Get Information about Schools: six digits."""
ODS = re.compile(r"[A-Z0-9]{1,9}")
"""NHS Organisation Data Service: one to nine letters and digits."""
SCHEMES: dict[str, re.Pattern[str]] = {
    "GB-CHC": re.compile(r"\d{6,7}"),
    "GB-SC": re.compile(r"SC\d{6}"),
    "GB-NIC": re.compile(r"(NIC)?\d{6}"),
    "GB-COH": COMPANY,
    "GB-EDU": URN,
    "GB-NHS": ODS,
    "GB-UKPRN": re.compile(r"\d{8}"),
}
"""The registers of org-id.guide whose numbers have a form that can be checked; of others the number is as it is."""
NAMED = {"company number": "GB-COH", "charity number": "GB-CHC", "registered charity number": "GB-CHC", "ods code": "GB-NHS"}


def charity_number(values: list[Any], context: Context) -> str | None:
    """A charity number of England and Wales (6 or 7 digits), Scotland (SC) or Northern Ireland (NIC).

    >>> charity_number(["GB-CHC-1110767"], None), charity_number(["GB-COH-07597525"], None)
    ('1110767', None)
    """
    written = re.sub(r"^GB-(CHC|SC|NIC)-", "", _bare(values))
    if not written or SCHEME.match(written):
        return None
    return _checked(CHARITY, written, "charity_number_shape", "charity number")


def linked_charity_number(values: list[Any], context: Context) -> str | None:
    """A charity number out of the two of the register: of a linked charity with its own behind a stroke.

    >>> linked_charity_number([200222, 0], None), linked_charity_number(["200222", "3"], None)
    ('200222', '200222-3')
    """
    main, linked = (str(value or "").strip() for value in values)
    return charity_number([f"{main}-{linked}" if linked.strip("0") else main], context)


def company_number(values: list[Any], context: Context) -> str | None:
    """A Companies House number, its lost leading noughts put back.

    >>> company_number(["GB-COH-7597525"], None), company_number(["738693"], None)
    ('07597525', '00738693')
    """
    written = _bare(values).removeprefix("GB-COH-")
    if not written or SCHEME.match(written):
        return None
    return _checked(COMPANY, _eight(written), "company_number_shape", "company number")


def org_id(values: list[Any], context: Context) -> str | None:
    """An identifier of org-id.guide: whole, or out of its scheme (or the scheme's name) and its number.

    >>> org_id(["GB-COH", "7597525"], None), org_id(["GB-CHC-1110767"], None), org_id(["Charity number", "1110767"], None)
    ('GB-COH-07597525', 'GB-CHC-1110767', 'GB-CHC-1110767')
    """
    told = [str(value).strip() for value in values if value not in (None, "")]
    if not told:
        return None
    written = re.sub(r"\s", "", told[-1]).upper()
    if len(told) > 1 and not SCHEME.match(told[-1]):
        written = f"{NAMED.get(told[0].lower(), told[0].upper())}-{written}"
    if written.startswith("360G-"):
        return told[-1]
    scheme = "-".join(written.split("-")[:2])
    number = written[len(scheme) + 1 :]
    if not number or not SCHEME.match(written):
        raise Unfit("org_id_shape", f'"{told[-1]}" is no identifier of org-id.guide', CURE, told[-1])
    if scheme == "GB-COH":
        number = _eight(number)
    if scheme in SCHEMES and not SCHEMES[scheme].fullmatch(number):
        raise Unfit("org_id_number", f'"{told[-1]}" is no number of {scheme}', CURE, told[-1])
    return f"{scheme}-{number}"


def charity_org_id(values: list[Any], context: Context) -> str | None:
    """The identifier by org-id.guide of a charity of England and Wales, out of its number.

    >>> charity_org_id([200222], None)
    'GB-CHC-200222'
    """
    return org_id(["GB-CHC", *values], context) if any(values) else None


def property_number(values: list[Any], context: Context) -> str | None:
    """A UPRN: up to twelve digits.

    >>> property_number(["010092008082"], None)
    '10092008082'
    """
    return _checked(UPRN, _bare(values).lstrip("0"), "uprn_shape", "UPRN")


def establishment_number(values: list[Any], context: Context) -> str | None:
    """A school's URN: six digits."""
    return _checked(URN, _bare(values), "urn_shape", "URN")


def ods_code(values: list[Any], context: Context) -> str | None:
    """A code of the NHS Organisation Data Service."""
    return _checked(ODS, _bare(values), "ods_shape", "ODS code")


def _bare(values: list[Any]) -> str:
    return re.sub(r"\s", "", str(next((value for value in values if value), ""))).upper()


def _eight(number: str) -> str:
    return number.zfill(8) if re.fullmatch(r"\d{4,8}", number) else number


def _checked(form: re.Pattern[str], written: str, code: str, what: str) -> str | None:
    if not written:
        return None
    if not form.fullmatch(written):
        raise Unfit(code, f'{what} "{written}" is not of the published form', CURE, written)
    return written


CLEANERS: dict[str, Callable[[list[Any], Context], Any]] = {
    "charity_number": charity_number,
    "linked_charity_number": linked_charity_number,
    "company_number": company_number,
    "org_id": org_id,
    "charity_org_id": charity_org_id,
    "uprn": property_number,
    "urn": establishment_number,
    "ods_code": ods_code,
}
