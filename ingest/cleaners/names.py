"""Names of people as agencies write them, put in one order and one case."""

import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import yaml

from ingest.cleaners.context import Context


@cache
def words(kind: str) -> frozenset[str]:
    """The words of a kind in ingest/codes/names.yaml: titles, particles or nobody."""
    listed = yaml.safe_load(files("ingest").joinpath("codes", "names.yaml").read_text("utf-8"))[kind]
    return frozenset(word.strip() for line in listed for word in line.split(","))


@cache
def _nobody() -> re.Pattern[str]:
    return re.compile(rf"\b({'|'.join(map(re.escape, sorted(words('nobody'))))})\b", re.I)


def person_name(values: list[Any], context: Context) -> str | None:
    """A resident's name as `Forename Surname`, from one column or from forename and surname apart."""
    parts = [bare(str(value)) for value in values if value and str(value).strip()]
    if not parts:
        return None
    name = " ".join(ordered(part) for part in parts)
    return name if re.search(r"[^\W\d_]", name) else None


def practitioner_name(values: list[Any], context: Context) -> str | None:
    """A worker's name without title or collar number; None for a team, a duty desk or a vacancy."""
    written = " ".join(str(value).strip() for value in values if value).strip()
    if not written or written.startswith("(") or _nobody().search(written):
        return None
    plain = bare(re.sub(r"\b\d+\b", " ", written))
    name = ordered(plain)
    title = plain.split()[0].strip(".")
    # A surname alone says too little: PC Rigby, Dr Rao, Fr Dominic keep their title.
    if len(name.split()) == 1 and title.lower() in words("titles"):
        return f"{title if title in ('PC', 'PCSO', 'DC', 'DS', 'DI') else title.capitalize()} {name}"
    return name or None


def employer_in_role(values: list[Any], context: Context) -> str | None:
    """The body behind the comma of a role: `Learning Mentor, Millbrook Primary`."""
    found = re.search(r",\s*([A-Z][\w' &-]+)$", str(values[0] or ""))
    return found[1] if found else None


@lru_cache(maxsize=8_192)
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


@lru_cache(maxsize=8_192)
def folded(name: str) -> str:
    """A name as it is compared: no accent, case, space or mark.

    >>> folded("Al-Hassan"), folded("O’Hare")
    ('alhassan', 'ohare')
    """
    plain = unicodedata.normalize("NFKD", name)
    return "".join(letter for letter in plain.lower() if letter.isalnum())


def bare(written: str) -> str:
    """Without what stands in brackets: (Mr), (prev. Ashworth)."""
    return re.sub(r"\([^)]*\)", " ", written).strip()


def _untitled(text: str) -> list[str]:
    return [token for token in text.split() if token.lower().strip(".") not in words("titles")]


def _shouted(token: str) -> bool:
    letters = [letter for letter in token if letter.isalpha()]
    return len(letters) > 1 and all(letter.isupper() for letter in letters)


def _cased(token: str) -> str:
    if not _shouted(token) or (len(token) == 2 and token.lower() not in words("particles")):
        return token[:1].upper() + token[1:]
    return re.sub(r"[^\W\d_]+", lambda part: part.group().capitalize(), token)


CLEANERS: dict[str, Callable[[list[Any], Context], Any]] = {
    "person_name": person_name,
    "practitioner_name": practitioner_name,
    "employer_in_role": employer_in_role,
}
