"""@neo4j/graphql beside ours: the same rows of the same Cypher, and what a row of GraphQL costs."""

import pytest
from graphql import parse

from benchmarks.neo4j_graphql.types import BY_RELATIONS, by_cypher, columns, types
from benchmarks.run import run
from graph.errors import StoreError
from graph.store import Store
from queries.who_knows_family import WhoKnowsFamily
from tests.restriction.hamlet import take_in, write


def test_it_is_asked_for_all_that_ours_reads(store_embedded: Store, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Every column of the question's Cypher, none but those, in documents that are GraphQL."""
    take_in(store_embedded, write(tmp_path_factory.mktemp("hamlet")))
    (family, *_) = store_embedded.read("MATCH (f:Family) RETURN f.uid AS uid ORDER BY uid")
    (row, *_) = store_embedded.read(WhoKnowsFamily.text(), family=family["uid"])
    assert columns() == list(row)
    assert all(f"  {name}: " in types() for name in row)
    for document in (types(), by_cypher(), BY_RELATIONS):
        parse(document)


def test_it_needs_a_neo4j() -> None:
    with pytest.raises(StoreError, match="on a Neo4j alone"):
        run(10, only="neo4j_graphql")


def test_a_row_is_timed() -> None:
    """With its evidence and without; beside plain JSON of the same."""
    plain, nested = run(10, only="rows")
    assert "plain JSON" in plain.what and "evidence" in nested.what
    assert plain.goal == 10 and plain.unit == nested.unit == "µs"
