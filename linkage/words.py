"""Words of names, envelopes and bodies, brought to one form before they are compared."""

import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import jellyfish
import yaml
from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein


@cache
def listed(title: str) -> Any:
    """A word list or table of linkage/data."""
    return yaml.safe_load(files("linkage").joinpath("data", title).read_text("utf-8"))


@lru_cache(maxsize=8_192)
def plain(written: str) -> str:
    """Lower case without accents, marks as spaces.

    >>> plain("Al-Hassan, Zoë"), plain("O’Hare")
    ('al hassan zoe', 'ohare')
    """
    bare = unicodedata.normalize("NFKD", written).lower().replace("'", "").replace("’", "")
    return " ".join(re.sub(r"[^a-z0-9&]+", " ", "".join(c for c in bare if not unicodedata.combining(c))).split())


@cache
def set_of(title: str) -> frozenset[str]:
    """The words of a line of words.yaml."""
    return frozenset(word.strip().strip('"') for word in listed("words.yaml")[title].split(","))


@cache
def _address_words() -> dict[str, str]:
    return _by_form("address")


@cache
def generations() -> dict[str, str]:
    """What a mark of the elder or younger of one name stands for."""
    return _by_form("generations")


def _by_form(title: str) -> dict[str, str]:
    return {short.strip(): word for word, shorts in listed("words.yaml")[title].items() for short in shorts.split(",")}


@lru_cache(maxsize=5_000)
def address_words(written: str) -> str:
    """An address with its abbreviations written out.

    >>> address_words("12, Cobden St."), address_words("Flt 6 Weavers Crt")
    ('12 cobden street', 'flat 6 weavers court')
    """
    table = _address_words()
    words = plain(written).split()
    # The first word of a name is no abbreviation: St Mary's Road, but Mary St.
    return " ".join(table.get(word, word) if at or table.get(word) == "flat" else word for at, word in enumerate(words))


def given(value: object) -> str | None:
    """A value as text; None for what stands for nothing (`NA`, `-`, an empty cell)."""
    text = str(value).strip() if value is not None else ""
    return None if not text or text.lower() in set_of("missing") else text


@lru_cache(maxsize=50_000)
def sound_of(name: str) -> str:
    """How a name sounds, by Metaphone (Philips 1990), with nothing for a single letter.

    >>> sound_of("whitworth") == sound_of("witworth"), sound_of("x")
    (True, '')
    """
    return str(jellyfish.metaphone(name)).replace(" ", "") if len(name) > 1 else ""


@cache
def _groups() -> dict[str, tuple[str, ...]]:
    table: dict[str, set[str]] = {}
    for line in listed("nicknames.yaml"):
        forms = [form.strip() for form in line.split(",")]
        for form in forms:
            table.setdefault(form, set()).add(forms[0])
    return {form: tuple(sorted(roots)) for form, roots in table.items()}


@lru_cache(maxsize=50_000)
def roots_of(forename: str) -> tuple[str, ...]:
    """The full forms a forename can stand for; itself where none is known.

    >>> roots_of("liz"), roots_of("alex"), roots_of("zanele")
    (('elizabeth',), ('alexander', 'alexandra'), ('zanele',))
    """
    found: set[str] = set()
    for form in _spellings(forename):
        found.update(_groups().get(form, ()))
    return tuple(sorted(found)) or (forename,)


@lru_cache(maxsize=50_000)
def slips_of(forename: str) -> tuple[str, ...]:
    """The full forms of a forename that nobody bears but for one slip of the pen; else its own.

    >>> slips_of("harriiet"), slips_of("kate") == roots_of("kate")
    (('harriet', 'henrietta'), True)
    """
    if len(forename) < 3 or forename in _groups():
        return roots_of(forename)
    near = process.extract(forename, _forms(), scorer=DamerauLevenshtein.distance, score_cutoff=1, limit=None, processor=None)
    return tuple(sorted({root for form, *_ in near for root in _groups()[form]})) or roots_of(forename)


@cache
def _forms() -> tuple[str, ...]:
    return tuple(form for form in _groups() if len(form) > 2)


def _spellings(forename: str) -> set[str]:
    """A pet name's endings are written as one likes: Millie, Milly, Milli."""
    for ending in ("ie", "ey", "y", "i"):
        if forename.endswith(ending) and len(forename) > len(ending) + 1:
            stem = forename[: -len(ending)]
            return {forename, *(stem + other for other in ("ie", "ey", "y", "i"))}
    return {forename}
