"""Who is one person in Harrowdale, and which listings one service, against the truth; prints the table that docs/ shows."""

from collections import Counter
from itertools import combinations
from typing import Any

import pytest

from graph.store import Store
from ingest.counts import Counts
from linkage.duplicates import duplicates
from linkage.suggestions import suggest
from tests.harrowdale import truth
from tests.harrowdale.scoring import Scorer

MENTIONS = (
    "MATCH (r:Record)-[:SAYS]->(m:Mention)-[:SAME_AS]->(p:Person) "
    "RETURN m.uid AS uid, r.file AS file, r.file_key AS file_key, m.field AS field, m.full_name AS full_name, m.dob AS dob, "
    "m.nhs AS nhs, m.upn AS upn, m.meant AS meant, p.uid AS person ORDER BY uid"
)
LISTED = "MATCH (r:Record)-[:SAYS]->(s:Service) RETURN s.uid AS uid, r.row_key AS key ORDER BY uid"
Known = list[tuple[dict[str, Any], str]]
"""Mentions with the true person of each."""


def known(store: Store) -> Known:
    """The mentions whose true person is known."""
    scorer = object.__new__(Scorer)
    rows = ((row, scorer._person(row)) for row in store.read(MENTIONS))
    return [(row, person) for row, person in rows if person]


def identified(row: dict[str, Any]) -> set[str]:
    """By what a mention can be told: which identifiers, or forename and date of birth."""
    forename = len((row["full_name"] or "").split(" ")[0]) > 1
    return {name for name in ("nhs", "upn") if row[name]} | ({"birth"} if row["dob"] and forename else set())


def table(store: Store) -> dict[str, float]:
    """Precision of pairs, recall where the evidence is comparable, where each has some, and of all."""
    counts: Counter[str] = Counter()
    for (one, true_one), (other, true_other) in combinations(known(store), 2):
        joined, same = one["person"] == other["person"], true_one == true_other
        counts["joined"] += joined
        counts["right"] += joined and same
        kinds = {"all": same, "each has some": same and identified(one) and identified(other)}
        kinds["comparable"] = same and bool(identified(one) & identified(other))
        for kind, due in kinds.items():
            counts[f"due {kind}"] += bool(due)
            counts[f"found {kind}"] += bool(due and joined)
    recalls = {kind: counts[f"found {kind}"] / counts[f"due {kind}"] for kind in ("comparable", "each has some", "all")}
    return {"precision": counts["right"] / counts["joined"], **recalls}


def first_three(store: Store) -> tuple[int, int]:
    """Of mentions that stand apart from most of their person's: for how many the right person is among the first three."""
    rows = known(store)
    standing = Counter((true, row["person"]) for row, true in rows)
    most = {true: max((n, person) for (one, person), n in standing.items() if one == true)[1] for true in {t for _, t in rows}}
    whose = {row["person"]: true for row, true in rows}
    apart = [(row, true) for row, true in rows if row["person"] != most[true] and row["full_name"] and not row["meant"]]
    found = sum(any(whose.get(one.person) == true for one in suggest(store, row["uid"])) for row, true in apart)
    return found, len(apart)


def test_records_are_joined_without_a_wrong_pair(from_records: Store, capsys: pytest.CaptureFixture[str]) -> None:
    told, (found, apart) = table(from_records), first_three(from_records)
    with capsys.disabled():
        print("\nRecords alone:", {name: round(value, 3) for name, value in told.items()}, f"first three {found} of {apart}")
    assert told["precision"] == 1.0
    assert told["comparable"] >= 0.97
    assert found / apart >= 0.9


def test_with_notes_it_is_as_it_is(with_notes: tuple[Store, list[Counts]], capsys: pytest.CaptureFixture[str]) -> None:
    told, (found, apart) = table(with_notes[0]), first_three(with_notes[0])
    with capsys.disabled():
        print("\nWith notes:", {name: round(value, 3) for name, value in told.items()}, f"first three {found} of {apart}")
    assert told["precision"] >= 0.99
    assert found / apart >= 0.8


def test_those_who_are_two_stay_two(from_records: Store) -> None:
    persons: dict[str, set[str]] = {}
    for row, true in known(from_records):
        persons.setdefault(true, set()).add(row["person"])
    for row in truth.table("same_person"):
        if row["verdict"] != "same" and row["id_a"] in persons and row["id_b"] in persons:
            assert not persons[row["id_a"]] & persons[row["id_b"]], row


def test_a_worker_is_never_a_resident_by_a_name(from_records: Store) -> None:
    assert not from_records.read("MATCH (p:Person)--(w:Practitioner) RETURN p.uid AS uid")


def test_the_services_listed_twice_are_found_and_none_of_those_that_look_alike(from_records: Store) -> None:
    keys = {row["uid"]: row["key"] for row in from_records.read(LISTED)}
    told = duplicates(from_records)
    found = {frozenset((keys[one.uid_a], keys[one.uid_b])) for one in told if one.verdict == "same"}
    stated = {verdict: set() for verdict in ("duplicate", "not_duplicate")}  # type: dict[str, set[frozenset[str]]]
    for row in truth.table("service_duplicates"):
        stated[row["verdict"]].add(frozenset((row["listing_a"], row["listing_b"])))
    assert found == stated["duplicate"]
    assert not found & stated["not_duplicate"]
