"""Parquet tables, read in batches."""

from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from graph.errors import SourceError
from ingest import limits

ROWS = 500
FEW = 1_000_000
"""Fewer rows than these are read however small the file is."""


def read(name: str, path: str) -> Iterator[Any]:
    """First the names of the columns, then rows in batches.

    The whole table is gone through before the first row, empty batches telling that it goes on, so that a
    damaged one gives none.
    """
    pa.set_cpu_count(1)
    pa.set_io_thread_count(1)
    pa.set_memory_pool(pa.system_memory_pool())
    try:
        with Path(path).open("rb") as stream, pq.ParquetFile(stream, pre_buffer=False) as table:
            _check(name, table.metadata, stream.seek(0, 2))
            yield table.schema_arrow.names
            for _ in table.iter_batches(ROWS * 20, use_threads=False):
                yield []
            for batch in table.iter_batches(ROWS, use_threads=False):
                columns = [[plain(value) for value in column.to_pylist()] for column in batch.columns]
                yield list(zip(*columns, strict=True))
    except pa.ArrowMemoryError as much:
        raise MemoryError from much
    except (pa.ArrowException, OSError) as broken:
        if "allocate" in str(broken):
            raise MemoryError from broken
        raise SourceError(f"{name} is a damaged Parquet table", "Ask its sender to export it again") from broken


def _check(name: str, about: Any, size: int) -> None:
    if about.num_columns > limits.COLUMNS.most:
        raise limits.COLUMNS.refusal(name)
    if about.num_rows > max(FEW, limits.RATIO.most * size):
        raise limits.RATIO.refusal(name)


def plain(value: Any) -> Any:
    """A value as JSON has it: dates and decimals as texts, nothing as an empty text in a table.

    >>> [plain(value) for value in (None, 7, 2.0, date(2026, 3, 4), b"M1", {"day": date(2026, 3, 4)})]
    ['', '7', '2', '2026-03-04', 'M1', {'day': '2026-03-04'}]
    """
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time.min else value.isoformat(sep=" ")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.decode("utf-8", errors="backslashreplace")
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
