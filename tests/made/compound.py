"""Compound files (MS-CFB), in which Office kept everything before 2007 and Outlook keeps its messages."""

import struct
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path

SECTOR, MINI, CUTOFF = 512, 64, 4096
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def write(path: Path, streams: Mapping[str, bytes]) -> Path:
    """A compound file with these streams; a slash puts a stream into a storage."""
    path.write_bytes(compound(streams))
    return path


def compound(streams: Mapping[str, bytes]) -> bytes:
    """Its bytes."""
    entries = _entries(streams)
    sectors: list[bytes] = []
    fat: list[int] = []
    mini, minifat = b"", []
    for entry in entries[1:]:
        data = entry["data"]
        if isinstance(data, bytes) and len(data) >= CUTOFF:
            entry["start"] = _chain(sectors, fat, data)
        elif isinstance(data, bytes) and data:
            entry["start"] = len(minifat)
            count = -(-len(data) // MINI)
            minifat += [*range(len(minifat) + 1, len(minifat) + count), END]
            mini += data.ljust(count * MINI, b"\0")
    entries[0]["start"], entries[0]["data"] = (_chain(sectors, fat, mini) if mini else END), mini
    minifat_at = _chain(sectors, fat, struct.pack(f"<{len(minifat)}L", *minifat), b"\xff") if minifat else END
    directory_at = _chain(sectors, fat, b"".join(map(_packed, entries)))
    count = 1
    while (len(fat) + count) * 4 > count * SECTOR:
        count += 1
    fat_at = len(fat)
    fat += [FAT] * count
    sectors += [b"".join(struct.pack("<L", number) for number in fat).ljust(count * SECTOR, b"\xff")]
    head = struct.pack(
        "<8s16sHHHHH6sLLLLLLLLLL", MAGIC, b"", 0x3E, 3, 0xFFFE, 9, 6, b"", 0, count, directory_at, 0, CUTOFF,
        minifat_at, -(-len(minifat) * 4 // SECTOR), END, 0, fat_at,
    )  # fmt: skip
    rest = [*range(fat_at + 1, fat_at + count), *[FREE] * (109 - count)]
    return head + struct.pack("<108L", *rest[:108]) + b"".join(sectors)


def _chain(sectors: list[bytes], fat: list[int], data: bytes, pad: bytes = b"\0") -> int:
    """Put data into sectors of its own; the number of the first."""
    first, count = len(fat), -(-len(data) // SECTOR)
    sectors.append(data.ljust(count * SECTOR, pad))
    fat += [*range(first + 1, first + count), END]
    return first


def _entries(streams: Mapping[str, bytes]) -> list[dict[str, object]]:
    """The directory: root, storages and streams, the parts of each in a chain to the right."""
    paths = dict.fromkeys(p for name in streams for p in [*_above(name), name])
    entries: list[dict[str, object]] = [{"path": "", "data": b"", "kind": 5}]
    entries += [{"path": path, "data": streams.get(path), "kind": 2 if path in streams else 1} for path in paths]
    for parent in entries:
        inside = [i for i, e in enumerate(entries) if i and _parent(str(e["path"])) == parent["path"]]
        inside.sort(key=lambda i: (len(str(entries[i]["path"]).rsplit("/", 1)[-1]), str(entries[i]["path"]).upper()))
        if parent["kind"] != 2 and inside:
            parent["child"] = inside[0]
            for one, following in pairwise(inside):
                entries[one]["right"] = following
    return entries


def _above(name: str) -> list[str]:
    parts = name.split("/")[:-1]
    return ["/".join(parts[: n + 1]) for n in range(len(parts))]


def _parent(path: str) -> str:
    return path.rsplit("/", 1)[0] if "/" in path else ""


def _packed(entry: dict[str, object]) -> bytes:
    name = (str(entry["path"]).rsplit("/", 1)[-1] or "Root Entry").encode("utf-16-le") + b"\0\0"
    data = entry["data"]
    return struct.pack(
        "<64sHBBLLL16sLQQLQ", name, len(name), entry["kind"], 1, FREE, entry.get("right", FREE), entry.get("child", FREE),
        b"", 0, 0, 0, entry.get("start", 0 if entry["kind"] == 1 else END), len(data) if isinstance(data, bytes) else 0,
    )  # fmt: skip
