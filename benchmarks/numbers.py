"""Numbers that stand for nobody: valid in form and check digit, out of ranges that are never issued."""

from stdnum.gb import upn

LETTERS = "ABDEFGHJLNPQRSTUWXYZ"
"""Letters that close a postcode (Royal Mail leaves out C I K M O V)."""
HOMES_A_POSTCODE = 15
NHS_NUMBERS = 1_000_000


def nhs_number(person: int) -> str | None:
    """A number in the 999 range that the NHS keeps for tests; None where the check digit comes to 10, or none is left.

    >>> nhs_number(1)
    '9993141593'
    """
    if person >= NHS_NUMBERS:
        return None
    digits = f"999{person * 314_159 % NHS_NUMBERS:06d}"
    check = 11 - sum(weight * int(digit) for weight, digit in zip(range(10, 1, -1), digits, strict=True)) % 11
    return None if check == 10 else f"{digits}{check % 11}"


def pupil_number(person: int) -> str:
    """A UPN of local authority 999, which is none.

    >>> pupil_number(1)[1:]
    '999000000001'
    """
    digits = f"999{person:09d}"
    return f"{upn.calc_check_digit(digits)}{digits}"


def postcode(household: int) -> str:
    """A postcode of ZX, an area the Royal Mail doesn't use; neighbours share one.

    >>> postcode(0), postcode(14), postcode(15), postcode(60_000)
    ('ZX1 0AA', 'ZX1 0AA', 'ZX1 0AB', 'ZX2 0AA')
    """
    unit = household // HOMES_A_POSTCODE
    sector, letters = divmod(unit, len(LETTERS) ** 2)
    district, sector = divmod(sector, 10)
    first, second = divmod(letters, len(LETTERS))
    return f"ZX{district + 1} {sector}{LETTERS[first]}{LETTERS[second]}"


def phone(household: int) -> str:
    """A mobile number of the range that Ofcom keeps for drama, 07700 900000 to 900999."""
    return f"07700 900{household % 1000:03d}"
