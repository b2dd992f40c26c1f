"""Notes into a graph that knows three families: whom they mean, what they say of them, and what a person says of that."""

from pathlib import Path

import pytest

from graph import export
from graph.errors import QuestionError
from graph.store import Store
from ingest import meant_judgements
from ingest.load import ingest
from tests.ingest.notes.hamlet import write
from tests.ingest.village import TODAY

HEAD = "Case C1001\nDate: 14/10/2026   Worker: Tunde Bakare\n\n"
MEANT = (
    "MATCH (m:Mention) WHERE m.record = 'notes#n1' RETURN m.field AS field, m.meant AS meant, m.may_mean AS may ORDER BY field"
)


def told(store: Store, folder: Path, text: str) -> dict[str, tuple[str | None, list[str] | None]]:
    """Whom each mention of one note means, and whom it may."""
    ingest(store, write(folder, n1=text))
    return {row["field"]: (row["meant"], row["may"]) for row in store.read(MEANT)}


def edges(store: Store, text: str) -> set[tuple[object, ...]]:
    return {tuple(row.values()) for row in store.read(text)}


def test_a_number_names_and_mum_are_found(store: Store, tmp_path: Path) -> None:
    found = told(store, tmp_path, HEAD + "Kasia seen. Mum tearful. Mum reports rent arrears. Filip is well.")
    assert found["Kasia"][0] == "cases#C1001/subject"
    assert found["Filip"][0] == "cases#C1002/subject"
    assert found["mum"][0] == "cases#C1001/Mother"


def test_two_of_a_name_near_one_note_wait_for_a_person(store: Store, tmp_path: Path) -> None:
    found = told(store, tmp_path, "Team day 14/10/2026\n\nTunde Bakare and Gwen Hale spoke about Kasia.")
    assert found["Kasia"] == (None, ["cases#C1001/subject", "cases#C2001/subject"])


def test_a_family_is_told_by_two_of_its_names(store: Store, tmp_path: Path) -> None:
    found = told(store, tmp_path, "Day book 14/10/2026   Tunde Bakare\n\nSaw Filip and Kasia at the park.")
    assert found["Kasia"][0] == "cases#C1001/subject"


def test_a_title_means_an_adult_of_the_notes_own_family(store: Store, tmp_path: Path) -> None:
    found = told(store, tmp_path, "Pupil: Ravi Shah\n14/10/2026   Gwen Hale\n\nMira Shah rang. Mrs Moor is away.")
    assert found["Mira Shah"][0] == "cases#C3001/Mother"
    assert found["Moor"][0] is None


def test_facts_bear_their_place_and_how_sure_they_are(store: Store, tmp_path: Path) -> None:
    text = (
        HEAD
        + "Kasia seen at 3 Mill Lane. She lives at 3 Mill Lane with mum. Kasia was referred to CAMHS, not accepted. Mum says Kasia is not sleeping."
    )
    told(store, tmp_path, text)
    rows = store.read(
        "MATCH (a:Mention)-[k:RELATED_TO]->(b:Mention) WHERE k.record = 'notes#n1' "
        "RETURN a.field AS a, k.kin AS kin, b.field AS b, k.span_from AS first, k.span_to AS last, k.sure AS sure ORDER BY a, b"
    )
    kin = next(row for row in rows if row["kin"] == "mother")
    assert (kin["a"], kin["b"]) == ("Kasia", "mum") and 0 < kin["sure"] < 1
    assert "mum" in text[kin["first"] : kin["last"]].lower()
    home = "MATCH (m:Mention)-[l:LIVES_AT]->(a:Address) WHERE l.record = $record RETURN a.uid AS uid"
    assert {row["uid"] for row in store.read(home, record="notes#n1")} == {
        row["uid"] for row in store.read(home, record="cases#C1001")
    }
    assert edges(store, "MATCH (r:Referral)-[:TO]->(o:Organisation) RETURN o.full_name AS body, r.outcome AS outcome") == {
        ("CAMHS", "did_not_meet_threshold")
    }
    assert edges(store, "MATCH (s:Signal)-[:SAID_BY]->(m:Mention) RETURN s.code AS code, m.field AS by") == {
        ("mental_health", "mum")
    }


