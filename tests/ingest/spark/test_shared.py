"""What many records say of one node comes to the same, however they are parted."""

from hypothesis import given
from hypothesis import strategies as st

from graph.statement import NodeSaid, RecordSaid
from ingest.spark.shared import Shared, node_writes

SAID = st.tuples(
    st.booleans(), st.dictionaries(st.sampled_from(["full_name", "phone", "url"]), st.sampled_from("abc"), min_size=1, max_size=3)
)


@given(st.lists(SAID, min_size=1, max_size=8), st.integers(1, 4))
def test_parts_together_make_what_one_reading_in_file_order_makes(
    tellings: list[tuple[bool, dict[str, str]]], parts: int
) -> None:
    dealt = [Shared() for _ in range(parts)]
    for at, (described, props) in enumerate(tellings):
        node = NodeSaid("Organisation", "organisation-1", props, described)
        dealt[at % parts].take(RecordSaid(f"r#{at}", {}, (node,), ()), (0, at))
    whole = Shared()
    for part in reversed(dealt):
        whole.add(part)
    assert _new(whole) == _in_order(tellings)


def _in_order(tellings: list[tuple[bool, dict[str, str]]]) -> dict[str, str]:
    """Record by record: made by the first, and added to by each that describes it."""
    made: dict[str, str] = {}
    for described, props in tellings:
        if not made or described:
            made |= props
    return made


def _new(shared: Shared) -> dict[str, str]:
    """The node after the writes, where it was missing."""
    made: dict[str, str] = {}
    for (text, rows), *_ in ([write] for writes in node_writes(shared.nodes) for write in writes):
        if not made or "ON CREATE" not in text:
            made |= rows[0]["props"]
    return {name: value for name, value in made.items() if name != "uid"}
