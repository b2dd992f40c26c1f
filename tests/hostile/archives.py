"""Archives that unpack without end, name files outside themselves or lie about what they hold."""

import io
import struct
import zipfile
from collections.abc import Iterable
from pathlib import Path
from random import Random

from tests.hostile.case import case

MIB = 1 << 20


def zipped(members: Iterable[tuple[str, bytes]], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """An archive of these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method, compresslevel=9 if method == zipfile.ZIP_DEFLATED else None) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return out.getvalue()


def flat(size: int) -> bytes:
    """A text that packs a thousand times smaller."""
    return (b"a" * 79 + b"\n") * (size // 80)


def long_archive(name: str, size: int) -> bytes:
    """An archive of one file of this size, made without having it in memory."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive, archive.open(name, "w") as member:
        for _ in range(size // MIB):
            member.write(b" " * MIB)
    return out.getvalue()


@case("bomb.zip", "zip bomb: 1 GiB in 1 MiB", "note", "unpacks to over 512 MiB, which is the limit")
def bomb(path: Path, large: bool) -> None:
    """Sixteen files of 64 MiB each."""
    one = flat(64 * MIB)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for number in range(16):
            archive.writestr(f"n{number}.txt", one)


@case("tight.zip", "zip bomb below the size limit: 100 MiB in 100 KiB", "csv", "unpacks to over 200 times its size")
def tight(path: Path, large: bool) -> None:
    """Under the limit in size, over that in ratio."""
    path.write_bytes(zipped([("a.csv", flat(100 * MIB))]))


@case("liar.zip", "zip whose directory says 100 bytes for a file of 1 GiB", "csv", "is a damaged archive")
def liar(path: Path, large: bool) -> None:
    """The sizes in both heads say 100; what is packed goes on."""
    path.write_bytes(lied(long_archive("a.csv", 1024 * MIB), 100))


def lied(packed: bytes, size: int) -> bytes:
    """The archive of one file, saying another size."""
    data = bytearray(packed)
    struct.pack_into("<L", data, 22, size)
    data[6] &= ~8
    struct.pack_into("<L", data, data.rfind(b"PK\x01\x02") + 24, size)
    return bytes(data)


@case("nested.zip", "zip in a zip in a zip in a zip", "note", "holds archives or messages over 2 deep")
def nested(path: Path, large: bool) -> None:
    """Four deep."""
    data = zipped([("note.txt", b"Saw Ann today.")])
    for depth in range(3):
        data = zipped([(f"{depth}.zip", data)])
    path.write_bytes(data)


@case("many.zip", "zip of 400 zips that unpack to 3 MiB each", "note", "unpacks to over 512 MiB")
def many(path: Path, large: bool) -> None:
    """Each is small; together they are not."""
    inner = zipped([("note.txt", flat(3 * MIB))])
    path.write_bytes(zipped(((f"{n}.zip", inner) for n in range(400)), zipfile.ZIP_STORED))


@case("crowd.zip", "zip of 60,000 empty files", "note", "holds over 10,000 files")
def crowd(path: Path, large: bool) -> None:
    """A directory that is large itself."""
    path.write_bytes(zipped(((f"{n:06}.txt", b"") for n in range(60_000)), zipfile.ZIP_STORED))


@case("slip.zip", "zip slip: ../../ in a name", "note", "names a file outside itself")
def slip(path: Path, large: bool) -> None:
    """A path that climbs."""
    path.write_bytes(zipped([("note.txt", b"x"), ("../../../../tmp/kith-slipped.txt", b"Saw Ann.")]))


@case("absolute.zip", "zip slip: an absolute name", "csv", "names a file outside itself")
def absolute(path: Path, large: bool) -> None:
    """A path from the root."""
    path.write_bytes(zipped([("/tmp/kith-slipped.csv", b"a,b\n1,2\n")]))


@case("windows.zip", "zip slip: a drive and backslashes", "note", "names a file outside itself")
def windows(path: Path, large: bool) -> None:
    """A path of Windows."""
    path.write_bytes(zipped([("C:\\Windows\\note.txt", b"Saw Ann.")]))


@case("linked.zip", "zip with a symbolic link to /etc/passwd", "note", "holds a link")
def linked(path: Path, large: bool) -> None:
    """A link in the way Unix zips keep them."""
    info = zipfile.ZipInfo("note.txt")
    info.create_system, info.external_attr = 3, 0o120777 << 16
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(info, "/etc/passwd")


@case("locked.zip", "zip with a password", "csv", "is protected by a password")
def locked(path: Path, large: bool) -> None:
    """The mark of encryption set on its only file."""
    data = bytearray(zipped([("a.csv", b"a,b\n1,2\n")]))
    data[6] |= 1
    data[data.rfind(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)


@case("cut.zip", "zip cut off in the middle", "csv", "is cut off")
def cut(path: Path, large: bool) -> None:
    """No directory at its end."""
    path.write_bytes(zipped([("a.csv", Random(7).randbytes(10_000))])[:5_000])


@case("overlap.zip", "zip whose files are all the same bytes", "note", "unpacks to over 512 MiB|is a damaged archive")
def overlap(path: Path, large: bool) -> None:
    """A thousand entries of the directory point at one file of 1 MiB."""
    data = zipped([("a.txt", flat(MIB))])
    at = data.rfind(b"PK\x01\x02")
    entry, end = data[at : data.rfind(b"PK\x05\x06")], bytearray(data[data.rfind(b"PK\x05\x06") :])
    struct.pack_into("<HHL", end, 8, 1000, 1000, 1000 * len(entry))
    path.write_bytes(data[:at] + entry * 1000 + bytes(end))


@case("bomb.csv.gz", "gzip bomb called .csv", "csv", "is an archive that is no zip")
def gzipped(path: Path, large: bool) -> None:
    """Another packer."""
    import gzip

    path.write_bytes(gzip.compress(flat(100 * MIB)))
