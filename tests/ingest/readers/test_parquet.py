"""Parquet tables: the texts a CSV would have."""

from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from tests.ingest.readers.reading import rows


def test_types_become_texts_and_nested_values_stay_nested(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    told = {
        "ref": [7, None],
        "born": [date(2015, 2, 1), None],
        "seen": [datetime(2026, 3, 4, 10, 5, tzinfo=UTC), None],
        "fee": [Decimal("2.50"), None],
        "on": [True, False],
        "at": [{"lat": 53.5, "since": date(2026, 1, 1)}, None],
        "tags": [["a", "b"], []],
    }
    pq.write_table(pa.table(told), path)
    first, second = rows(path, "parquet")
    assert dict(first.values) == {
        "ref": "7",
        "born": "2015-02-01",
        "seen": "2026-03-04 10:05:00+00:00",
        "fee": "2.50",
        "on": "True",
        "at": {"lat": "53.5", "since": "2026-01-01"},
        "tags": ["a", "b"],
    }
    assert (second.values["ref"], second.position, second.columns) == ("", "row:2", tuple(told))
