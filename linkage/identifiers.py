"""Numbers that stand for one person: whether their check digits agree."""

import re

from stdnum.exceptions import ValidationError
from stdnum.gb import nhs, upn


def digits(written: str) -> str | None:
    """The digits of a number; None for fewer than six.

    >>> digits("999 100 1018"), digits("12")
    ('9991001018', None)
    """
    found = re.sub(r"\D", "", written)
    return found if len(found) >= 6 else None


def valid_nhs(number: str) -> bool:
    """Ten digits whose modulus 11 check agrees (NHS Data Dictionary).

    >>> valid_nhs("9991001018"), valid_nhs("9991001019")
    (True, False)
    """
    return bool(nhs.is_valid(number))


def valid_upn(number: str) -> bool:
    """A pupil's number whose check letter agrees (DfE's published rule); authority codes are not looked up.

    >>> valid_upn("Z999200116041"), valid_upn("A999200116041")
    (True, False)
    """
    try:
        return bool(re.fullmatch(r"[A-Z]\d{11}[A-Z\d]", number)) and upn.calc_check_digit(number[1:]) == number[0]
    except ValidationError:
        return False


def phone_digits(written: str) -> str | None:
    """The last nine digits of a telephone number, the same with and without +44.

    >>> phone_digits("+44 7700 900123"), phone_digits("07700 900123")
    ('700900123', '700900123')
    """
    found = re.sub(r"\D", "", written)
    return found[-9:] if len(found) >= 7 else None
