"""Asking the room: what is opened there comes back as plain values, and what it breaks is only the room."""

import atexit
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from typing import IO, Any

from graph.errors import SourceError
from ingest import limits

IDLE: "list[Room]" = []
"""Rooms that wait for the next file; one is enough where files are read one by one."""


class Room:
    """One process, for one file at a time."""

    def __init__(self) -> None:
        paths = os.pathsep.join(filter(None, sys.path))
        self.owner = os.getpid()
        # -P: a folder of files that somebody sent, in which Kith is run, may hold a json.py.
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "ingest.room.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": paths},
        )

    def frames(self, request: list[Any]) -> Iterator[list[Any]]:
        """What the room answers, frame by frame; it ends early where the process does."""
        with suppress(BrokenPipeError):
            _pipe(self._process.stdin).write(json.dumps(request).encode() + b"\n")
            _pipe(self._process.stdin).flush()
        for line in _pipe(self._process.stdout):
            yield json.loads(line)

    def is_open(self) -> bool:
        """Whether the process still runs."""
        return self._process.poll() is None

    def close(self) -> int:
        """End the process; what it ended with, where it had ended already."""
        ended = self._process.poll()
        self._process.kill()
        self._process.wait()
        with suppress(BrokenPipeError):
            _pipe(self._process.stdin).close()
        _pipe(self._process.stdout).close()
        return ended or 0

    def ending(self, name: str) -> SourceError:
        """The error for a file over which the process ended."""
        self._process.wait()
        code = -self.close()
        if code in (signal.SIGXCPU, signal.SIGKILL):
            return limits.SECONDS.refusal(name)
        if code == signal.SIGABRT:
            return limits.MEMORY.refusal(name)
        if code <= 0:
            what = f"{name} cannot be opened: the process that opens such files does not run"
            return SourceError(what, "Check the installation with: python -m ingest.room.worker < /dev/null")
        return SourceError(f"{name} breaks the program that opens such files", "It is damaged: ask its sender to save it again")


def ask(task: str, name: str, *said: Any) -> Iterator[Any]:
    """What a task of ingest/room/tasks.py yields, in order; `name` is what messages call the file.

    Raises SourceError as the task does, and where it takes more memory or time than the limits allow.
    """
    room = _free()
    kept = False
    try:
        for kind, *values in room.frames([task, name, *said]):
            if kind != "value":
                kept = kind != "memory" and bool(values.pop())
                break
            yield values[0]
        else:
            raise room.ending(name)
        if kind == "refused":
            raise SourceError(*values)
        if kind == "memory":
            raise limits.MEMORY.refusal(name)
    finally:
        if kept:
            IDLE.append(room)
        else:
            room.close()


def _free() -> Room:
    """A room of this process that waits, or a new one."""
    while IDLE:
        room = IDLE.pop()
        # A process that was forked off has the list, but must not talk into its parent's room.
        if room.owner == os.getpid():
            if room.is_open():
                return room
            room.close()
    atexit.unregister(close)
    atexit.register(close)
    return Room()


def close() -> None:
    """End every room that waits."""
    while IDLE:
        room = IDLE.pop()
        if room.owner == os.getpid():
            room.close()


def _pipe(end: IO[bytes] | None) -> IO[bytes]:
    assert end is not None
    return end
