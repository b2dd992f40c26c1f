"""The files in a folder or an archive, one by one, none of them from outside it."""

import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from zipfile import ZipFile, ZipInfo

from graph.errors import SourceError
from ingest import limits
from ingest.readers import archive
from ingest.readers.kinds import Kind, kind_of

CLUTTER = {"__macosx", "thumbs.db", "desktop.ini"}
"""What file managers leave behind, beside whatever begins with a dot or, as Office's locks do, with `~$`."""
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""What a file name must not do to the terminal or page that shows it."""
UNSAFE = re.compile(r"[^\w. -]")


@dataclass(frozen=True)
class Member:
    """One file of a folder or an archive, there to be read until the next is asked for."""

    name: str
    """Where it stands in the folder or archive, with slashes."""
    path: Path
    refused: SourceError | None = None
    """Why it is not read."""


def members(path: Path, kind: Kind, pattern: str | None = None) -> Iterator[Member]:
    """The files whose names fit the pattern, in order of their names; of archives within, those in them.

    Raises SourceError for an archive that names files outside itself, or is too large or nested too deep.
    """
    found = _in_folder(path) if kind is Kind.FOLDER else _in_archive(path, "", _Budget(path.name), 1)
    return (member for member in found if pattern is None or fnmatch(member.name, pattern))


@dataclass
class _Budget:
    """What archives in archives may unpack to together."""

    name: str
    """The outermost archive, which messages name."""
    left: int = limits.UNPACKED.most
    files: int = limits.MEMBERS.most

    def spend(self, size: int) -> None:
        """Raises SourceError where it is more than is left."""
        self.left -= size
        self.files -= 1
        if self.left < 0:
            raise limits.UNPACKED.refusal(self.name)
        if self.files < 0:
            raise limits.MEMBERS.refusal(self.name)


def _in_folder(folder: Path) -> Iterator[Member]:
    within = folder.resolve()
    for path in _walked(folder):
        name = path.relative_to(folder).as_posix()
        if not path.resolve().is_relative_to(within):
            out = SourceError(f"{name} is a link that leads out of {folder.name}", "Put the file itself there")
            yield Member(name, path, out)
        elif path.is_file():
            yield from _opened_up(name, path, _Budget(name), 0)


def _walked(folder: Path) -> list[Path]:
    """Every file below a folder, and every link; links are not followed."""
    found: list[Path] = []
    for here, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not is_clutter(name)]
        links = [name for name in folders if (Path(here) / name).is_symlink()]
        found += [Path(here) / name for name in (*files, *links) if not is_clutter(name)]
        if len(found) > limits.FILES.most:
            raise limits.FILES.refusal(folder.name)
    return sorted(found, key=lambda path: path.relative_to(folder).as_posix())


def _opened_up(name: str, path: Path, budget: _Budget, depth: int) -> Iterator[Member]:
    """The file, or what is in it where it is an archive; one that cannot be looked into is told, not hidden."""
    try:
        kind = kind_of(path)
    except SourceError as broken:
        yield Member(name, path, broken)
        return
    if kind is Kind.ZIP:
        yield from _in_archive(path, f"{name}/", budget, depth + 1)
    else:
        yield Member(name, path)


def _in_archive(path: Path, above: str, budget: _Budget, depth: int) -> Iterator[Member]:
    name = above.rstrip("/") or budget.name
    if depth > limits.NESTING.most:
        raise limits.NESTING.refusal(budget.name)
    with archive.opened(path, name) as found, TemporaryDirectory(prefix="kith-") as folder:
        infos = sorted((info for info in found.infolist() if not info.is_dir()), key=lambda info: info.filename)
        for info in infos:
            _refuse_outside(info, name)
        for info in infos:
            inner = above + CONTROL.sub("_", info.filename)
            if not any(is_clutter(part) for part in PurePosixPath(info.filename).parts):
                budget.spend(info.file_size)
                with _unpacked(found, info, Path(folder)) as unpacked:
                    yield from _opened_up(inner, unpacked, budget, depth)


@contextmanager
def _unpacked(found: ZipFile, info: ZipInfo, folder: Path) -> Iterator[Path]:
    """A file of an archive under a name of our own, for as long as it is looked at."""
    last = UNSAFE.sub("_", PurePosixPath(info.filename).name).lstrip(".")
    path = folder / (last[-100:] or "file")
    with path.open("wb") as out:
        for block in archive.unpacked(found, info):
            try:
                out.write(block)
            except OSError as full:
                what = f"{info.filename[:80]!r} cannot be unpacked ({full.strerror})"
                raise SourceError(what, "Make room where temporary files go, or set TMPDIR to where there is room") from full
    try:
        yield path
    finally:
        path.unlink()


def _refuse_outside(info: ZipInfo, name: str) -> None:
    """An archive that wants a file put outside, or links there, was made to do harm."""
    parts = re.split(r"[/\\]", info.orig_filename)
    outside = ".." in parts or info.orig_filename.startswith(("/", "\\")) or re.match(r"[A-Za-z]:", info.orig_filename)
    if outside or stat.S_ISLNK(info.external_attr >> 16):
        what = "holds a link" if not outside else "names a file outside itself"
        raise SourceError(f"{name} {what} ({info.orig_filename[:80]!r})", "Ask its sender to pack the files alone")


def is_clutter(name: str) -> bool:
    """Whether a file is nobody's work.

    >>> [is_clutter(name) for name in (".DS_Store", "~$minutes.docx", "Thumbs.db", "minutes.docx")]
    [True, True, True, False]
    """
    return name.startswith((".", "~$")) or name.lower() in CLUTTER


def is_remark(name: str) -> bool:
    """Whether a text beside tables tells of them: `readme.txt`, `LICENCE`, `notes.md`."""
    last = name.rsplit("/", 1)[-1].lower()
    return last.startswith(("readme", "licen")) or last.endswith(".md")
