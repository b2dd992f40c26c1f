"""Timings at a tiny size: every line is a ratio or names its goal, and both loaders write one graph."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks import asking, graphql, loading
from benchmarks.ground import EMBEDDED, empty_store
from benchmarks.measure import Measure
from benchmarks.population import AS_OF
from benchmarks.run import main, run, table
from benchmarks.spool import Spool
from benchmarks.synthetic import write_place
from graph.declare import EDGES, NODES
from graph.errors import QuestionError
from graph.store import Store
from ingest.load import ingest
from ingest.place import load_place

PEOPLE = 60
OURS_ALONE = {"Person", "Family", "Run", "Quarantine"}
LINKED = "MAY_BE"
"""Said after loading, of who may be whom."""


def edges(store: Store) -> Iterator[tuple[str, str, str, str | None]]:
    """Every edge that loading makes: type, ends and the record that says so."""
    for (kind, start, end), edge in EDGES.items():
        if kind != LINKED and not {start, end} & OURS_ALONE:
            record = "" if edge.keyed else ", e.record AS record"
            for row in store.read(f"MATCH (a:{start})-[e:{kind}]->(b:{end}) RETURN a.uid AS a, b.uid AS b{record}"):
                yield kind, row["a"], row["b"], row.get("record")


def nodes(store: Store) -> Iterator[tuple[str, ...]]:
    """Every node that loading makes."""
    for label in NODES.keys() - OURS_ALONE:
        names = sorted(NODES[label].properties.keys() - {"agency", "mode", "as_of"})
        columns = ", ".join(f"n.{name} AS {name}" for name in names)
        for row in store.read(f"MATCH (n:{label}) RETURN {columns}"):
            yield label, *(str(row[name]) for name in names)


def test_the_bare_loader_writes_the_same_nodes_edges_and_provenance(tmp_path: Path) -> None:
    write_place(tmp_path, 300)
    place = load_place(tmp_path, AS_OF)
    with empty_store(EMBEDDED) as ours, empty_store(EMBEDDED) as plain:
        ingest(ours, place)
        sum(loading.load_bare(plain, Spool(tmp_path, place)))
        assert sorted(edges(ours), key=str) == sorted(edges(plain), key=str)
        assert set(nodes(ours)) == set(nodes(plain))


def test_loading_gives_ratios() -> None:
    alone, included = loading.measure(PEOPLE, EMBEDDED, rounds=1)
    ratios = alone.ratio(), included.ratio()
    assert ratios[0] and ratios[1] and 0 < ratios[0] < ratios[1]


def test_asking_gives_goals_and_growth(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "ASKED", 10)
    monkeypatch.setattr(asking, "WARM_UP", 5)
    lines = asking.who_knows_family(PEOPLE, EMBEDDED, growth=2)
    assert [line.ratio() is not None for line in lines] == [False] * 4 + [True] * 2
    assert all(line.ours > 0 for line in lines)


def test_overlaps_are_timed() -> None:
    usual, many = run(PEOPLE, only="overlaps")
    assert usual.ours > 0 and many.ours > 0
    assert (usual.goal, many.goal) == (asking.OVERLAPS_GOAL, asking.MANY_GOAL)
    assert "3 needs and 3 areas each" in many.what


def test_a_part_that_is_none_is_refused_with_those_there_are() -> None:
    with pytest.raises(QuestionError, match="Name one of: loading, "):
        run(PEOPLE, only="nothing")


def test_json_lines_name_their_store(capsys: pytest.CaptureFixture[str]) -> None:
    main(PEOPLE, only="overlaps", json=True)
    assert '"store": "embedded"' in capsys.readouterr().out


def test_a_goal_is_met_by_ratio_or_outright() -> None:
    assert Measure("a", 3.0, "s", goal=1.5, baseline=2.0).met()
    assert not Measure("a", 3.1, "s", goal=1.5, baseline=2.0).met()
    assert not Measure("a", 3.0, "s", goal=2.0).met()
    assert table("embedded", [Measure("a", 3.0, "s", goal=2.0)]).row_count == 1


def test_graphql_gives_a_ratio_to_a_plain_route(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(graphql, "ASKED", 3)
    monkeypatch.setattr(graphql, "WARM_UP", 1)
    (line,) = graphql.measure(PEOPLE, EMBEDDED)
    assert line.ratio()
