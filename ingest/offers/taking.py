"""The run of one organisation's offers: each as its steps make it, and one step more, all in one transaction."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from graph import writing
from graph.store import Write
from graph.writers import Writers
from ingest import quarantine
from ingest.counts import Counts
from ingest.difference import Difference, difference, states
from ingest.handling import Handling
from ingest.mapper import Mapped
from ingest.offers.mapper import OfferMapper, row_of
from ingest.offers.steps import CONFIRMED, Offer, Step, offers_of, with_step
from ingest.run import SourceRun

DECLARED = "MATCH (s:Source {uid: $source}) RETURN s.uid AS uid"


@dataclass
class Taking:
    """Takes offers of one source in, or out: new, changed, moderated, withdrawn, or found to give somebody away."""

    run: SourceRun
    uids: Sequence[str]
    step: Step | None = None
    """What is done about the one offer there is then."""
    mapped: list[Mapped] = field(default_factory=list)
    """What became of the offers that stand."""

    def carry_out(self, areas: list[dict[str, str]]) -> Counts:
        """Write what follows from the offers' steps; as every run, it is open until who is who is said."""
        source = self.run.supply.mapping.source
        counts = Counts(source)
        self.run.open()
        offers, kept = self._stepped()
        handling = Handling(self.run.supply.mapping, self.run.corrections, self.run.retention, counts)
        self.mapped = [self._mapped(handling, offer, areas) for offer in offers.values() if offer.stands]
        for one in self.mapped:
            counts.tell(one)
        if not self.run.store.read(DECLARED, source=source):
            # As of a body that records refer to, the first to name the organisation words it.
            self.run.declare()
        self.run.held.check()
        self._write(offers, kept, counts)
        self.run.note(counts)
        return counts

    def _stepped(self) -> tuple[dict[str, Offer], list[Write]]:
        """The offers, after the step that is taken where there is one, and what keeps it."""
        offers = offers_of(self.run.store, self.uids)
        if self.step is None:
            return offers, []
        uid = self.uids[0]
        offer, kept = with_step(uid, self.run.supply.mapping.source, offers.get(uid), self.step)
        return {uid: offer}, kept

    def _mapped(self, handling: Handling, offer: Offer, areas: list[dict[str, str]]) -> Mapped:
        mapper = OfferMapper(offer, self.run.supply.mapping, self.run.context(areas), self.run.joining.protected)
        return handling.map(mapper, row_of(offer))[0]

    def _write(self, offers: dict[str, Offer], kept: list[Write], counts: Counts) -> None:
        store, source = self.run.store, self.run.supply.mapping.source
        uids = [f"{source}#{uid}" for uid in offers]
        known, waiting = states(store, uids), quarantine.known(store, uids)
        good = [one for one in self.mapped if one.said is not None]
        made = difference(source, good, known, {}, None)
        made.count(counts)
        shown = {one.said.uid for one in good if one.said is not None}
        # Of an offer that no longer stands, or gives somebody away, no earlier version is left to be found.
        gone = sorted(known.keys() - shown)
        counts.withdrawn = len(gone)
        beside = [*kept, *quarantine.writes(source, [one for one in self.mapped if one.said is None], waiting, None)]
        with Writers(store) as writers:
            touched = writing.write_batch(writers, source, made.new, made.changed, gone, beside)
        self.run.joining.take(touched)
        self.run.joining.removed |= bool(gone) or self._reworded(made)

    def _reworded(self, made: Difference) -> bool:
        """Whether a changed offer may leave something behind that nothing else speaks of; its moderation does not."""
        return bool(made.changed) and not (self.step is not None and self.step.kind == CONFIRMED)
