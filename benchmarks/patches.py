"""Who works where: wards, schools and the practitioners of each patch, about one to sixty people."""

from collections.abc import Iterator
from math import gcd

from benchmarks import words

REGION, REGION_NAME = "E12980001", "Zedshire"
WARD_PEOPLE = 8_000
BOROUGH_WARDS = 30
SCHOOL_PEOPLE = 3_000
PATCH = {"school_roll": 150, "social_care": 250, "health_visiting": 300, "housing": 500}
"""Residents to one practitioner of each agency: together one to sixty-two."""
FIRST_WORKER = {"school_roll": 0, "social_care": 1_009, "health_visiting": 2_003, "housing": 3_001}
FORENAMES = words.FORENAMES_F + words.FORENAMES_M
STRIDE = 7_919


def worker(agency: str, resident: int) -> str:
    """The practitioner of an agency whose patch a resident lives in; names within an agency differ."""
    names = len(FORENAMES) * len(words.SURNAMES)
    assert gcd(STRIDE, names) == 1
    surname, forename = divmod((resident // PATCH[agency] + FIRST_WORKER[agency]) * STRIDE % names, len(FORENAMES))
    return f"{FORENAMES[forename]} {words.SURNAMES[surname]}"


def ward_code(resident: int) -> str:
    """The ward of a resident, by a code that the Office for National Statistics has given to none."""
    return f"E0598{resident // WARD_PEOPLE + 1:04d}"


def school(resident: int) -> str:
    """The school that a resident's children go to."""
    number = resident // SCHOOL_PEOPLE
    return f"{area_name(number, 1)} School" if number < 400 else f"{area_name(number, 1)} School {number // 400 + 1}"


def area_name(number: int, shift: int = 0) -> str:
    """A name for the area or school of a number; they repeat from 400 on.

    >>> area_name(0), area_name(1), area_name(0, 1)
    ('Ashbury', 'Beckby', 'Ashby')
    """
    heads, tails = words.AREA_HEADS, words.AREA_TAILS
    return heads[number % len(heads)] + tails[(number + number // len(heads) + shift) % len(tails)]


def areas(people: int) -> Iterator[dict[str, str]]:
    """Rows of areas.csv: a region, its boroughs, their wards."""
    wards = -(-people // WARD_PEOPLE)
    yield _area(REGION, REGION_NAME, "", 0)
    for borough in range(-(-wards // BOROUGH_WARDS)):
        yield _area(_borough_code(borough), f"{area_name(borough, 2)} Borough", REGION, borough)
    for ward in range(wards):
        suffix = f" {ward // 400 + 1}" if ward >= 400 else ""
        yield _area(ward_code(ward * WARD_PEOPLE), area_name(ward) + suffix, _borough_code(ward // BOROUGH_WARDS), ward)


def _borough_code(number: int) -> str:
    return f"E0898{number + 1:04d}"


def borough_of(resident: int) -> str:
    """The borough of a resident."""
    return _borough_code(resident // WARD_PEOPLE // BOROUGH_WARDS)


def _area(code: str, full_name: str, parent: str, number: int) -> dict[str, str]:
    lat, lon = 53.2 + number % 20 / 50, -2.6 + number // 20 % 20 / 50
    return {"code": code, "name": full_name, "parent_code": parent, "lat": f"{lat:.4f}", "lon": f"{lon:.4f}"}
