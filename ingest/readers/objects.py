"""JSON documents with a list of objects in them, and JSON lines."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from graph.errors import SourceError
from ingest.readers.decoding import decode
from ingest.readers.reading import Reading
from ingest.row import Problem, Row, Verdict


def read(path: Path, reading: Reading) -> Iterator[Row]:
    """The objects of the list at `path` in the document."""
    lines, _ = decode(path, reading.encoding)
    try:
        found: Any = json.loads("".join(lines))
    except json.JSONDecodeError as broken:
        raise SourceError(
            f"{path.name} line {broken.lineno} is no JSON ({broken.msg})", "Ask its supplier to export it again"
        ) from broken
    for step in filter(None, (reading.path or "").split(".")):
        if not isinstance(found, dict) or step not in found:
            raise SourceError(
                f"{path.name} has no {reading.path!r}", f"Correct `path` in its mapping; the top level has {_top(found)}"
            )
        found = found[step]
    if not isinstance(found, list):
        raise SourceError(f"{path.name} holds no list at {reading.path or 'its top level'}", "Correct `path` in its mapping")
    for index, item in enumerate(found):
        yield _row(item, f"index:{index}", None)


def read_lines(path: Path, reading: Reading) -> Iterator[Row]:
    """One object a line; a line that is no JSON is marked for quarantine."""
    lines, _ = decode(path, reading.encoding)
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            item = json.loads(line)
        except json.JSONDecodeError as broken:
            item = _broken(line, broken.msg)
        yield _row(item, f"line:{number}", number)


def _row(item: Any, position: str, line: int | None) -> Row:
    if isinstance(item, Problem):
        return Row({}, position, line, (item,))
    if not isinstance(item, dict):
        return Row({}, position, line, (_broken(str(item), "not an object"),))
    return Row(item, position, line)


def _broken(value: str, why: str) -> Problem:
    return Problem(
        "not_an_object", None, value.strip(), f"not a JSON object ({why})", "Send the object again", Verdict.QUARANTINE
    )


def _top(found: Any) -> str:
    return ", ".join(map(str, found)) if isinstance(found, dict) else f"a {type(found).__name__}"
