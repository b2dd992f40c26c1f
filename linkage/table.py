"""Prepared records as a table for DuckDB or Spark, with one column for each key."""

from collections import Counter
from collections.abc import Sequence

import pyarrow as pa

from linkage.person import Prepared
from linkage.settings import Kind


def arrow_table(records: Sequence[Prepared], kind: Kind, files: Sequence[int]) -> pa.Table:
    """A row for each record, `unique_id` its place; keys that no two records share are left out."""
    made: dict[str, pa.Array] = {"unique_id": pa.array(range(len(records)), pa.int32())}
    made["source_dataset"] = pa.array([f"f{file}" for file in files])
    for name in kind.shape.texts:
        made[name] = pa.array([record[name] for record in records], pa.string())
    for name in kind.shape.lists:
        made[name] = pa.array([record[name] for record in records], pa.list_(pa.string()))
    if len(records) <= kind.whole_below:
        made["key_whole"] = pa.array(["all"] * len(records))
    else:
        keys = [kind.shape.keys_of(record) for record in records]
        for key in kind.shape.keys:
            made[f"key_{key}"] = _uncrowded([one.get(key) for one in keys], kind.loose if key in kind.shape.loose else kind.crowd)
    return pa.table(
        {name: column for name, column in made.items() if column.null_count < len(column) or not name.startswith("key_")}
    )


def filled(table: pa.Table) -> set[str]:
    """The columns that some record fills: what no record says is not compared."""
    return {name for name in table.column_names if table[name].null_count < table.num_rows}


def _uncrowded(values: list[str | None], crowd: int) -> pa.Array:
    """A key's column, without values that too many records share to say anything, or that one has alone."""
    counts = Counter(values)
    return pa.array([value if value is not None and 1 < counts[value] <= crowd else None for value in values], pa.string())
