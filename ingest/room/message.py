"""E-mails, as .eml and as Outlook's .msg: their heads, their words, and what is attached."""

import email
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import policy
from email.message import EmailMessage, Message
from email.utils import format_datetime
from typing import Any

import oxmsg

from graph.errors import SourceError
from ingest import limits
from ingest.readers.decoding import blocks_of
from ingest.readers.encoding import encoding_of
from ingest.room import web

SENDER_NAME, SENDER_SMTP, SENDER_ADDRESS = 0x0C1A, 0x5D01, 0x0C1F
"""Properties of a message by their tags (MS-OXPROPS)."""
HEAD_END = re.compile(rb"\r?\n\r?\n")
HEADS = ("From", "To", "Cc", "Subject", "Date")


@dataclass
class Mail:
    """One message: its text with the heads above it, and its attachments by name."""

    text: str
    attached: list[tuple[str, bytes]] = field(default_factory=list)


def eml(name: str, data: bytes) -> Mail:
    """A message as it was sent."""
    if not HEAD_END.search(data, 0, limits.HEAD.most) and len(data) > limits.HEAD.most:
        raise limits.HEAD.refusal(name)
    message = email.message_from_bytes(data, policy=policy.default)
    assert isinstance(message, EmailMessage)
    heads = [f"{head}: {str(message[head]).replace(chr(34), '')}" for head in HEADS if message[head]]
    body = message.get_body(preferencelist=("plain", "html"))
    text = _words(name, body) if body else ""
    return Mail("\n".join([*heads, "", text]), list(_attached(message)))


def _words(name: str, part: Message) -> str:
    """The words of a part of a message, in whatever encoding it says or is in."""
    data = part.get_payload(decode=True)
    assert isinstance(data, bytes)
    said = part.get_content_charset()
    try:
        text = data.decode(said or "ascii")
    except (UnicodeDecodeError, LookupError):
        text = "".join(blocks_of(data, encoding_of(data, None, name), name))
    return web.text_of(name, text.encode()) if part.get_content_subtype() == "html" and text.strip() else text


def _attached(message: EmailMessage) -> Iterator[tuple[str, bytes]]:
    """What is attached; pictures that stand within the text are no attachments."""
    if not message.is_multipart():
        return
    for number, part in enumerate(message.iter_attachments(), 1):
        name = part.get_filename() or f"attachment {number}"
        if part.get_content_type() == "message/rfc822":
            inner = part.get_payload(0)
            yield f"{name.removesuffix('.eml')}.eml", inner.as_bytes() if isinstance(inner, Message) else b""
        elif not (part.get_content_maintype() == "image" and part.get_content_disposition() != "attachment"):
            data = part.get_payload(decode=True)
            yield name, data if isinstance(data, bytes) else b""


def msg(name: str, data: bytes) -> Mail:
    """A message as Outlook saves it."""
    try:
        message = oxmsg.Message.load(io.BytesIO(data))
        return Mail(_outlook_text(name, message), list(_outlook_attached(message)))
    except (ValueError, KeyError, IndexError, AssertionError, AttributeError, OSError, TypeError) as broken:
        raise SourceError(f"{name} is a damaged Outlook message", "Open it in Outlook and save it again") from broken


def _outlook_text(name: str, message: oxmsg.Message) -> str:
    to = ", ".join(filter(None, (one.name or one.email_address for one in message.recipients)))
    sent = format_datetime(message.sent_date) if message.sent_date else None
    said: dict[str, Any] = {"From": _outlook_sender(message), "To": to, "Subject": message.subject, "Date": sent}
    heads = [f"{head}: {str(value).replace(chr(34), '')}" for head, value in said.items() if value]
    body = message.body or (web.text_of(name, message.html_body.encode()) if message.html_body else "")
    if not body.strip():
        raise SourceError(f"{name} has no text that can be read", "Open it in Outlook and save it as .eml or .txt")
    return "\n".join([*heads, "", body])


def _outlook_sender(message: oxmsg.Message) -> str | None:
    """Name and address; within an organisation Outlook writes a directory path where the address should be."""
    name, smtp, address = (message.properties.str_prop_value(tag) for tag in (SENDER_NAME, SENDER_SMTP, SENDER_ADDRESS))
    address = smtp or (address if address and "@" in address else None)
    told = " ".join(filter(None, (name, f"<{address}>" if address else None)))
    return told or message.sender


def _outlook_attached(message: oxmsg.Message) -> Iterator[tuple[str, bytes]]:
    for number, one in enumerate(message.attachments, 1):
        data = one.file_bytes if one.attached_by_value else None
        if data and not (one.mime_type or "").startswith("image/"):
            yield one.file_name or f"attachment {number}", data
