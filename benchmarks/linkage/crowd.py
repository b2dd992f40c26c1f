"""Records of synthetic people in families, with the flaws that agencies' records have; the same for the same seed."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

from linkage.identifiers import valid_nhs
from linkage.words import listed

HEADS = [
    "Ash",
    "Beck",
    "Birk",
    "Clay",
    "Crow",
    "Dun",
    "Elm",
    "Fern",
    "Gold",
    "Hag",
    "Holm",
    "Kirk",
    "Ling",
    "Mere",
    "Nether",
    "Over",
    "Raven",
    "Sand",
    "Thorn",
    "Wether",
]
TAILS = [
    "ley",
    "ton",
    "worth",
    "field",
    "man",
    "ham",
    "wood",
    "shaw",
    "croft",
    "gate",
    "ridge",
    "dale",
    "by",
    "bourne",
    "stead",
    "ford",
    "hurst",
    "wick",
    "well",
    "more",
]
MIDDLES = ("", "er", "en", "s", "ing")
STREETS = [
    "Alma",
    "Beech",
    "Canal",
    "Chapel",
    "Cross",
    "Dene",
    "Elm",
    "Foundry",
    "Garden",
    "Hawthorn",
    "Ivy",
    "Jubilee",
    "Kiln",
    "Laurel",
    "Mill",
    "North",
    "Orchard",
    "Park",
]
ROADS = ["Street", "Road", "Lane", "Close", "Avenue", "Terrace", "Grove", "Drive"]
SECOND = 0.25
"""The share of people with a second record."""
FLAWED = 0.15
"""The chance that a part of a record is flawed."""
LETTERS = "abcdefghijklmnopqrstuvwxyz"
Row = dict[str, Any]


def rows_of(people: int, seed: int = 1) -> Iterator[Row]:
    """A row for each record of so many people, in no order of theirs; `cluster` tells who it is of."""
    random = Random(seed)
    forenames = sorted({line.split(",")[0] for line in listed("nicknames.yaml")})
    surnames = [head + middle + tail for head in HEADS for middle in MIDDLES for tail in TAILS]
    number = 0
    while number < people:
        surname = surnames[min(int(random.paretovariate(0.4)) - 1, len(surnames) - 1)]
        home = _home(random)
        for _ in range(min(random.choices((1, 2, 3, 4, 5), (30, 32, 17, 15, 6))[0], people - number)):
            whole = _person(random, number, forenames, surname, home)
            yield _flawed(random, whole)
            if random.random() < SECOND:
                yield _flawed(random, {**whole, "unique_id": f"{number}-2"})
            number += 1


def _home(random: Random) -> Row:
    code = f"{random.choice('BLMS')}{random.randrange(1, 40)} {random.randrange(1, 10)}{random.choice('ABDEFGHJLN')}{random.choice('PQRSTUWXYZ')}"
    address = f"{random.randrange(1, 200)} {random.choice(STREETS)} {random.choice(ROADS)}"
    return {"address": address, "postcode": code, "phone": f"07{random.randrange(10**9):09}"}


def _person(random: Random, number: int, forenames: list[str], surname: str, home: Row) -> Row:
    born = date(1935, 1, 1) + timedelta(days=random.randrange(365 * 90))
    who = {"unique_id": str(number), "cluster": str(number), "first_name": random.choice(forenames), "surname": surname}
    return {**who, "dob": born.isoformat(), "sex": random.choice("mf"), **home, "nhs": _nhs(random)}


def _nhs(random: Random) -> str:
    while True:
        digits = str(random.randrange(10**9)).zfill(9)
        check = (11 - sum((10 - at) * int(one) for at, one in enumerate(digits)) % 11) % 11
        if check < 10 and valid_nhs(f"{digits}{check}"):
            return f"{digits}{check}"


def _flawed(random: Random, whole: Row) -> Row:
    row = dict(whole)
    for name in ("first_name", "surname", "address", "postcode"):
        if random.random() < FLAWED:
            row[name] = _slip(random, row[name])
    if random.random() < FLAWED:
        year, month, day = row["dob"].split("-")
        row["dob"] = f"{year}-{day}-{month}" if int(day) <= 12 else f"{year}-{month}-{random.randrange(1, 29):02}"
    for name, missing in (("nhs", 0.6), ("phone", 0.4), ("dob", 0.05), ("postcode", 0.05)):
        if random.random() < missing:
            row[name] = None
    return row


def _slip(random: Random, text: str) -> str:
    at = random.randrange(len(text))
    return random.choice((text[:at] + text[at + 1 :], text[:at] + random.choice(LETTERS) + text[at + 1 :])) or text
