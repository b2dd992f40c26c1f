"""The areas and postcodes that a question's words name."""

import re
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz, process
from rapidfuzz.utils import default_process

from api.wording.slots import Taken
from api.wording.tokens import Token
from graph.store import Store

POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?(?:\s?\d[A-Z]{2})\b", re.I)
AREAS = "MATCH (a:Area) WHERE a.full_name IS NOT NULL RETURN a.uid AS uid, a.full_name AS full_name, a.kind AS kind ORDER BY uid"
BEFORE = {"in": "area", "across": "area", "within": "area", "around": "near", "near": "near", "by": "near", "of": "near"}
"""What the word before a place makes of it."""
LONGEST, ALIKE, SEVERAL = 5, 92, 3


def places(store: Store, text: str, words: Sequence[Token]) -> Iterator[Taken]:
    """Places that a text names: for `near` after near or around, else for `area`; of several by one name some."""
    if found := POSTCODE.search(text):
        yield Taken(found.start(), found.end(), "near", found.group().upper(), found.group(), f"near {found.group().upper()}")
    known: dict[str, list[tuple[str, str]]] = {}
    for row in store.read(AREAS):
        known.setdefault(default_process(row["full_name"]), []).append((row["uid"], _told(row["full_name"], row["kind"])))
    for stretch in _stretches(words):
        name = text[stretch[0].start : stretch[-1].end]
        if at := _of_a_name(name, known):
            before = next((word.text.lower() for word in reversed(words) if word.end <= stretch[0].start), "")
            parameter = BEFORE.get(before, "area")
            for uid, told in known[at][:SEVERAL]:
                yield Taken(
                    stretch[0].start, stretch[-1].end, parameter, uid, name, f"{'near' if parameter == 'near' else 'in'} {told}"
                )
            return


def _stretches(words: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """Up to five neighbouring words, the longest first, that begin and end with a word that carries meaning."""
    for length in range(min(LONGEST, len(words)), 0, -1):
        for start in range(len(words) - length + 1):
            stretch = words[start : start + length]
            if stretch[0].carries and stretch[-1].carries:
                yield stretch


def _of_a_name(words: str, known: dict[str, list[tuple[str, str]]]) -> str | None:
    """The name of an area that words are, but for a slip of the pen in a long one."""
    written = default_process(words)
    if written in known:
        return written
    if len(written) < 6:
        return None
    best = process.extractOne(written, known.keys(), scorer=fuzz.ratio, score_cutoff=ALIKE)
    return best[0] if best else None


def _told(full_name: str, kind: str | None) -> str:
    return f"{full_name} ({kind})" if kind else full_name
