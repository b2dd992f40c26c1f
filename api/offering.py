"""What a caller registers, moderates and withdraws of the community's offers."""

from datetime import date

from graph.caller import Caller
from graph.store import Store
from ingest.offers import desk
from ingest.offers.desk import Kept, Listed
from ingest.offers.form import Form


class Offering:
    """Keeps offers for one caller; the command line and GraphQL alike."""

    def __init__(self, store: Store, caller: Caller) -> None:
        self._store = store
        self._caller = caller
        self.waits = store.engine == "neo4j"
        """Whether keeping an offer waits for a server."""

    def register(self, form: Form, on: date | None = None) -> Kept:
        """Take an offer in, in the place of what its organisation registered under this name before.

        Raises QuestionError that names every mistake in the form; nothing is kept of it then.
        """
        return desk.register(self._store, form, self._caller.known_as, on or date.today())

    def moderate(self, offer: str, verdict: str, why: str | None, version: str | None, on: date | None = None) -> Kept:
        """Confirm or refuse an offer; raises QuestionError where that cannot be."""
        return desk.moderate(self._store, offer, verdict, self._caller.known_as, on or date.today(), why, version)

    def withdraw(self, offer: str, why: str | None, on: date | None = None) -> Kept:
        """Take an offer out of all answers; raises QuestionError where there is none."""
        return desk.withdraw(self._store, offer, self._caller.known_as, on or date.today(), why)

    def listed(self, standing: str | None = None) -> list[Listed]:
        """All offers, or those that stand so, as this caller may see them."""
        return list(desk.listed(self._store, self._caller.cleared, standing))
