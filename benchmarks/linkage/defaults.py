"""What one gets without us: Splink's tutorial settings for people, likeness of names (TF-IDF) for bodies."""

from collections.abc import Mapping, Sequence
from typing import Any

import pyarrow as pa

from api.linked_files import Row
from linkage.text import Texts
from linkage.training import quiet

THRESHOLD = 0.95
"""As in Splink's tutorial."""


def by_splink(rows: Sequence[Row], distinct: bool) -> list[int]:
    """Clusters by Splink's library comparisons, its own training and its connected components."""
    import splink.comparison_library as cl
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    columns = {name for row in rows for name, value in row.values.items() if value not in (None, "")}
    table: dict[str, list[Any]] = {name: [_text(row.values.get(name)) for row in rows] for name in sorted(columns)}
    api = DuckDBAPI()
    files = sorted({row.file for row in rows}) if distinct else [0]
    parts = []
    for file in files:
        chosen = [at for at, row in enumerate(rows) if not distinct or row.file == file]
        part = {name: [values[at] for at in chosen] for name, values in table.items()} | {"unique_id": chosen}
        parts.append(api.register(pa.table(part), dataset_display_name=f"file_{file}"))
    made = {
        "first_name": cl.NameComparison("first_name"),
        "surname": cl.NameComparison("surname"),
        "dob": cl.DateOfBirthComparison("dob", input_is_string=True, datetime_format=_format(table.get("dob", []))),
        "postcode": cl.PostcodeComparison("postcode"),
        "email": cl.EmailComparison("email"),
    }
    comparisons: list[Any] = [made.get(name) or cl.ExactMatch(name) for name in sorted(columns) if name != "full_name"]
    blocks = [one for one in BLOCKS if set(one) <= columns]
    settings = SettingsCreator(
        link_type="link_only" if distinct else "dedupe_only",
        comparisons=comparisons,
        blocking_rules_to_generate_predictions=[block_on(*one) for one in blocks],
    )
    with quiet():
        linker = Linker(parts if distinct else parts[0], settings)
        strict: list[Any] = [block_on("first_name", "surname", "dob")]
        linker.training.estimate_probability_two_random_records_match(strict, recall=0.7)
        linker.training.estimate_u_using_random_sampling(max_pairs=2e6, seed=1)
        for one in (("first_name", "surname"), ("dob",)):
            linker.training.estimate_parameters_using_expectation_maximisation(block_on(*one))
        scored = linker.inference.predict(threshold_match_probability=0.5)
        clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(scored, THRESHOLD)
    found: Any = clusters.as_pyarrow_table()  # type: ignore[no-untyped-call]
    names = dict(zip(found["unique_id"].to_pylist(), found["cluster_id"].to_pylist(), strict=True))
    numbers = {name: at for at, name in enumerate(dict.fromkeys(names.values()))}
    return [numbers[names[at]] for at in range(len(rows))]


BLOCKS = (
    ("first_name", "surname"),
    ("surname", "dob"),
    ("first_name", "dob"),
    ("postcode", "first_name"),
    ("postcode", "surname"),
    ("email",),
    ("number",),
)


def _text(value: object) -> str | None:
    text = str(value).strip() if value is not None else ""
    return text or None


def _format(dates: Sequence[str | None]) -> str:
    return "%Y-%m-%d" if any(date and "-" in date for date in dates) else "%Y%m%d"


def by_likeness(rows: Sequence[Row], thresholds: Sequence[float]) -> list[list[int]]:
    """Clusters by mutual best likeness of all that is said, in threes of letters; for each of some thresholds."""
    texts = Texts([_threes(" ".join(str(value) for value in row.values.values() if value)) for row in rows])
    best: dict[int, tuple[float, int]] = {}
    for a, b in texts.near():
        if len({rows[a].file, rows[b].file}) == len({row.file for row in rows}):
            likeness = texts.likeness(a, b)
            for one, other in ((a, b), (b, a)):
                best[one] = max(best.get(one, (0.0, -1)), (likeness, other))
    return [_mutual(best, len(rows), least) for least in thresholds]


def _mutual(best: Mapping[int, tuple[float, int]], size: int, least: float) -> list[int]:
    clusters = list(range(size))
    for one, (likeness, other) in best.items():
        if likeness >= least and best[other][1] == one:
            clusters[max(one, other)] = min(one, other)
    return clusters


def _threes(written: str) -> list[str]:
    text = f" {written.lower()} "
    return [text[at : at + 3] for at in range(len(text) - 2)]
