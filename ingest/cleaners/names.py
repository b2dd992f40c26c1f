"""Names of people and bodies as agencies write them, put in one order and one case."""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from ingest.cleaners.context import Context

TITLES = frozenset(
    "mr mrs miss ms mx dr prof rev revd fr father sr sister imam rabbi cllr sir dame lady lord pc pcso dc ds di dci sgt insp".split()
)
PARTICLES = frozenset("al el de da di van von der bin ibn bint mac mc st o".split())
NOBODY = re.compile(
    r"\b(duty|team|front door|mash|unallocated|allocated|vacant|vacancy|vacancies|tbc|tba|n/?a|none|only|office|service|desk|unknown|various|rota)\b",
    re.I,
)


def person_name(values: list[Any], context: Context) -> str | None:
    """A resident's name as `Forename Surname`, from one column or from forename and surname apart."""
    parts = [_bare(str(value)) for value in values if value and str(value).strip()]
    if not parts:
        return None
    name = " ".join(ordered(part) for part in parts)
    return name if re.search(r"[^\W\d_]", name) else None


def practitioner_name(values: list[Any], context: Context) -> str | None:
    """A worker's name without title or collar number; None for a team, a duty desk or a vacancy."""
    written = " ".join(str(value).strip() for value in values if value).strip()
    if not written or written.startswith("(") or NOBODY.search(written):
        return None
    return ordered(_bare(re.sub(r"\b\d+\b", " ", written))) or None


def organisation_name(values: list[Any], context: Context) -> str | None:
    """A body's name with its spaces in order."""
    written = " ".join(str(next((value for value in values if value), "")).split())
    return written or None


@lru_cache(maxsize=65_536)
def ordered(written: str) -> str:
    """Forename first, names in capitals brought to ordinary case.

    >>> ordered("HARTLEY Kelly Miss"), ordered("Tierney, Joanne"), ordered("Rania ALHASSAN")
    ('Kelly Hartley', 'Joanne Tierney', 'Rania Alhassan')
    >>> ordered("AL HASSAN Khaled Mr"), ordered("ENTWISTLE H Mr"), ordered("DEWHURST H")
    ('Khaled Al Hassan', 'H Entwistle', 'H Dewhurst')
    >>> ordered("TJ Hartley")
    'TJ Hartley'
    """
    if "," in written:
        surname, _, forename = written.partition(",")
        tokens = [*_untitled(forename), *_untitled(surname)]
    else:
        tokens = _untitled(written)
        lead = next((at for at, token in enumerate(tokens) if not _shouted(token)), len(tokens))
        # Two capitals in front are initials (TJ Hartley), longer ones a surname (AL HASSAN Khaled).
        if 0 < lead < len(tokens) and any(len(token) > 2 for token in tokens[:lead]):
            tokens = tokens[lead:] + tokens[:lead]
    return " ".join(_cased(token) for token in tokens)


@lru_cache(maxsize=65_536)
def folded(name: str) -> str:
    """A name as it is compared: no accent, case, space or mark.

    >>> folded("Al-Hassan"), folded("O’Hare")
    ('alhassan', 'ohare')
    """
    plain = unicodedata.normalize("NFKD", name)
    return "".join(letter for letter in plain.lower() if letter.isalnum())


def organisation_key(name: str) -> str:
    """A body's name as it is compared: & is and, and a leading the or closing limited does not count.

    >>> organisation_key("The Brickworks Ltd.") == organisation_key("Brickworks Limited")
    True
    """
    words = [folded(word) for word in name.replace("&", " and ").split()]
    words = [word for word in words if word]
    if words[:1] == ["the"]:
        words = words[1:]
    if words[-1:] in (["ltd"], ["limited"], ["plc"], ["cic"], ["cio"]):
        words = words[:-1]
    return "".join(words) or folded(name)


def _bare(written: str) -> str:
    """Without what stands in brackets: (Mr), (prev. Ashworth)."""
    return re.sub(r"\([^)]*\)", " ", written).strip()


def _untitled(text: str) -> list[str]:
    return [token for token in text.split() if token.lower().strip(".") not in TITLES]


def _shouted(token: str) -> bool:
    letters = [letter for letter in token if letter.isalpha()]
    return len(letters) > 1 and all(letter.isupper() for letter in letters)


def _cased(token: str) -> str:
    if not _shouted(token) or (len(token) == 2 and token.lower() not in PARTICLES):
        return token[:1].upper() + token[1:]
    return re.sub(r"[^\W\d_]+", lambda part: part.group().capitalize(), token)


CLEANERS: dict[str, Callable[[list[Any], Context], Any]] = {
    "person_name": person_name,
    "practitioner_name": practitioner_name,
    "organisation_name": organisation_name,
}
