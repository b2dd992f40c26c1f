"""Clusters weigh all pairs they would make, and keep to what must and must not be."""

from hypothesis import given
from hypothesis import strategies as st

from linkage.clustering import cluster

NODES = st.integers(0, 7)
PAIR = st.tuples(NODES, NODES).filter(lambda pair: pair[0] < pair[1])
PAIRS = st.dictionaries(PAIR, st.floats(-9, 9), max_size=20)


def test_a_chain_is_no_cluster_when_its_ends_say_no() -> None:
    assert cluster(3, [(0, 1, 5.0), (1, 2, 4.0), (0, 2, -9.0)]) == [[0, 1], [2]]


def test_pairs_that_were_not_compared_count_a_little() -> None:
    assert cluster(3, [(0, 1, 5.0), (1, 2, 0.4)], unsaid=-0.5) == [[0, 1], [2]]


@given(PAIRS, st.sets(PAIR, max_size=4))
def test_those_apart_are_never_together(pairs: dict[tuple[int, int], float], apart: set[tuple[int, int]]) -> None:
    groups = cluster(8, [(a, b, bits) for (a, b), bits in pairs.items()], apart=apart)
    assert sorted(one for group in groups for one in group) == list(range(8))
    assert not any({a, b} <= set(group) for group in groups for a, b in apart)


@given(PAIRS, st.lists(st.sampled_from([None, "x", "y"]), min_size=8, max_size=8))
def test_no_cluster_has_two_numbers(pairs: dict[tuple[int, int], float], numbers: list[str | None]) -> None:
    groups = cluster(8, [(a, b, bits) for (a, b), bits in pairs.items()], numbers=[(one,) for one in numbers])
    assert all(len({numbers[one] for one in group} - {None}) <= 1 for group in groups)


@given(PAIRS)
def test_the_order_of_pairs_changes_nothing(pairs: dict[tuple[int, int], float]) -> None:
    listed = [(a, b, bits) for (a, b), bits in pairs.items()]
    assert cluster(8, listed) == cluster(8, listed[::-1])
