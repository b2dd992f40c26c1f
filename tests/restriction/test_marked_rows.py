"""Wherever in a row a mark stands, and however its mapping knows it, the row's people are restricted."""

import json
from pathlib import Path

import pytest

from graph.store import Store
from ingest import quarantine
from tests.restriction.hamlet import CARE, OPEN_CARE_ROWS, take_in, write

RESTRICTED = "MATCH (m:Mention) WHERE m.restricted = true RETURN m.full_name AS full_name ORDER BY full_name"
MARKED = "MATCH (r:Record) WHERE r.restricted = true RETURN r.uid AS uid ORDER BY uid"
ONLY_CARE = "place: Hamlet\nas_of: 2026-10-31\nsources: [{file: care.csv, mapping: care.yaml}]\n"


def with_column(name: str, first: str) -> list[str]:
    """The care rows with one more column, filled in for the first."""
    head, one, *rest = OPEN_CARE_ROWS
    return [f"{head},{name}", f"{one},{first}", *(f"{row}," for row in rest)]


def restricted(store: Store, folder: Path, rows: list[str], mapping: str = CARE) -> list[str]:
    """Whom the rows restrict."""
    take_in(store, write(folder, {"place.yaml": ONLY_CARE, "care.yaml": mapping, "care.csv": rows}))
    assert len(store.read(MARKED)) == len(store.read(RESTRICTED))
    return [row["full_name"] for row in store.read(RESTRICTED)]


@pytest.mark.parametrize(
    ("name", "value"), [("S Flag", "Y"), ("Protected address", "1"), ("Restricted", "Yes"), ("", "DO NOT SHARE")]
)
def test_a_column_no_mapping_reads_marks_the_row(store_embedded: Store, tmp_path: Path, name: str, value: str) -> None:
    assert restricted(store_embedded, tmp_path, with_column(name, value)) == ["Tomas Quill"]


def test_a_mark_in_the_first_of_two_columns_of_one_name_is_seen(store_embedded: Store, tmp_path: Path) -> None:
    head, one, *rest = OPEN_CARE_ROWS
    rows = [f"{head},Remark", f"{one.replace('seen at home', 'DO NOT DISCLOSE')},seen", *(f"{row}," for row in rest)]
    assert restricted(store_embedded, tmp_path, rows) == ["Tomas Quill"]


def test_a_mapping_may_say_who_is_restricted(store_embedded: Store, tmp_path: Path) -> None:
    told = '      full_name: {column: Name, clean: person_name}\n      restricted: {const: true, when: {column: Tier, in: ["4"]}}'
    mapping = CARE.replace("      full_name: {column: Name, clean: person_name}", told)
    assert restricted(store_embedded, tmp_path, with_column("Tier", "4"), mapping) == ["Tomas Quill"]


def test_a_mapping_may_name_the_column_that_says_so(store_embedded: Store, tmp_path: Path) -> None:
    told = "      full_name: {column: Name, clean: person_name}\n      restricted: Tier"
    mapping = CARE.replace("      full_name: {column: Name, clean: person_name}", told)
    assert restricted(store_embedded, tmp_path, with_column("Tier", "no"), mapping) == []
    assert restricted(store_embedded, tmp_path, with_column("Tier", "Y"), mapping) == ["Tomas Quill"]


def test_a_mapping_may_say_when_rows_are_restricted(store_embedded: Store, tmp_path: Path) -> None:
    mapping = f"{CARE}\nrestricted_when: {{column: Tier, matches: '^hush'}}\n"
    assert restricted(store_embedded, tmp_path, with_column("Tier", "hush hush"), mapping) == ["Tomas Quill"]


def test_a_mark_beyond_the_header_hides_the_row_in_quarantine(store_embedded: Store, tmp_path: Path) -> None:
    head, one, *rest = OPEN_CARE_ROWS
    restricted(store_embedded, tmp_path, [head, f"{one},DO NOT DISCLOSE", *rest])
    told = json.dumps(list(quarantine.listed(store_embedded)), default=str)
    assert "wrong_number_of_columns" in told
    assert "Quill" not in told and "9991009124" not in told


def test_a_row_that_its_mapping_restricts_is_hidden_in_quarantine(store_embedded: Store, tmp_path: Path) -> None:
    mapping = f"{CARE}\nrestricted_when: {{column: Tier, matches: '^hush'}}\n"
    rows = [row.removeprefix("C1") for row in with_column("Tier", "hush")]
    restricted(store_embedded, tmp_path, rows, mapping)
    told = json.dumps(list(quarantine.listed(store_embedded)), default=str)
    assert "missing_required_key" in told
    assert "Quill" not in told
