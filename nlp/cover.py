"""Which characters of a note are already part of something."""

from __future__ import annotations

from collections.abc import Iterable

from nlp.spans import Span


class Cover:
    """A mark for each character, so that asking whether a stretch is free takes no longer in a long note."""

    def __init__(self, length: int, spans: Iterable[Span] = ()) -> None:
        self.marks = bytearray(length + 1)
        for span in spans:
            self.take(span)

    def free(self, start: int, end: int) -> bool:
        """Whether no character of a stretch is taken."""
        return self.marks.find(1, start, end) < 0

    def take(self, span: Span) -> None:
        """Mark a stretch as taken."""
        self.marks[span.start : span.end] = b"\1" * (span.end - span.start)
