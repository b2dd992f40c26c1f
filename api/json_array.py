"""A JSON array on stdout, written as its items come, so that memory holds one of them."""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ingest.spool import Spool


def print_array(items: Iterable[Mapping[str, Any]]) -> None:
    """Print objects as one JSON array, one object a line."""
    before = "["
    for item in items:
        sys.stdout.write(f"{before}\n{json.dumps(item, ensure_ascii=False, default=str)}")
        before = ","
    sys.stdout.write("\n]\n" if before == "," else "[]\n")


class Streamed(list[Any]):
    """What can be read through as a list that json.dump writes item by item, and that is never in memory whole."""

    def __init__(self, items: Spool) -> None:
        super().__init__()
        self._items = items

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[Any]:
        return iter(self._items)
