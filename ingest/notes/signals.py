"""Needs and strains of a note: with their words, whose they are, how they are meant, and who says so."""

from collections.abc import Mapping
from typing import Any

from graph.statement import uid_of
from ingest.fact_judgements import Correction, corrected
from ingest.notes.people import People
from ingest.notes.telling import Telling
from nlp.assertions import polarity
from nlp.extraction import SUBJECT, Entity

SURE = 0.9
"""How sure a need's words make us, before it is asked how sure it is whose it is."""


def say_signals(telling: Telling, people: People, corrections: Mapping[str, Correction]) -> None:
    """Every need whose bearer the note names or means, as people have corrected it."""
    for entity in telling.found.entities:
        bearer = people.mentions.get(entity.experiencer or SUBJECT)
        if entity.label == "NEED" and bearer is not None:
            _say(telling, people, entity, bearer, corrections)


def _say(telling: Telling, people: People, need: Entity, bearer: str, corrections: Mapping[str, Correction]) -> None:
    uid = uid_of("Signal", telling.record, str(need.start), need.text)
    props: dict[str, Any] = {
        "code": need.code,
        "words": need.text,
        "observed_on": telling.day,
        "polarity": polarity(need),
        "span_from": need.start,
        "span_to": need.end,
        "sure": round(SURE * people.sure(bearer), 2),
        "said_by": _source(telling, need),
    }
    telling.node("Signal", uid, **corrected(props, corrections.get(uid)))
    telling.edge("ABOUT", ("Signal", uid), ("Mention", bearer))
    if need.said_by in people.workers:
        telling.edge("SAID_BY", ("Signal", uid), ("Practitioner", people.workers[need.said_by]))
    elif need.said_by in people.mentions:
        telling.edge("SAID_BY", ("Signal", uid), ("Mention", people.mentions[need.said_by]))


def _source(telling: Telling, need: Entity) -> str | None:
    """Who says it, where the note names no person but a relative, a role or a body."""
    source = telling.entities.get(need.said_by or "")
    return source.text if source is not None and source.label != "PERSON" else None
