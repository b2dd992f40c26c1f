"""The one reader that stands before every question: it knows who asks and why, and as of when."""

import re
from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import date
from functools import cache
from typing import Any, TypeVar

from graph import cypher
from graph.caller import Caller
from graph.store import Store
from queries import nodes
from queries.area_tree import AreaTree
from queries.explanation import Course, Explained, Overheard, explained
from queries.months import months_before
from queries.place_rules import rules_followed
from queries.question import Answer, Asked, Question, Row
from queries.resolve import resolve

A = TypeVar("A")
SPOKEN = "MATCH (s:Source) RETURN max(s.as_of) AS as_of"
UID = re.compile(r"[a-z]+-[0-9a-f]{16}")
Reading = tuple[str, dict[str, Any]]
"""A Cypher text and its parameters."""


class Reader:
    """Asks questions of a store for one caller with one purpose.

    `ask`, `explain` and `nodes` read; the other methods are their steps, for a reader that waits for its rows
    in another way.
    """

    def __init__(self, store: Store, caller: Caller, months_current: int = 6) -> None:
        self.caller = caller
        self._store = store
        self._months = months_current

    def ask(self, question: Question[A], as_of: date | None = None) -> Answer[A]:
        """The answer to a question, true of a day: the one given, else the place's own, else today.

        Raises QuestionError where a name fits nobody, or several; StoreError where the store fails.
        """
        day = as_of or self.as_of()
        if names_one_node(question) and (answer := self._asked(question, day)).rows:
            return answer
        # A name to be looked up; or a uid that may be nobody's, since no row came for it.
        return self._asked(self._named(question), day)

    def explain(self, question: Question[A], as_of: date | None = None) -> Explained[A]:
        """The answer that `ask` gives, with how it came about; raises what `ask` raises."""
        day = as_of or self.as_of()
        named = self._named(question)
        tree = Overheard(self._store.read)
        with rules_followed() as rules:
            text, parameters = self.reading(named, day)
            rows = self._store.read(text, **parameters)
            answer = self.answer(named, rows, day, tree)
        course = Course(named, parameters, rows, tuple(tree.texts), tuple(rules))
        return Explained(answer, explained(question, course, answer, self.caller.cleared))

    def nodes(self, label: str, uids: Sequence[str]) -> dict[str, Row]:
        """Nodes of a label by uid, as this caller may see them; those that are not there are left out."""
        text, parameters = self.node_reading(label, uids)
        return nodes.shown(self._store.read(text, **parameters), self.caller.cleared)

    def as_of(self) -> date:
        """The day the place speaks of, or today."""
        return day_spoken_of(self._store.read(SPOKEN))

    def reading(self, question: Question[A], day: date) -> Reading:
        """What to read for a question that names nodes by uid."""
        given = {f.name: getattr(question, f.name) for f in fields(question)}
        given |= question.prepare(self._store.search) | question.days(day)
        text = question.text()
        return text, {name: value for name, value in given.items() if name in _parameters_of(text)}

    def answer(self, question: Question[A], rows: Sequence[Row], day: date, place: AreaTree) -> Answer[A]:
        """The answer that rows make for this caller."""
        asked = Asked(day, months_before(day, self._months), self.caller.cleared, place)
        return Answer(question.title(), day, *question.respond(rows, asked))

    def node_reading(self, label: str, uids: Sequence[str]) -> Reading:
        """What to read for nodes of a label."""
        return cypher.chosen_nodes(label, nodes.properties(label)), {"uids": sorted(set(uids))}

    def _asked(self, question: Question[A], day: date) -> Answer[A]:
        """The answer to a question that names nodes by uid."""
        text, parameters = self.reading(question, day)
        return self.answer(question, self._store.read(text, **parameters), day, AreaTree(self._store.read))

    def _named(self, question: Question[A]) -> Question[A]:
        """The question with uids in the place of names."""
        labels = {f.name: f.metadata["label"] for f in fields(question) if f.metadata.get("label")}
        given = {name: getattr(question, name) for name in labels}
        uids = {name: resolve(self._store, labels[name], value) for name, value in given.items() if value is not None}
        return replace(question, **uids)


def names_one_node(question: Question[A]) -> bool:
    """Whether a question names a single node, by a text that is plainly a uid, and needs no search."""
    given = [(f.metadata["label"], getattr(question, f.name)) for f in fields(question) if f.metadata.get("label")]
    named = [(label, text) for label, text in given if text is not None]
    searches = type(question).prepare is not Question.prepare
    return (
        not searches
        and len(named) == 1
        and UID.fullmatch(named[0][1]) is not None
        and named[0][1].startswith(f"{named[0][0].lower()}-")
    )


@cache
def _parameters_of(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\$(\w+)", text))


def day_spoken_of(rows: Sequence[Row]) -> date:
    """The day that the rows of SPOKEN tell, or today where no source tells one."""
    day: date | None = rows[0]["as_of"] if rows else None
    return day or date.today()
