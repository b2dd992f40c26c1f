"""Who is brought to a body by being spoken for, or by what the body then did: "rang the debt line, booked in"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.reading import Reading
from nlp.spans import Span
from nlp.ties.tie import Details, flags, next_bodies, resident_after, resident_before

ASKS = re.compile(
    r"(?<!\w)(?:rang|phoned|telephoned|called|emailed|contacted|texted|wrote to|written to|messaged|asked|asks|tried|approached|chased|spoke (?:to|with)|spoken (?:to|with)|speak (?:to|with)"
    r"|talk(?:ed)? to|described|suggested|mentioned|recommended|offered(?: (?:a )?ref(?:erral)?)?(?: to)?|told (?:\w+ ){1,2}(?:about|abt)|told(?= (?:the )?(?:[A-Z]))|(?:report(?:ed|ing)?|sending|send|entered|written|wrote)(?: (?:it|this|that|him|her|them|his|her|their|name|all|concerns?|details))* (?:to|for)|tried? |agreed to try|sent (?:the |a |an |his |her |their )?(?:form|report|details|letter|request|email|info\w*) to"
    r"|(?:pass(?:ed)?|shared?|put)(?: (?:the|this|it|that|his|her|their|him|her|them|concerns?|matter|details|case|name|on|forward|down)){0,4} (?:to|with|for)"
    r"|(?:referral|request|application|app|report|form|letter|case)s? (?:(?:has|have|was|were|is|now) )?(?:been )?(?:gone|went|sent|made|submitted|put|passed|going|in)(?: in| on)? (?:to|with|for)"
    r"|(?:(?:has|have|is|was) )?(?:booked|signed up|put down|put forward|put fwd|registered interest|nominated|applied|apply|appl(?:ies|ying)|bidding|self[- ]?refer\w*)(?: in)? (?:to|for|with|at|on)"
    r"|said (?:yes|no) to|agreed to|(?:turned|turn) down|declined|refused|rather not join|not join|join|wants? (?:to try )?|would like(?: to try)?|on (?:the |a )?(?:waiting )?list (?:for|with|at|of|w/?)|reff?ed|re-?reff?ed|pointed (?:him|her|them|\w+) (?:at|to|towards)|got (?:him |her |them )?a place(?: at| with| on)?|card given for|form (?:to|sent)|told (?:him|her|them|\w+) (?:to )?(?:go|try|ring)"
    r"|(?:walked|took|taken|straight|sent|send|linked|hooked up|connected|introduced|signed over|handed over|moved on)(?: (?:him|her|them|it))?(?: (?:over|up|in|on))? (?:to|with))(?= )",
    re.IGNORECASE,
)
"""Speaking to a body, or of it, that sends somebody there if something says so."""
SURE = re.compile(
    r"apply|appl(?:ies|ied)|booked|signed up|put (?:down|forward)|list|reff|nominated|request|application|app\b|referral|form|shared|passed|said (?:yes|no) to|self|rather not|not join|agreed to|offered|described|suggested|recommended",
    re.IGNORECASE,
)
PURPOSE = re.compile(
    r"^[^.;\n]{0,24}?\b(?:on (?:his|her|their) behalf|for (?:him|her|them|both|a |an )|about (?:him|her|them|his|her|their|a )|re\b|to (?:ring|call|see|visit|help|take|assess|support|meet|contact|get|arrange|come|fit|have|give|look)"
    r"|see (?:him|her|them)|who (?:will|can|have|has|are)|and (?:they|she|he|it) (?:will|can|have|has|are)|they(?:'?ve| have|'?ll| will| took| said| can)|shes got|he'?s got|she'?s got)\b",
    re.IGNORECASE,
)
ANSWER = re.compile(
    r"^[^\n]{0,60}?\b(?:said (?:yes|no)|they said yes|picked (?:him|her|them|it) up|not keen|having none|no (?:reply|answer|word)|booked in|took (?:him|her|them|it) on|theyve|they've|they have|they will|they took|they said|refus|declin|accept|full\b|wouldn'?t take|won'?t take|turned|knock(?:ed|s) b(?:ac)?k"
    r"|w/?list|wait|on (?:the|their) list|slot|opened it|can start|place|appointment|not (?:eligible|take)|too (?:young|old)|\d+ w(?:ee)?ks?|decided|did not reach|no space|ok'?d|agreed)",
    re.IGNORECASE,
)
ACTS = re.compile(
    r"(?: =|:| -)? ?(?:asked\b|= ?(?:yes|no)\b|full\b|on the list|(?:wldnt|wdnt|cdnt) (?:have|take|see|help))|,?(?: who| which)?(?: then| also| now| has| have| had| since| just)* (?:said (?:yes|no)|(?:will|would|can|can'?t|cannot|won'?t|wont|wouldn'?t|wouldnt|could|couldn'?t) (?:not )?(?:see|have|take|ring|visit|help|call|accept|open|support|start|pick|fit|do|meet|contact|assess)(?! over)"
    r"|took (?:him|her|them|it|the (?:case|referral)) on|turned (?:him|her|them|it|down|our|the|his|her|their)|accepted|declined|refused|rejected|knocked (?:him|her|them|it|back)|(?:agreed|offered) (?:to|a|an|him|her|them)|confirmed (?:a|his|her|their|that|today)"
    r"|put (?:him|her|them) (?:down|on|forward)|allocated|interviewed (?:him|her|them)|ha(?:s|ve) (?:given|opened|approved|offered|got|taken) |(?:is|are|was|were) full|bounced|approved|opened (?:a|an|his|her)|assessed (?:him|her|them)|got (?:him|her|them) in|app(?:lication)? (?:in|done|sent)|list\b|ref(?:erral)? (?:in|sent|done|made))\b",
    re.IGNORECASE,
)
"""What a body does when somebody is sent to it."""
AWAY = re.compile(r"\b(?:us|by|me|from)\b")
OBJECT = re.compile(r"\b(him|her|them)\b", re.IGNORECASE)
UNSENT = re.compile(r"school|police|hospital|ward|GP|surgery|nursery|council tax", re.IGNORECASE)
"""Bodies that are spoken to about many things; asking them sends nobody there unless they act."""

Found = Iterator[tuple[Span | None, Span, int, list[Span], Details]]


def by_asking(reading: Reading) -> Found:
    """Asked the debt line to ring her; tried the refuge, full; said no to the scheme."""
    text = reading.text
    for verb in ASKS.finditer(text):
        for body in next_bodies(reading, verb.end(), 8):
            if AWAY.search(text, verb.end(), body.start):
                continue
            rest = text[body.end : body.end + 90]
            told = PURPOSE.match(rest) or ANSWER.match(rest)
            if told if UNSENT.search(text[body.start : body.end]) or not SURE.search(verb.group()) else True:
                who = asked_for(reading, body, told) or resident_before(reading, verb.start())
                more = flags(reading, verb.start(), body.start)
                more.pop("historical", None)
                more.pop("negated", None)
                yield who, body, verb.start(), [body], more


def asked_for(reading: Reading, body: Span, told: re.Match[str] | None) -> Span | None:
    """Whom the words after a body mean: "to ring her"."""
    meant = OBJECT.search(told.group()) if told else None
    return resident_after(reading, body.end + meant.start() - 1) if meant else None


def by_acting(reading: Reading) -> Found:
    """The law project will see her; the clinic wont take D; paeds list."""
    for body in reading.of("ORG"):
        acts = ACTS.match(reading.text, body.end)
        if acts:
            meant = OBJECT.search(acts.group())
            place = acts.start() + meant.start() - 1 if meant else acts.end()
            yield resident_after(reading, place) or resident_before(reading, body.start), body, body.end, [body], {}
