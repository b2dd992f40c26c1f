"""What a file becomes under a mapping, before anything is written."""

from pathlib import Path

import pytest

from graph.errors import MappingError
from ingest.mapping import load_mapping
from ingest.preview import preview
from ingest.row import Verdict
from tests.ingest.village import ROLL_ROWS, write


def previewed(folder: Path, *more: str, rows: int = 2):  # type: ignore[no-untyped-def]
    """The preview of the village's roll with some rows more."""
    write(folder, roll=[*ROLL_ROWS, *more])
    return preview(folder / "roll.csv", load_mapping(folder / "roll.yaml"), rows)


def test_the_first_rows_are_shown_as_nodes_and_edges(tmp_path: Path) -> None:
    found = previewed(tmp_path)
    first = found.rows[0]
    assert len(found.rows) == 2
    assert first.said is not None
    assert {node.label for node in first.said.nodes} >= {"Mention", "Practitioner"}
    assert {edge.type for edge in first.said.edges} >= {"RELATED_TO", "SUPPORTS"}


def test_every_row_is_counted_once_by_what_becomes_of_it(tmp_path: Path) -> None:
    found = previewed(tmp_path, ",Una Voe,01/01/2015,1 Low St,ZX1 1AC,,C Dodd", "9,Ida Coe,31/02/2015,1 Low St,ZX1 1AC,,C Dodd")
    assert found.read == sum(found.verdicts.values()) == len(ROLL_ROWS) - 1 + 2
    assert found.verdicts[Verdict.QUARANTINE] == 1
    assert found.verdicts[Verdict.WARN] == 1
    assert (found.problems["missing_required_key"], found.problems["impossible_date"]) == (1, 1)
    assert found.examples["impossible_date"].column == "DOB"


def test_a_key_that_does_not_tell_rows_apart_is_told_with_its_cure(tmp_path: Path) -> None:
    found = previewed(tmp_path, "1,Una Voe,01/01/2015,1 Low St,ZX1 1AC,,C Dodd")
    assert found.problems["repeated_key"] == 1
    assert "Name columns in `key`" in found.examples["repeated_key"].cure


def test_names_of_areas_count_where_they_are_known(tmp_path: Path) -> None:
    (tmp_path / "clubs.csv").write_text("name,ward\nMoor Runners,Scarcroft Moor\n", "utf-8")
    (tmp_path / "clubs.yaml").write_text(
        "source: clubs\nagency: CVS\nreads: {format: csv}\nkey: name\nnodes:\n"
        "  service: {label: Service, key: [name], props: {full_name: name}}\n"
        "  area: {label: Area, key: [{column: ward, clean: area_code}], reference: true}\n"
        "edges:\n  - {from: service, type: COVERS, to: area}\n",
        "utf-8",
    )
    mapping = load_mapping(tmp_path / "clubs.yaml")
    assert preview(tmp_path / "clubs.csv", mapping).made["COVERS"] == 0
    assert preview(tmp_path / "clubs.csv", mapping, areas={"scarcroftmoor": "E05099004"}).made["COVERS"] == 1


def test_a_mapping_of_notes_has_no_rows_to_show(tmp_path: Path) -> None:
    (tmp_path / "notes.yaml").write_text("source: notes\nagency: All\nreads: {format: note}\n", "utf-8")
    with pytest.raises(MappingError, match="has no columns"):
        preview(tmp_path / "a.txt", load_mapping(tmp_path / "notes.yaml"))


def test_what_only_a_person_can_say_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("x,y\n1,2\n", "utf-8")
    (tmp_path / "a.yaml").write_text("source: a\nagency: SAY WHO SENDS THIS\nreads: {format: csv}\n", "utf-8")
    told = " ".join(preview(tmp_path / "a.csv", load_mapping(tmp_path / "a.yaml")).advice)
    for part in ("write the sender's name", "give it nodes", "No key"):
        assert part in told
