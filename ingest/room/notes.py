"""Notes of every form: their words, and those of the notes attached to them."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from striprtf.striprtf import rtf_to_text

from graph.errors import SourceError
from ingest import limits
from ingest.readers.decoding import blocks_of
from ingest.readers.encoding import encoding_of
from ingest.readers.kinds import Kind
from ingest.room import document, message, portable, web
from ingest.room.containers import kind_within

MAIL_HEADS = ("from:", "to:", "received:", "return-path:", "mime-version:", "message-id:", "date:", "subject:", "delivered-to:")
CURES = {
    Kind.DOC: "Save it as .docx",
    Kind.ENCRYPTED: "Save it without a password",
    Kind.PPTX: "Save its words as .docx or .pdf",
    Kind.EMPTY: "Ask its sender to save it again",
    Kind.IMAGE: "Send its words: a picture is not read",
    Kind.ZIP: "Unpack it and send the files in it",
    Kind.ARCHIVE: "Send it as a zip, or unpacked",
}
CURE = "Send it as .docx, .pdf, .eml, .msg, .rtf, .txt or .md; a table with a mapping of its own"


def read(name: str, path: str, encoding: str | None) -> Iterator[Any]:
    """The note, then each note attached to it, as {name, text, unread} or {name, refused, cure}.

    A note has no name of its own here; `unread` are the pages that are pictures without words.
    """
    if Path(path).stat().st_size > limits.DOCUMENT.most:
        raise limits.DOCUMENT.refusal(name)
    yield from _parts(name, Path(path).read_bytes(), encoding, "", 0)


def _parts(name: str, data: bytes, encoding: str | None, part: str, depth: int) -> Iterator[Any]:
    kind = kind_within(name, data)
    attached: list[tuple[str, bytes]] = []
    unread: list[int] = []
    if kind is Kind.MSG or _is_mail(kind, name, data):
        mail = message.msg(name, data) if kind is Kind.MSG else message.eml(name, data)
        text, attached = mail.text, mail.attached
    elif kind is Kind.PDF:
        text, unread = portable.text_of(name, data)
    else:
        text = _words(name, kind, data, encoding)
    if len(text) > limits.NOTE.most:
        raise limits.NOTE.refusal(name)
    if not text.strip():
        raise SourceError(f"{name} holds no words", "Ask its sender to save it again")
    yield {"name": part, "text": text.replace("\0", ""), "unread": unread}
    yield from _attached(attached, part, depth)


def _attached(attached: list[tuple[str, bytes]], part: str, depth: int) -> Iterator[Any]:
    """What hangs on a message; what cannot be read there does not take the message with it."""
    if len(attached) > limits.ATTACHED.most:
        refused = limits.ATTACHED.refusal("the message")
        yield {"name": f"{part}/attachments".lstrip("/"), "refused": refused.what, "cure": refused.cure}
        return
    for name, data in attached:
        inner = f"{part}/{name}".lstrip("/")
        try:
            if depth >= limits.NESTING.most:
                raise limits.NESTING.refusal(name)
            yield from list(_parts(name, data, None, inner, depth + 1))
        except SourceError as refused:
            yield {"name": inner, "refused": refused.what, "cure": refused.cure}


def _words(name: str, kind: Kind, data: bytes, encoding: str | None) -> str:
    readers: dict[Kind, Callable[[str, bytes], str]] = {
        Kind.DOCX: document.word,
        Kind.ODT: document.open_document,
        Kind.HTML: web.text_of,
        Kind.RTF: _rich,
    }
    if kind in readers:
        return readers[kind](name, data)
    if kind in (Kind.TEXT, Kind.JSON, Kind.XML) and not name.lower().endswith((".csv", ".json", ".xml", ".xls", ".xlsx")):
        return "".join(blocks_of(data, encoding_of(data, encoding, name), name))
    what = "a table or data file" if kind in (Kind.TEXT, Kind.JSON, Kind.XML) else kind.value
    raise SourceError(f"{name} is {what}, not a note", CURES.get(kind, CURE))


def _rich(name: str, data: bytes) -> str:
    return str(rtf_to_text(data.decode("cp1252", errors="replace"), errors="replace"))


def _is_mail(kind: Kind, name: str, data: bytes) -> bool:
    """Whether a text is an e-mail: it is called so, or two of its first lines are heads of mail."""
    if kind not in (Kind.TEXT, Kind.HTML):
        return False
    first = data[:2000].decode("latin-1").lower().splitlines()[:10]
    technical = any(line.startswith(("received:", "mime-version:", "message-id:", "return-path:")) for line in first)
    return name.lower().endswith(".eml") or (technical and sum(line.startswith(MAIL_HEADS) for line in first) > 2)
