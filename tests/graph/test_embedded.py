"""What the embedded engine must keep to, after a deletion, a closing and a crash."""

from pathlib import Path

from graph import cypher
from graph.declare import NODES
from graph.opening import open_store


def rows(*uids: str) -> list[dict[str, object]]:
    """Persons of these keys."""
    return [{"uid": uid, "props": {"uid": uid, "full_name": f"Person {uid}"}} for uid in uids]


def test_a_store_that_lost_a_node_takes_new_ones_when_it_is_opened_again(tmp_path: Path) -> None:
    store = open_store(str(tmp_path))
    store.write((cypher.upsert_nodes("Person"), rows("a", "b", "c", "d")))
    store.write((cypher.delete_nodes("Person"), [{"uid": "b"}]))
    store.write((cypher.upsert_nodes("Person"), rows("e", "f")))
    store.close()
    again = open_store(str(tmp_path))
    again.write((cypher.upsert_nodes("Person"), rows("g", "h", "i")))
    found = {row["uid"] for row in again.read("MATCH (p:Person) RETURN p.uid AS uid ORDER BY uid")}
    again.close()
    assert found == set("acdefghi")


def test_an_empty_store_holds_nothing_and_knows_every_property(tmp_path: Path) -> None:
    store = open_store(str(tmp_path))
    assert list(store.export()) == []
    for label, node in NODES.items():
        for name in node.properties:
            assert store.read(f"MATCH (n:{label}) WHERE n.{name} IS NOT NULL RETURN n.uid AS uid ORDER BY uid") == []
    store.close()


def test_words_are_found_however_many_changes_came_before(tmp_path: Path) -> None:
    store = open_store(str(tmp_path))
    store.write((cypher.upsert_nodes("Person"), rows(*(f"p{number}" for number in range(1_500)))))
    store.write((cypher.upsert_nodes("Person"), [{"uid": "last", "props": {"uid": "last", "full_name": "Una Voe"}}]))
    assert [row["uid"] for row in store.search("Person", "una")] == ["last"]
    store.close()
