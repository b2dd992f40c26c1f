"""Who is listed as present at a meeting: "Present: Kelly, Maureen (nan), Helen Dewhurst. Apologies: …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.reading import Reading
from nlp.spans import Span

HEADING = re.compile(
    r"(?<!\w)(?:(?<!not )present|attended(?: by)?|attendees|attending|in attendance|in (?:the )?room|round the table|around the table|those present|joined by|chair(?:ed by)?)"
    r"(?: in person| online| virtually)?\s*(?::|(?=\s[A-Z])|(?<=by))",
    re.IGNORECASE,
)
ENDS = re.compile(
    r"\n|\b(?:apologies|apols|not present|absent|did not attend|dna|invited|sent update)\b|(?<=[a-z)])\.(?=\s|$)", re.IGNORECASE
)
PEOPLE = ("PERSON", "FAMILY", "ROLE")


def find_meetings(reading: Reading) -> Iterator[tuple[tuple[Span, ...], int, int]]:
    """The people of each list of those present, with where it stands."""
    for heading in HEADING.finditer(reading.text):
        stop = ENDS.search(reading.text, heading.end())
        end = stop.start() if stop else len(reading.text)
        present = [
            reading.main(one)
            for one in reading.within(heading.end(), end)
            if one.label in PEOPLE and not (one.label == "ROLE" and one in reading.roles.values())
        ]
        if present:
            yield tuple(dict.fromkeys(present)), heading.start(), end
