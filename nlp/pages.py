"""Long notes in pages, so that reading takes time in proportion to length."""

from __future__ import annotations

from collections.abc import Iterator

PAGE = 6000
"""Characters a page holds at most; a note of a visit has some 2,000."""


def pages(text: str) -> Iterator[tuple[int, str]]:
    """(start, text) of each page; a page ends at a paragraph, else a line, a sentence, a space, else anywhere."""
    start = 0
    while len(text) - start > PAGE:
        window = text[start : start + PAGE]
        cuts = (window.rfind(mark, PAGE // 2) for mark in ("\n\n", "\n", ". ", " "))
        cut = next((at for at in cuts if at > 0), PAGE - 1) + 1
        yield start, window[:cut]
        start += cut
    yield start, text[start:]
