"""Names of people, by what stands around them; the model's own guess is one vote."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import takewhile

from nlp.cover import Cover
from nlp.spans import Span, free
from nlp.vocabulary import Vocabulary
from nlp.wordwise import Reader, words_of

INITIALS = re.compile(r"(?<![\w.])(?:[A-Z]\.){2,3}(?!\w)|(?<![\w.])[A-Z]\.? (?=[A-Z][a-z])|(?<![\w.])[A-Z]\.(?=[A-Z][a-z])")
BARE_INITIALS = re.compile(
    r"(?<![\w.&/])[A-Z]{2}(?=(?:'s)? (?:attended|says?|said|seen|denies|denied|reports?|reported|presented|has|is|was|did|does|told|lives|feels|felt|rang|asked|wants|refused|disclosed|stated)\b)"
)
SURNAME_FIRST = re.compile(r"(?<!\w)[A-Z]{3,}(?:-[A-Z]{3,})?,? (?=[A-Z][a-z]+)")

LETTER = re.compile(
    r" (?:[a-z](?= (?:in|and|\+|&|seen|back|rang|called|has|is|was|dna|1:1|with|re|attended|says?|not|-|,)|[.,:;]|\n|$)"
    r"|[b-eg-hj-mo-qs-tv-z](?= (?:\d|[a-z]{3,}|ph'd|28/)))(?<! w)(?<! x)(?<! c)"
)
"""The first letter of a surname after a given name, both small: "karen o"."""
SHORT_NAMES = frozenset(
    ["ray", "gill", "hope", "faith", "joy", "bill", "dez", "may", "rose", "rob", "mo", "jo", "di", "vi", "sal", "col"]
)
"""Given names that are other words as often, and names after a role or a kin word."""
VERBS = frozenset(
    ["will", "may", "hope", "art", "bill", "faith", "joy", "mark", "drew", "chase", "rich", "lance", "wade", "grant", "ram"]
)
"""Given names in small letters that are verbs and other words as often, even after a role."""
PARTICLE = re.compile(r"(?:(?:de|da|di|do|dos|van|von|der|den|la|le|el|al|bin|ibn|ap|mac|o|st)[ -]){1,2}(?=\w)", re.IGNORECASE)
COMMON_ENDING = re.compile(r"(?:ing|ed|tion|sion|ment|ness|ance|ence|ly|ity|ship|ings|ful|less|ive|ous|ical)$")
DOES = re.compile(
    r"(?:'s|\u2019s)? (?:is|was|has|had|will|would|lives?|lived|sa(?:id|ys)|told|attend(?:s|ed)|came|went|seen|rang|reports?|reported|denie[sd]"
    r"|state[sd]|feels?|felt|disclosed|presented|and (?:his|her|their|mum|dad)|who|wants?|does|did|seemed|appeared|looked|needs?|asked|refused"
    r"|agreed|\(|aged|remains|continues|struggles|enjoys|talked|spoke|started|stayed|moved|visited|called|arrived|left|lost|gets|got|helps|knows)(?!\w)"
    r"|(?:'s|\u2019s) (?:mum|dad|mother|father|brother|sister|son|daughter|partner|nan|gran|school|attendance|behaviour|home|house|flat|needs|review|plan)"
)
BESIDE = re.compile(
    r"(?:visit to|spoke to|talked to|talking to|speaking to|introduced to|with|and|w/?|supporting|supports|helping|seeing|met|knows|known|told|saw|re|for|that|by|about|visited|called|named|informed|rang|regarding|of) $",
    re.IGNORECASE,
)
PLACED = re.compile(r"(?:\b(?:at|in|near|into|round) |[@(])$", re.IGNORECASE)
"""Before a name that is a place's or a body's."""
AT = re.compile(
    r"(?:(?<!visit )(?<!spoke )(?<!talked )(?<!introduced )(?<!speaking )(?<!letter )(?<!call )(?<!talking )\b(?:in|at|near|from|to|into|the|a|an|speaks?|on) |[@/])$",
    re.IGNORECASE,
)


def find_people(text: str, taken: list[Span], known: Vocabulary, votes: Iterable[Span], sure: Iterable[Span]) -> list[Span]:
    """Every named person, later short forms as well."""
    reader = Reader(text, words_of(text), taken, known, Cover(len(text), taken))
    found: list[Span] = list(sure)
    for rule in (titled, initialled, introduced, given, surname_first, unknown):
        for span in rule(reader):
            if free(span, taken) and not any(s.touches(span) and (s.end - s.start) >= (span.end - span.start) for s in found):
                found = [s for s in found if not s.touches(span)] + [span]
    for span in votes:
        if free(span, [*taken, *found]) and credible(span, reader):
            found.append(span)
    found += list(repeats(reader, found))
    return sorted(found, key=lambda s: s.start)


def titled(reader: Reader) -> Iterator[Span]:
    """Mrs Hale, mr ali, Dr Simon Yates: the name without its title."""
    starts = (word.start for word in reader.words if word.low in reader.known.title_words)
    for match in filter(None, (reader.known.titles.match(reader.text, start) for start in starts)):
        particle = PARTICLE.match(reader.text, match.end())
        if particle and particle.end() not in reader.at:
            particle = None
        index = reader.at.get(particle.end() if particle else match.end())
        if index is None or not reader.open(index):
            continue
        word = reader.words[index]
        if particle and word.cap:
            yield Span(match.end(), reader.words[reader.extend(index, 1)].end, "PERSON")
            continue
        lower = (
            not word.cap
            and match.group().strip(" .") in {"mr", "mrs", "ms", "miss", "dr"}
            and word.low not in reader.known.not_names
        )
        if (word.cap and word.low not in reader.known.not_names) or lower or (len(word.text) == 1 and word.cap):
            last = reader.extend(index) if not lower else index
            yield Span(word.start, reader.words[last].end, "PERSON")


def initialled(reader: Reader) -> Iterator[Span]:
    """K.B., J. Cartwright, L Crowther, KB before a verb."""
    text, words = reader.text, reader.words
    for match in INITIALS.finditer(text):
        dotted = re.fullmatch(r"(?:[A-Z]\.){2,3}", match.group())
        if dotted:
            yield Span(match.start(), match.end(), "PERSON")
            continue
        index = reader.at.get(match.end())
        if (
            index is not None
            and reader.name_word(index)
            and match.group()[0] not in "I"
            and (match.group()[0] != "A" or "." in match.group())
            and not (index > 1 and reader.at.get(match.start()) == index - 1 and ends_name(reader, index - 1))
        ):
            yield Span(match.start(), words[reader.extend(index, 1)].end, "PERSON")
    for match in BARE_INITIALS.finditer(text):
        yield Span(match.start(), match.end(), "PERSON")


def ends_name(reader: Reader, index: int) -> bool:
    """Whether an initial with a full stop ends the name before it: "Owen P. Linda Moss came"."""
    before = index - 1
    return (
        reader.text[reader.words[index].end : reader.words[index].end + 1] == "."
        and reader.first_name(before)
        and reader.joined(index)
    )


def introduced(reader: Reader) -> Iterator[Span]:
    """A name after a role, a rank or a kin word: PC 4412 Ahmed, mum (Gemma), nan, Gloria."""
    marks = [s for s in reader.taken if s.label in {"ROLE", "FAMILY"}]
    marks += [Span(m.start(), m.end(), "ROLE") for m in reader.known.companions.finditer(reader.text)]
    for mark in marks:
        follow = re.match(
            r"(?:,? ?\(?|, (?:the )?|: ?| (?:is |called |named |PC |\d{2,6} )| = )(?=[^\W\d_])", reader.text[mark.end :]
        )
        if not follow:
            continue
        index = reader.at.get(mark.end + follow.end())
        if index is None or not reader.open(index):
            continue
        if initial_and_surname(reader, index, mark):
            yield Span(reader.words[index].start, reader.words[index + 1].end, "PERSON")
            continue
        if len(reader.words[index].text) < 2:
            continue
        if in_small_letters(reader, index):
            yield Span(reader.words[index].start, reader.words[index + 1].end, "PERSON")
        if named_small(reader, index, mark):
            yield Span(reader.words[index].start, reader.words[index].end, "PERSON")
        if not reader.name_word(index):
            continue
        yield Span(reader.words[index].start, reader.words[reader.extend(index)].end, "PERSON")


def initial_and_surname(reader: Reader, index: int, mark: Span) -> bool:
    """Whether a role is followed by an initial and a word in small letters: "sw t bakshi"."""
    first = reader.words[index]
    if mark.label != "ROLE" or len(first.text) != 1 or first.low in {"a", "i", "r"} or not reader.open(index + 1):
        return False
    last = reader.words[index + 1]
    return reader.joined(index + 1) and len(last.text) > 3 and last.low not in reader.known.not_names


def named_small(reader: Reader, index: int, mark: Span) -> bool:
    """Whether a given name that is also a word names whoever a role or kin word is: "dad rob", not "mum will"."""
    word = reader.words[index]
    return not word.cap and mark.end + 1 == word.start and word.low in reader.known.given | SHORT_NAMES and word.low not in VERBS


def in_small_letters(reader: Reader, index: int) -> bool:
    """Whether two small words after a role are a name: "hv sue grant", not "hv will visit"."""
    word = reader.words[index]
    if word.cap or word.low not in reader.known.given or word.low in {"will", "may"}:
        return False
    return reader.open(index + 1) and reader.joined(index + 1) and reader.words[index + 1].low in reader.known.surnames


def given(reader: Reader) -> Iterator[Span]:
    """A common given name, with the surname that follows it."""
    skip = -1
    for index, word in enumerate(reader.words):
        if index <= skip or not reader.open(index) or not reader.first_name(index):
            continue
        last = reader.extend(index)
        if last == index and not alone(reader, index):
            continue
        skip = last
        end = reader.words[last].end
        small = last == index and not word.cap and word.low not in reader.known.also_words
        letter = LETTER.match(reader.text, end) if small else None
        yield Span(word.start, letter.end() if letter else end, "PERSON")


def alone(reader: Reader, index: int) -> bool:
    """Whether a given name without a surname is a name here: "Rose said", not "rose again" or "Will be seen"."""
    word = reader.words[index]
    if word.low in reader.known.not_names or (word.text.isupper() and len(word.text) > 3):
        return word.low not in reader.known.not_names
    if word.low not in reader.known.also_words:
        return True
    return (word.cap and not reader.starts_sentence(index)) or (
        word.cap
        and bool(
            re.match(
                r"(?:'s|\u2019s)? (?:and [A-Z]|has|is|was|said|says|told|reports|lives|attended|seen|came|went|will|did|does|\(|,)",
                reader.text[word.end : word.end + 20],
            )
        )
    )


def unknown(reader: Reader) -> Iterator[Span]:
    """A capitalised word that is no common name but does what people do: "Nasra was referred"."""
    skip = -1
    for index, word in enumerate(reader.words):
        if (
            index <= skip
            or not reader.name_word(index)
            or len(word.text) < 3
            or word.text.isupper()
            or COMMON_ENDING.search(word.low)
            or reader.known.titles.fullmatch(word.text + " ")
        ):
            continue
        last = reader.extend(index)
        skip = last
        before = reader.before(index)
        acts = DOES.match(reader.text, reader.words[last].end)
        if (
            acts
            if last == index and reader.starts_sentence(index)
            else (acts or last > index or BESIDE.search(before)) and not AT.search(before)
        ):
            yield Span(word.start, reader.words[last].end, "PERSON")


def surname_first(reader: Reader) -> Iterator[Span]:
    """NOWAK Filip, as registers write it."""
    for match in SURNAME_FIRST.finditer(reader.text):
        index = reader.at.get(match.end())
        if (
            index is not None
            and reader.open(index)
            and reader.words[index].low in reader.known.given
            and free(Span(match.start(), match.end(), ""), reader.taken)
        ):
            yield Span(match.start(), reader.words[index].end, "PERSON")


def credible(span: Span, reader: Reader) -> bool:
    """Whether the model's guess at a person looks like a name, and stands where a person's does."""
    first = bisect_left(reader.words, span.start, key=lambda w: w.start)
    if first < len(reader.words) and not reader.first_name(first) and PLACED.search(reader.before(first)):
        return False
    following = ((i, reader.words[i]) for i in range(first, len(reader.words)))
    inside = list(takewhile(lambda pair: pair[1].start < span.end, following))
    if not inside or not all(reader.name_word(i) for i, _ in inside) or "\n" in reader.text[span.start : span.end]:
        return False
    if any(ch.isdigit() or ch in "@/" for ch in reader.text[span.start : span.end]):
        return False
    return len(inside) > 1 or not reader.starts_sentence(inside[0][0])


def repeats(reader: Reader, found: list[Span]) -> Iterator[Span]:
    """Later mentions by a part of a name: "lexi" of Lexi Shaw, "KB" of K.B., "ellie" of Ellie-Mae."""
    parts: set[str] = set()
    for span in found:
        name = reader.text[span.start : span.end].lower()
        parts |= {part for part in re.split(r"[ \-]", name) if len(part) > 2}
        parts |= {name, name.replace(".", "")} if re.fullmatch(r"(?:\w\.)+", name) else {name}
    parts -= reader.known.not_names
    for index, word in enumerate(reader.words):
        if word.low not in parts or not reader.open(index) or not free(Span(word.start, word.end, ""), found):
            continue
        if word.cap or (
            word.low not in reader.known.also_words
            and word.low in reader.known.given | {p for p in parts if " " not in p and len(p) > 4}
        ):
            last = reader.extend(index) if word.cap else index
            yield Span(word.start, reader.words[last].end, "PERSON")
