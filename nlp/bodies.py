"""Organisations, services and places that a note names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.spans import Span
from nlp.vocabulary import Vocabulary

POSTCODE = re.compile(r"(?<!\w)[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}(?!\w)", re.IGNORECASE)
WORD = re.compile(r"\S+")
TOWN = re.compile(r"(?<![\w'\u2019-])[A-Za-z][\w'\u2019-]*(?:-[\w]+)*")
NAME_OPENS = frozenset(
    [
        "old",
        "new",
        "low",
        "high",
        "upper",
        "lower",
        "black",
        "white",
        "young",
        "good",
        "first",
        "last",
        "second",
        "third",
        "day",
        "night",
        "place",
        "baby",
        "people",
        "women",
        "men",
        "family",
        "evening",
        "easter",
        "christian",
        "muslim",
        "welcome",
        "page",
        "round",
        "table",
        "joint",
        "well",
        "polish",
        "somali",
        "arabic",
        "british",
        "asian",
    ]
)
"""Words that open sentences as often as names."""
INSIDE = re.compile(r"[a-z,] $")
OF = re.compile(
    r"(?:Friends|University|House|School|College|Church|Department|Council|Society|Institute|Hospital|Borough|City|County|Bank|Community|Ministry|Academy|Care|Health|Army|Women|Places|Centre|Council|Isle|Bishop|Parish)$"
)
PRISON = re.compile(r"(?<!\w)(?:(?:HMP|HMPYOI|YOI|HMYOI)(?:/YOI)? [A-Z][\w'-]+(?: [A-Z][\w'-]+)?|hmp [a-z]{4,})")
CLUB = re.compile(
    r"(?<!\w)(?:St\.? |Saint )?[A-Z][\w'&-]*(?: [A-Z][\w'&-]*){0,3} (?:luncheon|lunch|youth|boxing|football|breakfast|after[- ]school|homework|toddler|food|baby|parent|parents|carers|mens?|men's|women's|womens|coffee|craft|knit(?:ting)?|walking|community|dementia|memory|play|stay and play|bereavement|recovery|support|friendship|social|over[- ]\d+s)(?: and \w+)? (?:club|group|bank|pantry|fridge|larder|caf\u00e9|cafe|hub|project|morning|drop-?in|kitchen|shed|choir|gym|service|team)(?!\w)"
    r"|(?<!\w)(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day (?:\w+ )?(?:club|drop-?in|cafe)(?!\w)"
)
"""A group's own name before small letters: St Bride's lunch club."""
WITHIN = frozenset(["in", "at", "kids", "children", "nans", "mums", "dads", "sisters", "brothers", "with", "his", "her", "their"])
"""Words in small letters that no street's name holds: "2 kids at st johns", "8 in house"."""
LIVES = re.compile(
    r"\b(?:lives?|living|based|moved|staying|stays|flat|hotel|refuge|from|in) (?:in |to |over in )?$", re.IGNORECASE
)


def find_places(text: str, words: Vocabulary) -> list[Span]:
    """Postcodes, addresses, venues and towns."""
    spans = [Span(m.start(), m.end(), "PLACE") for m in POSTCODE.finditer(text)]
    for match in words.streets.finditer(text):
        start = match.start() + leading(match.group(), words)
        parts = text[start : match.end()].split()
        if (
            len(parts) > 1
            and not (len(parts) == 2 and parts[0].lower() in words.given)
            and not WITHIN.intersection(parts[1:-1])
            and not re.search(r"(?i)(?:\b\d+ (?:weeks?|days?|hours?|more|of|other)\b)", match.group())
        ):
            spans.append(Span(start, match.end(), "PLACE"))
    spans += town_spans(text, words)
    return spans


def find_venues(text: str, words: Vocabulary) -> list[Span]:
    """Halls, churches, centres and the like by name; weaker than an organisation's name."""
    spans = []
    for match in words.venues.finditer(text):
        start = match.start() + leading(match.group(), words)
        parts = text[start : match.end()].lower().split()
        if len(parts) > 2 or (len(parts) == 2 and parts[0] not in words.given):
            spans.append(Span(start, match.end(), "PLACE"))
    for match in re.finditer(
        r"(?<!\w)(?:st )?[a-z][\w']+ (?:church|church hall|village hall|community centre|leisure centre|library|town hall|park)(?!\w)",
        text,
    ):
        first = match.group().split()[0]
        if first not in words.lower_not and first not in words.not_names:
            spans.append(Span(match.start(), match.end(), "PLACE"))
    return spans


