"""Names that the caller's graph knows, found in a note whatever their case, and with a slip."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from rapidfuzz import fuzz

from nlp.spans import Span

WORD = re.compile(r"\w+(?:['-]\w+)*")
LIKE = 88
"""How like a name (0 to 100, rapidfuzz ratio) words must be to be a slip of it."""
LONG = 10
"""A shorter name is not looked for with slips."""


class Known:
    """Names by their rarest word, so that a note is read once however many names there are."""

    def __init__(self, names: Iterable[str], label: str) -> None:
        self.label = label
        split = {name.lower(): [m.group() for m in WORD.finditer(name.lower())] for name in names if len(name) > 2}
        counts = Counter(word for words in split.values() for word in words)
        self.by_word: dict[str, list[tuple[str, int, int]]] = defaultdict(list)
        for name, words in sorted(split.items()):
            if words:
                rare = min(words, key=lambda word: (counts[word], -len(word), word))
                self.by_word[rare].append((name, words.index(rare), len(words)))

    def find(self, text: str) -> Iterator[Span]:
        """Stretches of a text that bear a known name."""
        if not self.by_word:
            return
        low = text.lower()
        words = list(WORD.finditer(low)) if len(low) == len(text) else []
        for at, word in enumerate(words):
            for name, before, count in self.by_word.get(word.group(), ()):
                first, last = at - before, at - before + count - 1
                if first < 0 or last >= len(words):
                    continue
                start, end = words[first].start(), words[last].end()
                if low[start:end] == name or (len(name) >= LONG and count > 1 and fuzz.ratio(low[start:end], name) >= LIKE):
                    yield Span(start, end, self.label)