def test_what_is_denied_or_only_possible_is_no_edge_and_no_need(store: Store, tmp_path: Path) -> None:
    told(store, tmp_path, HEAD + "Kasia seen. She may be referred to CAMHS. She is not known to Age UK. No rent arrears.")
    assert not store.read("MATCH (r:Referral) RETURN r.uid AS uid") and not edges(
        store, "MATCH (m:Mention)-[a:ATTENDS]->(o:Organisation) RETURN o.uid AS uid"
    )
    assert edges(store, "MATCH (s:Signal) RETURN s.polarity AS polarity") == {("absent",)}


def test_kin_of_a_note_makes_no_household_one(store: Store, tmp_path: Path) -> None:
    households = "MATCH (f:Family)<-[:MEMBER_OF]-(p:Person)<-[:SAME_AS]-(m:Mention) RETURN f.uid AS family, m.uid AS mention"
    told(store, tmp_path, HEAD + "Kasia Bell seen with Ravi Shah.")
    before = edges(store, households)
    told(store, tmp_path, HEAD + "Kasia Bell seen with her brother Ravi Shah.")
    assert edges(store, "MATCH (a:Mention)-[k:RELATED_TO]->(b:Mention) WHERE k.sure > 0 RETURN k.kin AS kin") == {("brother",)}
    assert edges(store, households) == before


def test_whoever_writes_a_visit_knows_whom_they_met(store: Store, tmp_path: Path) -> None:
    told(store, tmp_path, "Day book 14/10/2026   Gwen Hale\n\nVisited Ravi Shah. Mum rings me often. Filip was not seen.")
    known = "MATCH (w:Practitioner)-[s:SUPPORTS]->(m:Mention) WHERE s.record = 'notes#n1' RETURN w.full_name AS worker, m.field AS whom"
    assert edges(store, known) == {("Gwen Hale", "Ravi Shah"), ("Gwen Hale", "mum")}


def test_a_persons_word_is_kept_and_a_rerun_respects_it(store: Store, tmp_path: Path) -> None:
    text = "Team day 14/10/2026\n\nTunde Bakare and Gwen Hale spoke about Kasia."
    told(store, tmp_path, text)
    waiting = [
        (row["mention"], [one["uid"] for one in row["may_mean"]]) for row in meant_judgements.waiting(store, cleared=False)
    ]
    assert waiting == [("notes#n1/Kasia", ["cases#C1001/subject", "cases#C2001/subject"])]
    meant_judgements.decide(store, "notes#n1/Kasia", "cases#C2001/subject", "ann", "asked the team", TODAY)
    assert list(meant_judgements.waiting(store, cleared=False)) == []
    assert told(store, tmp_path, text)["Kasia"] == ("cases#C2001/subject", None)
    meant_judgements.take_back(store, "notes#n1/Kasia")
    assert told(store, tmp_path, text)["Kasia"][1] == ["cases#C1001/subject", "cases#C2001/subject"]


@pytest.mark.parametrize(
    ("mention", "meant"), [("notes#n1/Nobody", None), ("cases#C1001/subject", None), ("notes#n1/Kasia", "cases#C9")]
)
def test_a_decision_on_what_is_not_there_is_one_message(store: Store, tmp_path: Path, mention: str, meant: str | None) -> None:
    told(store, tmp_path, HEAD + "Kasia seen.")
    with pytest.raises(QuestionError):
        meant_judgements.decide(store, mention, meant, "ann", "", TODAY)
    with pytest.raises(QuestionError):
        meant_judgements.take_back(store, mention)


def test_a_second_reading_writes_nothing(store: Store, tmp_path: Path) -> None:
    place = write(
        tmp_path, n1=HEAD + "Kasia seen. Mum says she is not sleeping.", n2="Note 1/10/2026\n\nGwen Hale met Ravi Shah."
    )
    ingest(store, place)
    before = {str(sorted(row.items())) for row in store.export() if row.get("label") not in export.VOLATILE}
    counts = ingest(store, place).counts
    assert all((one.new, one.changed, one.withdrawn) == (0, 0, 0) for one in counts)
    assert {str(sorted(row.items())) for row in store.export() if row.get("label") not in export.VOLATILE} == before
