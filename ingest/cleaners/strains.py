"""Needs and strains told in a free-text column of a record, by the patterns that read notes."""

import re
from collections.abc import Callable
from typing import Any

from ingest.cleaners.context import Context
from nlp.assertions import assert_needs, polarity
from nlp.clauses import split
from nlp.needs import find_needs
from nlp.spans import choose
from nlp.vocabulary import vocabulary

ABOUT_PARENT = re.compile(r"\b(?:mum|mam|mother|dad|father|parent|carer|epds|postnatal)\b", re.I)


def strains_in_text(values: list[Any], context: Context) -> list[dict[str, Any]]:
    """Strains that cells tell, each as {code, words, polarity, bearer}; the bearer is `parent` where its sentence names one.

    >>> [(one["code"], one["polarity"], one["bearer"]) for one in strains_in_text(["Mum tearful. No rent arrears"], None)]
    [('mental_health', 'present', 'parent'), ('housing_arrears', 'absent', 'subject')]
    """
    text = ". ".join(" ".join(str(value).split()) for value in values if value)
    sentences = split(text)
    needs = choose([find_needs(text, vocabulary(), ())])
    told = assert_needs(text, needs, sentences)
    found = []
    for need in needs:
        sentence = sentences.at(need.start)
        parent = ABOUT_PARENT.search(text[sentence.start : sentence.end])
        found.append(
            {
                "code": need.value,
                "words": text[need.start : need.end],
                "polarity": polarity(told[need]),
                "bearer": "parent" if parent else "subject",
            }
        )
    return found


CLEANERS: dict[str, Callable[[list[Any], Context], Any]] = {"strains_in_text": strains_in_text}
