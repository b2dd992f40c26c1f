"""Who reports a need: "mum says", "according to the school", "HV reports"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nlp.reading import Reading
from nlp.spans import Span
from nlp.vocabulary import vocabulary

SOURCES = ("PERSON", "FAMILY", "ROLE", "ORG")
ACCORDING = re.compile(
    r"(?:according to|per|as per|reported by|says?|told by|told me by|informed by|via) (?:the |his |her |their )?$", re.IGNORECASE
)


def sayers(reading: Reading, needs: Sequence[Span]) -> dict[Span, Span]:
    """The source of each need that has one named in its sentence."""
    found = {}
    for need in needs:
        source = sayer(reading, need)
        if source is not None:
            found[need] = reading.main(source)
    return found


def sayer(reading: Reading, need: Span) -> Span | None:
    """The nearest source before a need that is followed by a verb of speech, or is named as the source after it."""
    sentence = reading.sentences.at(need.start)
    speech, text = vocabulary().verbs["speech"], reading.text
    near = [s for s in reading.within(sentence.start, sentence.end) if s.label in SOURCES]
    for source in reversed([s for s in near if s.end <= need.start]):
        verb = speech.search(text, source.end, min(need.start, source.end + 30))
        if verb and not re.search(r"[.;\n]", text[source.end : verb.start()]):
            return source
    return next((s for s in near if s.start >= need.end and ACCORDING.search(text[max(0, s.start - 24) : s.start])), None)
