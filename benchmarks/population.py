"""Who lives in the synthetic place: households of residents, the same for the same seed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from benchmarks import numbers, words

AS_OF = date(2026, 6, 30)
"""The day the place speaks of."""
SIZES = ((1, 30), (2, 32), (3, 17), (4, 14), (5, 5), (6, 2))
"""Persons in a household and its share in a hundred, near the census of England and Wales 2021."""
LONE_PARENTS = 0.2
"""Share of households of two that are a parent and a child."""
DAYS_A_YEAR = 365.25


@dataclass(frozen=True)
class Resident:
    """Somebody who lives in the place; `number` counts from 0 through all of it."""

    number: int
    forename: str
    surname: str
    sex: str
    born: date
    parent: int | None = None
    """The number of a child's mother or father; None for an adult."""

    def full_name(self) -> str:
        """Forename and surname."""
        return f"{self.forename} {self.surname}"

    def age(self) -> int:
        """Whole years on the day the place speaks of."""
        return AS_OF.year - self.born.year - ((AS_OF.month, AS_OF.day) < (self.born.month, self.born.day))


@dataclass(frozen=True)
class Household:
    """Residents of one dwelling: adults first, then their children."""

    number: int
    residents: tuple[Resident, ...]
    address: str
    postcode: str
    phone: str

    def first(self) -> int:
        """The number of its first resident, by which patches of workers, schools and wards go."""
        return self.residents[0].number

    def adults(self) -> tuple[Resident, ...]:
        """Those who head it."""
        return tuple(one for one in self.residents if one.parent is None)

    def children(self) -> tuple[Resident, ...]:
        """Those with a parent in it."""
        return tuple(one for one in self.residents if one.parent is not None)


def households(people: int, seed: int) -> Iterator[Household]:
    """Households with just so many people in all; each depends on the seed and its number alone."""
    first = number = 0
    while first < people:
        rng = Random(f"{seed}/household/{number}")
        made = _household(number, first, people - first, rng)
        yield made
        first += len(made.residents)
        number += 1


def _household(number: int, first: int, most: int, rng: Random) -> Household:
    size = min(rng.choices([size for size, _ in SIZES], [share for _, share in SIZES])[0], most)
    lone = size == 1 or (size == 2 and rng.random() < LONE_PARENTS)
    surname = rng.choice(words.SURNAMES)
    youngest = 18 if size < 3 and not lone else 22
    head = _resident(first, surname, rng, rng.randint(youngest, 90 if size <= 2 else 48), "F" if lone else None)
    residents = [head]
    if not lone:
        other = surname if rng.random() < 0.7 else rng.choice(words.SURNAMES)
        residents.append(_resident(first + 1, other, rng, max(18, head.age() + rng.randint(-6, 6)), None))
    for at in range(len(residents), size):
        age = rng.randint(0, max(0, min(18, head.age() - 18)))
        residents.append(_resident(first + at, surname, rng, age, None, first))
    home = f"{rng.randint(1, 120)} {rng.choice(words.STREETS)} {rng.choice(words.ROADS)}"
    return Household(number, tuple(residents), home, numbers.postcode(number), numbers.phone(number))


def _resident(number: int, surname: str, rng: Random, age: int, sex: str | None, parent: int | None = None) -> Resident:
    sex = sex or rng.choice("FM")
    forename = rng.choice(words.FORENAMES_F if sex == "F" else words.FORENAMES_M)
    born = AS_OF - timedelta(days=round(age * DAYS_A_YEAR) + rng.randint(1, 364))
    return Resident(number, forename, surname, sex, born, parent)
