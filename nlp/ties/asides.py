"""Bodies that somebody goes to, told by the way: "her GP surgery", "has started there", "CAB appt 22nd"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.clauses import Stretch, sentence_before
from nlp.experiencers import resolve
from nlp.reading import Reading
from nlp.spans import Span
from nlp.ties.tie import Details, Rule, Tie, resident_before

OWN = re.compile(r"(?<!\w)(his|her|their) (?:\w+ )?$", re.IGNORECASE)
ONES_OWN = re.compile(
    r"(?:school|academy|college|nursery|surgery|practice|playgroup|pre-?school|day centre|gurdwara|mosque|church)s?$",
    re.IGNORECASE,
)
"""Bodies that are called somebody's because they go there."""
REFERRER = re.compile(r"(?<!\w)ref(?:erred|'d)?(?: [\w ]{1,40})? by (?:the |his |her |their )?$", re.IGNORECASE)
THERE = re.compile(
    r"(?<!\w)(?:start(?:s|ed|ing)?|settled|goes|going|went|been|attend(?:s|ed|ing)|eat(?:s|ing)|slept|sleep(?:s|ing)|comes|came|coming|registered|enrolled) (?:\w+ )?there(?!\w)",
    re.IGNORECASE,
)
DAY = r"(?:\d|mon|tue|wed|thu|fri|sat|sun|today|tomorrow|this|next|w/|with|every|each|weekly|fortnightly|booked|due)"
MEETS = re.compile(
    rf" (?:appt|appointment|session|class|group|drop-?in|review|lesson)s? (?:on |at |for |is )*{DAY}", re.IGNORECASE
)
"""After a body, a meeting with it that has its day."""
AT = re.compile(r"\bat (?:the )?$", re.IGNORECASE)
NOT_GONE_TO = re.compile(
    r"hospital|infirmary|a&e|\bED\b|ward|police|court|casualty|civic|council|town hall|office|home|house|lodge|refuge|hostel|prison|HMP|YOI",
    re.IGNORECASE,
)
"""Where people are seen and do not go of themselves, or live."""
PAST = re.compile(r"\b(?:used to|was|were|previously|formerly) (?:\w+ )?at (?:the )?$", re.IGNORECASE)
SAID_OF = re.compile(r"\b(?:he|she|they)\b", re.IGNORECASE)
LEAD = 30
"""So many characters may stand before a body that a sentence begins with."""
PLAIN = re.compile(r"[^.;,:\n]{0,50}")
CASE = re.compile(r"(?:case|file|support|sessions?|work|order) (?:with|at|under) (?:the )?$", re.IGNORECASE)
CLOSED = re.compile(
    r" (?:has |have |was |is |are |now |been )*(?:closed|ended|finished|stopped|come to an end)(?!\w)", re.IGNORECASE
)


def by_owner(reading: Reading, told: set[Span]) -> Iterator[Tie]:
    """A school, surgery or place of worship that is called somebody's own, or that refers them."""
    for body in reading.of("ORG"):
        if not ONES_OWN.search(reading.text[body.start : body.end]):
            continue
        own = OWN.search(reading.text, max(0, body.start - 24), body.start)
        if own:
            yield "ATTENDS", resolve(reading, own[1].lower(), own.start(1)), body, {}
        elif REFERRER.search(reading.text, max(0, body.start - 60), body.start):
            yield "ATTENDS", resident_before(reading, body.start), body, {}


def by_there(reading: Reading, told: set[Span]) -> Iterator[Tie]:
    """The body spoken of last before somebody has started there."""
    for verb in THERE.finditer(reading.text):
        sentence = reading.sentences.at(verb.start())
        before = sentence_before(reading.text, reading.sentences, sentence)
        bodies = [one for one in reading.within(before.start, verb.start()) if one.label == "ORG"]
        if bodies:
            yield "ATTENDS", resident_before(reading, verb.start()), bodies[-1], {}


def by_day(reading: Reading, told: set[Span]) -> Iterator[Tie]:
    """A body that somebody has an appointment with on a day."""
    for body in reading.of("ORG"):
        if MEETS.match(reading.text, body.end):
            yield "ATTENDS", resident_before(reading, body.start), body, {}


def by_place(reading: Reading, told: set[Span]) -> Iterator[Tie]:
    """A body at which somebody does something, or a worker with them: "gives Vincent his depot at the clinic"."""
    for body in reading.of("ORG"):
        name = reading.text[body.start : body.end]
        if not AT.search(reading.text, max(0, body.start - 8), body.start) or NOT_GONE_TO.search(name):
            continue
        sentence = reading.sentences.at(body.start)
        before = reading.within(sentence.start, body.start)
        workers = [s for s in before if s.label == "ROLE" or reading.main(s) in reading.professionals]
        met = reading.residents(sentence.start, body.start)
        if met and (not workers or workers[-1].start < met[-1].start) and PLAIN.fullmatch(reading.text, met[-1].end, body.start):
            yield "ATTENDS", reading.main(met[-1]), body, when(reading, body)
        elif not met and len(reading.text[sentence.start : body.start]) < LEAD and (who := met_after(reading, body, sentence)):
            yield "ATTENDS", who, body, {}
        elif not met and not workers and reading.hasty:
            yield "ATTENDS", reading.subject, body, when(reading, body)


def met_after(reading: Reading, body: Span, sentence: Stretch) -> Span | None:
    """Whom a sentence speaks of that begins with where: "At Little Acorns she has begun"."""
    pronoun = SAID_OF.search(reading.text, body.end, sentence.end)
    after = reading.residents(body.end, sentence.end)
    if pronoun and (not after or pronoun.start() < after[0].start):
        return resolve(reading, pronoun.group().lower(), pronoun.start())
    return reading.main(after[0]) if after else None


def when(reading: Reading, body: Span) -> Details:
    """Whether going there is over: "was at the day centre before the operation"."""
    return {"historical": True} if PAST.search(reading.text, max(0, body.start - 24), body.start) else {}


def by_case(reading: Reading, told: set[Span]) -> Iterator[Tie]:
    """A body with which somebody's case is closed."""
    for body in reading.of("ORG"):
        if CLOSED.match(reading.text, body.end) and CASE.search(reading.text, max(0, body.start - 24), body.start):
            yield "ATTENDS", resident_before(reading, body.start), body, {"historical": True}


ASIDE: tuple[Rule, ...] = (by_there, by_day, by_case, by_owner, by_place)
