"""The needs that a question's words name, by the published code list."""

import re
from collections.abc import Iterator
from functools import cache

from api.wording.slots import Taken
from ingest.cleaners.code_list import code_list, codes_told

REST = re.compile(r"[\w'’]+")
"""The rest of a word of which a pattern found the beginning."""


def needs(text: str) -> Iterator[Taken]:
    """Each need that the words name or describe.

    >>> [(one.value, one.words) for one in needs("help with debt near Hindley")]
    [('debt_money', 'debt')]
    """
    found = {code: (start, end) for code, start, end in codes_told("needs", text)}
    for code, label in _labels():
        if code not in found and (word := label.search(text)):
            found[code] = word.span()
    for code, (start, end) in found.items():
        rest = REST.match(text, end)
        end = rest.end() if rest else end
        yield Taken(start, end, "need", code, text[start:end], f"the need “{code_list('needs')[code]['label']}”")


def _word(part: str) -> str:
    """A word of a label however it is written, but for one in capitals: SEND is none of "send"."""
    word = re.escape(part)
    return rf"\b{word}\b" if any(one.isupper() for one in part.split()) else rf"\b(?i:{word})\b"


@cache
def _labels() -> list[tuple[str, re.Pattern[str]]]:
    """Each need by the words that its label joins: debt, or money."""
    parts = {code: re.split(r",| and | or ", need["label"]) for code, need in code_list("needs").items()}
    return [(code, re.compile("|".join(_word(part.strip()) for part in some))) for code, some in parts.items()]
