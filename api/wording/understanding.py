"""From somebody's own words to a question of the catalogue with its parameters: by rules, and the graph's own names.

Nothing outside the graph is asked. Every reading says which words it took for what and which it passed
over; its score is the share of the meaningful words that it accounts for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from functools import lru_cache, partial
from typing import Any

from api.given import question_given, written
from api.wording.cues import Cue, cues
from api.wording.naming import meant
from api.wording.needs import needs
from api.wording.places import places
from api.wording.slots import Taken, slots
from api.wording.tokens import Token, tokens
from graph.errors import QuestionError
from graph.store import Store
from ingest.cleaners.code_list import code_list
from queries.catalogue import catalogue
from queries.question import Question, is_required
from queries.resolve import is_uid, options

MOST = 5
"""So many readings are told, the likeliest first."""
NAMED = ("Family", "Person", "Practitioner", "Team", "Organisation", "Asset", "Service")


@dataclass(frozen=True)
class Understanding:
    """One reading of the words; `question` and `parameters` are what `kith ask` takes."""

    question: str
    answers: str
    """What the question answers, in a sentence."""
    parameters: dict[str, Any]
    because: tuple[str, ...]
    """Which words were taken for what."""
    passed_over: tuple[str, ...]
    """Words that nothing was made of."""
    score: float
    """The share of meaningful words that it accounts for; 1 is all."""

    def asked(self) -> Question[Any]:
        """The question itself."""
        return question_given(self.question, {written(name): value for name, value in self.parameters.items()})


def clear(found: Sequence[Understanding]) -> Understanding | None:
    """The reading to answer by; None where others of the same question are as likely, as with namesakes."""
    first, *others = found
    return None if any(one.question == first.question and one.score == first.score for one in others) else first


def understand(store: Store, words: str) -> tuple[Understanding, ...]:
    """What a question in somebody's own words may mean, the likeliest first.

    Raises QuestionError where nothing can be made of it.
    """
    reading = _Words(store, words)
    found = sorted(reading.readings(), key=lambda pair: (-pair[0].score, pair[1]))
    best: dict[tuple[str, str], Understanding] = {}
    if found and (need := found[0][0].parameters.get("need")) and not is_uid(store, "Need", need):
        raise QuestionError(
            f"nothing here is listed for the need {code_list('needs')[need]['label']!r}", "Ask for another, or `kith ask find`"
        )
    for one, _ in found:
        best.setdefault((one.question, repr(sorted(one.parameters.items()))), one)
    if not best:
        raise QuestionError(
            f"nothing was understood of {words!r}", "Name somebody, a need or a place, or ask one of `kith questions`"
        )
    return tuple(best.values())[:MOST]


class _Words:
    """A question's words with all that is taken from them whatever is asked."""

    def __init__(self, store: Store, text: str) -> None:
        self.text = text
        self.words = tokens(text)
        self.taken = [*slots(text), *places(store, text, self.words), *needs(text)]
        # Many questions name somebody; each label is searched for the same words once.
        self._options = lru_cache(maxsize=None)(partial(options, store))

    def readings(self) -> Iterator[tuple[Understanding, int]]:
        """Every reading whose question has all it must be told, with its place among equals."""
        for cue in cues(self.text):
            for chosen in self._fillings(cue):
                yield self._reading(cue, chosen), cue.order

    def _fillings(self, cue: Cue) -> Iterator[list[Taken]]:
        """What a question's parameters may be, as the words have it; nothing where one that it needs is missing."""
        parameters = {one.name: one for one in fields(catalogue()[cue.question])}
        free: list[list[Taken]] = [[]]
        for name in ("need", "area", "near", "age", "within_km", "weekday", "mission", "since"):
            if name in parameters and (fitting := self._fitting(name, parameters)):
                free = [[*one, other] for one in free for other in fitting]
        for taken in free:
            spans = [*cue.spans, *cue.kind, *((one.start, one.end) for one in taken)]
            for named in self._named(cue, spans):
                chosen = [*taken, *named, *cue.gives]
                given = {one.parameter for one in chosen}
                if all(name in given for name, one in parameters.items() if is_required(one)) and (cue.spans or chosen):
                    yield chosen

    def _fitting(self, name: str, parameters: dict[str, Any]) -> list[Taken]:
        """What was taken for a parameter; a place for `near` is one for `area` where there is no `near`."""
        wanted = {name} | ({"near"} if name == "area" and "near" not in parameters else set())
        wanted |= {"area"} if name == "near" and "area" not in parameters else set()
        return [replace(one, parameter=name) for one in self.taken if one.parameter in wanted]

    def _named(self, cue: Cue, spans: Sequence[tuple[int, int]]) -> Iterator[list[Taken]]:
        """Whom or what the words left over name, for the parameters that name a node."""
        labels = {one.name: one.metadata["label"] for one in fields(catalogue()[cue.question]) if one.metadata.get("label")}
        wanted = {name: label for name, label in labels.items() if label in NAMED}
        if "words" in {one.name for one in fields(catalogue()[cue.question])}:
            left = [word for word in self.words if word.carries and not _within(word, spans)]
            if left:
                text = " ".join(word.text for word in left)
                yield [Taken(left[0].start, left[-1].end, "words", text, text, "a name")]
            return
        yield from self._each(list(wanted.items()), spans)

    def _each(self, wanted: list[tuple[str, str]], spans: Sequence[tuple[int, int]]) -> Iterator[list[Taken]]:
        if not wanted:
            yield []
            return
        (name, label), *others = wanted
        found = meant(self._options, label, self.text, self.words, spans)
        for one in found:
            taken = Taken(one.start, one.end, name, one.uid, one.words, one.told, one.sure)
            for more in self._each(others, [*spans, (one.start, one.end)]):
                yield [taken, *more]
        # The parameter may be left out, or somebody else fill it.
        yield from self._each(others, spans)

    def _reading(self, cue: Cue, chosen: list[Taken]) -> Understanding:
        spans = [*cue.spans, *cue.kind, *((one.start, one.end) for one in chosen)]
        carrying = [word for word in self.words if word.carries or _within(word, cue.spans)]
        left = [word for word in carrying if not _within(word, spans)]
        share = 1 - len(left) / len(carrying) if carrying else 0.0
        question = catalogue()[cue.question]
        because = [f"“{self.text[start:end]}” asks {cue.question}" for start, end in cue.spans]
        because += [f"“{one.words}” is {one.told}" for one in chosen]
        return Understanding(
            cue.question,
            question.help(),
            {one.parameter: one.value for one in chosen},
            tuple(because),
            tuple(word.text for word in left),
            round(share * (1.0 if cue.spans else cue.uncued) * min((one.sure for one in chosen), default=1.0), 4),
        )


def _within(word: Token, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= word.start < end for start, end in spans)
