"""The list of objects at a path of a JSON text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.errors import SourceError
from ingest.readers.json_scan import Scanner

WHOLE = "."
"""The path of a document that is one object and one row."""
DEEPEST_LIST = 3
"""So deep is looked for lists of objects."""


@dataclass(frozen=True)
class Piece:
    """One value of a list, as it is written."""

    text: str
    position: str
    """`index:8`; in the third of several lists `index:2/8`."""
    line: int
    depth: int
    """How deep it nests."""


def pieces(scanner: Scanner, path: str | None) -> Iterator[Piece]:
    """The values of the list at a path; of each list, where the path leads through a list.

    Raises SourceError where the text is no JSON, is cut off, or has no list there.
    """
    opening = scanner.peek()
    if opening not in ("[", "{"):
        begins = f"it begins with {opening!r}" if opening else "it is empty"
        raise SourceError(
            f"{scanner.name} is no JSON ({begins})", "Say its own format in its mapping, or ask its sender for JSON"
        )
    if path == WHOLE:
        yield _piece(scanner, "index:0")
    else:
        yield from _below(scanner, [step for step in (path or "").split(".") if step], path, "index:")
    if scanner.peek():
        raise scanner.broken("something stands behind its end; if it has an object a line, say `format: jsonl`")


def lists_in(scanner: Scanner) -> list[str]:
    """The paths of the lists of objects in the text, longest first; `.` before them where it is itself one thing.

    A page of a feed has a list and numbers about the page; a thing has an `id`, and lists that are parts of it.
    """
    found: dict[str, int] = {}
    _survey(scanner, (), found)
    whole = [WHOLE] if WHOLE in found or not found else []
    return [*whole, *sorted(found.keys() - {WHOLE}, key=lambda path: (-found[path], path))]


def _below(scanner: Scanner, steps: list[str], path: str | None, index: str) -> Iterator[Piece]:
    opening = scanner.peek()
    if opening == "[":
        for number in scanner.indexes():
            if steps:
                yield from _below(scanner, steps, path, f"{index}{number}/")
            else:
                yield _piece(scanner, f"{index}{number}")
    elif opening == "{" and steps:
        yield from _inside(scanner, steps, path, index)
    else:
        scanner.skip()
        where = f"at {path}" if path else "at its top level"
        cure = "Say with `path` where its list of objects is; a document that is one row has `path: .`"
        raise SourceError(f"{scanner.name} holds no list {where}", cure)


def _inside(scanner: Scanner, steps: list[str], path: str | None, index: str) -> Iterator[Piece]:
    """The pieces below one key of the object that begins here."""
    seen: list[str] = []
    found = False
    for key in scanner.members():
        # A key may have dots of its own: `services.csv`.
        taken = next((n for n in range(len(steps), 0, -1) if ".".join(steps[:n]) == key), 0)
        if not taken:
            scanner.skip()
        elif key in seen:
            raise scanner.broken(f"an object has {key!r} twice")
        else:
            found = True
            yield from _below(scanner, steps[taken:], path, index)
        if len(seen) < 100:
            seen.append(key)
    if not found and not index.endswith("/"):
        held = ", ".join(seen[:20]) or "nothing"
        raise SourceError(f"{scanner.name} has no {path!r}", f"Correct `path` in its mapping; that level has {held}")


def _piece(scanner: Scanner, position: str) -> Piece:
    scanner.peek()
    line = scanner.here()
    text, depth = scanner.value()
    return Piece(text, position, line, depth)


def _survey(scanner: Scanner, path: Sequence[str], found: dict[str, int]) -> None:
    opening = scanner.peek()
    if opening == "[":
        first, length = "", 0
        for number in scanner.indexes():
            first = first or scanner.peek()
            scanner.skip()
            length = number + 1
        if first == "{":
            found[".".join(path)] = length
    elif opening == "{" and len(path) < DEEPEST_LIST:
        for key in scanner.members():
            if key == "id" and not path:
                found[WHOLE] = 1
            _survey(scanner, (*path, key), found)
    else:
        scanner.skip()
