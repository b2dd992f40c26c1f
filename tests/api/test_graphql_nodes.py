"""Relay nodes: looked up by id, gathered into one read, and closed where people are restricted."""

from collections.abc import Sequence

from strawberry.relay import GlobalID

from api.graphql.links import label_of
from queries.nodes import SHOWN
from tests.api.serving import Ask, Counted, client_of

ANY = """query ($ids: [ID!]!) { nodes(ids: $ids) { id __typename
  ... on Person { uid fullName knownAs dob restricted }
  ... on Family { uid fullName restricted }
  ... on Practitioner { uid fullName }
} }"""


def ids_of(store: Counted, label: str, where: str = "") -> list[str]:
    """The ids of a label's nodes."""
    rows = store.read(f"MATCH (n:{label}) {where} RETURN n.uid AS uid ORDER BY uid")
    return [str(GlobalID(label, row["uid"])) for row in rows]


def reads_of(store: Counted, seen: int) -> Sequence[str]:
    """What was read since so many reads, questions' own apart."""
    return [text for text in store.texts[seen:] if "$uids AS chosen" in text]


def test_each_label_is_found_by_id(ask: Ask, harrowdale: Counted) -> None:
    """An id leads back to its node, whatever it is of."""
    for label in SHOWN:
        (id, *_) = ids_of(harrowdale, label)
        assert ask("query ($id: ID!) { node(id: $id) { id __typename } }", id=id)["data"]["node"] == {
            "id": id,
            "__typename": label,
        }


def test_nodes_of_a_label_are_one_read(ask: Ask, harrowdale: Counted) -> None:
    """However many are asked for, and wherever in the document."""
    people, families = ids_of(harrowdale, "Person")[:9], ids_of(harrowdale, "Family")[:9]
    seen = len(harrowdale.texts)
    wanted = [id for pair in zip(people, families, strict=True) for id in pair]
    found = ask(ANY, ids=wanted)["data"]["nodes"]
    assert [node["id"] for node in found] == wanted
    assert len(reads_of(harrowdale, seen)) == 2


def test_rows_lead_to_nodes_in_one_read(ask: Ask, harrowdale: Counted) -> None:
    """Every row's practitioner at once."""
    seen = len(harrowdale.texts)
    found = ask("""{ whoKnowsFamily(family: "records/childrens_social_care.csv#1100234") {
      edges { node { practitioner fullName practitionerNode { id uid fullName } } } } }""")
    rows = [edge["node"] for edge in found["data"]["whoKnowsFamily"]["edges"]]
    assert len(rows) > 3
    assert {(row["practitioner"], row["fullName"]) for row in rows} == {
        (row["practitionerNode"]["uid"], row["practitionerNode"]["fullName"]) for row in rows
    }
    assert len(reads_of(harrowdale, seen)) == 1


def test_what_was_found_leads_to_its_node(ask: Ask) -> None:
    """Whatever kind it is of."""
    found = ask('{ find(words: "Hartley") { edges { node { kind uid node { __typename id } } } } }')
    rows = [edge["node"] for edge in found["data"]["find"]["edges"]]
    assert rows
    assert {row["node"]["__typename"] for row in rows} == {row["kind"] for row in rows}


def test_an_id_of_nothing(ask: Ask) -> None:
    """A node that is not there is null; an id of what is not shown, or no id at all, is told."""
    absent, record = str(GlobalID("Person", "person-0000000000000000")), str(GlobalID("Record", "anything"))
    assert ask("query ($id: ID!) { node(id: $id) { id } }", id=absent) == {"data": {"node": None}}
    (error,) = ask("query ($id: ID!) { node(id: $id) { id } }", id=record)["errors"]
    assert error["extensions"]["code"] == "QUESTION_ERROR"
    (error,) = ask("query ($id: ID!) { node(id: $id) { id } }", id="no id")["errors"]
    assert "reference" not in error.get("extensions", {})


def test_restricted_people_show_uid_and_name_alone(ask: Ask, harrowdale: Counted) -> None:
    """A date of birth helps to find somebody; a cleared caller sees it."""
    ids = ids_of(harrowdale, "Person", "WHERE n.restricted = true AND n.dob IS NOT NULL")
    assert ids
    for node in ask(ANY, ids=ids)["data"]["nodes"]:
        assert node["uid"] and node["fullName"] and node["restricted"]
        assert node["dob"] is None
    with client_of(harrowdale, cleared=True) as client:
        nodes = client.post("/graphql", json={"query": ANY, "variables": {"ids": ids}}).json()["data"]["nodes"]
    assert all(node["dob"] for node in nodes)


def test_a_name_that_holds_words_is_no_link() -> None:
    """Practitioners' organisations are given by name."""
    assert label_of("organisation") is None
    assert label_of("service_b") == "Service"
