"""Open Referral as it is published: a page of a feed, a list, one object, a package of tables, or a harvested feed."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from graph.errors import SourceError
from ingest.readers import feed_folder, objects, package
from ingest.readers.depth import too_deep
from ingest.readers.reading import Reading
from ingest.row import Row

ENVELOPES = ("contents", "content")
"""Where a page keeps its objects: in version 3, and in 1.x."""
HEAD = 65_536


def read(path: Path, reading: Reading) -> Iterator[Row]:
    """The objects of a file or folder, whichever of the published forms it has.

    Raises SourceError for a file of none of them.
    """
    if feed_folder.is_feed(path):
        return _pages(path)
    if path.is_dir() or path.suffix.lower() == ".zip":
        return package.read(path, reading)
    return _document(path, reading)


def page_objects(found: Any) -> list[Any] | None:
    """The objects of a page, of 3.0 or 1.x, or of a bare list; None for anything else."""
    if isinstance(found, dict):
        found = next((found[name] for name in ENVELOPES if name in found), None)
    return found if isinstance(found, list) else None


def _pages(folder: Path) -> Iterator[Row]:
    """Every object of a harvested feed as it last was: the latest harvest first, so that it counts."""
    seen: set[str] = set()
    for page in feed_folder.pages(folder):
        rows = list(objects.read(page, Reading(format="json")))
        for row in rows:
            known = str(row.values.get("id") or "")
            if not known or known not in seen:
                seen.add(known)
                yield Row(row.values, f"{page.stem}:{row.position}", None, row.problems)


def _document(path: Path, reading: Reading) -> Iterator[Row]:
    first, keys = _head(path)
    if first == "[":
        return objects.read(path, reading.model_copy(update={"path": None}))
    envelope = next((name for name in ENVELOPES if name in keys), None)
    if envelope:
        return objects.read(path, reading.model_copy(update={"path": envelope}))
    if any(key.endswith(".csv") for key in keys):
        return package.assemble(_load(path), reading)
    return iter([Row(_load(path), "index:0")])


def _load(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_bytes())
    except (ValueError, RecursionError) as broken:
        raise SourceError(f"{path.name} is no JSON ({broken})", "Ask its supplier to export it again") from broken
    if not isinstance(found, dict) or too_deep(found):
        raise SourceError(f"{path.name} is no object, list or page of Open Referral", "Check what was exported")
    return found


def _head(path: Path) -> tuple[str, list[str]]:
    """The first mark of a JSON document and the names at its top, as far as its beginning tells them."""
    try:
        with path.open("rb") as opened:
            text = opened.read(HEAD).decode("utf-8-sig", errors="replace").lstrip()
    except OSError as missing:
        raise SourceError(f"{path} cannot be read ({missing.strerror})", "Check the path in place.yaml") from missing
    return text[:1], list(_names(text))


def _names(text: str) -> Iterator[str]:
    """The names in the outermost object of the beginning of a document.

    >>> list(_names('{"total": 2, "contents": [{"id": "a, \\\\"b"}], "last": true}'))
    ['total', 'contents', 'last']
    """
    depth, at = 0, 0
    while at < len(text):
        mark = text[at]
        if mark == '"':
            end = at + 1
            while end < len(text) and text[end] != '"':
                end += 2 if text[end] == "\\" else 1
            if depth == 1 and text[end + 1 :].lstrip()[:1] == ":":
                yield text[at + 1 : end]
            at = end
        elif mark in "{[":
            depth += 1
        elif mark in "}]":
            depth -= 1
        at += 1
