"""Where offers are registered, moderated and withdrawn: each a run of the organisation's own source."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from graph.errors import QuestionError
from graph.protected import Protected, protected
from graph.store import Store
from ingest import quarantine
from ingest.load import AREAS, CarriesOut, ingest
from ingest.mapper import Mapped
from ingest.offers.form import Form, row_of
from ingest.offers.holding import ANY
from ingest.offers.mapper import gives_away, supply_of
from ingest.offers.steps import CONFIRMED, REFUSED, REGISTERED, WITHDRAWN, Offer, Step, offer_uid, offers_of, source_of
from ingest.offers.taking import DECLARED, Taking
from ingest.place import Place
from ingest.run import SourceRun

VERDICTS = {"confirm": CONFIRMED, "refuse": REFUSED}
HELD = "held"
_ONE_AT_A_TIME = threading.Lock()
"""Those who register in one process wait for each other; another process is told that the store is being written."""


@dataclass(frozen=True)
class Kept:
    """What became of an offer: its uid and record, how it stands now, and what its sender is to be told."""

    offer: str
    record: str
    standing: str
    """unconfirmed, confirmed, refused or withdrawn; or held: in quarantine, for its words may give somebody away."""
    told: str


@dataclass(frozen=True)
class Listed:
    """An offer as whoever moderates sees it."""

    offer: str
    standing: str
    organisation: str | None
    """None, as all the offer's words, where they may give somebody away and the caller is not cleared."""
    name: str | None
    kind: str
    needs: tuple[str, ...]
    registered_by: str
    registered_on: date
    version: str
    """What tells these words from earlier ones; a moderation may name it, so that it is of what was seen."""
    moderated_by: str | None
    moderated_on: date | None
    why: str | None
    row: dict[str, Any] | None


def register(store: Store, form: Form, by: str, on: date) -> Kept:
    """Take an offer in; registered again under its name, it takes the place of what it was.

    Raises QuestionError for mistakes in the form, before anything is written; StoreError where another run writes.
    """
    row = row_of(form, store.read(AREAS))
    source = source_of(row["organisation"])
    # Its name is the source's, which is shown where records are not; of a known one it was asked before.
    if not store.read(DECLARED, source=source) and protected(store).are_in([row["organisation"]]):
        raise QuestionError("organisation: its name may give somebody away who must not be found", "Register under another name")
    return _taken(store, source, row["organisation"], offer_uid(source, row["name"]), Step(REGISTERED, by, on, said=row))


def moderate(store: Store, uid: str, verdict: str, by: str, on: date, why: str | None = None, version: str | None = None) -> Kept:
    """Confirm or refuse an offer as it is worded now; a refused one is in no answer.

    Raises QuestionError for an offer that is not there, was withdrawn, is held, or was reworded since `version`.
    """
    if verdict not in VERDICTS:
        raise QuestionError(f"{verdict!r} is no verdict on an offer", f"Say one of: {', '.join(VERDICTS)}")
    offer, why = _named(store, uid), (why or "").strip() or None
    if verdict == "refuse" and why is None:
        raise QuestionError("nothing says why it is refused", "Say why: its organisation is told")
    if offer.standing == WITHDRAWN:
        raise QuestionError(f"{uid} was withdrawn on {offer.steps[-1]['decided_on']}", "Its organisation may register it again")
    if version is not None and not (version and offer.registered["said_hash"].startswith(version)):
        raise QuestionError(f"{uid} was worded anew since", "Look at it as it is now: kith offer list")
    if verdict == "confirm" and _is_held(store, offer):
        raise QuestionError(f"{uid} is in quarantine, for its words may give somebody away", "Have it registered without them")
    return _taken(store, offer.source, offer.row["organisation"], uid, Step(VERDICTS[verdict], by, on, why))


