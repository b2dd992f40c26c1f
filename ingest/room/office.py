"""Office documents of today are archives of XML; whether one is safe to hand to the library that reads it."""

from graph.errors import SourceError
from ingest import limits
from ingest.readers import archive
from ingest.readers.blocks import Source

DECLARED = (b"<!doctype", "<!doctype".encode("utf-16-le"), "<!doctype".encode("utf-16-be"))
"""Where entities are declared, which office programs never do and only an attack needs."""
PROLOGUE = 1 << 16


def check(name: str, source: Source, most: limits.Limit = limits.UNPACKED) -> None:
    """Go through every part of the document.

    Raises SourceError where a part declares entities, is larger than it says, or all are larger than the limit.
    """
    with archive.opened(source, name) as found:
        members = found.infolist()
        if sum(member.file_size for member in members) > most.most:
            raise most.refusal(name)
        for member in members:
            first = b""
            for block in archive.unpacked(found, member):
                first = first or block[:PROLOGUE].lower()
            if any(mark in first for mark in DECLARED):
                raise SourceError(
                    f"{name} declares entities in its XML, which no office program does", "Save it again in the program it is of"
                )
