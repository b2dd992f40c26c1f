"""Bodies that no list knows, told by somebody's being sent or going there, or by what they do for somebody."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from nlp.cues import Cue
from nlp.spans import Span
from nlp.vocabulary import Vocabulary, either, read

WHO = r"(?: (?:him|her|them|mum|dad|both|(?:the |this )?(?:family|couple)|(?:Mrs? |Ms )?(?-i:[A-Z])\w+(?: (?-i:[A-Z])\w+)?))?"
NAME = re.compile(
    r",? ?(?:the )?(?P<name>[A-Z][\w'&-]+(?: (?:of|for|and|&|to|of the|for the|and the) [A-Z][\w'&-]+| [A-Z][\w'&-]+| \d+(?=\W))*)"
)
SMALL = re.compile(r" (?:the |their |his |her )?(?P<name>[a-z][a-z'&-]+(?: [a-z][a-z'&-]*){0,3})")
FOR = re.compile(r" for (?P<whom>\w+)(?: \w+)?$")
MORE = re.compile(r" ?(?:[+&/]|\band\b|,) ?")
SENT = Cue(re.compile(r"(?<!\w)(?:(?:re-?|self-?)?ref(?:'?d|erred|s)?|sign-?posted)(?= [a-z])", re.IGNORECASE))
"""Sent, without a "to": "ref floating support"."""
CASE_NUMBER = re.compile(r"[A-Z]{1,5}(?:[-/][A-Z0-9]+)*[-/]?\d")
"""What "ref" stands before as often: a case's number."""
DOER = re.compile(r"(?<![\w'-])(?P<name>[A-Z][\w'&-]+(?: (?:(?:of|for|and|the|&|to|in) )?[A-Z][\w'&-]+){1,4}) (?=[a-z])")
CAMEL = re.compile(r"[A-Z][a-z]+[A-Z][a-z]+\w*")
PLACE_LAST = re.compile(
    r" (?:Court|Close|Road|Rd|Street|St|Lane|Drive|Avenue|Av|Ave|Way|Row|Terrace|Square|Gardens|Crescent|Place|Walk|Point|Towers?|Flats?|Estate|Park|Green|Hill|Hall|House|Hse|Rooms|Vestry"
    r"|Chapel|Church|Cottage|Farm|Lodge|Bridge|Station|Arches|Common|Moor|Forge|Exchange|Hotel|Inn|Payment|Credit|Allowance|Benefit)$"
)
"""How a place's name ends, and a payment's."""
CALLED = re.compile(r"(?:rang|phoned|telephoned|emailed|contacted|asked|texted|messaged|approached)$", re.IGNORECASE)
COMMON_LAST = re.compile(
    r"(?:ings?|[^s]s|[a-z][A-Z]\w+| (?:judo|line|works?|club|care|hub|chapel|trust|project|caff?[ei]|kitchen|table|space|place|path|house|way|link|together|start"
    r"|mind|voice|future|choice|hand|heart|shed|base|lodge|haven|reach|connect|forward|first|church|mosque|gym|pool|farm|garden|library|studio|bureau|law|circle|kitchen|cafe|café)|\w*[Tt]herapy)$"
)
"""How a body's name ends and few people's, for when the model takes it for a person."""
ENDS = re.compile(r"(?:[.,;:(\n]| -|$| (?:see|to|will|who|which|re|about|for|\d))")
"""What may stand after a body that is only called, in small letters."""
COMMON = frozenset(
    [
        "youth",
        "young",
        "family",
        "community",
        "health",
        "care",
        "support",
        "new",
        "team",
        "service",
        "children",
        "home",
        "house",
        "street",
        "carers",
        "first",
        "day",
        "school",
        "centre",
        "welcome",
        "adult",
        "families",
        "early",
        "working",
        "people",
        "women",
        "men",
        "parents",
        "together",
        "high",
        "place",
        "british",
        "english",
        "help",
        "night",
        "round",
        "table",
        "christmas",
        "mental",
        "wellbeing",
        "muslim",
        "park",
        "church",
        "hill",
        "green",
        "bridge",
        "mill",
        "cross",
        "field",
        "village",
        "town",
        "vision",
        "sight",
        "hearing",
        "play",
        "stay",
        "child",
        "victim",
        "debt",
        "legal",
        "warm",
        "good",
        "christian",
    ]
)
"""Words that no person is called by, though they open the names of bodies."""


@dataclass(frozen=True)
class Signs:
    """What stands before a body's name, and what none begins or goes on with."""

    sends: Cue
    belongs: Cue
    goes: Cue
    asks: Cue
    calls: Cue
    acts: re.Pattern[str]
    no_body: frozenset[str]
    no_more: frozenset[str]


@lru_cache(maxsize=1)
def signs() -> Signs:
    """The signs of patterns/destinations.yaml."""
    listed = read("destinations")
    cues = {name: either(listed[name], {"who": WHO}) for name in ("sends", "belongs", "goes", "asks", "calls")}
    acts = re.compile(rf"(?:{listed['acts'].strip()})(?!\w)")
    return Signs(**cues, acts=acts, no_body=frozenset(listed["no_body"].split()), no_more=frozenset(listed["no_more"].split()))


