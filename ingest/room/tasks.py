"""What can be asked of the room, by name."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Any


@dataclass(frozen=True)
class Task:
    """One thing the room can do; it takes the file's name for messages, its path, and what else it needs."""

    module: str
    """Where its `read` is; it is loaded when it is first asked for, as some take half a second."""
    streams: bool = False
    """It yields for as long as the file has rows, and time is counted from one batch of them to the next."""

    @property
    def run(self) -> Callable[..., Iterator[Any]]:
        """What carries it out."""
        read: Callable[..., Iterator[Any]] = import_module(self.module).read
        return read


TASKS = {
    "kind": Task("ingest.room.containers"),
    "note": Task("ingest.room.notes"),
    "parquet": Task("ingest.room.parquet", streams=True),
    "web": Task("ingest.room.web", streams=True),
    "workbook": Task("ingest.room.workbook", streams=True),
    "xml_workbook": Task("ingest.room.xml_workbook", streams=True),
}
