"""Needs and areas as somebody who fills in a form means them: out of those that there are."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from rapidfuzz import process

from graph.errors import QuestionError
from ingest.cleaners.code_list import code_list, codes_told
from ingest.cleaners.names import folded

NEAREST = 8


def needs_meant(written: Iterable[str]) -> list[dict[str, str]]:
    """Needs by code, label or words that say one: each code once, with the words it was named by.

    Raises QuestionError where none is named, or one that there is not; its cure lists those there are.

    >>> needs_meant(["Food", "debt advice"])
    [{'code': 'debt_money', 'words': 'debt advice'}, {'code': 'food', 'words': 'Food'}]
    """
    parts = _parts(written)
    there = ", ".join(need["label"] for need in code_list("needs").values())
    if not parts:
        raise QuestionError("needs: nothing says what it helps with", f"Name one or more of: {there}")
    found: dict[str, str] = {}
    unknown = []
    for words in parts:
        codes = _codes(words)
        unknown += [] if codes else [repr(words[:60])]
        for code in codes:
            found.setdefault(code, words)
    if unknown:
        raise QuestionError(f"needs: there is no need {', '.join(unknown)}", f"Those there are: {there}")
    return [{"code": code, "words": words} for code, words in sorted(found.items())]


def areas_meant(written: Iterable[str], areas: Sequence[dict[str, Any]]) -> list[dict[str, str]]:
    """Areas by GSS code or name, out of those of the place (uid, full_name), each once.

    Raises QuestionError for one that is not among them, or whose name several have.
    """
    codes = {row["uid"] for row in areas}
    meant = {words: _area(words, codes, areas) for words in _parts(written)}
    return [{"code": code} for code in sorted(set(meant.values()))]


def _area(words: str, codes: set[str], areas: Sequence[dict[str, Any]]) -> str:
    if words.upper() in codes:
        return words.upper()
    named = [row["uid"] for row in areas if folded(row["full_name"] or "") == folded(words)]
    if len(named) == 1:
        return str(named[0])
    if named:
        raise QuestionError(f"areas: several are called {words!r}", f"Give the code: {', '.join(sorted(named))}")
    names = sorted({row["full_name"] for row in areas if row["full_name"]})
    near = [name for name, _, _ in process.extract(words, names, limit=NEAREST)]
    cure = f"The nearest are: {', '.join(near)}" if near else "No area is known here: leave it out"
    raise QuestionError(f"areas: there is no area {words[:60]!r}", cure)


def _codes(words: str) -> list[str]:
    """The codes that words mean: as a code or label says, else every need they speak of."""
    code = re.sub(r"\W+", "_", words.strip().lower()).strip("_")
    if code in code_list("needs"):
        return [code]
    labelled = [code for code, need in code_list("needs").items() if folded(need["label"]) == folded(words)]
    return labelled or [code for code, _, _ in codes_told("needs", words)]


def _parts(written: Iterable[str]) -> list[str]:
    """What was written, where several stand in one text each by itself."""
    several = (part.strip() for text in written for part in re.split(r"[,;\n]", text))
    return list(dict.fromkeys(part for part in several if part))
