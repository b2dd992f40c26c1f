"""Case notes, minutes and e-mails: one note, one row with its words."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from graph.errors import SourceError
from ingest.readers.kinds import Kind, kind_of
from ingest.readers.members import Member, members
from ingest.readers.reading import Reading
from ingest.room.keeper import ask
from ingest.row import Problem, Row, Verdict


def read(path: Path, reading: Reading) -> Iterator[Row]:
    """The note, or every note of a folder or archive, and behind a message the notes attached to it.

    A note's key is its file's name without the ending, with the folders it is in; of an attachment, the
    message's and its own name. One that cannot be read is marked for quarantine.
    """
    for key, member in _keyed(path, reading):
        yield from _rows(key, member, reading)


def text_of(path: Path, reading: Reading | None = None) -> str:
    """The words of a note, heads of an e-mail included, what is attached left out.

    Raises SourceError for a file that is no note or cannot be read.
    """
    if kind_of(path) is Kind.EMPTY:
        raise SourceError(f"{path.name} is empty", "Ask its sender to save it again")
    note, *_ = _parts(path, path.name, reading)
    return str(note["text"])


def _keyed(path: Path, reading: Reading) -> Iterator[tuple[str, Member]]:
    try:
        kind = kind_of(path)
    except SourceError as broken:
        if not path.exists():
            raise
        yield path.stem, Member(path.name, path, broken)
        return
    if kind not in (Kind.FOLDER, Kind.ZIP):
        yield path.stem, Member(path.name, path)
        return
    # All are gone through before the first is read, so that an archive beyond the limits gives none.
    for _ in members(path, kind, reading.member):
        pass
    taken: set[str] = set()
    for member in members(path, kind, reading.member):
        short = PurePosixPath(member.name).with_suffix("").as_posix()
        key = member.name if short in taken else short
        taken.add(key)
        yield key, member


def _rows(key: str, member: Member, reading: Reading) -> Iterator[Row]:
    if member.refused is not None:
        yield _unreadable(key, member.refused.what, member.refused.cure)
        return
    try:
        for part in _parts(member.path, member.name, reading):
            own = f"{key}/{part['name']}" if part["name"] else key
            yield _unreadable(own, part["refused"], part["cure"]) if "refused" in part else _note(own, part)
    except SourceError as refused:
        yield _unreadable(key, refused.what, refused.cure)


def _parts(path: Path, name: str, reading: Reading | None) -> Iterator[Any]:
    return ask("note", name, str(path), reading.encoding if reading else None)


def _note(key: str, part: dict[str, Any]) -> Row:
    unread = ", ".join(map(str, part["unread"]))
    problem = Problem(
        "page_without_text",
        None,
        None,
        f"page {unread} is a picture without text",
        "Send it with its text recognised (OCR), or the document it was printed from",
    )
    return Row({"key": key, "text": part["text"]}, key, None, (problem,) if unread else ())


def _unreadable(key: str, what: str, cure: str) -> Row:
    return Row({"key": key, "text": ""}, key, None, (Problem("unreadable_note", None, None, what, cure, Verdict.QUARANTINE),))
