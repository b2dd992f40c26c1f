"""Who supports or knows whom."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.clauses import sentence_before
from nlp.experiencers import resolve
from nlp.reading import Reading
from nlp.spans import Span
from nlp.ties.tie import FAMILY_WORD, SUBJECT_PRONOUN, Tie, flags, next_bodies, resident_after, resident_before
from nlp.vocabulary import vocabulary

HELPERS = ("PERSON", "ROLE", "FAMILY")
NOBODY = re.compile(r"\b(?:nobody|no one|no-one|none)\b[^.;\n]{0,30}$", re.IGNORECASE)
FREQUENT = re.compile(
    r"\s+(?:every|daily|weekly|each|most|often|regularly|(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)days?)\b", re.IGNORECASE
)
"""How often somebody does something for whom a note is about: "nan rings sundays"."""
WORKER_OF = re.compile(
    r"\b(?:1[:\- ]1|one[ -]to[ -]one|sessions?|supervision|appointments?|appt|mentoring|keywork(?:ing)?|counselling)"
    r"(?: (?:on )?[\d/.]+| on \w+| weekly| fortnightly| today| yesterday)? with (?:his |her |their |the )?",
    re.IGNORECASE,
)
SOMEBODY = re.compile(r"\s*(?:with |for |after )?(?:him|her|them|his|their)\b", re.IGNORECASE)
"""Whom a note names nowhere else: whoever it is about."""
BOTH = re.compile(r" (?:and|&|\+) (?:(?:her|his|their|the) )?")
"""Between two who do something together."""
BREAK = re.compile(r"[;\n]|[.!?]\s")


def find_helping(reading: Reading) -> Iterator[Tie]:
    """SUPPORTS and KNOWS, from the verbs between helper and helped."""
    verbs = vocabulary().verbs
    for type, name in (("SUPPORTS", "support"), ("KNOWS", "knows")):
        for verb in verbs[name].finditer(reading.text):
            yield from helps(reading, type, verb)
    for verb in verbs["support_alone"].finditer(reading.text):
        yield from helps(reading, "SUPPORTS", verb, alone=True)
    yield from supported(reading)
    yield from seeing_workers(reading)


def helps(reading: Reading, type: str, verb: re.Match[str], alone: bool = False) -> Iterator[Tie]:
    """A helper before a verb and the helped after it, or the one whom the note is about."""
    for helper in helpers_of(reading, verb.start()):
        yield from helps_one(reading, type, helper, verb, alone)


def helpers_of(reading: Reading, place: int) -> list[Span]:
    """Who does what a verb tells, and who is named together with them: "Sue and Parveen bring her"."""
    helper = helper_of(reading, place)
    if helper is None:
        return []
    told = [s for s in reading.within(reading.sentences.at(place).start, place) if s.label in HELPERS]
    nearest = next(
        (at for at in reversed(range(len(told))) if reading.main(reading.holders.get(told[at], told[at])) == helper), None
    )
    if not nearest or not BOTH.fullmatch(reading.between(told[nearest - 1], told[nearest])):
        return [helper]
    return [reading.main(reading.holders.get(told[nearest - 1], told[nearest - 1])), helper]


def helps_one(reading: Reading, type: str, helper: Span, verb: re.Match[str], alone: bool) -> Iterator[Tie]:
    """What a verb tells of one helper."""
    if NOBODY.search(reading.text[max(0, verb.start() - 40) : verb.start()]):
        return
    helped = helped_of(reading, verb.end(), helper, alone)
    if helped is not None and helped != helper and (type == "KNOWS" or may_help(reading, helper, helped)):
        yield type, helper, helped, flags(reading, verb.start(), verb.end())
    elif helped is None and FREQUENT.match(reading.text, verb.end()) and reading.subject != helper:
        yield type, helper, reading.subject, flags(reading, verb.start(), verb.end())
    elif (helped is None and reading.subject is None and SOMEBODY.match(reading.text, verb.end())) or (
        helped is None
        and re.match(r"\s*(?:with )?(?:the |this |whole )?(?:family|household|couple)\b", reading.text[verb.end() :])
    ):
        yield type, helper, None, flags(reading, verb.start(), verb.end())


def may_help(reading: Reading, helper: Span, helped: Span) -> bool:
    """Whether a tie between two makes sense: a note's subject helps kin, and anybody else helps the subject."""
    if helper in reading.professionals or helper.label == "ROLE":
        return True
    names = reading.kin_names
    return helped.label == "FAMILY" or helped in names or helper.label == "FAMILY" or helper in names or helper != reading.subject


