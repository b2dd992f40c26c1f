"""What a caller records of a huddle: what was agreed and for whom, and that it is done."""

from datetime import date

from graph.actions import finish_action, record_action
from graph.caller import Caller
from graph.errors import QuestionError
from graph.store import Store
from queries.resolve import resolve


class Agreeing:
    """Records for one caller."""

    def __init__(self, store: Store, caller: Caller) -> None:
        self._store = store
        self._caller = caller
        self.waits = store.engine == "neo4j"
        """Whether a recording waits for a server."""

    def agree(
        self,
        words: str,
        family: str | None,
        person: str | None,
        kind: str,
        owner: str | None,
        due_on: date | None,
        on: date | None,
    ) -> str:
        """Keep an action or a decision about a family or a person; returns its uid.

        Raises QuestionError where it is not said for whom, or record_action refuses it.
        """
        if (family is None) is (person is None):
            raise QuestionError("it is not said whom it is for", "Give a family or a person, and not both")
        label, named = ("Family", family) if family is not None else ("Person", person)
        about = (label, resolve(self._store, label, named or ""))
        day = on or date.today()
        return record_action(self._store, about, words, self._caller.known_as, day, kind=kind, owner=owner, due_on=due_on)

    def finish(self, action: str, came_of: str, on: date | None) -> str:
        """Say that an action is done, and what came of it; returns its uid."""
        finish_action(self._store, action, self._caller.known_as, on or date.today(), came_of)
        return action
