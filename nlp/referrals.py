"""Who was referred where, and what came of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.reading import Reading
from nlp.spans import Span
from nlp.ties import Tie, flags, next_bodies, resident_before
from nlp.vocabulary import vocabulary

MAYBE = re.compile(
    r"\b(?:may|might|could|would|want|consider|poss|if|need|likes?|interested|to (?:make|be|refer)|plan|will)\b|\?", re.IGNORECASE
)
SOFT = re.compile(r"^(?:may|might|could|would|wants?|needs?|interested)", re.IGNORECASE)
MAKE = re.compile(r"\bto (?:make|do|send|complete) (?:a |an )?re-?\s?ref(?:erral)?\b", re.IGNORECASE)


def find_referrals(reading: Reading) -> Iterator[Tie]:
    """REFERRED_TO with its outcome: accepted, declined, pending or none."""
    verbs, text = vocabulary().verbs, reading.text
    for verb in verbs["refer"].finditer(text):
        bodies = next_bodies(reading, verb.end())
        for body in bodies:
            more = flags(reading, verb.start(), body.start)
            more.pop("historical", None)
            if MAYBE.search(verb.group()) or MAYBE.search(text[max(0, verb.start() - 14) : verb.start()]):
                more["hypothetical"] = True
            outcome = result(reading, verb.start(), body, bodies)
            who = resident_before(reading, verb.start())
            yield "REFERRED_TO", who, body, {**more, "outcome": outcome}
    for verb in verbs["referral_after"].finditer(text):
        for body in reading.of("ORG", "ROLE"):
            if re.fullmatch(r"'?s? ", text[body.end : verb.start()]):
                outcome = result(reading, verb.start(), body, [body])
                yield "REFERRED_TO", resident_before(reading, body.start), body, {"outcome": outcome}
    for verb in MAKE.finditer(text):
        bodies = [b for b in reading.of("ORG") if b.end <= verb.start()]
        if bodies and not next_bodies(reading, verb.end()):
            yield "REFERRED_TO", reading.subject, bodies[-1], {"hypothetical": True, "outcome": "none"}


def result(reading: Reading, start: int, body: Span, bodies: list[Span]) -> str:
    """What a note says came of a referral, in the same sentence or the next."""
    sentence = reading.sentences.at(start)
    follow = reading.sentences.at(min(len(reading.text) - 1, sentence.end))
    reach = follow.end if follow.start >= sentence.end else sentence.end
    later = [v.start() for v in vocabulary().verbs["refer"].finditer(reading.text, body.end, reach)]
    own = reading.text[body.end : min([reach, *later])]
    if len(bodies) > 1:
        latter = re.search(r"(?:declined|accepted|refused) (?:the )?(latter|former)", own)
        if latter and (latter[1] == "latter") != (body == bodies[-1]):
            return "none"
    lead = reading.text[start : body.start]
    found = [
        (match.start(), outcome)
        for outcome, pattern in vocabulary().outcomes.items()
        if (match := pattern.search(own[:140])) is not None
    ]
    if found:
        return min(found)[1]
    before = reading.text[max(sentence.start, start - 30) : start] + lead
    return "pending" if re.search(r"wait(?:ing)? ?list|awaiting|chas(?:ed|ing)", before, re.IGNORECASE) else "none"
