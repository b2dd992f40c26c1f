"""Component: everything that can be found without knowing who is named, by lists and patterns."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from nlp.bodies import find_bodies, find_places, find_venues
from nlp.destinations import find_destinations, find_sent
from nlp.draft import draft_of, votes
from nlp.known import Known
from nlp.needs import find_needs
from nlp.services import find_services
from nlp.spans import Span, choose
from nlp.vocabulary import Vocabulary, vocabulary

LONE_KIN = re.compile(r"child|parent|twin|boys|girls|(?:older |younger |big |little )?lads?", re.IGNORECASE)
NAME_NEXT = re.compile(r" (?P<name>[^\W\d_]{3,})")
OWNED = re.compile(
    r"(?:\b(?:his|her|their|my|our|own|eldest|youngest|neither|either|both|each|surviving|non-?resident|absent|one|two|three|first|second|third|lone|single|only|youngest|oldest|eldest|other)|'s|\d)\s+$",
    re.IGNORECASE,
)
POPS = re.compile(r"pops (?:in|round|over|by|along|out)\b")
JOINED = re.compile(r"(?:Police|Probation|Council|Housing|School|Nursery|CAMHS) and ")
SHORT = re.compile(r"(?<![\w'])(?P<role>ep|mw|pc|wc|yw|ta|pa|ot|dn|om|kw|ho|po|si|fe|co-?ord) (?=(?P<name>[a-z]{2,})\b)")
"""Roles that are other words as often, but not before a given name: "yw kev"."""
NO_KIN = re.compile(
    r"[ -](?:agenc|organisation|evening|line|group|council|teacher|carer|support work|worker|bank|centre|service|club|clinic|massage)"
)


class Gazetteers:
    """Kin, roles, bodies, needs, processes and places; and the names of bodies that the graph knows."""

    def __init__(self) -> None:
        self.bodies = Known((), "ORG")

    def __call__(self, doc: Doc) -> Doc:
        """Finds what lists can tell, and settles which of two that overlap stands."""
        draft, words = draft_of(doc), vocabulary()
        text = draft.text
        places = find_places(text, words)
        kin = [Span(h.start, h.end, "FAMILY", h.value) for h in words.kin.find(text) if is_kin(text, h.start, h.end)]
        roles = [*find_roles(text, words)]
        bodies = [
            *find_bodies(text, words),
            *find_services(text, words),
            *find_sent(text, words, votes(doc)),
            *self.bodies.find(text),
        ]
        plans = processes(text, words)
        needs = find_needs(text, words, [*draft.dates, *kin, *plans])
        addresses = [
            span for span in places if re.match(r"(?:flat |room )?[\d\w]*\d", text[span.start : span.end], re.IGNORECASE)
        ]
        venues = [*places, *find_venues(text, words), *find_destinations(text, words, votes(doc))]
        draft.fixed = choose([addresses, [*draft.dates, *roles, *bodies, *kin, *needs, *plans], venues])
        return doc


def find_roles(text: str, words: Vocabulary) -> Iterator[Span]:
    """Roles; short forms in small letters where a name follows; "Police and health visitor" are two."""
    for hit in words.roles.find(text):
        joined = JOINED.match(text, hit.start, hit.end)
        yield Span(joined.end() if joined else hit.start, hit.end, "ROLE")
    for short in SHORT.finditer(text):
        if short["name"] in words.given:
            yield Span(short.start("role"), short.end("role"), "ROLE")


def processes(text: str, words: Vocabulary) -> list[Span]:
    """Plans, meetings and legal statuses; not the number of one."""
    return [
        Span(h.start, h.end, "PROCESS") for h in words.processes.find(text) if not re.match(r"[-/]\d", text[h.end : h.end + 2])
    ]


def is_kin(text: str, start: int, end: int) -> bool:
    """Whether a kin word names a relative here: "her child", not "the child"."""
    if NO_KIN.match(text[end : end + 14]) or POPS.match(text, start):
        return False
    if not LONE_KIN.fullmatch(text[start:end]) or OWNED.search(text[max(0, start - 14) : start]):
        return True
    named = NAME_NEXT.match(text, end)
    return bool(named and named["name"].lower() in vocabulary().given)


@Language.factory("kith_gazetteers")
def make_gazetteers(nlp: Language, name: str) -> Gazetteers:
    """Gazetteers that know no place's names yet."""
    return Gazetteers()
