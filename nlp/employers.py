"""Bodies that no list knows, told by whoever works for them: Tariq Jones from Steps Ahead."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nlp.cover import Cover
from nlp.destinations import COMMON, is_strange
from nlp.spans import Span
from nlp.vocabulary import Vocabulary

NAMED = re.compile(
    r"(?:,? (?:from|at|of|with|@)(?: the)? | ?\(|@|, )(?P<name>[A-Z][\w'&-]*(?: (?:(?:of|for|and|the|&|in|to) )?[A-Z][\w'&-]*){0,4})"
)


def find_employers(text: str, spans: Sequence[Span], words: Vocabulary) -> Iterator[Span]:
    """Capitalised names after a role, or after a person with a role before them."""
    # What was taken for a person, though no list knows the name, does not stand in the way of a body.
    strange = [s for s in spans if s.label == "PERSON" and is_strange(text[s.start : s.end], words)]
    cover = Cover(len(text), [s for s in spans if s not in strange])
    before: Span | None = None
    for span in spans:
        worker = span.label == "ROLE" or (span.label == "PERSON" and before is not None and beside(text, before, span))
        match = NAMED.match(text, span.end) if worker else None
        if match and is_body(text, match, words, cover, span):
            yield Span(match.start("name"), match.end("name"), "ORG")
        before = span


def beside(text: str, role: Span, person: Span) -> bool:
    """Whether a role stands right before a person."""
    return role.label == "ROLE" and len(text[role.end : person.start].strip(" ,:-(")) <= 4


def is_body(text: str, match: re.Match[str], words: Vocabulary, cover: Cover, worker: Span) -> bool:
    """Whether a name after a worker is a body: free of all else, no town, no person."""
    name = match["name"]
    first = name.split()[0].lower()
    if not cover.free(match.start("name"), match.end("name")) or name.lower() in words.towns:
        return False
    if "(" in match.group() and (worker.label == "ROLE" or " " not in name):
        return False
    if match.group().startswith((", ", " with ")) and not is_strange(name, words):
        return False
    return first not in words.given and first not in words.not_names - COMMON and len(name) > 2
