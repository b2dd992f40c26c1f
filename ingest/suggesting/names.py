"""Whether a value names a person, a body or a street, by its words and its shape."""

import re
from functools import cache, lru_cache

from ingest.cleaners.names import words as titles_and_such
from ingest.suggesting.words import words
from nlp.vocabulary import read as patterns

LETTERS = re.compile(r"[^\W\d_][\w'’.\-]*")
LONGEST_NAME = 5


@cache
def _given_and_surnames() -> tuple[frozenset[str], frozenset[str]]:
    listed = patterns("names")
    given = {*listed["given"].split(), *listed["also_words"].split(), *words("names")["given"].split()}
    return frozenset(given), frozenset({*listed["surnames"].split(), *words("names")["surnames"].split()})


@cache
def _listed(kind: str) -> frozenset[str]:
    return frozenset(words("names")[kind].split())


@cache
def _addressless() -> tuple[str, ...]:
    return tuple(part.strip() for part in words("names")["addressless"].split(","))


@lru_cache(maxsize=65_536)
def names_person(value: str) -> bool:
    """Somebody's name, in any of the orders agencies write: with a title, `SURNAME, Forename`, or a name people have.

    >>> [names_person(name) for name in ("HARTLEY Kelly Miss", "Tierney, Joanne", "PC 4471 RIGBY", "M O'Hare", "Linda")]
    [True, True, True, True, True]
    >>> [names_person(name) for name in ("Sale Leisure Centre", "Home", "12 Cobden Street", "low mood", "Cobden Clinic")]
    [False, False, False, False, False]
    """
    plain = re.sub(r"\([^)]*\)|\b\d{1,6}\b", " ", value) if not re.match(r"\d", value) else value
    tokens = LETTERS.findall(plain)
    if not tokens or len(tokens) > LONGEST_NAME or re.search(r"[\d@/:;&]", plain):
        return False
    bare = [token.lower().strip(".") for token in tokens]
    titled = bool({bare[0], bare[-1]} & titles_and_such("titles")) and len(tokens) > 1
    if names_body(value) and not titled:
        return False
    given, surnames = _given_and_surnames()
    known = any(token in given for token in bare) or (len(tokens) > 1 and any(token in surnames for token in bare))
    return titled or (known and _capital(tokens)) or _surname_first(plain, tokens) or _initialled(tokens)


def _capital(tokens: list[str]) -> bool:
    return all(token[0].isupper() or token.lower() in titles_and_such("particles") for token in tokens) or len(tokens) == 1


def _surname_first(value: str, tokens: list[str]) -> bool:
    """`DEWHURST H`, `Tierney, Joanne`."""
    comma = re.fullmatch(r"\s*[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?, ?[A-Z][\w'’-]*\.?(?: [A-Z][\w'’-]*)?\s*", value) is not None
    shouted = len(tokens) == 2 and tokens[0].isupper() and len(tokens[0]) > 2 and (len(tokens[1]) == 1 or not tokens[1].isupper())
    return comma or shouted


def _initialled(tokens: list[str]) -> bool:
    """`M O'Hare`, `A. Shaw`."""
    return (
        len(tokens) in (2, 3)
        and all((len(t.strip(".")) == 1 and t.isupper()) or t[0].isupper() for t in tokens[:-1])
        and len(tokens[0].strip(".")) == 1
        and len(tokens[-1]) > 2
        and tokens[-1][0].isupper()
    )


@lru_cache(maxsize=65_536)
def names_body(value: str) -> bool:
    """A body's name: it has a word that bodies have in theirs."""
    if len(value.split()) > 12:
        return False
    return any(token in _listed("bodies") for token in re.findall(r"[\w'’é.-]+", value.lower()))


def names_street(value: str) -> bool:
    """An address or a part of one: a house with a street, or a street's name alone."""
    lowered = value.lower()
    ends = any(word.strip(",.") in _listed("streets") for word in lowered.split())
    numbered = re.search(r"(?:^|\s|,)(?:flat |flt |unit |no\.? ?)?\d{1,4}[a-z]?(?:[-/]\d+[a-z]?)?,?\s+[a-z]", lowered) is not None
    return ends or (numbered and not re.search(r"\d{3,}$", lowered))


def name_like(value: str) -> bool:
    """A name of anybody or anything: a few words, mostly letters."""
    letters = sum(letter.isalpha() for letter in value)
    return letters > 1 and letters >= 0.6 * len(value.replace(" ", "")) and len(value.split()) <= 8


def proper(value: str) -> bool:
    """One to four words, each with a capital, that are no kin and no yes or no: perhaps a name that no list has."""
    tokens = value.replace(",", " ").split()
    shaped = 0 < len(tokens) <= 4 and all(token[0].isupper() for token in tokens) and not re.search(r"[\d@:;]", value)
    return (
        shaped
        and len(value) > 2
        and not says_kin(value)
        and value.lower() not in ("yes", "no", "true", "false", "unknown", "none")
    )


def initials(value: str) -> bool:
    """One to three letters that stand for a name."""
    return re.fullmatch(r"[A-Za-z]\.?(?: ?[A-Za-z]\.?){0,2}", value) is not None


def says_kin(value: str) -> bool:
    """What somebody is to somebody: `Mum`, `maternal grandmother`, `Daughter in law`."""
    return (
        len(value.split()) <= 5
        and not re.search(r"\d", value)
        and any(word in _listed("kin") for word in re.findall(r"[\w-]+", value.lower()))
    )


def says_addressless(value: str) -> bool:
    """That there is no address, or none to be told."""
    lowered = value.lower()
    return any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", lowered) for word in _addressless())