def find_sent(text: str, words: Vocabulary, votes: Sequence[Span]) -> Iterator[Span]:
    """Names after words that send somebody there, whatever else they could be."""
    known = signs()
    yield from asked(text, words, votes, known)
    yield from after_signs(text, words, (), ((2, known.sends), (2, SENT)))


def find_destinations(text: str, words: Vocabulary, votes: Sequence[Span]) -> Iterator[Span]:
    """Names after words that tell of going somewhere, and names that act as only a body does."""
    known = signs()
    yield from after_signs(text, words, votes, ((1, known.belongs), (0, known.goes)))
    yield from doers(text, words, votes, known)


def after_signs(text: str, words: Vocabulary, votes: Sequence[Span], patterns: Iterable[tuple[int, Cue]]) -> Iterator[Span]:
    """The names after signs, each believed as much as its sign says."""
    known = signs()
    for trust, pattern in patterns:
        for sign in pattern.finditer(text):
            name = NAME.match(text, sign.end())
            if name:
                if is_name(name, words, votes, trust):
                    yield Span(name.start("name"), end_of(name, words), "ORG")
            elif trust:
                yield from in_small_letters(text, sign.end(), words, known)


def asked(text: str, words: Vocabulary, votes: Sequence[Span], known: Signs) -> Iterator[Span]:
    """Names of several words after words of asking, whatever the model takes them for: "joins Orchard Park Judo"."""
    for sign in known.asks.finditer(text):
        name = NAME.match(text, sign.end())
        if not name or not is_strange(name["name"], words):
            continue
        person = CALLED.match(sign.group()) or any(v.start <= name.start("name") and name.end("name") <= v.end for v in votes)
        if not person or COMMON_LAST.search(name["name"]):
            yield Span(name.start("name"), end_of(name, words), "ORG")
    for sign in known.calls.finditer(text):
        found = SMALL.match(text, sign.end())
        end = small_end(found, words, known) if found else None
        if found and end and " " in text[found.start("name") : end] and ENDS.match(text, end):
            yield Span(found.start("name"), end, "ORG")


def end_of(name: re.Match[str], words: Vocabulary) -> int:
    """Where a body's name ends: before "for Nasra"."""
    whom = FOR.search(name["name"])
    return name.start("name") + whom.start() if whom and whom["whom"].lower() in words.given else name.end("name")


def is_strange(name: str, words: Vocabulary) -> bool:
    """Whether several words in capitals are no person's name as far as lists know, and no town's."""
    parts = name.lower().replace("\u2019", "'").split()
    if any(words.titles.fullmatch(part + " ") for part in name.split()) or CASE_NUMBER.match(name) or name.lower() in words.towns:
        return False
    camel = bool(CAMEL.fullmatch(name))
    return camel or (
        len(parts) > 1
        and parts[0].split("-")[0] not in words.given
        and parts[-1] not in words.surnames | words.given
        and not PLACE_LAST.search(name)
        and (parts[0] not in words.not_names - COMMON or bool(COMMON_LAST.search(name)))
    )


def is_name(name: re.Match[str], words: Vocabulary, votes: Sequence[Span], trust: int) -> bool:
    """Whether a capitalised name can be a body's: no case number, no person, and no town where one only goes."""
    parts = name["name"].lower().split()
    if CASE_NUMBER.match(name["name"]):
        return False
    if (parts[0] in words.given or parts[0] in words.not_names - COMMON) and not (
        trust == 2 and COMMON_LAST.search(name["name"])
    ):
        return False
    if trust < 2 and (name["name"].lower() in words.towns or words.titles.match(name["name"] + " ")):
        return False
    return trust == 2 or not any(v.start < name.end("name") and name.start("name") < v.end for v in votes)


def in_small_letters(text: str, place: int, words: Vocabulary, known: Signs) -> Iterator[Span]:
    """One body after another in small letters: "ref floating support + debt team"."""
    found = SMALL.match(text, place)
    while found:
        end = small_end(found, words, known)
        if end is None:
            return
        yield Span(found.start("name"), end, "ORG")
        more = MORE.match(text, end)
        found = SMALL.match(text, more.end() - 1) if more and text[more.end() - 1] == " " else None


def small_end(found: re.Match[str], words: Vocabulary, known: Signs) -> int | None:
    """Where a name in small letters ends; None where what stands there is none."""
    parts = found["name"].split(" ")
    first = parts[0]
    if first in known.no_body or first in words.given or first in words.not_names - COMMON or first.endswith(("ed", "'d")):
        return None
    kept = [first]
    for part in parts[1:]:
        if part in known.no_more or part in words.given or (len(part) < 2 and part != "n") or part.endswith("'d"):
            break
        kept.append(part)
    return found.start("name") + len(" ".join(kept))


def doers(text: str, words: Vocabulary, votes: Sequence[Span], known: Signs) -> Iterator[Span]:
    """Names of two words and more that accept, offer or take somebody on."""
    for found in DOER.finditer(text):
        if not known.acts.match(text, found.end()):
            continue
        parts = found["name"].lower().split()
        person = any(v.start < found.end("name") and found.start("name") < v.end for v in votes)
        if not person and parts[0] not in words.not_names - COMMON and not set(parts) & (words.given | words.surnames):
            yield Span(found.start("name"), found.end("name"), "ORG")