def helper_of(reading: Reading, place: int) -> Span | None:
    """Who does what a verb tells: the nearest person, role or relative before it, or whom "she" means."""
    sentence = reading.sentences.at(place)
    before = [s for s in reading.within(sentence.start, place) if s.label in HELPERS and s.end <= place]
    nearest = before[-1] if before else None
    if nearest is None and not reading.text[sentence.start : place].strip(" \n-*"):
        return unsaid(reading, sentence.start)
    pronouns = list(SUBJECT_PRONOUN.finditer(reading.text, sentence.start, place))
    if pronouns and (nearest is None or pronouns[-1].start() > nearest.end):
        return who_does(reading, pronouns[-1])
    if nearest is None or len(reading.text[nearest.end : place]) > 90 or BREAK.search(reading.text[nearest.end : place]):
        return None
    return reading.main(reading.holders.get(nearest, nearest))


def unsaid(reading: Reading, place: int, back: int = 3) -> Span | None:
    """Who does what a sentence without a doer tells: the professional whom one of the sentences before speaks of."""
    for _ in range(back):
        before = reading.sentences.at(max(0, place - 1))
        told = [reading.holders.get(s, s) for s in reading.within(before.start, place) if s.label in ("PERSON", "ROLE")]
        professionals = [reading.main(s) for s in told if s.label == "ROLE" or reading.main(s) in reading.professionals]
        if professionals:
            return professionals[-1]
        place = before.start
    return None


def who_does(reading: Reading, pronoun: re.Match[str]) -> Span | None:
    """Whom a pronoun at the head of a sentence means: whoever the sentence before was about."""
    sentence = reading.sentences.at(pronoun.start())
    inside = [s for s in reading.within(sentence.start, pronoun.start()) if s.label in HELPERS]
    if inside:
        return resolve(reading, pronoun.group().lower(), pronoun.start())
    before = sentence_before(reading.text, reading.sentences, sentence)
    earlier = [s for s in reading.within(before.start, before.end) if s.label == "PERSON"]
    return reading.main(earlier[0]) if earlier else unsaid(reading, before.start) or reading.subject


def helped_of(reading: Reading, place: int, helper: Span, alone: bool) -> Span | None:
    """Who is helped: named or meant right after a verb; where the act alone tells it, the note's subject."""
    rest = reading.text[place : place + 40].lstrip()
    helped = resident_after(reading, place, but=helper)
    if helped is not None and helped != helper:
        return helped
    if alone:
        bodies = [s for s in reading.residents(place, min(len(reading.text), place + 30)) if reading.main(s) != helper]
        other = (
            reading.main(bodies[0])
            if bodies and re.fullmatch(r"[^.;\n]*?\b(?:to|for|on) (?:Mr |Mrs |Ms )?", reading.text[place : bodies[0].start])
            else None
        )
        return other or (reading.subject if reading.subject != helper else None)
    if FAMILY_WORD.match(rest) and not rest.lower().startswith(("the family", "family", "this family", "household")):
        return reading.subject if reading.subject != helper else None
    return None


def seeing_workers(reading: Reading) -> Iterator[Tie]:
    """Somebody's appointment or session with a named worker."""
    for meeting in WORKER_OF.finditer(reading.text):
        for one in next_bodies(reading, meeting.end(), 4, "ROLE", "PERSON")[:1]:
            worker = reading.main(reading.holders.get(one, one))
            if worker in reading.professionals:
                yield "SUPPORTS", worker, resident_before(reading, meeting.start()), flags(reading, meeting.start(), one.end)


def supported(reading: Reading) -> Iterator[Tie]:
    """Helped before "supported by", helper after it."""
    for verb in vocabulary().verbs["supported_by"].finditer(reading.text):
        who = resident_before(reading, verb.start())
        for helper in next_bodies(reading, verb.end(), 24, *HELPERS)[:2]:
            yield "SUPPORTS", reading.holders.get(helper, helper), who, flags(reading, verb.start(), verb.end())
