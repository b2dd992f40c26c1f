"""Component: everything that can be found without knowing who is named, by lists and patterns."""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc

from nlp.bodies import find_bodies, find_places, find_triggered, find_venues
from nlp.draft import draft_of, votes
from nlp.known import Known
from nlp.needs import find_needs
from nlp.spans import Span, choose
from nlp.vocabulary import Vocabulary, vocabulary

LONE_KIN = re.compile(r"child|parent|twins?", re.IGNORECASE)
OWNED = re.compile(
    r"(?:\b(?:his|her|their|my|our|one|two|three|first|second|third|lone|single|only|youngest|oldest|eldest|other)|'s|\d)\s+$",
    re.IGNORECASE,
)
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
        roles = [Span(h.start, h.end, "ROLE") for h in words.roles.find(text)]
        bodies = [*find_bodies(text, words), *self.bodies.find(text)]
        plans = processes(text, words)
        needs = find_needs(text, words, [*draft.dates, *kin, *plans])
        addresses = [
            span for span in places if re.match(r"(?:flat |room )?[\d\w]*\d", text[span.start : span.end], re.IGNORECASE)
        ]
        venues = [*places, *find_venues(text, words), *find_triggered(text, words, votes(doc))]
        draft.fixed = choose([addresses, [*draft.dates, *roles, *bodies, *kin, *needs, *plans], venues])
        return doc


def processes(text: str, words: Vocabulary) -> list[Span]:
    """Plans, meetings and legal statuses; not the number of one."""
    return [
        Span(h.start, h.end, "PROCESS") for h in words.processes.find(text) if not re.match(r"[-/]\d", text[h.end : h.end + 2])
    ]


def is_kin(text: str, start: int, end: int) -> bool:
    """Whether a kin word names a relative here: "her child", not "the child"."""
    if NO_KIN.match(text[end : end + 14]):
        return False
    return not LONE_KIN.fullmatch(text[start:end]) or bool(OWNED.search(text[max(0, start - 12) : start]))


@Language.factory("kith_gazetteers")
def make_gazetteers(nlp: Language, name: str) -> Gazetteers:
    """Gazetteers that know no place's names yet."""
    return Gazetteers()
