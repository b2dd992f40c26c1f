"""A header as words that mean one thing each, however it is spelled."""

import re
from functools import cache, lru_cache

from rapidfuzz import fuzz, process

from ingest.suggesting.words import spoken, words

ALIKE = 85
"""How alike, of 100, a misspelled word of a header must be to one of the lists."""
SHORTEST_MISSPELLED = 6
PIECE = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")


@cache
def _same() -> dict[str, str]:
    """Each spelling with the word it stands for."""
    listed = words("tokens")["same"].items()
    return {spelled.strip(): word for word, spellings in listed for spelled in str(spellings).split(",")}


@cache
def _silent() -> frozenset[str]:
    return frozenset(words("tokens")["silent"].split())


@cache
def _runs() -> dict[tuple[str, ...], str]:
    """Runs of words that are one word, by the words in them."""
    return {
        tuple(_spelled(run)): word for word, runs in words("tokens")["runs"].items() for run in (*runs, word.replace("_", " "))
    }


@cache
def runs() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Each word that stands for runs whose words may also stand apart, with them, without what says nothing."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for run, word in _runs().items():
        kept = tuple(part for part in run if part not in _silent())
        if len(kept) > 1 and word in words("tokens")["apart"]:
            found.setdefault(word, []).append(kept)
    return {word: tuple(many) for word, many in found.items()}


@cache
def vocabulary() -> frozenset[str]:
    """Every word that the lists know, for telling a misspelling and for cutting words that were written together."""
    in_runs = (word for run in _runs() for word in run)
    return frozenset({*_same(), *_same().values(), *_silent(), *in_runs, *spoken()})


@lru_cache(maxsize=4096)
def tokens(header: str) -> tuple[str, ...]:
    """The words of a header in order, each in the spelling of the lists, without those that say nothing.

    >>> tokens("PATIENT_GIVEN_NAME"), tokens("D.O.B."), tokens("PostCode"), tokens("C1 Tel")
    (('patient', 'forename'), ('dob',), ('postcode',), ('contact', '1', 'telephone'))
    >>> tokens("Ref'd By"), tokens("TenancyRef"), tokens("dateofbirth")
    (('referred_by',), ('tenancy', 'reference'), ('dob',))
    """
    joined = _joined([_known(word) for word in _split(header)])
    kept = tuple(word for word in joined if word not in _silent())
    return kept or tuple(joined)


@lru_cache(maxsize=8192)
def phrase(text: str) -> tuple[str, ...]:
    """A phrase of the lists in the same words as headers; what says nothing in a header is left out here too."""
    spelled = _joined(_spelled(text))
    return tuple(word for word in spelled if word not in _silent()) or tuple(spelled)


def _split(header: str) -> list[str]:
    """The bare words: cut at marks, between small and capital letters, between letters and digits."""
    text = re.sub(r"\((?:name|names|desc|description|text|value|label)\)\s*$", "", header, flags=re.I)
    text = re.sub(r"['’](s)?\b", "", text).replace("%", " percentage ").replace("&", " and ").replace("£", " amount ")
    text = re.sub(r"(?<![A-Za-z])((?:[A-Za-z]\.){2,}[A-Za-z]?)", lambda run: run[0].replace(".", ""), text)
    found: list[str] = []
    for word in re.split(r"[\W_]+", text):
        found += [word.lower()] if word.lower() in _same() else [piece.lower() for piece in _pieces(word)]
    return found


def _pieces(word: str) -> list[str]:
    """`C1` is contact 1, `P2` parent 2; `DoB`, `FName` and `NHSNo` are known whole or cut where their case changes."""
    if numbered := re.fullmatch(r"([CPcp])(\d)", word):
        return [{"c": "contact", "p": "parent"}[numbered[1].lower()], numbered[2]]
    whole = re.sub(r"\d+$", "", word).lower()
    if whole in vocabulary():
        return PIECE.findall(word.lower()) if whole != word.lower() else [word]
    return PIECE.findall(word)


def _known(word: str) -> str:
    """The word as the lists spell it; words written together come back with spaces between."""
    if word in _same():
        return _same()[word]
    if len(word) < SHORTEST_MISSPELLED or word in vocabulary():
        return word
    if parts := _cut(word):
        return " ".join(_same().get(part, part) for part in parts)
    near = process.extractOne(word, vocabulary(), scorer=fuzz.ratio, score_cutoff=ALIKE)
    return _same().get(near[0], near[0]) if near else word


@lru_cache(maxsize=4096)
def _cut(word: str) -> tuple[str, ...] | None:
    """A run of letters as the fewest words of the lists, none of one letter; None where it is no such run."""
    best: dict[int, tuple[str, ...]] = {0: ()}
    for end in range(2, len(word) + 1):
        options = [
            (*best[start], word[start:end])
            for start in best
            if end - start > 1 and (word[start:end] in vocabulary()) and (end - start > 2 or word[start:end] in _same())
        ]
        if options:
            best[end] = min(options, key=len)
    return best.get(len(word))


def _spelled(text: str) -> list[str]:
    return [_same().get(word, word) for word in text.replace("'", "").lower().split()]


def _joined(spelled: list[str]) -> list[str]:
    """Runs of words that are one word put together, the longest first."""
    left = " ".join(spelled).split()
    found: list[str] = []
    while left:
        size = next((size for size in range(min(5, len(left)), 0, -1) if tuple(left[:size]) in _runs()), 0)
        found.append(_runs()[tuple(left[:size])] if size else left[0])
        left = left[size or 1 :]
    return found
