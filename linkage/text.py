"""How alike texts are by their rare words (TF-IDF), and which to compare without comparing all."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import log, sqrt

from linkage.words import plain, set_of

Weighed = Mapping[str, float]
TELLING = 8
"""A text is looked for by so many of its rarest words."""
CROWD = 200
"""A word that more texts have finds none."""
ENDINGS = ("ings", "ing", "ers", "er", "ies", "es", "s", "eon", "ed", "e", "y")


def stem(word: str) -> str:
    """A word without its commonest endings: carers and caring are car, lunches and luncheon lunch.

    >>> stem("carers") == stem("caring"), stem("luncheon") == stem("lunch")
    (True, True)
    """
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def words_of(*texts: str | None) -> list[str]:
    """The stems of all telling words of some texts."""
    return [
        stem(word)
        for text in texts
        if text
        for word in plain(text).split()
        if len(word) > 1 and word not in set_of("plain_words")
    ]


class Texts:
    """Texts with how rare each of their words is among them."""

    def __init__(self, texts: Sequence[Sequence[str]]) -> None:
        found = Counter(word for text in texts for word in set(text))
        self._rarity = {word: log((1 + len(texts)) / (1 + count)) + 1 for word, count in found.items()}
        self.weighed = [self._weigh(text) for text in texts]

    def _weigh(self, text: Sequence[str]) -> Weighed:
        counts = {word: (1 + log(n)) * self._rarity[word] for word, n in Counter(text).items()}
        length = sqrt(sum(weight * weight for weight in counts.values())) or 1.0
        return {word: weight / length for word, weight in counts.items()}

    def likeness(self, one: int, other: int) -> float:
        """The cosine of two texts: 1 for the same words, 0 for none in common."""
        a, b = self.weighed[one], self.weighed[other]
        if len(a) > len(b):
            a, b = b, a
        return sum(weight * b.get(word, 0.0) for word, weight in a.items())

    def near(self) -> Iterator[tuple[int, int]]:
        """Pairs of texts that share one of their rarest words, each once."""
        bearing: dict[str, list[int]] = defaultdict(list)
        for at, text in enumerate(self.weighed):
            for word in sorted(text, key=lambda word: (-self._rarity[word], word))[:TELLING]:
                bearing[word].append(at)
        seen: set[tuple[int, int]] = set()
        for bearers in bearing.values():
            if len(bearers) <= CROWD:
                seen.update((a, b) for k, a in enumerate(bearers) for b in bearers[k + 1 :])
        yield from sorted(seen)
