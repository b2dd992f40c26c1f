"""Numbers that stand for one person or body, taken only when their check digits agree."""

import re
from collections.abc import Callable
from typing import Any

from stdnum.exceptions import ValidationError
from stdnum.gb import nhs, upn

from ingest.cleaners.context import Context
from ingest.row import Unfit

CURE = "Correct the number at its source; the row is kept without it"


def nhs_number(values: list[Any], context: Context) -> str | None:
    """An NHS number: ten digits with the modulus 11 check of the NHS Data Dictionary."""
    written = _text(values)
    digits = re.sub(r"\D", "", written)
    if not digits:
        return None
    if len(digits) != 10:
        code = "nhs_too_short" if len(digits) < 10 else "nhs_too_long"
        raise Unfit(code, f'NHS number "{written}" has {len(digits)} digits, not 10', CURE, written)
    if not nhs.is_valid(digits):
        raise Unfit("nhs_check_digit", f'NHS number "{written}" fails its check digit', CURE, written)
    return digits


def unique_pupil_number(values: list[Any], context: Context) -> str | None:
    """A UPN: a check letter and twelve characters, by the DfE's published rule.

    The local authority part is not looked up: codes are retired, and a child keeps an old one.
    """
    written = _text(values)
    number = re.sub(r"\s", "", written).upper()
    if not number:
        return None
    if not re.fullmatch(r"[A-HJ-NP-RT-Z]\d{11}[A-HJ-NP-RT-Z\d]", number):
        raise Unfit("upn_shape", f'UPN "{written}" is not a letter and twelve characters', CURE, written)
    try:
        letter = upn.calc_check_digit(number[1:])
    except ValidationError as wrong:
        raise Unfit("upn_shape", f'UPN "{written}" is not of the published shape', CURE, written) from wrong
    if letter != number[0]:
        raise Unfit("upn_check_letter", f'UPN "{written}" fails its check letter', CURE, written)
    return number


def local_number(values: list[Any], context: Context) -> str | None:
    """A number in the source's own system."""
    written = _text(values)
    return f"{context.system}#{written}" if written else None


def local_reference(values: list[Any], context: Context) -> str | None:
    """A number in the system of the file that is named first: `school_roll.csv`, `HH-9020`."""
    file, number = (str(value or "").strip() for value in values)
    return f"{file.rsplit('.', 1)[0]}#{number}" if file and number else None


def phone(values: list[Any], context: Context) -> str | None:
    """A telephone number as digits with its leading 0 or +."""
    digits = re.sub(r"[^\d+]", "", _text(values))
    return digits if len(digits) >= 7 else None


def _text(values: list[Any]) -> str:
    return str(next((value for value in values if value), "")).strip()


CLEANERS: dict[str, Callable[[list[Any], Context], Any]] = {
    "nhs_number": nhs_number,
    "upn": unique_pupil_number,
    "local_number": local_number,
    "local_reference": local_reference,
    "phone": phone,
}
