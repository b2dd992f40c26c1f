"""Marks that somebody may be harmed if it is known where they are.

Which words and columns agencies mark it with is data: ingest/codes/restriction.yaml, with its sources.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from ingest import yaml_text

DASHES = str.maketrans({"’": "'", "‘": "'", "–": "-", "—": "-", "‑": "-", "‒": "-"})
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
BESIDE = r"[^\w\s']"
"""A sign that parts a mark from what stands beside it."""


@dataclass(frozen=True)
class Marks:
    """The words, columns and values that mark a restriction, ready to be looked for."""

    words: tuple[str, ...]
    """Parts of words of which every mark has one."""
    marks: re.Pattern[str]
    ordinary: re.Pattern[str]
    denied: re.Pattern[str]
    answered_no: re.Pattern[str]
    certain: re.Pattern[str]
    plain: re.Pattern[str]
    yes: frozenset[str]
    no: frozenset[str]


class Asks(Enum):
    """What a column wants to be a mark: nothing makes it one, a yes does, or any value but a no."""

    NOTHING = 0
    YES = 1
    ANYTHING = 2


def is_restricted(values: Any) -> bool:
    """Whether a mark of restriction stands anywhere among values, at any depth.

    In a mapping the names count too: a column "S Flag" that says Y is a mark, as the words "S-FLAG" are anywhere.

    >>> is_restricted({"Name": "Ann", "S Flag": "Y"}), is_restricted({"Name": "Ann", "S Flag": "N"})
    (True, False)
    >>> is_restricted(["Ann", "address not to be given to anyone"]), is_restricted(["on a restricted diet"])
    (True, False)
    """
    if isinstance(values, str):
        return _is_marked(values)
    if isinstance(values, Mapping):
        return any(_says_so(str(name), value) or is_restricted(value) for name, value in values.items())
    if isinstance(values, Iterable):
        return any(is_restricted(value) for value in values)
    return False


def says_yes(value: Any) -> bool:
    """Whether a value of a column that is there to mark says that it does.

    >>> says_yes("Y"), says_yes(True), says_yes("no"), says_yes(None)
    (True, True, False, False)
    """
    if value is None or isinstance(value, str):
        return _first_word(value or "") in marks().yes or _plainly(value or "") in marks().yes
    return bool(value)


def _says_so(name: str, value: Any) -> bool:
    """Whether a column's name asks for a mark, and its value gives it."""
    if value is None or isinstance(value, Mapping | list) or (asks := _asks(name)) is Asks.NOTHING:
        return False
    if asks is Asks.YES:
        return says_yes(value)
    given = _plainly(str(value))
    return bool(given) and given not in marks().no and _first_word(given) not in ("no", "not", "none", "n")


def _is_marked(text: str) -> bool:
    plain = _plainly(text)
    # Most texts have none of them; to look for whole marks would take ten times as long.
    if not any(word in plain for word in marks().words):
        return False
    plain = marks().ordinary.sub(" / ", plain)
    return any(not _is_denied(plain, found) for found in marks().marks.finditer(plain))


def _is_denied(text: str, mark: re.Match[str]) -> bool:
    """Whether the words around a mark say that there is none."""
    end = mark.end() - (text[mark.end() - 1] in ":=?")
    return bool(marks().denied.search(text[: mark.start()]) or marks().answered_no.match(text, end))


def _plainly(text: str) -> str:
    """A text in lower case, with one kind of apostrophe and dash, and single spaces within its lines."""
    plain = text.lower() if text.isascii() else text.translate(DASHES).lower()
    return "\n".join(" ".join(line.split()) for line in plain.splitlines())


def _first_word(text: str) -> str:
    """The word before the first sign, where a sign follows it: `y` of `Y - see manager`."""
    return re.split(BESIDE, _plainly(text), maxsplit=1)[0].strip()


def _heading(name: str) -> str:
    """A column's name as words: `sFlag`, `S_FLAG` and `S-Flag (Y/N)` are all `s flag` with what may stand beside it."""
    return " ".join(re.findall(r"[a-z0-9]+", CAMEL.sub(" ", name.translate(DASHES)).lower()))


@lru_cache(maxsize=4_096)
def _asks(name: str) -> Asks:
    """What a column of a name asks of its values."""
    heading = _heading(name)
    if marks().certain.fullmatch(heading):
        return Asks.ANYTHING
    return Asks.YES if marks().plain.fullmatch(heading) else Asks.NOTHING


@cache
def marks() -> Marks:
    """The vocabulary of restriction."""
    told = yaml_text.load(files("ingest").joinpath("codes/restriction.yaml").read_text("utf-8"))
    headings, denied = told["headings"], told["denied"]
    around = "|".join(headings["around"])
    by_itself = [rf"(?:^|{BESIDE} *|\n){word} *(?:$|\n|{BESIDE})" for word in told["alone"]]
    anywhere = [rf"\b{word}\b" for word in told["alone_anywhere"]]
    patterns = [pattern for group in told["marks"] for pattern in group["patterns"]]
    words = {word for group in told["marks"] for word in group["words"]}
    return Marks(
        words=tuple(sorted(words | {*told["alone"], *told["alone_anywhere"]})),
        marks=_any([*patterns, *by_itself, *anywhere]),
        ordinary=_any([*told["ordinary"], denied["lifted"]]),
        denied=re.compile(denied["before"]),
        answered_no=re.compile(denied["after"]),
        certain=_within(headings["certain"], around),
        plain=_within(headings["plain"], around),
        yes=frozenset(headings["yes"]),
        no=frozenset(headings["no"]),
    )


def _any(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))


def _within(patterns: Iterable[str], around: str) -> re.Pattern[str]:
    """One of the patterns, with any of the words that may stand beside it."""
    return re.compile(rf"(?:(?:{around}) )*(?:{'|'.join(patterns)})(?: (?:{around}))*")
