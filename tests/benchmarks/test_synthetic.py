"""The synthetic place: the same for the same seed, in form, and as flawed as a real one."""

import hashlib
from pathlib import Path

import pytest
from stdnum.gb import nhs, upn

from benchmarks import numbers, patches
from benchmarks.memory import records
from benchmarks.population import AS_OF, households
from benchmarks.synthetic import SOURCES, entries, write_place
from graph.store import Store
from ingest.counts import total
from ingest.load import ingest
from ingest.place import load_place

PEOPLE = 500


def digest(folder: Path) -> str:
    """One digest over every file's name and bytes."""
    told = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            told.update(path.relative_to(folder).as_posix().encode() + path.read_bytes())
    return told.hexdigest()


def test_the_same_seed_gives_the_same_files(tmp_path: Path) -> None:
    for name, seed in (("one", 1), ("again", 1), ("other", 2)):
        write_place(tmp_path / name, PEOPLE, seed)
    assert digest(tmp_path / "one") == digest(tmp_path / "again")
    assert digest(tmp_path / "one") != digest(tmp_path / "other")


@pytest.mark.parametrize("store", ["embedded"], indirect=True)
def test_it_ingests_with_sums_that_add_up(store: Store, tmp_path: Path) -> None:
    write_place(tmp_path / "place", PEOPLE)
    outcome = ingest(store, load_place(tmp_path / "place", AS_OF))
    assert [one.source for one in outcome.counts] == list(SOURCES)
    for one in outcome.counts:
        assert one.read == one.accepted + one.quarantined + one.duplicates
        assert one.accepted == one.new
    sums = total(outcome.counts)
    assert sums["read"] > PEOPLE / 2
    assert all(sums[name] > 0 for name in ("repaired", "warned", "quarantined", "duplicates"))


def test_there_are_as_many_people_as_asked_for() -> None:
    numbered = [one.number for home in households(PEOPLE, 1) for one in home.residents]
    assert numbered == list(range(PEOPLE))
    assert all(0 <= one.age() < 100 for home in households(PEOPLE, 1) for one in home.residents)


def test_a_larger_place_begins_with_the_smaller() -> None:
    small, large = (list(households(people, 1)) for people in (PEOPLE, 2 * PEOPLE))
    assert large[: len(small) - 1] == small[:-1]


def test_numbers_have_their_check_digits() -> None:
    given = [number for person in range(2_000) if (number := numbers.nhs_number(person))]
    assert len(set(given)) == len(given) > 1_700
    assert all(nhs.is_valid(number) and number.startswith("999") for number in given)
    pupils = [numbers.pupil_number(person) for person in range(100)]
    assert all(upn.calc_check_digit(number[1:]) == number[0] for number in pupils)


def test_practitioners_are_one_to_about_sixty_people() -> None:
    people = 60_000
    for agency, size in patches.PATCH.items():
        assert len({patches.worker(agency, first) for first in range(0, people, size)}) == people // size
    workers = sum(people / size for size in patches.PATCH.values())
    assert 55 <= people / workers <= 70


def test_wards_lie_in_boroughs_and_boroughs_in_the_region() -> None:
    rows = {row["code"]: row["parent_code"] for row in patches.areas(500_000)}
    assert len(rows) == 1 + 3 + 63
    assert {patches.ward_code(499_999), patches.borough_of(499_999)} <= rows.keys()
    assert {parent for parent in rows.values() if parent} <= rows.keys()


def test_records_in_memory_are_those_of_the_files(tmp_path: Path) -> None:
    told = list(records(PEOPLE))
    assert {one.source for one in told} == set(SOURCES)
    assert len({one.said.uid for one in told}) == len(told)
    rows = sum(1 for source in SOURCES for _ in entries(source, PEOPLE))
    assert rows * 0.97 < len(told) < rows
