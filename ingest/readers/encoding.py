"""Which encoding a text file is in, found in one pass over its bytes."""

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from graph.errors import SourceError
from ingest import limits
from ingest.readers.blocks import Source, blocks, stream_of

HEAD = 4096
WIDE = (b"\xff\xfe", b"\xfe\xff")
LEGACY_SHARE = 0.1
"""Above this share of lines that are no UTF-8 the whole file is taken to be in a legacy encoding."""
SAMPLE = 1 << 16
STRANGE = re.compile(
    r"[^\W\d_][^\w\s.,;:'’/()&\"\u3000-\u303f\uff00-\uffef-][^\W\d_]"
    r"|[a-zß-ÿа-я][A-ZÀ-ÝА-Я][a-zß-ÿа-я]|[À-ÿŒœŽžŠšŸƒ][0-9]|[\x80-\x9f\ufffd]|[^\W\d_][¹²³¼½¾ªº]"
    r"|[^\W\d_][‚„†‡ˆ‰‹¤¦¨¬¯¶¸¿¡¢¥§]|[\u00c0-\u024f]{3,}"
)
"""What words do not look like when they are read in the right encoding: a sign or a capital inside a word."""
IN_USE = (
    *("cp1252", "cp850", "mac_roman", "cp437", "cp1250", "iso8859_2", "cp1251", "cp1254", "cp1253", "cp1255", "cp1256"),
    *("cp1257", "cp932", "gb18030", "big5", "euc_jp", "euc_kr", "koi8_r"),
)
"""Encodings that office systems still export in; the first that reads as well as any other is taken."""
STRANGE_SHARE = 0.05
"""Above this share of strange places among the letters beyond ASCII, cp1252 is the wrong reading."""


@dataclass(frozen=True)
class Encoding:
    """A text file's encoding."""

    codec: str
    mixed: bool = False
    """Single lines are not in it: they are in cp1252, pasted in from elsewhere."""
    long: bool = False
    """A line is longer than the limit; only what is read line by line minds."""
    said: bool = False
    """The mapping says so, and what is not in it is an error."""


def encoding_of(source: Source, said: str | None = None, name: str = "") -> Encoding:
    """The encoding a mapping says, else UTF-8 or UTF-16, else what reads as words.

    Raises SourceError for an encoding there is none of.
    """
    if said:
        return Encoding(_known(said, name), said=True)
    with stream_of(source) as stream:
        wide = wide_encoding(stream.read(HEAD))
    return Encoding(wide) if wide else _narrow(source)


def wide_encoding(head: bytes) -> str | None:
    """UTF-16 or UTF-32, told by its mark, or by the NULs that Latin letters leave in it."""
    if head.startswith((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")):
        return "utf-32"
    if head.startswith(WIDE):
        return "utf-16"
    even, odd = head[0::2], head[1::2]
    if len(odd) < 4:
        return None
    if odd.count(0) > 0.4 * len(odd) and even.count(0) < 0.1 * len(even):
        return "utf-16-le"
    return "utf-16-be" if even.count(0) > 0.4 * len(even) and odd.count(0) < 0.1 * len(odd) else None


def _known(said: str, name: str) -> str:
    try:
        return codecs.lookup(said).name
    except LookupError as unknown:
        raise SourceError(
            f"the mapping of {name} names the encoding {said!r}, which there is none of",
            "Leave `encoding` out to have it detected",
        ) from unknown


def _narrow(source: Source) -> Encoding:
    """UTF-8, whole or with lines of another encoding in it, or a legacy encoding."""
    total, broken, long, sample = 0, 0, False, bytearray()
    for block in blocks(source):
        long = long or len(block) >= limits.LINE.most
        total += max(1, block.count(b"\n") or block.count(b"\r"))
        if _is_utf8(block):
            continue
        for line in block.splitlines():
            if not _is_utf8(line):
                broken += 1
                if len(sample) < SAMPLE:
                    sample += line[:SAMPLE] + b"\n"
    if broken > max(1, LEGACY_SHARE * total):
        return Encoding(legacy(bytes(sample)), long=long)
    return Encoding("utf-8-sig", mixed=broken > 0, long=long)


def legacy(sample: bytes) -> str:
    """The encoding of lines that are no UTF-8: cp1252, which agencies' exports are in, unless words look wrong in it.

    >>> legacy("Zoë paid £30 for the Sürenkök family’s café".encode("cp1252"))
    'cp1252'
    """
    if strangeness(sample, "cp1252") <= STRANGE_SHARE:
        return "cp1252"
    matches = from_bytes(sample, cp_isolation=list(IN_USE))
    # What several encodings read alike is listed under one of them.
    likely = {codec for match in matches for codec in (match.encoding, *match.could_be_from_charset)}
    return min(
        [codec for codec in IN_USE if codec in likely] or ["cp1252", "cp850"], key=lambda codec: strangeness(sample, codec)
    )


def strangeness(sample: bytes, codec: str) -> float:
    """How much of the text beyond ASCII looks like no word when it is read in an encoding; 0 is none."""
    try:
        text = sample.decode(codec)
    except UnicodeDecodeError:
        return 2.0
    beyond = sum(1 for letter in text if letter > "\x7f")
    return len(STRANGE.findall(text)) / beyond if beyond else 0.0


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
