"""The directory of services of the synthetic place."""

from collections.abc import Iterator
from random import Random

from benchmarks import numbers, patches, words
from benchmarks.flaws import Clerk
from benchmarks.registers import Entry
from ingest.cleaners.code_list import code_list

PEOPLE_A_SERVICE = 10
SERVICES_A_PROVIDER = 4
WIDE = 0.05
"""Share of services for a whole borough."""


def services(people: int, seed: int) -> Iterator[Entry]:
    """One service to ten people, spread over wards, needs and ages; providers run four each."""
    needs = sorted(need["label"] for need in code_list("needs").values())
    count = max(1, people // PEOPLE_A_SERVICE)
    for number in range(count):
        yield Entry(_service(number, count, people, needs, Clerk(Random(f"{seed}/services/{number}"))))


def _service(number: int, count: int, people: int, needs: list[str], clerk: Clerk) -> dict[str, str]:
    rng = clerk.rng
    first, second = rng.sample(needs, 2)
    resident = rng.randrange(people)
    name = patches.area_name(resident // patches.WARD_PEOPLE)
    kind = rng.choice(words.KINDS)
    return {
        "Ref": clerk.key(f"S{number:07d}"),
        "Service": f"{name} {first} {kind}",
        "Run by": f"{rng.choice(words.SURNAMES)} {kind} Trust {number % max(1, count // SERVICES_A_PROVIDER)}",
        "What we do": f"A {kind.lower()} in {name} for {first.lower()}. Ask for {rng.choice(words.SURNAMES)}.",
        "Age": rng.choice(words.AGES),
        "Covers": patches.borough_of(resident) if rng.random() < WIDE else patches.ward_code(resident),
        "Postcode": clerk.maybe(numbers.postcode(resident // 2)),
        "When": rng.choice(words.DAYS),
        "Need 1": first,
        "Need 2": second if rng.random() < 0.4 else "",
        "Last checked": clerk.day(clerk.lately(500)),
    }
