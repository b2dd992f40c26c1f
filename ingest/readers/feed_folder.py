"""The folder a harvested feed lies in: whole harvests and what changed after them, page by page."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from graph.errors import SourceError

STATE = "harvest.json"


def is_feed(path: Path) -> bool:
    """Whether a path is the folder of a harvested feed."""
    return (path / STATE).is_file()


def state_of(folder: Path) -> dict[str, Any]:
    """What the folder says of itself.

    Raises SourceError where it cannot be read.
    """
    try:
        found: dict[str, Any] = json.loads((folder / STATE).read_text("utf-8"))
    except (OSError, json.JSONDecodeError) as broken:
        raise SourceError(f"{folder / STATE} cannot be read", "Delete the folder and harvest the feed again") from broken
    return found


def pages(folder: Path) -> Iterator[Path]:
    """The pages of the last harvest of everything and of all changes after it, the newest harvest first.

    Raises SourceError where no harvest came to its end: what the feed lacks could not be told from what was not reached.
    """
    state = state_of(folder)
    harvests = [name for name in (state.get("whole"), *state.get("since", [])) if name]
    if not harvests:
        raise SourceError(f"no harvest of {folder} has come to its end", "Run `kith harvest` again: it goes on where it stopped")
    for harvest in reversed(harvests):
        yield from sorted((folder / Path(harvest).name).glob("*.json"))
