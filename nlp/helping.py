"""Who supports or knows whom, and who attends which body."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.reading import Reading
from nlp.spans import Span
from nlp.ties import FAMILY_WORD, Details, Tie, flags, next_bodies, resident_before
from nlp.vocabulary import vocabulary

SCHOOL = re.compile(r"school|academy|college|primary|nursery|high$|pre-?school|sixth form", re.IGNORECASE)
NEVER = re.compile(r"(?:not|isn't|isnt|aren't|wasn't|never)(?: been| currently)? $", re.IGNORECASE)


def find_helping(reading: Reading) -> Iterator[Tie]:
    """SUPPORTS, KNOWS and ATTENDS, from the verbs between helper and helped."""
    for type, name in (("SUPPORTS", "support"), ("KNOWS", "knows")):
        for verb in vocabulary().verbs[name].finditer(reading.text):
            yield from helps(reading, type, verb)
    yield from supported(reading)
    yield from attends(reading)


def helps(reading: Reading, type: str, verb: re.Match[str]) -> Iterator[Tie]:
    """A helper before a verb and the helped after it."""
    sentence = reading.sentences.at(verb.start())
    heads = [s for s in reading.of("PERSON", "ROLE", "FAMILY") if sentence.start <= s.start and s.end <= verb.start()]
    holders = {role: person for person, role in reading.roles.items()}
    head = holders.get(heads[-1], heads[-1]) if heads else None
    if head is None or head == reading.subject or not near(reading, head, verb.start()):
        return
    for helped in tail_of(reading, verb.end()):
        if helped is None or reading.main(helped) != reading.main(head):
            yield type, head, helped, flags(reading, verb.start(), verb.end())


def near(reading: Reading, head: Span, place: int) -> bool:
    """Whether only the helper's own description stands between them and the verb."""
    gap = reading.text[head.end : place]
    return len(gap) < 60 and not re.search(r"[;\n]|\.\s", gap)


def tail_of(reading: Reading, place: int) -> list[Span | None]:
    """Who is helped: the resident right after a verb, None for "the family"; empty for nobody."""
    end = reading.sentences.at(max(0, place - 1)).end
    for resident in reading.residents(place, end):
        if re.fullmatch(r"\s*(?:(?:(?:his|her|their|Mr|Mrs|Ms|Miss|both|w|with)\.?\s+)*)", reading.text[place : resident.start]):
            return [reading.main(resident)]
        break
    rest = reading.text[place:].lstrip()
    if re.match(r"(?:the |this |whole )?(?:family|household|couple)\b", rest):
        return [None]
    return [reading.subject] if FAMILY_WORD.match(rest) else []


def supported(reading: Reading) -> Iterator[Tie]:
    """Helped before "supported by", helper after it."""
    for verb in vocabulary().verbs["supported_by"].finditer(reading.text):
        helpers = next_bodies(reading, verb.end(), 24, "PERSON", "ROLE", "FAMILY")
        holders = {role: person for person, role in reading.roles.items()}
        who = resident_before(reading, verb.start())
        for helper in helpers[:2]:
            yield "SUPPORTS", holders.get(helper, helper), who, flags(reading, verb.start(), verb.end())


def attends(reading: Reading) -> Iterator[Tie]:
    """Attending, open to, closed to, not known to; and the school of the child a note is about."""
    verbs, told = vocabulary().verbs, set()
    for name, flag in (("attend_not", "negated"), ("attend_closed", "historical"), ("attend", "")):
        for verb in verbs[name].finditer(reading.text):
            if re.search(r"\b(?:I|we|We)(?:'m|'ve|'re)?\s+$", reading.text[: verb.start()]):
                continue
            for body in next_bodies(reading, verb.end(), 26):
                if body not in told:
                    told.add(body)
                    more: Details = {flag: True} if flag else flags(reading, verb.start(), body.start)
                    if not flag and NEVER.search(reading.text[: verb.start()]):
                        more["negated"] = True
                    yield "ATTENDS", resident_before(reading, verb.start()), body, more
    helpers = re.compile(r" (?:have|has) been (?:supporting|helping|seeing|working with)| (?:is|are) (?:supporting|helping)")
    for body in reading.of("ORG"):
        if body not in told and helpers.match(reading.text[body.end :]):
            yield "ATTENDS", reading.subject, body, {}
    schools = [b for b in reading.of("ORG") if SCHOOL.search(reading.text[b.start : b.end])]
    if schools and not any(school in told for school in schools) and reading.subject:
        yield "ATTENDS", reading.subject, max(schools, key=lambda s: s.end - s.start), {}
