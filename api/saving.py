"""What a caller keeps: questions with their parameters, under names of the caller's own."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from api.given import TELLING, question_given, written
from graph import saved_questions
from graph.caller import Caller
from graph.errors import QuestionError
from graph.saved_questions import Kept, anchor_of, current
from graph.store import Store
from queries.catalogue import question_named
from queries.question import Question, plain
from queries.resolve import resolve

LONGEST = 80


@dataclass(frozen=True)
class SavedQuestion:
    """A question that its caller keeps under a name."""

    saved_as: str
    question: str
    parameters: dict[str, Any]
    """As they are asked with now: what names a node is its uid of today; what no longer resolves is left out."""
    saved_on: date
    lost: tuple[str, ...]
    """Parameters that no longer resolve, with what to do; while there is one, the question cannot be asked."""


class Saving:
    """Saves for one caller, and shows that caller's alone."""

    def __init__(self, store: Store, caller: Caller) -> None:
        self._store = store
        self._caller = caller
        self.waits = store.engine == "neo4j"
        """Whether saving waits for a server."""

    def save(self, saved_as: str, question: str, given: Mapping[str, Any]) -> SavedQuestion:
        """Keep a question under a name; said twice, it is kept once.

        Raises QuestionError where it could not be asked, where it holds free words that may name somebody, or where
        another has that name.
        """
        name = _name(saved_as)
        asked = question_given(question, given)
        told = sorted(TELLING & {one for one, value in given.items() if value is not None})
        if told:
            raise QuestionError(
                f"{told[0]} may name somebody, and could not be found again when they are forgotten",
                f"Ask {asked.title()} with it, or save a question that names whom it is about",
            )
        values, mentions = self._anchored(asked, given)
        parameters = json.dumps(values, ensure_ascii=False, sort_keys=True)
        saved_questions.keep(self._store, self._caller.known_as, name, asked.title(), parameters, mentions, date.today())
        return self._shown(self._kept(name))

    def saved(self) -> list[SavedQuestion]:
        """All that this caller keeps, by name."""
        return [self._shown(one) for one in saved_questions.kept(self._store, self._caller.known_as).values()]

    def asked(self, saved_as: str) -> Question[Any]:
        """The question kept under a name, to be asked as it is now.

        Raises QuestionError where there is none, or a parameter no longer resolves.
        """
        found = self._shown(self._kept(saved_as))
        if found.lost:
            what, _, cure = found.lost[0].partition(". ")
            raise QuestionError(f"{found.saved_as!r} cannot be asked: {what}", cure)
        return question_given(found.question, found.parameters)

    def delete(self, saved_as: str) -> str:
        """Delete what is kept under a name; returns the name.

        Raises QuestionError where there is none.
        """
        found = self._kept(saved_as)
        saved_questions.delete(self._store, found.uid)
        return found.saved_as

    def _kept(self, saved_as: str) -> Kept:
        all_kept = saved_questions.kept(self._store, self._caller.known_as)
        found = all_kept.get(saved_as.strip())
        if found is None:
            names = ", ".join(repr(name) for name in all_kept) or "nothing yet"
            raise QuestionError(f"nothing is saved as {saved_as.strip()!r}", f"You have saved: {names}")
        return found

    def _anchored(self, asked: Question[Any], given: Mapping[str, Any]) -> tuple[dict[str, Any], list[str]]:
        """What to keep of the parameters that were given, and the mentions among it."""
        values: dict[str, Any] = {}
        mentions: list[str] = []
        for field in fields(asked):
            value, label = getattr(asked, field.name), field.metadata.get("label")
            if given.get(written(field.name)) is None or value is None:
                continue
            if label:
                value = anchor_of(self._store, label, resolve(self._store, label, value))
                mentions += [value] if label in saved_questions.OF_PEOPLE else []
            values[written(field.name)] = plain(value)
        return values, sorted(set(mentions))

    def _shown(self, kept: Kept) -> SavedQuestion:
        parameters: dict[str, Any] = {}
        lost: list[str] = []
        labels = _labels(kept.question)
        for name, value in json.loads(kept.parameters).items():
            label = labels.get(name)
            now = current(self._store, label, value) if label else value
            if now is None:
                lost.append(f"the {str(label).lower()} it names as {name} is not known any more. {CURE}")
            else:
                parameters[name] = now
        if not lost:
            lost = _unaskable(kept.question, parameters)
        return SavedQuestion(kept.saved_as, kept.question, parameters, kept.saved_on, tuple(lost))


CURE = "Delete it, and save it anew with one that there is"


def _unaskable(question: str, parameters: Mapping[str, Any]) -> list[str]:
    """Why a question that was kept cannot be asked any more: questions and their parameters change."""
    try:
        question_given(question, parameters)
    except QuestionError as wrong:
        return [f"{wrong.what}. {CURE}"]
    return []


def _labels(question: str) -> dict[str, str | None]:
    """The kind of node that each parameter of a question names."""
    try:
        return {written(one.name): one.metadata.get("label") for one in question_named(question).parameters()}
    except QuestionError:
        return {}


def _name(saved_as: str) -> str:
    name = saved_as.strip()
    if not name or len(name) > LONGEST or not name.isprintable():
        raise QuestionError("that is no name to save a question as", f"Give a line of 1 to {LONGEST} letters")
    return name
