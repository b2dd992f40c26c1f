"""Who was referred where, and what came of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.outcomes import marked_as, result
from nlp.reading import Reading
from nlp.spans import Span
from nlp.ties.asking import by_acting, by_asking
from nlp.ties.tie import AND, Details, Tie, flags, is_venue, resident_after, resident_before
from nlp.vocabulary import vocabulary

MAYBE = re.compile(
    r"\b(?:may|might|could|would|want|consider|poss|possible|if|need|likes?|interested|to (?:make|be|refer)|plan)\b|\?",
    re.IGNORECASE,
)
MAKE = re.compile(r"\bto (?:make|do|send|complete) (?:a |an )?re-?\s?ref(?:erral)?\b", re.IGNORECASE)
UNWANTED = re.compile(r"\b(?:not|n't|never) (?:want|like|wish)", re.IGNORECASE)
ASKED = re.compile(r"(?:chas|rang|phoned|contacted|emailed)", re.IGNORECASE)
ANYBODY = re.compile(r"\b(?:him|her|them)\b", re.IGNORECASE)
BY = re.compile(r"\bby\b|\bfrom\b")
INFORMED = re.compile(
    r" (?:was |were |is |are |been |also )*(?:informed|aware|notified|copied|updated|told)(?!\w)", re.IGNORECASE
)
"""After a body that is told of something, and nobody is sent to."""
STOP = re.compile(r"[.;\n]|(?: who | but | because | since )")


def find_referrals(reading: Reading) -> Iterator[Tie]:
    """REFERRED_TO with what came of it."""
    told: set[Span] = set()
    for rule in (after_body, judged, by_verb, to_make, by_acting, by_asking):
        for who, body, start, bodies, more in rule(reading):
            if body in told:
                continue
            told.add(body)
            came = result(reading, start, body, bodies)
            yield "REFERRED_TO", who, body, {**more, "outcome": marked_as(came), "result": came}


Found = Iterator[tuple[Span | None, Span, int, list[Span], Details]]


def by_verb(reading: Reading) -> Found:
    """Referred to, signposted to, waiting list for, asked to contact."""
    text = reading.text
    for verb in vocabulary().verbs["refer"].finditer(text):
        bodies = sent_to(reading, verb)
        if ASKED.match(verb.group()) and bodies and not result_told(reading, bodies[-1]):
            continue
        for body in bodies:
            more = flags(reading, verb.start(), body.start)
            more.pop("historical", None)
            if UNWANTED.search(text[max(0, verb.start() - 14) : verb.end()]):
                continue
            if MAYBE.search(verb.group()) or MAYBE.search(text[max(0, verb.start() - 14) : verb.start()]):
                more["hypothetical"] = True
            yield sent(reading, verb, body) or mother(reading), body, verb.start(), bodies, more


def mother(reading: Reading) -> Span | None:
    """Whom a note speaks of that names no other: the mother, where it names her."""
    named = [reading.main(f) for f in reading.of("FAMILY") if f.value == "mother" and reading.named.get(reading.main(f))]
    return named[0] if named and reading.subject is None else None


def result_told(reading: Reading, body: Span) -> bool:
    """Whether words right after a body tell of waiting, as after "rang housing options"."""
    return bool(vocabulary().outcomes["pending"].search(reading.text[body.end : body.end + 30]))


def sent_to(reading: Reading, verb: re.Match[str]) -> list[Span]:
    """The bodies that a verb sends to, past whoever is sent and by whom."""
    end = reading.sentences.at(max(0, verb.end() - 1)).end
    listed: list[Span] = []
    for body in [s for s in reading.within(verb.end(), end) if s.label == "ORG"]:
        gap = reading.text[(listed[-1].end if listed else verb.end()) : body.start]
        direct = len(gap) <= 6 or (
            len(gap) < 70
            and re.search(r"\b(?:to|with|for|at|into|from|in)(?: (?:the|a|an|their|local|his|her|some|our))* $", gap)
        )
        if not (AND.fullmatch(gap) if listed else direct and not STOP.search(gap)):
            if listed:
                break
            continue
        if not is_venue(reading, body) and not INFORMED.match(reading.text, body.end):
            listed.append(body)
    return listed


def sent(reading: Reading, verb: re.Match[str], body: Span) -> Span | None:
    """Who is sent: named after the verb ("refer Neville to"), else before it."""
    between = reading.text[verb.end() : body.start]
    after = resident_after(reading, verb.end())
    if after is not None and after.end <= body.start and not BY.match(between.strip()):
        return after
    if after is not None and re.match(r"\s*(?:him|her|them)\b", between):
        return after
    helped = resident_after(reading, body.end + len(" to help")) if reading.text[body.end :].startswith(" to help") else None
    return helped or resident_before(reading, verb.start())


def after_body(reading: Reading) -> Found:
    """CAMHS referral declined; SALT ref'd."""
    text = reading.text
    for body in reading.of("ORG"):
        for verb in vocabulary().verbs["referral_after"].finditer(text, body.end, min(len(text), body.end + 60)):
            if re.fullmatch(r"'?s? ", text[body.end : verb.start()]) and not re.match(
                r" (?:to|order|form|him|her|them|[A-Z]\w+ to)\b", text[verb.end() :]
            ):
                yield resident_before(reading, body.start), body, verb.start(), [body], {}
            break


def judged(reading: Reading) -> Found:
    """Calder Homes declined her application; turned down by Foundry Court; offered a place at the refuge."""
    verbs, text = vocabulary().verbs, reading.text
    for body in reading.of("ORG"):
        match = verbs["judged"].match(text, min(len(text), body.end + 1))
        if match:
            yield judged_one(reading, match) or resident_before(reading, body.start), body, body.end, [body], {}
    for name in ("turned_down", "offered"):
        for verb in verbs[name].finditer(text):
            for body in sent_to(reading, verb)[:1]:
                if len(text[verb.end() : body.start]) < 12:
                    yield resident_before(reading, verb.start()), body, verb.start(), [body], {}


def judged_one(reading: Reading, verb: re.Match[str]) -> Span | None:
    """Who is accepted or refused: "accepted him", "declined the referral for Gwen", "offered the mother lessons"."""
    after = reading.text[verb.end() :]
    if after.startswith(" for"):
        return resident_after(reading, verb.end() + len(" for"))
    meant = ANYBODY.search(verb.group())
    if meant:
        return resident_after(reading, verb.start() + meant.start() - 1)
    return resident_after(reading, verb.end())


def to_make(reading: Reading) -> Found:
    """A referral still to be made, told after the body it is for."""
    for verb in MAKE.finditer(reading.text):
        bodies = [b for b in reading.of("ORG") if b.end <= verb.start()]
        if bodies:
            yield reading.subject, bodies[-1], verb.start(), bodies[-1:], {"hypothetical": True}
