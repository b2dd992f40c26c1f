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
LITTLE = re.compile(r"of|the|and|for|in|on|at|to|by|with|from|de|la|le", re.I)
INITIALS = re.compile(r"UK|GB|BME|BAME|CIC|CIO|RC|URC|Y[MW]CA|PT?S?F?A|NHS|HIV|AIDS|LGBT|RSPCA|USA|RAF|RUFC|AFC")
SHORTENED = re.compile(r"ST|MR|MRS|DR|LTD|JR")
KINDS = re.compile(r"the|a|dental|practice|surgery|pharmacy|chemist|medical|centre|health|clinic")
"""Words that say what a body is and not whose."""
NOBODY = re.compile(
    r"\b(duty|team|front door|mash|unallocated|allocated|vacant|vacancy|vacancies|tbc|tba|n/?a|none|only|office|service|desk|unknown|various|rota|centre|council|trust|school|surgery|practice|police|hospital)\b",
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
    bare = _bare(re.sub(r"\b\d+\b", " ", written))
    name = ordered(bare)
    title = bare.split()[0].strip(".")
    # A surname alone says too little: PC Rigby, Dr Rao, Fr Dominic keep their title.
    if len(name.split()) == 1 and title.lower() in TITLES:
        return f"{title if title in ('PC', 'PCSO', 'DC', 'DS', 'DI') else title.capitalize()} {name}"
    return name or None


def employer_in_role(values: list[Any], context: Context) -> str | None:
    """The body behind the comma of a role: `Learning Mentor, Millbrook Primary`."""
    found = re.search(r",\s*([A-Z][\w' &-]+)$", str(values[0] or ""))
    return found[1] if found else None


def organisation_name(values: list[Any], context: Context) -> str | None:
    """A body's name with its spaces in order."""
    written = " ".join(str(next((value for value in values if value), "")).split())
    return written or None


def uncapitalised_name(values: list[Any], context: Context) -> str | None:
    """A body's name that is written in capitals, in ordinary case; other names as they are.

    >>> uncapitalised_name(["THE FRIENDS OF ST TERESA'S PTA (SALE)"], None)
    "The Friends of St Teresa's PTA (Sale)"
    """
    written = organisation_name(values, context)
    if written is None or any(letter.islower() for letter in written):
        return written
    cased = " ".join(_lowered(word) for word in written.split())
    return cased[:1].upper() + cased[1:]


def unbracketed_name(values: list[Any], context: Context) -> str | None:
    """A body's name without what is added to it in brackets: its initials, or one of its services.

    >>> unbracketed_name(["Age UK Trafford (Dementia Service)"], None)
    'Age UK Trafford'
    """
    written = organisation_name(values, context)
    return " ".join(_bare(written).split()) or written if written else None


def chain_name(values: list[Any], context: Context) -> str | None:
    """Whose branch it is, where a name says so before a dash; the whole name where it does not.

    >>> chain_name(["Mydentist - Lees Road - Oldham"], None), chain_name(["Dental Practice - Manchester Road"], None)
    ('Mydentist', 'Dental Practice - Manchester Road')
    """
    written = unbracketed_name(values, context)
    chain = (written or "").split(" - ")[0].strip()
    tells = any(not KINDS.fullmatch(folded(word)) for word in chain.split())
    return chain if tells else written


def kind_named(kind: str) -> Callable[[list[Any], Context], str | None]:
    """A cleaner for lists that name each of a kind by its town alone: Sale, in a list of jobcentres.

    >>> kind_named("Jobcentre")(["Sale"], None), kind_named("Jobcentre")(["Sale Jobcentre Plus"], None)
    ('Sale Jobcentre', 'Sale Jobcentre Plus')
    """

    def named(values: list[Any], context: Context) -> str | None:
        written = organisation_name(values, context)
        return written if written is None or folded(kind) in folded(written) else f"{written} {kind}"

    return named


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


def _lowered(word: str) -> str:
    """One word of a name in capitals: little words small, initials and words without a vowel as they are."""
    bare = re.sub(r"[^A-Z]", "", word)
    if LITTLE.fullmatch(bare) and bare == word:
        return word.lower()
    if re.match(r"\W*\d+(ST|ND|RD|TH)\b", word):
        return word.lower()
    if (
        INITIALS.fullmatch(bare)
        or (not re.search(r"[AEIOUY]", bare) and not SHORTENED.fullmatch(bare))
        or re.search(r"\b[A-Z]\.[A-Z]\b", word)
    ):
        return word
    return re.sub(r"[^\W\d_]+(?:['’][^\W\d_]+)?", lambda part: part.group().capitalize(), word.lower())


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
    "employer_in_role": employer_in_role,
    "uncapitalised_name": uncapitalised_name,
    "unbracketed_name": unbracketed_name,
    "chain_name": chain_name,
    "jobcentre_name": kind_named("Jobcentre"),
    "community_hub_name": kind_named("Community Hub"),
}
