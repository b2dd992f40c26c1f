"""Who is who in the graph: kept candidates, judgements that can be taken back, and the same graph however it came."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from benchmarks.linkage.crowd import rows_of
from graph import cypher, export, linkage
from graph.errors import QuestionError
from graph.store import Store
from linkage import residents
from linkage.duplicates import duplicates
from linkage.judgements import judge, take_back, think_over
from linkage.mention import graph_keys
from linkage.node_judgements import judge_nodes
from linkage.suggestions import suggest

ANN = {"full_name": "Annabel Leigh", "dob": date(2015, 2, 3), "address": "3 Mill Lane", "postcode": "ZX1 1AA", "sex": "F"}
DAY = date(2026, 10, 31)
WHO = "MATCH (m:Mention)-[:SAME_AS]->(p:Person) RETURN m.uid AS mention, p.uid AS person ORDER BY mention"
EDGES = (
    "MATCH (a:Mention)-[e:MAY_BE]->(b:Mention) RETURN a.uid AS a, b.uid AS b, e.band AS band, e.reasons AS reasons ORDER BY a, b"
)


def say(store: Store, uid: str, **props: Any) -> str:
    """Put a mention into the store, as ingestion does."""
    known = {"record": uid, "field": "subject", **{name: value for name, value in props.items() if value is not None}}
    store.write((cypher.replace_nodes("Mention"), [{"uid": uid, "props": {"uid": uid, **known, **graph_keys(known)}}]))
    return uid


def mentions_of(people: int) -> Iterator[tuple[str, dict[str, Any]]]:
    """Flawed records of synthetic people in families."""
    for row in rows_of(people, seed=5):
        try:
            dob = date.fromisoformat(row["dob"]) if row["dob"] else None
        except ValueError:
            dob = None
        names = ("sex", "nhs", "phone", "address", "postcode")
        props = {"full_name": f"{row['first_name'].title()} {row['surname']}", **{name: row[name] for name in names}}
        yield row["unique_id"], {**props, "dob": dob}


def groups(store: Store) -> set[frozenset[str]]:
    """Who is taken for one."""
    found: dict[str, set[str]] = {}
    for row in store.read(WHO):
        found.setdefault(row["person"], set()).add(row["mention"])
    return {frozenset(one) for one in found.values()}


def test_the_same_child_under_a_nickname_and_dates_changed_over_is_one(store: Store) -> None:
    linkage.link(store, [say(store, "a", **ANN), say(store, "b", **{**ANN, "full_name": "Bella Leigh", "dob": date(2015, 3, 2)})])
    assert groups(store) == {frozenset("ab")}
    (edge,) = store.read(EDGES)
    assert edge["band"] == "same"
    assert '"birth"' in edge["reasons"]


def test_a_mothers_number_on_her_childs_row_joins_nobody_and_is_asked_about(store: Store) -> None:
    child = say(store, "a", **ANN, nhs="9991001018")
    linkage.link(store, [child, say(store, "m", full_name="Bea Leigh", dob=date(1990, 1, 2), nhs="9991001018")])
    assert groups(store) == {frozenset("a"), frozenset("m")}
    assert [edge["band"] for edge in store.read(EDGES)] == ["review"]


def test_two_valid_numbers_go_to_review(store: Store) -> None:
    linkage.link(store, [say(store, "a", **ANN, nhs="9991001018"), say(store, "b", **ANN, nhs="9991001123")])
    assert groups(store) == {frozenset("a"), frozenset("b")}
    assert [edge["band"] for edge in store.read(EDGES)] == ["review"]


def test_a_twins_number_copied_onto_the_other_is_asked_about(store: Store) -> None:
    twin = {**ANN, "full_name": "Oscar Leigh", "sex": "M"}
    linkage.link(store, [say(store, "a", **ANN, nhs="9991001018"), say(store, "b", **twin, nhs="9991001018")])
    assert groups(store) == {frozenset("a"), frozenset("b")}
    assert [edge["band"] for edge in store.read(EDGES)] == ["review"]


def test_a_number_that_two_bear_joins_nobody_without_a_forename(store: Store) -> None:
    twin = {**ANN, "full_name": "Oscar Leigh", "sex": "M"}
    ann = say(store, "a", **ANN, nhs="9991001018")
    linkage.link(store, [ann, say(store, "n", nhs="9991001018")])
    assert groups(store) == {frozenset("an")}
    linkage.link(store, [say(store, "b", **twin, nhs="9991001018")])
    assert groups(store) == {frozenset(uid) for uid in "abn"}
    assert {edge["band"] for edge in store.read(EDGES)} == {"same", "review"}


def test_who_is_called_senior_is_not_who_is_called_junior(store: Store) -> None:
    senior = {**ANN, "full_name": "George Leigh Snr", "sex": "M"}
    linkage.link(store, [say(store, "a", **senior), say(store, "b", **{**senior, "full_name": "George Leigh (Junior)"})])
    assert groups(store) == {frozenset("a"), frozenset("b")}
    assert [edge["band"] for edge in store.read(EDGES)] == ["review"]


def test_a_number_and_a_birth_at_one_postcode_are_not_one_person(store: Store) -> None:
    carer = {"full_name": "Annabel Leigh", "postcode": "ZX1 1AA", "nhs": "9991001018"}
    linkage.link(store, [say(store, "a", **ANN), say(store, "b", **carer)])
    assert groups(store) == {frozenset("a"), frozenset("b")}
    assert [edge["band"] for edge in store.read(EDGES)] == ["review"]


def test_in_slices_it_comes_to_the_same_graph_as_at_once(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = list(mentions_of(60))
    uids = [say(store, uid, **props) for uid, props in rows]
    linkage.link(store, uids)
    at_once = export.digest(store.export())
    store.write(*((f"UNWIND $rows AS row MATCH (n:{label}) DETACH DELETE n", [{}]) for label in ("Mention", "Person")))
    for uid, props in rows:
        say(store, uid, **props)
    monkeypatch.setattr(residents, "AT_ONCE", 10)
    monkeypatch.setattr(residents, "SLICE", 7)
    assert linkage.link(store, uids)
    assert export.digest(store.export()) == at_once
    assert linkage.link(store, uids) == set()


def test_a_persons_word_joins_two_valid_numbers_and_lets_others_join(store: Store) -> None:
    rows = {"a": {"nhs": "9991001018"}, "b": {"nhs": "9991001123"}, "c": {}, "d": {"nhs": "9991001123"}}
    linkage.link(store, [say(store, uid, **ANN, **props) for uid, props in rows.items()])
    assert not any({"a", "b"} <= group for group in groups(store))
    judge(store, "a", "b", "same", "a worker", "one number was typed wrong", DAY)
    assert groups(store) == {frozenset("abcd")}


def test_twins_a_name_alone_and_the_people_of_one_record_stay_apart(store: Store) -> None:
    uids = [
        say(store, "a", **ANN),
        say(store, "b", **{**ANN, "full_name": "Amina Leigh"}),
        say(store, "c", full_name="Annabel Leigh"),
        say(store, "d", full_name="Annabel Leigh"),
    ]
    linkage.link(store, uids)
    assert groups(store) == {frozenset(uid) for uid in "abcd"}


def test_one_by_one_comes_to_the_same_graph_as_all_at_once(store: Store) -> None:
    rows: dict[str, dict[str, Any]] = {
        "a": ANN,
        "b": {**ANN, "full_name": "Anabel Leigh"},
        "c": {**ANN, "full_name": "Amina Leigh", "nhs": "9991001123"},
        "d": {**ANN, "dob": date(2015, 3, 2), "nhs": "9991001018"},
        "e": {**ANN, "address": None, "postcode": None},
    }
    for uid in "ecadb":
        linkage.link(store, [say(store, uid, **rows[uid])])
    one_by_one = export.digest(store.export())
    store.write(
        ("UNWIND $rows AS row MATCH (n:Mention) DETACH DELETE n", [{}]),
        ("UNWIND $rows AS row MATCH (n:Person) DETACH DELETE n", [{}]),
    )
    linkage.link(store, [say(store, uid, **props) for uid, props in rows.items()])
    assert export.digest(store.export()) == one_by_one


def test_linking_again_writes_nothing(store: Store) -> None:
    uids = [say(store, "a", **ANN), say(store, "b", **ANN)]
    assert linkage.link(store, uids)
    before = export.digest(store.export())
    assert linkage.link(store, uids) == set()
    assert export.digest(store.export()) == before


@pytest.mark.parametrize(("verdict", "together"), [("different", False), ("same", True), ("unsure", None)])
def test_a_judgement_taken_back_leaves_the_graph_as_it_was(store: Store, verdict: str, together: bool | None) -> None:
    other = ANN if verdict == "different" else {"full_name": "Bel Leigh"}
    think_over(store, say(store, "a", **ANN), say(store, "b", **other))
    before = export.digest(store.export())
    uid = judge(store, "b", "a", verdict, "a worker", "knows both", DAY)
    if together is None:
        assert export.digest(store.export()) == before
    else:
        assert (frozenset("ab") in groups(store)) is together
    take_back(store, uid, "a worker", DAY)
    assert export.digest(store.export()) == before
    with pytest.raises(QuestionError, match="taken back before"):
        take_back(store, uid, "a worker", DAY)


def test_judgements_are_kept_one_after_another_and_the_last_holds(store: Store) -> None:
    linkage.link(store, [say(store, "a", **ANN), say(store, "b", **ANN)])
    first = judge(store, "a", "b", "different", "a worker", "two girls", DAY)
    second = judge(store, "a", "b", "same", "another", "one girl, I met her", DAY)
    assert groups(store) == {frozenset("ab")}
    kept = store.read("MATCH (j:Judgement) RETURN j.uid AS uid, j.verdict AS verdict, j.decided_by AS who ORDER BY j.number")
    assert [(row["uid"], row["verdict"], row["who"]) for row in kept] == [
        (first, "different", "a worker"),
        (second, "same", "another"),
    ]
    take_back(store, second, "another", DAY)
    assert groups(store) == {frozenset("a"), frozenset("b")}


def test_who_is_in_doubt_is_shown_the_likeliest(store: Store) -> None:
    others = [say(store, "a", **ANN), say(store, "x", full_name="Zoltan Leigh"), say(store, "y", full_name="Amina Leigh")]
    linkage.link(store, [*others, say(store, "q", full_name="Bella Leigh", postcode="ZX1 1AA")])
    first = suggest(store, "q")[0]
    assert first.mention == "a"
    assert first.reasons["forename"] > 0


def test_what_is_said_of_two_services_is_kept_and_can_be_taken_back(store: Store) -> None:
    for uid, source in (("service-a", "council"), ("service-b", "charities")):
        record = {"uid": f"{source}#1", "source": source}
        service = {"uid": uid, "full_name": "Luncheon club", "description": "A hot dinner", "postcode": "ZX1 1AA"}
        store.write(
            (cypher.replace_nodes("Record"), [{"uid": record["uid"], "props": record}]),
            (cypher.replace_nodes("Service"), [{"uid": uid, "props": service}]),
            (cypher.merge_edges(("SAYS", "Record", "Service")), [{"a": record["uid"], "b": uid, "props": {}}]),
        )
    (pair,) = duplicates(store)
    assert (pair.verdict, pair.judged) == ("same", False)
    uid = judge_nodes(store, "service-b", "service-a", "overlaps", "a commissioner", "two days of the week", DAY)
    (pair,) = duplicates(store)
    assert (pair.verdict, pair.judged) == ("overlaps", True)
    take_back(store, uid, "a commissioner", DAY)
    assert duplicates(store)[0].verdict == "same"
    with pytest.raises(QuestionError, match="there is no service, practitioner"):
        judge_nodes(store, "service-a", "service-z", "same", "a commissioner", "", DAY)
