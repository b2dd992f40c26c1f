"""Who attends, or is open to, which body."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.reading import Reading
from nlp.spans import Span
from nlp.ties.asides import ASIDE
from nlp.ties.tie import Details, Tie, each_once, flags, is_venue, next_bodies, resident_after, resident_before
from nlp.vocabulary import vocabulary

SCHOOL = re.compile(
    r"school|academy|college|primary|nursery|high$|pre-?school|sixth form|juniors?$|infants?$|comprehensive|comp$|referral unit|playgroup",
    re.IGNORECASE,
)
GENERIC = re.compile(
    r"(?:the )?(?:school|nursery|college|primary|primary school|high school|secondary school|academy)", re.IGNORECASE
)
NEVER = re.compile(r"(?:not|isn't|isnt|aren't|wasn't|never)(?: been| currently)? $", re.IGNORECASE)
FUTURE = re.compile(r"\b(?:hopes? to|due to|will|wants? to|would like to|may|might|could|if)\b", re.IGNORECASE)
OWN = re.compile(r"\b(?:I|we|We)(?:'m|'ve|'re)?\s+$")
GIVES = re.compile(
    r" (?:(?:(?:have|has) been|(?:is|are)|will be|continues? to|will)(?: still)? (?:supporting|helping|seeing|working with|support|help|provid\w+)"
    r"|(?:sees?|seeing|feeds?|feeding|knows|welcomes|teaches|coaches|rings?(?= \w+ (?:w(?:ee)?kly|daily|every))|visits?|visiting)(?= )| going in\b(?= )|stopped (?:taking|seeing|having)(?= ))"
)
EMPLOYS = re.compile(r"(?:\w|\)) (?:from|of|at|for) (?:the )?$")
"""Before a body whose worker, and not itself, does something."""
LIVED_IN = re.compile(r"\b(?:home|lodge|refuge|hostel|foyer|approved premises|HMP|YOI|prison)\b", re.IGNORECASE)
GOING = re.compile(r"(?:go|going|gone|went|come|comes|coming) (?:along )?to$", re.IGNORECASE)
THOUGHT = re.compile(
    r"\b(?:(?:referral|application|letter|form|email|report|copy)s?(?: \w+){0,2}|(?:may|might|could|would like to|would(?:n't| not)|(?:not|n't) want to)) (?:go|gone|went|going|come)\b",
    re.IGNORECASE,
)
BARE = re.compile(r"(?:still |also |now |regularly )*(?:goes|loves|enjoys|likes|registered)", re.IGNORECASE)
"""Verbs of going that a hasty note leaves without a "to"."""
BESIDE = re.compile(r",? \(?(?:yr ?\w+ |year \w+ |y\d+ |[a-z ]{0,12})?(?:at|@|in|-|of)? ?(?:the )?", re.IGNORECASE)
OVER = re.compile(
    r"'?s? (?:has |have |is |are |now |support )*(?:finished|ended|stopped|closed (?:him|her|them)|closed (?:the |his |her |their )?(?:case|file)|signed (?:him|her|them) off|discharged (?:him|her|them))\b"
)
WEAK = re.compile(r"(?:is |are |was |been )*(?:in|moved to|stays at|lives at|use|helped at)", re.IGNORECASE)
MEETING = re.compile(
    r"\b(?:saw|met|met with|meets|seen|knows|sees|introduced|accompanied|accompanies|mentor(?:s|ing)|takes|took|taking|gets?|got|brings|brought|drives|drove|walks"
    r"|collects|picks up|supervision with|appt with|appointment with|1:1 with|review with)\s",
    re.IGNORECASE,
)
LEAD = re.compile(r".{0,6}|(?:Mr|Dr) (?:and|&|\+) Mrs ", re.IGNORECASE)
"""What may stand between meeting and whom one meets."""
OBJECT = re.compile(r"(?:him|her|them)\b", re.IGNORECASE)
PLACED = re.compile(r"[^.;\n]{0,40}?\b(?:at|to|from) (?:the |a )?", re.IGNORECASE)
HOSPITAL = re.compile(r"a&e|hospital|infirmary|\bED\b|ward|police|court|casualty", re.IGNORECASE)


def find_attendance(reading: Reading) -> Iterator[Tie]:
    """ATTENDS: going to, open to, closed to, not known to; and the named school of whoever a note is about."""
    yield from each_once(reading, (by_verb, by_end, by_help, by_meeting, *ASIDE, by_school))


def by_verb(reading: Reading, told: set[Span]) -> Iterator[Tie]:
    """Attends, engaging with, open to; closed to; not known to."""
    verbs = vocabulary().verbs
    for name, flag in (("attend_not", "negated"), ("attend_closed", "historical"), ("attend", "")):
        for verb in verbs[name].finditer(reading.text):
            if OWN.search(reading.text[max(0, verb.start() - 12) : verb.start()]) or is_no_going(reading.text, verb):
                continue
            for body in next_bodies(reading, verb.end(), 6 if WEAK.fullmatch(verb.group().strip()) else 26):
                if WEAK.fullmatch(verb.group().strip()) and not SCHOOL.search(reading.text[body.start : body.end]):
                    continue
                if flag == "historical" and LIVED_IN.search(reading.text[body.start : body.end]):
                    continue
                if BARE.fullmatch(verb.group().strip()) and body.start - verb.end() > 2:
                    continue
                more = details(reading, verb, body, flag)
                yield "ATTENDS", resident_before(reading, verb.start()), body, more


def is_no_going(text: str, verb: re.Match[str]) -> bool:
    """Whether it is a paper that goes somewhere, or somebody only thinks of going: "a referral has gone to", "may go to"."""
    return bool(GOING.search(verb.group()) and THOUGHT.search(text[max(0, verb.start() - 24) : verb.end()]))


def details(reading: Reading, verb: re.Match[str], body: Span, flag: str) -> Details:
    """The flags of attending."""
    more: Details = {flag: True} if flag else flags(reading, verb.start(), body.start)
    if not flag and NEVER.search(reading.text[max(0, verb.start() - 30) : verb.start()]):
        more["negated"] = True
    if not flag and FUTURE.search(reading.text[max(0, verb.start() - 14) : verb.end()]):
        more["hypothetical"] = True
    return more


def by_help(reading: Reading, told: set[Span]) -> Iterator[Tie]:
    """A body that has been supporting somebody."""
    for body in reading.of("ORG"):
        gives = GIVES.match(reading.text, body.end)
        if gives and not EMPLOYS.search(reading.text[max(0, body.start - 12) : body.start]):
            yield "ATTENDS", resident_after(reading, gives.end()) or reading.subject, body, {}


def by_meeting(reading: Reading, told: set[Span]) -> Iterator[Tie]:
    """Seen at a body: met Mr Hale at Citizens Advice; not in a hospital or by the police."""
    text = reading.text
    for met in MEETING.finditer(text):
        near = reading.residents(met.end(), min(len(text), met.end() + 60))
        resident = next((one for one in near if LEAD.fullmatch(text, met.end(), one.start)), None)
        meant = OBJECT.match(text, met.end())
        if resident is None and meant is None:
            continue
        place = resident.end if resident else meant.end() if meant else met.end()
        for body in next_bodies(reading, place, 40):
            gap, name = text[place : body.start], text[body.start : body.end]
            if PLACED.fullmatch(gap) and not HOSPITAL.search(name) and not LIVED_IN.search(name) and "refer" not in gap:
                who = reading.main(resident) if resident else resident_after(reading, met.end() - 1)
                yield "ATTENDS", who, body, {}


def by_school(reading: Reading, told: set[Span]) -> Iterator[Tie]:
    """A named school that is said of nobody else is the subject's."""
    schools = [b for b in reading.of("ORG") if SCHOOL.search(reading.text[b.start : b.end]) and not is_venue(reading, b)]
    named = [b for b in schools if not GENERIC.fullmatch(reading.text[b.start : b.end])]
    for school in named:
        pupil = pupil_of(reading, school)
        if pupil is not None and school not in told:
            yield "ATTENDS", pupil, school, {}
    if not named or any(school in told for school in schools) or reading.subject is None:
        return
    yield "ATTENDS", reading.subject, max(named, key=lambda s: s.end - s.start), {}


def pupil_of(reading: Reading, school: Span) -> Span | None:
    """Whoever stands right before a school: "eldest Omar at Park View", "Kai yr 4 Holy Trinity Primary"."""
    for resident in reversed(reading.residents(reading.sentences.at(school.start).start, school.start)):
        gap = reading.text[resident.end : school.start]
        if BESIDE.fullmatch(gap):
            return reading.main(resident)
    return None


def by_end(reading: Reading, told: set[Span]) -> Iterator[Tie]:
    """A body whose help is over: "portage finished", "the Macmillan team has closed the case"."""
    for body in reading.of("ORG"):
        if OVER.match(reading.text, body.end):
            yield "ATTENDS", resident_before(reading, body.start), body, {"historical": True}