def town_spans(text: str, words: Vocabulary) -> Iterator[Span]:
    """Towns by name; one that is also a word or a surname needs a sign beside it."""
    for match in TOWN.finditer(text):
        name = match.group().removesuffix("'s").removesuffix("\u2019s")
        doubtful = words.towns.get(name.lower())
        if doubtful is None:
            continue
        before = text[: match.start()].split()[-1:]
        if before and before[0][0].isupper() and before[0].lower() in words.given and text[match.start() - 1] == " ":
            continue
        placed = bool(LIVES.search(text[max(0, match.start() - 20) : match.start()]))
        if (placed and (not doubtful or name[0].isupper())) or (not doubtful and name[0].isupper()):
            yield Span(match.start(), match.start() + len(name), "PLACE")


def leading(found: str, words: Vocabulary, inside: bool = False) -> int:
    """How many characters of sentence opening stand before a body's own name; `inside` a sentence, "Old" is part of it."""
    cut = 0
    for word in WORD.finditer(found):
        bare = word.group().strip(",.").lower()
        if inside and cut == 0 and bare in NAME_OPENS:
            break
        if word.end() == len(found) or not (bare in words.not_names or bare in {"of", "and", "for", "&"}):
            break
        if (
            bare
            in {
                "school",
                "young",
                "family",
                "community",
                "housing",
                "police",
                "children",
                "social",
                "youth",
                "council",
                "high",
                "adult",
                "health",
                "home",
                "street",
                "park",
                "church",
                "new",
                "first",
                "college",
                "nursery",
                "one",
                "carers",
                "mental",
            }
            and cut == 0
        ):
            break
        cut = word.end()
    rest = found[cut:]
    return cut + len(rest) - len(rest.lstrip())


def find_bodies(text: str, words: Vocabulary) -> list[Span]:
    """Organisations: known to the graph, known by acronym or service word, or named by their last word."""
    spans = [Span(h.start, h.end, "ORG") for h in words.organisations.find(text) if is_body(text, h.start, h.end)]
    for match in words.heads.finditer(text):
        inside = bool(INSIDE.search(text, max(0, match.start() - 2), match.start()))
        start = match.start() + leading(match.group(), words, inside)
        start += after_person(text[start : match.end()], words)
        if len(text[start : match.end()].split()) > 1:
            spans.append(Span(start, match.end(), "ORG"))
    spans += [Span(m.start(), m.end(), "ORG") for m in PRISON.finditer(text)]
    for match in CLUB.finditer(text):
        start = match.start() + leading(match.group(), words)
        spans.append(Span(start, match.end(), "ORG"))
    for match in words.lower_heads.finditer(text):
        if match.group(1).lower() not in words.lower_not and match.group(1) not in words.not_names:
            spans.append(Span(match.start(), match.end(), "ORG"))
    spans += [stretched(span, text) for span in spans if span.end < len(text)]
    return [without_article(span, text) for span in spans]


def without_article(span: Span, text: str) -> Span:
    """A body's name from its first own word on."""
    cut = len("the ") if text.startswith("the ", span.start) else 0
    return Span(span.start + cut, span.end, span.label)


def is_body(text: str, start: int, end: int) -> bool:
    """Whether a service word stands for a body: "police contact" and "GMP's" differ."""
    return not re.match(
        r"[ -](?:contact|involvement|record|check|history|station|custody|bail|officer|worker|shop|meeting|plan|uniform)\b",
        text[end : end + 14],
    )


def stretched(span: Span, text: str) -> Span:
    """A charity's name with the place it works in: Age UK Lancashire."""
    if not text[span.start].isupper():
        return span
    more = re.match(
        r"(?: (?:Greater |North |South |East |West )?[A-Z][a-z]+(?:shire|side|land|chester|ford|ton|ham|pool|field|dale|wick|bury|ley|mouth|borough|bridge|stead|port|worth|stone|well|wood|more|by|ness|combe|cester|hurst|den|don))(?!\w)",
        text[span.end :],
    )
    return Span(span.start, span.end + more.end(), "ORG") if more else span


def after_person(found: str, words: Vocabulary) -> int:
    """Where the body begins in "Ruth Cole of Hollybank Primary": not "Friends of", not "University of"."""
    links = list(re.finditer(r" (?:of|and|for|in|on|the|&) ", found))
    first = found.split()[0].lower()
    within = [link for link in links if link.group() == " in "]
    if within and first not in {"women", "men", "people", "young"}:
        return within[-1].end()
    if links and first in words.given:
        return links[0].end()
    before = found[: links[-1].start()].split() if links else []
    if links and links[-1].group() == " of " and len(before) > 1 and not OF.search(found[: links[-1].start()]):
        return links[-1].end()
    return 0
