"""Offers held against who is restricted now: those that give somebody away leave the answers, others come back."""

from collections.abc import Callable

from graph import cypher
from graph.store import Store
from ingest.corrections import corrections_of
from ingest.difference import states
from ingest.joining import Joining
from ingest.offers.mapper import gives_away, row_of, supply_of
from ingest.offers.steps import Offer, offers_of, sources
from ingest.offers.taking import Taking
from ingest.place import Supply
from ingest.run import SourceRun

ANY = "MATCH (s:OfferStep) RETURN s.uid AS uid LIMIT 1"
STRAY = (
    "MATCH (s:Source) WHERE s.uid STARTS WITH 'offers of ' AND NOT EXISTS { MATCH (s)<-[:FROM]-(r:Record) } "
    "RETURN s.uid AS uid ORDER BY uid"
)
STEPPED = "UNWIND $sources AS source MATCH (s:OfferStep {source: source}) RETURN DISTINCT s.source AS source ORDER BY source"


def hold(joining: Joining, run_of: Callable[[Supply], SourceRun], areas: Callable[[], list[dict[str, str]]]) -> list[str]:
    """Take offers out and in, as who is restricted now asks for, once who is who is said; returns the runs it took."""
    store = joining.store
    _drop_strays(store)
    if not store.read(ANY):
        return []
    runs = []
    for source, offers in sources(offers_of(store).values()).items():
        if due := _due(joining, source, [offer for offer in offers if offer.stands]):
            organisation = due[0].row["organisation"]
            run = run_of(supply_of(source, organisation, due[0].registered["decided_on"]))
            Taking(run, [offer.uid for offer in due]).carry_out(areas())
            runs.append(run.run)
    if runs:
        joining.say()
    return runs


def _due(joining: Joining, source: str, offers: list[Offer]) -> list[Offer]:
    """Offers that are shown and should not be, or the other way round."""
    corrections = corrections_of(joining.store, source)
    shown = states(joining.store, [f"{source}#{offer.uid}" for offer in offers])
    rows = {offer.uid: corrections.apply(row_of(offer)) for offer in offers}
    return [
        offer for offer in offers if gives_away(joining.protected, rows[offer.uid].values) is (f"{source}#{offer.uid}" in shown)
    ]


def _drop_strays(store: Store) -> None:
    """Take out what a registration that was cut off has left of its source: nothing was ever registered in it."""
    found = [row["uid"] for row in store.read(STRAY)]
    stepped = {row["source"] for row in store.read(STEPPED, sources=found)} if found else set()
    stray = [{"uid": uid} for uid in found if uid not in stepped]
    if stray:
        store.write((cypher.delete_nodes("Source"), stray))
