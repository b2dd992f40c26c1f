"""Prepared records as a table for DuckDB or Spark, with one column for each key."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from linkage.person import Prepared
from linkage.settings import Kind

CHUNK = 50_000
"""So many records are held as objects at a time."""


def arrow_table(rows: Iterable[Mapping[str, object]], kind: Kind) -> pa.Table:
    """A row for each record, `unique_id` its place, with its keys; keys that no two records share are left out."""
    prepared: Iterator[Prepared] = map(kind.shape.prepare, rows)
    if kind.shape.whole:
        every = list(prepared)
        kind.shape.complete(every)
        prepared = iter(every)
    parts = list(_parts(prepared, kind))
    if not parts:
        return pa.table({"unique_id": pa.array([], pa.int32())})
    table = pa.concat_tables(parts)
    whole = table.num_rows <= kind.whole_below
    made = {"unique_id": pa.array(np.arange(table.num_rows, dtype=np.int32))}
    made |= {name: table[name] for name in (*kind.shape.texts, *kind.shape.lists)}
    if whole:
        made["key_whole"] = pa.array(["all"] * table.num_rows)
    for key in () if whole else kind.shape.keys:
        column = _uncrowded(table[f"key_{key}"], kind.loose if key in kind.shape.loose else kind.crowd)
        if column.null_count < len(column):
            made[f"key_{key}"] = column
    return pa.table(made)


def filled(table: pa.Table) -> set[str]:
    """The columns that some record fills: what no record says is not compared."""
    return {name for name in table.column_names if table[name].null_count < table.num_rows}


def _parts(prepared: Iterator[Prepared], kind: Kind) -> Iterator[pa.Table]:
    """The records some thousands at a time, so that a million need not be objects at once."""
    shape = kind.shape
    while chunk := list(islice(prepared, CHUNK)):
        made = {name: pa.array([one[name] for one in chunk], pa.string()) for name in shape.texts}
        made |= {name: pa.array([one[name] for one in chunk], pa.list_(pa.string())) for name in shape.lists}
        keys = [shape.keys_of(one) for one in chunk]
        made |= {f"key_{key}": pa.array([one.get(key) for one in keys], pa.string()) for key in shape.keys}
        yield pa.table(made)


def _uncrowded(values: pa.ChunkedArray, crowd: int) -> pa.Array:
    """A key's column, without values that too many records share to say anything, or that one has alone."""
    coded = values.combine_chunks().dictionary_encode()
    codes = coded.indices.fill_null(len(coded.dictionary)).to_numpy()
    counts = np.bincount(codes, minlength=len(coded.dictionary) + 1)
    counts[-1] = 0
    kept = pa.array((counts[codes] > 1) & (counts[codes] <= crowd))
    return pc.if_else(kept, values.combine_chunks(), pa.scalar(None, pa.string()))
