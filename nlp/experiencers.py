"""Who bears each need, and whom a pronoun means."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nlp.clauses import sentence_before
from nlp.kin import FEMALE, MALE
from nlp.reading import PRONOUN, Reading
from nlp.spans import Span

SAID_OF = {"he", "she", "they"}
CLASS = {word: words for words in (("he", "his", "him"), ("she", "her", "hers"), ("they", "their", "them")) for word in words}


DONE_TO = frozenset({"domestic_abuse", "abuse", "neglect", "exploitation", "housing_insecure", "injury", "bullying"})
"""What one person does to another, so that the words' own "him" or "her" is who bears it."""
OBJECT = re.compile(r"\b(?:him|her|them|his|their)\b", re.IGNORECASE)
DEATH = re.compile(r"\b(?:died|passed|death)\b", re.IGNORECASE)
NEAR = 240
"""How many characters after a note's subject is named a pronoun still means them rather than the last who was named."""


def experiencers(reading: Reading, needs: Sequence[Span]) -> dict[Span, Span | None]:
    """Who bears each need; None where that person is nowhere in the note."""
    return {need: bearer(reading, need) for need in needs}


def bearer(reading: Reading, need: Span) -> Span | None:
    """The person a need is said of: owner, victim, nearest before it in the sentence, else the subject."""
    text, sentence = reading.text, reading.sentences.at(need.start)
    after = re.match(r"(?: (?:of|to|for|towards|against|by))? (?:Mr |Mrs |Ms |his |her |the )?", text[need.end :])
    if need.value in {"domestic_abuse", "neglect", "abuse", "exploitation"} and after and " by" not in after.group():
        for victim in reading.residents(need.end, need.end + 60):
            if victim.start == need.end + after.end():
                return reading.main(victim)
    before = [r for r in reading.residents(sentence.start, need.start) if reading.main(r) not in reading.companions]
    pronouns = [m for m in PRONOUN.finditer(text, sentence.start, need.start) if not is_owner(reading, m.end())]
    last = before[-1] if before else None
    suffers = OBJECT.search(text, need.start, need.end) if need.value in DONE_TO else None
    if last is not None and suffers:
        return meant_by_object(reading, suffers.group().lower(), need.start, reading.main(last))
    if last is not None and last.label == "FAMILY" and need.value == "bereavement" and DEATH.search(text, need.start, need.end):
        return reading.owners.get(reading.main(last)) or reading.subject
    if pronouns and (last is None or pronouns[-1].start() > last.end):
        return resolve(reading, pronouns[-1].group().lower(), pronouns[-1].start())
    if last is not None:
        return reading.main(last)
    return reading.subject


def is_owner(reading: Reading, place: int) -> bool:
    """Whether a pronoun only owns the relative named next ("his father")."""
    return any(reading.text[place : f.start].strip() == "" for f in reading.of("FAMILY", "ROLE") if f.start > place)


def resolve(reading: Reading, pronoun: str, place: int, back: int = 6, but: Span | None = None) -> Span | None:
    """Who a pronoun stands for: the latest relative or resident it could mean, who is not the doer (`but`)."""
    wrong = FEMALE if pronoun in {"he", "his", "him"} else MALE if pronoun in {"she", "her", "hers"} else set()
    sentence = reading.sentences.at(place)
    before = sentence_before(reading.text, reading.sentences, sentence)
    for stretch, end in ((sentence, place), (before, min(before.end, place))):
        mentions = [
            m
            for m in reading.residents(stretch.start, end)
            if could_be(reading, m, pronoun, wrong) and not is_one(reading, m, but)
        ]
        earlier = [
            m
            for m in PRONOUN.finditer(reading.text, stretch.start, end)
            if same_pronoun(m, pronoun, stretch is sentence or not reading.text[stretch.start : m.start()].strip())
        ]
        if back and earlier and stretch.start > 0 and (not mentions or earlier[0].start() < mentions[0].start):
            return resolve(reading, pronoun, earlier[0].start(), back - 1, but)
        if mentions:
            return reading.main(mentions[0])
    near = reading.subject
    if near is not None and near != but and 0 <= place - near.start < NEAR and could_be(reading, near, pronoun, wrong):
        return near
    for mention in reversed(reading.residents(0, place)):
        if could_be(reading, mention, pronoun, wrong) and not is_one(reading, mention, but):
            return reading.main(mention)
    return reading.subject if reading.subject != but else None


def meant_by_object(reading: Reading, pronoun: str, place: int, but: Span | None) -> Span | None:
    """Whom "him" or "her" means after a verb; in a hasty note rather whom it is about than kin of an earlier sentence."""
    wrong = FEMALE if pronoun in {"his", "him"} else MALE if pronoun == "her" else set()
    sentence, subject = reading.sentences.at(place), reading.subject
    inside = [
        m
        for m in reading.residents(sentence.start, place)
        if could_be(reading, m, pronoun, wrong) and not is_one(reading, m, but)
    ]
    plain = (
        reading.hasty and subject is not None and subject.start < sentence.start and could_be(reading, subject, pronoun, wrong)
    )
    if inside or not plain or is_one(reading, subject, but):  # type: ignore[arg-type]
        return resolve(reading, pronoun, place, but=but)
    return subject


def is_one(reading: Reading, mention: Span, other: Span | None) -> bool:
    """Whether a mention is somebody, or the kin word that names them: "dad" of "dad Marlon"."""
    main = reading.main(mention)
    return other is not None and (main == other or other in map(reading.main, reading.named.get(main, [])))


def same_pronoun(earlier: re.Match[str], pronoun: str, near: bool) -> bool:
    """Whether an earlier pronoun means whom a later one does: "his aunt collects him", but "his father … he" may be two."""
    said = earlier.group().lower()
    return said == pronoun or (near and pronoun not in SAID_OF and CLASS.get(said) == CLASS.get(pronoun))


def could_be(reading: Reading, mention: Span, pronoun: str, wrong: set[str]) -> bool:
    """Whether a pronoun could mean somebody, by the sex and number that kin words tell."""
    main = reading.main(mention)
    kin = next((f for f, names in reading.named.items() if main in map(reading.main, names)), mention)
    plural = mention.label == "FAMILY" and reading.text[mention.start : mention.end].lower().endswith(("s", "children"))
    one = pronoun not in {"they", "their", "them"}
    return kin.value not in wrong and main not in reading.companions and not (one and plural)
