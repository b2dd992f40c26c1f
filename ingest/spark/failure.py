"""What went wrong in a task, brought back to whoever started the run as one message."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from traceback import extract_tb
from typing import TypeVar

from graph.errors import KithError, StoreError

Thing = TypeVar("Thing")
TOLD = re.compile(r"TaskFailed: (?P<of>store|task)\|(?P<what>[^|\n]+)\|(?P<cure>[^|\n]+)")
GONE = re.compile(r"ModuleNotFoundError: No module named '(\w+)")


class TaskFailed(Exception):
    """A task that Spark may try again; its words go into Spark's logs, so they hold no value of a row."""

    def __init__(self, what: str, cure: str, of: str = "task") -> None:
        super().__init__(f"{of}|{what}|{cure}")


def telling(work: Iterator[Thing]) -> Iterator[Thing]:
    """The same, but what goes wrong says where and why, and not with which values."""
    try:
        yield from work
    except KithError as wrong:
        problem = TaskFailed(wrong.what, wrong.cure, "store" if isinstance(wrong, StoreError) else "task")
    except Exception as wrong:
        at = extract_tb(wrong.__traceback__)[-1]
        problem = TaskFailed(f"{type(wrong).__name__} at {Path(at.filename).name} line {at.lineno}", "Try without --spark")
    else:
        return
    # Raised here, out of the handlers, so that the first cause is not told along with it.
    raise problem


def tried(job: Callable[[], Thing]) -> Thing:
    """What a job gives.

    Raises KithError where Spark gave a task up after all its attempts; StoreError where that was for the store.
    """
    try:
        return job()
    except KithError:
        raise
    except Exception as failed:
        raise _as_error(str(failed)) from failed


def _as_error(text: str) -> KithError:
    if told := TOLD.search(text):
        return (StoreError if told["of"] == "store" else KithError)(f"on Spark: {told['what']}", told["cure"])
    if gone := GONE.search(text):
        return KithError(
            f"the Python of Spark's workers has no {gone[1]}",
            "Install kith[spark] there, the same version as here, and name that Python in PYSPARK_PYTHON",
        )
    if "PYTHON_VERSION_MISMATCH" in text:
        return KithError("Spark's workers run another version of Python", "Name one of this version in PYSPARK_PYTHON")
    if "Python worker" in text:
        return KithError(
            "a worker of Spark ended each time its task was tried",
            "Look whether its memory ran out; what was written stays, and the same command goes on from there",
        )
    return KithError(
        "Spark gave the run up", "Look at Spark's log; what was written stays, and the same command goes on from there"
    )
