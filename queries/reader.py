"""The one reader that stands before every question: it knows who asks and why, and as of when."""

import re
from calendar import monthrange
from dataclasses import fields, replace
from datetime import date
from typing import Any, TypeVar

from graph.caller import Caller
from graph.store import Store
from queries.area_tree import AreaTree
from queries.question import Answer, Asked, Question
from queries.resolve import resolve

A = TypeVar("A")
SPOKEN = "MATCH (s:Source) RETURN max(s.as_of) AS as_of"


class Reader:
    """Asks questions of a store for one caller with one purpose."""

    def __init__(self, store: Store, caller: Caller, months_current: int = 6) -> None:
        self.caller = caller
        self._store = store
        self._months = months_current

    def ask(self, question: Question[A], as_of: date | None = None) -> Answer[A]:
        """The answer to a question, true of a day: the one given, else the place's own, else today.

        Raises QuestionError where a name fits nobody, or several; StoreError where the store fails.
        """
        day = as_of or self.as_of()
        named = self._named(question)
        asked = Asked(day, months_before(day, self._months), self.caller.cleared, AreaTree(self._store.read))
        rows = self._store.read(named.text(), **self._parameters(named))
        return Answer(named.title(), day, named.shape(rows, asked), named.unseen(rows, asked))

    def as_of(self) -> date:
        """The day the place speaks of, or today."""
        spoken = self._store.read(SPOKEN)
        return spoken[0]["as_of"] if spoken and spoken[0]["as_of"] else date.today()

    def _named(self, question: Question[A]) -> Question[A]:
        """The question with uids in the place of names."""
        labels = {f.name: f.metadata["label"] for f in fields(question) if f.metadata.get("label")}
        given = {name: getattr(question, name) for name in labels}
        uids = {name: resolve(self._store, labels[name], value) for name, value in given.items() if value is not None}
        return replace(question, **uids)

    def _parameters(self, question: Question[A]) -> dict[str, Any]:
        given = {f.name: getattr(question, f.name) for f in fields(question)} | question.prepare(self._store.search)
        used = set(re.findall(r"\$(\w+)", question.text()))
        return {name: value for name, value in given.items() if name in used}


def months_before(day: date, months: int) -> date:
    """The same day of an earlier month, or that month's last.

    >>> months_before(date(2026, 10, 31), 6)
    datetime.date(2026, 4, 30)
    """
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
