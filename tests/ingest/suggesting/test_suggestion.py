"""A draft says what a row is about, why it thinks so, and what it leaves out; and nothing of anybody."""

from pathlib import Path

import pytest

from graph.errors import SourceError
from ingest import yaml_text
from ingest.mapping import Mapping
from ingest.suggesting.draft import AGENCY
from ingest.suggesting.suggestion import suggest
from ingest.suggesting.writing import as_yaml
from tests.ingest.suggesting.files import PATIENTS, drafted


def test_a_table_of_people_becomes_mentions_and_those_who_work_with_them(tmp_path: Path) -> None:
    mapping = drafted(tmp_path, *PATIENTS).mapping()
    subject, visitor = mapping.nodes["subject"], mapping.nodes["health_visitor"]
    assert (subject.label, visitor.label) == ("Mention", "Practitioner")
    assert {name: (value.column or tuple(value.columns or ()), value.clean) for name, value in subject.props.items()} == {
        "full_name": (("Forename", "Surname"), "person_name"),
        "dob": ("DOB", "birth_date"),
        "nhs": ("NHS No", "nhs_number"),
        "postcode": ("Post Code", "postcode"),
    }
    assert (mapping.key, mapping.subject, mapping.mode, mapping.agency) == (["NHS No"], "subject", "snapshot", AGENCY)
    (edge,) = mapping.edges
    assert (edge.start, edge.type, edge.end) == ("health_visitor", "SUPPORTS", "subject")
    assert {"capacity", "last", "ended", "strength", "words"} == set(edge.props)


def test_every_guess_says_why_and_what_is_left_out_is_told(tmp_path: Path) -> None:
    text = as_yaml(drafted(tmp_path, *PATIENTS), "list.csv")
    assert "2 of 3 pass the NHS number check digit" in text
    assert "3 of 3 are dates, day first" in text
    assert "#   {column: Fav colour}: not known; 2 of 3 filled, 2 different" in text
    assert f"agency: {AGENCY}  # the file does not say" in text


def test_the_written_draft_reads_back_as_the_same_mapping(tmp_path: Path) -> None:
    draft = drafted(tmp_path, *PATIENTS)
    assert Mapping.model_validate(yaml_text.load(as_yaml(draft, "list.csv"))) == draft.mapping()


def test_no_value_of_a_table_about_people_is_repeated(tmp_path: Path) -> None:
    text = as_yaml(drafted(tmp_path, *PATIENTS), "list.csv")
    for line in PATIENTS[1:]:
        assert [told for told in line.split(",") if told and told != "discharged" and told in text] == []


def test_a_directory_shows_values_but_nobodys(tmp_path: Path) -> None:
    text = as_yaml(
        drafted(
            tmp_path,
            "Club,Postcode,When,Website,Colour code,Treasurer",
            "Moor Runners,ZX4 7HB,Sat 9am,www.moor.example,teal,Sue Lunn",
            "Wharf Choir,ZX2 1AA,Tues 7pm,www.choir.example,mauve,Paul Holt",
            "Mill Chess,ZX1 2AC,Fri 6pm,,teal,Ann Lee",
        ),
        "clubs.csv",
    )
    assert "words: teal, mauve" in text
    assert "Sue" not in text


def test_what_nobody_can_tell_is_left_out_whole(tmp_path: Path) -> None:
    draft = drafted(tmp_path, "aq,bz,cx", "1,2,3", "4,5,6", "7,8,9")
    assert draft.about == "something that its columns do not tell"
    assert [name for name, _ in draft.left] == ["aq", "bz", "cx"]
    assert draft.mapping().nodes == {}


def test_dates_month_first_are_told(tmp_path: Path) -> None:
    draft = drafted(tmp_path, "Forename,Surname,DOB", "Ann,Lee,02/28/2015", "Bea,Fox,11/30/2016", "Cal,Roe,01/05/2014")
    assert "MONTH FIRST" in draft.nodes["subject"].props["dob"].why


def test_a_published_shape_is_known_and_named(tmp_path: Path) -> None:
    header = "Identifier,Title,Description,Currency,Amount Awarded,Award Date,Recipient Org:Identifier,Recipient Org:Name,Funding Org:Identifier,Funding Org:Name"
    draft = drafted(tmp_path, header, "360G-x-1,A,B,GBP,10,2020-01-01,GB-CHC-9990001,Shed,GB-LAE-X,Council", name="awards.csv")
    assert "giving360_csv.yaml" in draft.about
    assert (draft.mapping().source, draft.mapping().agency) == ("awards", AGENCY)
    assert draft.left == []


def test_a_note_is_no_table(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("Saw mum at home. She is tired.", "utf-8")
    with pytest.raises(SourceError, match="is a note and no table"):
        suggest(tmp_path / "note.txt")


def test_the_header_may_stand_below_a_title(tmp_path: Path) -> None:
    draft = drafted(
        tmp_path,
        "Caseload extract,,",
        "run 1 May 2026,,",
        "Client ID,Client Name,DOB",
        "7,Ann Lee,01/02/2015",
        "8,Bea Fox,03/04/2016",
    )
    assert draft.mapping().key == ["Client ID"]
    assert draft.found == "its header is row 3: found again each time"
