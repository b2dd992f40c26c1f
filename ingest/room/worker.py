"""The process that is the room: it carries out one task after another within bounds of memory and time."""

import json
import os
import signal
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from graph.errors import SourceError
from ingest import limits
from ingest.room.tasks import TASKS

try:
    import resource
except ImportError:  # Windows bounds no process this way; the other limits hold there.
    resource = None  # type: ignore[assignment]

TIRED = 256 * 1024
"""After a task at which memory reached so many KiB the process ends, and gives it back."""
EVERY = 16
"""After so many frames the time allowed begins anew."""


def main() -> None:
    """Answer requests, one a line, until there are no more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    warnings.simplefilter("ignore")
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    # What a library prints must not come between the answers.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    _bound_memory()
    for line in sys.stdin.buffer:
        task, *said = json.loads(line)
        if not _carry_out(task, said, answers):
            return


def _carry_out(task: str, said: list[Any], answers: IO[bytes]) -> bool:
    """Write what the task yields; whether the process can go on to another."""

    def write(*frame: Any) -> None:
        answers.write(json.dumps(frame).encode() + b"\n")
        answers.flush()

    _bound_time()
    try:
        for number, value in enumerate(_guarded(task, said), 1):
            write("value", value)
            if TASKS[task].streams and number % EVERY == 0:
                _bound_time()
    except SourceError as refused:
        fresh = _fresh()
        write("refused", refused.what, refused.cure, fresh)
        return fresh
    except MemoryError:
        write("memory", False)
        return False
    fresh = _fresh()
    write("end", fresh)
    return fresh


def _guarded(task: str, said: list[Any]) -> Iterator[Any]:
    """What the task yields; an error of the library that opens the file is the file's fault."""
    try:
        yield from TASKS[task].run(*said)
    except (SourceError, MemoryError):
        raise
    except BaseException as broken:  # pyo3 panics derive from BaseException alone
        if "memory" in str(broken).lower():
            raise MemoryError from broken
        what = f"{said[0]} is damaged ({type(broken).__name__})"
        raise SourceError(what, "Ask its sender to open it, save it again and send it") from broken


def _bound_memory() -> None:
    if resource is not None:
        most = resource.getrlimit(resource.RLIMIT_DATA)[1]
        most = limits.MEMORY.most if most == resource.RLIM_INFINITY else min(most, limits.MEMORY.most)
        resource.setrlimit(resource.RLIMIT_DATA, (most, most))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _bound_time() -> None:
    """From now on so many seconds of processor time."""
    if resource is not None:
        usage = resource.getrusage(resource.RUSAGE_SELF)
        soft = int(usage.ru_utime + usage.ru_stime) + 1 + limits.SECONDS.most
        resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def _fresh() -> bool:
    """Whether the process is still small; where nobody tells its memory, it serves one file only."""
    try:
        told = Path("/proc/self/status").read_text("ascii")
    except OSError:
        return False
    return int(told.partition("VmHWM:")[2].split()[0]) < TIRED


if __name__ == "__main__":
    main()
