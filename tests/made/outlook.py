"""Outlook messages (MS-OXMSG) as Outlook saves them."""

import struct
from datetime import UTC, datetime
from pathlib import Path

from tests.made.compound import compound

EPOCH = datetime(1601, 1, 1, tzinfo=UTC)


def write(path: Path, subject: str, sender: str, to: str, sent: datetime, body: str, **attached: bytes) -> Path:
    """A message; attachments by name, `_` standing for the dot."""
    texts = {0x001A: "IPM.Note", 0x0037: subject, 0x0C1A: sender, 0x1000: body}
    ticks = int((sent.astimezone(UTC) - EPOCH).total_seconds() * 10_000_000)
    head = struct.pack("<8sLLLL8s", b"", 1, len(attached), 1, len(attached), b"")
    streams = _storage("", texts, head, struct.pack("<HHLQ", 0x0040, 0x0039, 6, ticks))
    streams |= _storage("__recip_version1.0_#00000000/", {0x3001: to}, b"\0" * 8, b"")
    for number, (name, data) in enumerate(attached.items()):
        folder = f"__attach_version1.0_#{number:08X}/"
        method = struct.pack("<HHLLL", 0x0003, 0x3705, 6, 1, 0)
        binary = struct.pack("<HHLLL", 0x0102, 0x3701, 6, len(data), 0)
        streams |= _storage(folder, {0x3707: name.replace("_", ".")}, b"\0" * 8, method + binary)
        streams[f"{folder}__substg1.0_37010102"] = data
    path.write_bytes(compound(streams))
    return path


def _storage(folder: str, texts: dict[int, str], head: bytes, fixed: bytes) -> dict[str, bytes]:
    streams = {f"{folder}__substg1.0_{tag:04X}001F": text.encode("utf-16-le") for tag, text in texts.items()}
    sized = b"".join(struct.pack("<HHLLL", 0x001F, tag, 6, len(text.encode("utf-16-le")) + 2, 0) for tag, text in texts.items())
    return {**streams, f"{folder}__properties_version1.0": head + fixed + sized}
