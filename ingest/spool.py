"""Rows told one after another, however many: few in memory, many in a file without a name."""

import json
from collections.abc import Iterator, Mapping
from tempfile import SpooledTemporaryFile
from typing import IO, Any

IN_MEMORY = 1 << 20
"""Bytes kept in memory; beyond them a file is used that no other process sees and that goes with this one."""


class Spool:
    """A list of plain objects that is only added to and read through.

    >>> spool = Spool()
    >>> spool.append({"row_key": "1"})
    >>> len(spool), list(spool), list(spool)
    (1, [{'row_key': '1'}], [{'row_key': '1'}])
    """

    def __init__(self) -> None:
        self._file: IO[str] | None = None
        self._length = 0

    def append(self, row: Mapping[str, Any]) -> None:
        """Add one object."""
        if self._file is None:
            # It is closed, and so gone, with the counts that hold it.
            self._file = SpooledTemporaryFile(  # noqa: SIM115
                max_size=IN_MEMORY, mode="w+", encoding="utf-8"
            )
        self._file.write(json.dumps(row, ensure_ascii=False) + "\n")
        self._length += 1

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[dict[str, Any]]:
        """The objects as they stand now; what is added meanwhile comes with the next reading."""
        at = 0
        for _ in range(self._length):
            assert self._file is not None
            self._file.seek(at)
            line = self._file.readline()
            at = self._file.tell()
            self._file.seek(0, 2)
            yield json.loads(line)
