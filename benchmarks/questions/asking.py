"""Asking a place's questions for a scorer, in the truth's ids: what a scorer works with."""

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any

from benchmarks.questions.bodies import Bodies
from benchmarks.questions.people import People
from benchmarks.questions.truth import Case
from graph.errors import QuestionError
from queries.catalogue import catalogue
from queries.question import Answer
from queries.reader import Reader


class NotThereYet(Exception):
    """A question that Kith does not answer, or not with these parameters."""


@dataclass(frozen=True)
class Judged:
    """An answer held against the truth, in the truth's ids."""

    expect: Set[str]
    found: Set[str]
    neutral: Set[str] = frozenset()
    """What may be answered or not."""
    beside: Mapping[str, bool] = field(default_factory=dict)
    """What else the truth tells of the answer, and whether the answer has it so."""
    score: float | None = None
    """Of a judgement: whether the answer will do; else the F1 of what was found."""

    @property
    def missing(self) -> Set[str]:
        """What is true and was not answered."""
        return self.expect - self.found

    @property
    def wrong(self) -> Set[str]:
        """What was answered and is not true."""
        return self.found - self.expect - self.neutral

    @property
    def f1(self) -> float:
        """The score; of an empty answer that should be empty 1."""
        if self.score is not None:
            return self.score
        right = len(self.found & self.expect)
        total = 2 * right + len(self.missing) + len(self.wrong)
        return 2 * right / total if total else 1.0


class Asking:
    """Asks for one caller; the joins are the same for all."""

    def __init__(self, reader: Reader, people: People, bodies: Bodies) -> None:
        self.people = people
        self.bodies = bodies
        self._reader = reader
        self.heard: list[Answer[Any]] = []
        """Every answer since the last time that somebody cleared it: what may not be shown is looked for in them."""

    def ask(self, question: str, **given: Any) -> tuple[Any, ...]:
        """The rows of an answer; raises NotThereYet where there is no such question, or it takes no such parameter."""
        made = catalogue().get(question)
        if made is None:
            raise NotThereYet("there is no such question")
        if unknown := given.keys() - {one.name for one in fields(made)}:
            raise NotThereYet(f"it does not take {', '.join(sorted(unknown))}")
        try:
            answer = self._reader.ask(made(**given))
        except QuestionError as wrong:
            raise NotThereYet(str(wrong)) from wrong
        self.heard.append(answer)
        return answer.rows

    def for_each(self, question: str, name: str, uids: Iterable[str], **given: Any) -> Iterator[Any]:
        """The rows of the answers about each of the nodes that stand for one of the truth's."""
        for uid in uids:
            yield from self.ask(question, **{name: uid}, **given)

    def workers(self, uids: Iterable[str | None]) -> list[str]:
        """The true workers of practitioners, in order and each once; of one that is nobody's, its uid with a mark."""
        return list(dict.fromkeys(self.people.worker_of.get(uid, f"?{uid}") for uid in uids if uid))

    def persons(self, uids: Iterable[str | None]) -> list[str]:
        """The true people of persons, in order and each once."""
        return list(dict.fromkeys(self.people.person_of.get(uid, f"?{uid}") for uid in uids if uid))


def listed(values: Iterable[Any]) -> frozenset[str]:
    """What the truth expects, as texts: a pair without its order as `A + B`."""
    return frozenset(pair(*value) if isinstance(value, list) else str(value) for value in values)


def pair(one: str, other: str) -> str:
    """Two that belong together, in whatever order.

    >>> pair("O09", "O02")
    'O02 + O09'
    """
    return " + ".join(sorted((one, other)))


def day(value: str) -> date:
    """A day as the truth writes it."""
    return date.fromisoformat(value)


Scorer = Any
"""A function from a Case and an Asking to a Judged."""


def expected(case: Case) -> frozenset[str]:
    """All that a case expects."""
    return listed(case.expect)
