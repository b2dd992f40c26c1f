"""A JSON text gone through once from front to back, with no more of it in memory than one value."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.errors import SourceError
from ingest import limits

FLAT = re.compile(r'(?:[^"\[\]{}]++|"[^"\\]*+(?:\\.[^"\\]*+)*+")*+', re.S)
"""Whole strings and whatever else is no bracket; it never goes back over what it has passed."""
ABYSS = 10_000
"""A value that nests beyond the limit is one row's trouble; one that nests so deep is the whole file's."""
RUN = 4096
SCALAR = re.compile(r"[^\s,\[\]{}:\"]+")
INK = re.compile(r"[^ \t\r\n\ufeff]")


@dataclass
class Scanner:
    """Finds where values end, without parsing them; what they hold is for a JSON parser to say."""

    blocks: Iterator[str]
    name: str
    text: str = ""
    at: int = 0
    line: int = 1
    """The line of the last place that was asked for."""
    _counted: int = 0
    """Up to here line breaks are in `line` already."""
    _start: int | None = None
    """Where the value begins that is to be kept whole."""

    def peek(self) -> str:
        """The next sign that is no blank; nothing at the end."""
        while True:
            found = INK.search(self.text, self.at)
            if found:
                self.at = found.start()
                return found[0]
            self.at = len(self.text)
            if not self._more():
                return ""

    def value(self) -> tuple[str, int]:
        """Past the value that begins here: its text, and how deep it nests."""
        self.peek()
        self._start = self.at
        depth = self.skip()
        text = self.text[self._start : self.at]
        self._start = None
        return text, depth

    def skip(self) -> int:
        """Past the value that begins here; how deep it nests."""
        opening = self.peek()
        if opening == '"':
            self._past_string()
            return 0
        return self._past_container() if opening in ("[", "{") else self._past_scalar()

    def members(self) -> Iterator[str]:
        """The keys of the object that begins here; whoever asks goes past each value."""
        self.at += 1
        if self.peek() == "}":
            self.at += 1
            return
        while True:
            if self.peek() != '"':
                raise self.broken("has no key in quotation marks where one is due")
            key = str(json.loads(self.value()[0], strict=False))
            self._expect(":")
            yield key
            if self._ended("}"):
                return

    def indexes(self) -> Iterator[int]:
        """The numbers of the elements of the list that begins here; whoever asks goes past each."""
        self.at += 1
        if self.peek() == "]":
            self.at += 1
            return
        number = 0
        while True:
            yield number
            number += 1
            if self._ended("]"):
                return

    def broken(self, what: str) -> SourceError:
        """The error for a text that is no JSON here."""
        return SourceError(f"{self.name} line {self.here()} is no JSON ({what})", "Ask its supplier to export it again")

    def here(self) -> int:
        """The line it has come to."""
        if self.at > self._counted:
            self.line += self.text.count("\n", self._counted, self.at)
            self._counted = self.at
        return self.line

    def _ended(self, closing: str) -> bool:
        """Past the comma behind a value, or past the end of the container."""
        if self.peek() == closing:
            self.at += 1
            return True
        self._expect(",")
        return False

    def _expect(self, sign: str) -> None:
        found = self.peek()
        if found != sign:
            raise self.broken(f"has {found!r} where {sign!r} is due" if found else "it is cut off")
        self.at += 1

    def _past_string(self) -> None:
        self.at += 1
        while True:
            end = self.text.find('"', self.at)
            if end < 0:
                # A backslash at the very end belongs to what comes next.
                self.at = len(self.text) - _slashes(self.text, len(self.text)) % 2
                self._more_or_cut()
                continue
            odd = _slashes(self.text, end, self.at) % 2
            self.at = end + 1
            if not odd:
                return

    def _past_container(self) -> int:
        depth = deepest = 0
        while True:
            self.at = FLAT.match(self.text, self.at).end()  # type: ignore[union-attr]
            if self.at == len(self.text):
                self._more_or_cut()
                continue
            sign = self.text[self.at]
            if sign == '"':
                self._past_string()
                continue
            self.at += 1
            depth += 1 if sign in "[{" else -1
            deepest = max(deepest, depth)
            if depth > ABYSS:
                raise limits.DEPTH.refusal(self.name)
            if depth == 0:
                return deepest

    def _past_scalar(self) -> int:
        while True:
            found = SCALAR.match(self.text, self.at)
            if found is None:
                raise self.broken("a value is missing" if self.at < len(self.text) else "it is cut off")
            if found.end() < len(self.text) or not self._more():
                self.at = found.end()
                return 0
            if len(self.text) - self.at > limits.OBJECT.most:
                raise limits.OBJECT.refusal(self.name)

    def _more_or_cut(self) -> None:
        if not self._more():
            raise self.broken("it is cut off")

    def _more(self) -> bool:
        """The next block, in place of what has been gone past."""
        block = next(self.blocks, None)
        if block is None:
            return False
        gone = self.at if self._start is None else self._start
        if len(self.text) - gone > limits.OBJECT.most:
            raise limits.OBJECT.refusal(self.name)
        self.here()
        self.text = self.text[gone:] + block
        self.at -= gone
        self._counted -= gone
        if self._start is not None:
            self._start = 0
        return True


def _slashes(text: str, end: int, start: int = 0) -> int:
    """How many backslashes stand right before a place."""
    before = end
    while before > start and text[before - 1] == "\\":
        step = text[max(start, before - RUN) : before]
        before -= len(step) - len(step.rstrip("\\"))
        if step.rstrip("\\"):
            break
    return end - before
