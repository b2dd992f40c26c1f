"""Files and folders that only their owner may open: a store tells where people live."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

FOLDER, FILE = 0o700, 0o600
_ONE = threading.RLock()
"""The mask for new files is the whole process's: two that lower and restore it at once would leave it lowered."""


def make_folder(folder: Path, holds: str) -> None:
    """A folder that only its owner may enter.

    One that was there before is closed to others where it is empty or holds a file of the name `holds`; a folder
    of other things is left as it is, for only what we put into it is ours. Raises OSError where it cannot be made.
    """
    with new_files():
        folder.mkdir(parents=True, exist_ok=True)
    if (folder / holds).exists() or not any(folder.iterdir()):
        _close_to_others(folder, FOLDER)


def close_files(folder: Path, stem: str) -> None:
    """Take the files whose names begin with a stem from everybody but their owner."""
    for path in folder.glob(f"{stem}*"):
        _close_to_others(path, FILE)


@contextmanager
def new_files() -> Iterator[None]:
    """Whatever file or folder is made within is its owner's alone, whoever makes it."""
    with _ONE:
        before = os.umask(0o077)
        try:
            yield
        finally:
            os.umask(before)


def _close_to_others(path: Path, mode: int) -> None:
    # Another user's file, or one that went meanwhile: the engine says what it cannot open, better than we could.
    with suppress(OSError):
        if path.stat().st_mode & 0o777 != mode:
            path.chmod(mode)
