"""The area a service covers: the smallest that the columns tell."""

from collections.abc import Sequence

from ingest.suggesting.draft import Draft, EdgeDraft, NodeDraft
from ingest.suggesting.happened import of
from ingest.suggesting.meaning import Meaning
from ingest.suggesting.values import value

SMALLEST_FIRST = (
    "lsoa",
    "msoa",
    "ward",
    "parish",
    "neighbourhood",
    "area_served",
    "locality",
    "area",
    "constituency",
    "borough",
    "la",
    "authority",
)
"""Words of headers, from the smallest area to the largest."""


def add_area(made: Draft, alias: str, known: Sequence[Meaning]) -> None:
    """Add the area that a service or asset covers; where no column tells one, say what to write."""
    codes, names = of(known, "area_code"), of(known, "area_name") or of(known, "locality")
    if not codes and not names:
        made.advice.append(
            "No column tells the area. If the list is of one place, add a node `area: {label: Area, key: [{const: GSS CODE}], reference: true}` and an edge COVERS to it."
        )
        return
    code = min(codes, key=_size, default=None)
    name = min((one for one in names if code is None or _size(one) == _size(code)), key=_size, default=None)
    chosen = [one for one in (code, name) if one is not None]
    why = "; ".join(one.why for one in chosen)
    inside = chosen[0].column.list_at
    read = [one.name.removeprefix(f"{inside}.") for one in chosen]
    made.nodes["area"] = NodeDraft("Area", key=[value(read, "area_code")], each=inside, reference=True, why=why)
    made.edges.append(EdgeDraft(alias, "COVERS", "area"))


def _size(meaning: Meaning) -> int:
    lowered = meaning.name.lower()
    return next(
        (at for at, word in enumerate(SMALLEST_FIRST) if word.replace("_", " ") in lowered.replace("_", " ")),
        len(SMALLEST_FIRST) - 4,
    )
