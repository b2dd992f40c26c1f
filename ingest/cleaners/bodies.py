"""Names of organisations as registers and directories write them."""

import re
from collections.abc import Callable
from typing import Any

from ingest.cleaners.context import Context
from ingest.cleaners.names import bare, folded

LITTLE = re.compile(r"of|the|and|for|in|on|at|to|by|with|from|de|la|le", re.I)
INITIALS = re.compile(r"UK|GB|BME|BAME|CIC|CIO|RC|URC|Y[MW]CA|PT?S?F?A|NHS|HIV|AIDS|LGBT|RSPCA|USA|RAF|RUFC|AFC")
SHORTENED = re.compile(r"ST|MR|MRS|DR|LTD|JR")
KINDS = re.compile(r"the|a|dental|practice|surgery|pharmacy|chemist|medical|centre|health|clinic")
"""Words that say what a body is and not whose."""


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
    return " ".join(bare(written).split()) or written if written else None


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


def organisation_key(name: str) -> str:
    """A body's name as it is compared: & is and, and a leading the or closing limited does not count.

    >>> organisation_key("The Brickworks Ltd.") == organisation_key("Brickworks Limited")
    True
    """
    parts = [folded(word) for word in name.replace("&", " and ").split()]
    parts = [part for part in parts if part]
    if parts[:1] == ["the"]:
        parts = parts[1:]
    if parts[-1:] in (["ltd"], ["limited"], ["plc"], ["cic"], ["cio"]):
        parts = parts[:-1]
    return "".join(parts) or folded(name)


def _lowered(word: str) -> str:
    """One word of a name in capitals: little words small, initials and words without a vowel as they are."""
    letters = re.sub(r"[^A-Z]", "", word)
    if LITTLE.fullmatch(letters) and letters == word:
        return word.lower()
    if re.match(r"\W*\d+(ST|ND|RD|TH)\b", word):
        return word.lower()
    if (
        INITIALS.fullmatch(letters)
        or (not re.search(r"[AEIOUY]", letters) and not SHORTENED.fullmatch(letters))
        or re.search(r"\b[A-Z]\.[A-Z]\b", word)
    ):
        return word
    return re.sub(r"[^\W\d_]+(?:['’][^\W\d_]+)?", lambda part: part.group().capitalize(), word.lower())


CLEANERS: dict[str, Callable[[list[Any], Context], Any]] = {
    "organisation_name": organisation_name,
    "uncapitalised_name": uncapitalised_name,
    "unbracketed_name": unbracketed_name,
    "chain_name": chain_name,
    "jobcentre_name": kind_named("Jobcentre"),
    "community_hub_name": kind_named("Community Hub"),
}
