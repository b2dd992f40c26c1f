"""An offer as its steps make it: registered, confirmed or refused, withdrawn, registered anew. None is ever changed."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph import cypher
from graph.statement import uid_of
from graph.store import Row, Store, Write
from ingest.cleaners.bodies import organisation_key
from ingest.cleaners.names import folded

REGISTERED, CONFIRMED, REFUSED, WITHDRAWN = "registered", "confirmed", "refused", "withdrawn"
UNCONFIRMED = "unconfirmed"
_COLUMNS = (
    "RETURN s.offer AS offer, s.number AS number, s.source AS source, s.kind AS kind, s.said AS said, s.said_hash AS said_hash, "
    "s.decided_by AS decided_by, s.decided_on AS decided_on, s.reason AS reason ORDER BY offer, number"
)
OF_OFFERS = f"UNWIND $offers AS wanted MATCH (s:OfferStep {{offer: wanted}}) {_COLUMNS}"
EVERY = f"MATCH (s:OfferStep) {_COLUMNS}"


@dataclass(frozen=True)
class Step:
    """Something done about an offer: who, when and why; of a registration, with the row as it was given."""

    kind: str
    by: str
    on: date
    why: str | None = None
    said: dict[str, Any] | None = None


@dataclass(frozen=True)
class Offer:
    """An offer with its steps in their order, the first of which registers it."""

    uid: str
    source: str
    steps: tuple[Row, ...]

    @property
    def registered(self) -> Row:
        """The step that says what is offered now."""
        return [step for step in self.steps if step["kind"] == REGISTERED][-1]

    @property
    def row(self) -> dict[str, Any]:
        """What is offered, as the form was filled in."""
        row: dict[str, Any] = json.loads(self.registered["said"])
        return row

    @property
    def moderated(self) -> Row | None:
        """The last moderation of these very words; None where nobody has moderated them."""
        words = self.registered["said_hash"]
        found = [step for step in self.steps if step["kind"] in (CONFIRMED, REFUSED) and step["said_hash"] == words]
        return found[-1] if found else None

    @property
    def standing(self) -> str:
        """withdrawn; else confirmed or refused, as these words were moderated; else unconfirmed."""
        if [step["kind"] for step in self.steps if step["kind"] in (REGISTERED, WITHDRAWN)][-1] == WITHDRAWN:
            return WITHDRAWN
        return str(self.moderated["kind"]) if self.moderated else UNCONFIRMED

    @property
    def stands(self) -> bool:
        """Whether it is to be found in answers."""
        return self.standing in (UNCONFIRMED, CONFIRMED)


def source_of(organisation: str) -> str:
    """The source that an organisation's offers are, however its name is written.

    >>> source_of("The Brickworks Ltd."), source_of("Mums & Tots, Low-Moor")
    ('offers of brickworks', 'offers of mumsandtotslowmoor')
    """
    return f"offers of {organisation_key(organisation)}"


def offer_uid(source: str, name: str) -> str:
    """The uid of the offer of a name: the same, whenever its organisation registers it."""
    return uid_of("Offer", source, folded(name))


def offers_of(store: Store, uids: Sequence[str] | None = None) -> dict[str, Offer]:
    """Offers by uid, or all there are."""
    rows = store.read(EVERY) if uids is None else store.read(OF_OFFERS, offers=list(uids))
    steps: dict[str, list[Row]] = {}
    for row in rows:
        steps.setdefault(row["offer"], []).append(row)
    return {uid: Offer(uid, found[0]["source"], tuple(found)) for uid, found in steps.items()}


def with_step(uid: str, source: str, before: Offer | None, step: Step) -> tuple[Offer, list[Write]]:
    """The offer after a further step, and what keeps the step; nothing, where it says just what the last one said."""
    steps = before.steps if before else ()
    said = None if step.said is None else json.dumps(step.said, sort_keys=True, ensure_ascii=False)
    words = _hash(said) if said is not None else (before.registered["said_hash"] if before else None)
    told: Row = {"offer": uid, "source": source, "kind": step.kind, "said": said, "said_hash": words}
    told |= {"decided_by": step.by, "decided_on": step.on, "reason": step.why}
    if before and _repeats(told, before):
        return before, []
    row = {**told, "number": len(steps) + 1}
    props = {name: value for name, value in row.items() if value is not None}
    write = (cypher.upsert_nodes("OfferStep"), [{"uid": uid_of("OfferStep", uid, str(row["number"])), "props": props}])
    return Offer(uid, source, (*steps, row)), [write]


def _repeats(told: Row, before: Offer) -> bool:
    """Whether a step changes nothing: it says what the offer's standing rests on already."""
    last = before.registered if told["kind"] == REGISTERED and before.standing != WITHDRAWN else before.steps[-1]
    return all(last[name] == value for name, value in told.items())


def _hash(said: str) -> str:
    return hashlib.sha256(said.encode()).hexdigest()[:32]


def sources(offers: Iterable[Offer]) -> dict[str, list[Offer]]:
    """Offers by the source that they are."""
    found: dict[str, list[Offer]] = {}
    for offer in offers:
        found.setdefault(offer.source, []).append(offer)
    return found