def withdraw(store: Store, uid: str, by: str, on: date, why: str | None = None) -> Kept:
    """Take an offer out of all answers; what was done about it stays kept.

    Raises QuestionError for an offer that is not there, or is withdrawn already.
    """
    offer = _named(store, uid)
    if offer.standing == WITHDRAWN:
        raise QuestionError(f"{uid} was withdrawn on {offer.steps[-1]['decided_on']}", "There is nothing to do")
    return _taken(store, offer.source, offer.row["organisation"], uid, Step(WITHDRAWN, by, on, (why or "").strip() or None))


def look_again(store: Store) -> None:
    """Hold offers against who is restricted now, after a word of somebody's may have changed that; a run does so by itself."""
    if store.read(ANY):
        with _ONE_AT_A_TIME:
            ingest(store, Place("offers", date.today(), False, None, ()))


def listed(store: Store, cleared: bool, standing: str | None = None) -> Iterator[Listed]:
    """All offers with how they stand, those that wait first; words that may give somebody away for a cleared caller alone."""
    known = protected(store)
    found = [_listed(offer, known, cleared) for offer in offers_of(store).values()]
    order = (HELD, "unconfirmed", CONFIRMED, REFUSED, WITHDRAWN)
    if standing is not None and standing not in order:
        raise QuestionError(f"no offer stands as {standing!r}", f"Name one of: {', '.join(order)}")
    chosen = (one for one in found if standing in (None, one.standing))
    yield from sorted(chosen, key=lambda one: (order.index(one.standing), one.registered_on, one.offer))


def _taken(store: Store, source: str, organisation: str, uid: str, step: Step) -> Kept:
    taken: list[Taking] = []

    def carrier(run: SourceRun) -> CarriesOut:
        taken.append(Taking(run, [uid], step))
        return taken[0]

    place = Place(source, step.on, False, None, (supply_of(source, organisation, step.on),))
    with _ONE_AT_A_TIME:
        ingest(store, place, carrier=carrier)
    return _told(offers_of(store, [uid])[uid], taken[0].mapped)


def _told(offer: Offer, mapped: list[Mapped]) -> Kept:
    refused = next((one for one in mapped if one.said is None), None)
    if refused is not None:
        problem = refused.problems[0]
        return Kept(offer.uid, "", HELD, f"It is in quarantine and in no answer: {problem.what}. {problem.cure}")
    moderated = offer.moderated
    told = {
        "unconfirmed": "It is shown as unconfirmed until somebody moderates it",
        CONFIRMED: "It is shown as confirmed",
        WITHDRAWN: "It is shown no more",
        REFUSED: f"It is not shown: it was refused: {moderated['reason']}" if moderated else "",
    }[offer.standing]
    return Kept(offer.uid, f"{offer.source}#{offer.uid}" if offer.stands else "", offer.standing, told)


def _named(store: Store, uid: str) -> Offer:
    found = offers_of(store, [uid.strip()]).get(uid.strip())
    if found is None:
        raise QuestionError(f"there is no offer {uid}", "Name one by its uid: kith offer list")
    return found


def _is_held(store: Store, offer: Offer) -> bool:
    return bool(quarantine.known(store, [f"{offer.source}#{offer.uid}"]))


def _listed(offer: Offer, known: Protected, cleared: bool) -> Listed:
    row, moderated = offer.row, offer.moderated
    held = offer.stands and gives_away(known, row)
    told = Listed(
        offer=offer.uid,
        standing=HELD if held else offer.standing,
        organisation=row["organisation"],
        name=row["name"],
        kind=row["kind"],
        needs=tuple(need["code"] for need in row["needs"]),
        registered_by=offer.registered["decided_by"],
        registered_on=offer.registered["decided_on"],
        version=offer.registered["said_hash"][:8],
        moderated_by=moderated["decided_by"] if moderated else None,
        moderated_on=moderated["decided_on"] if moderated else None,
        why=moderated["reason"] if moderated else None,
        row=row,
    )
    return told if cleared or not gives_away(known, {**row, "room": f"{row.get('room')} {told.why}"}) else _hidden(told)


def _hidden(told: Listed) -> Listed:
    return replace(told, organisation=None, name=None, why=None, row=None)
