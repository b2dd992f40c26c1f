"""An offer's row to what its record says: by the mapping of offers, with how it stands, and held where it gives somebody away."""

from collections.abc import Mapping as Columns
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from importlib.resources import as_file, files
from typing import Any

from graph.protected import Protected
from ingest.cleaners import Context
from ingest.mapper import Mapped, Mapper
from ingest.mapping import Mapping, load_mapping
from ingest.offers.steps import CONFIRMED, Offer
from ingest.place import Supply
from ingest.row import Problem, Row, Verdict

HOLDS = Problem(
    "gives_somebody_away",
    None,
    None,
    "some of its words may tell of somebody who must not be found",
    "Register it again without names, addresses and telephone numbers of people, or ask whoever is cleared to look at it",
    Verdict.QUARANTINE,
)

WORDED = ("organisation", "name", "description", "room", "when", "contact", "url", "address", "postcode")
"""What of a row is in its sender's own words."""


@cache
def shipped() -> Mapping:
    """The mapping of offers, before it is one organisation's."""
    with as_file(files("ingest").joinpath("offers", "offers.yaml")) as path:
        return load_mapping(path)


def supply_of(source: str, organisation: str, today: date) -> Supply:
    """The offers of an organisation as a source of its own; its rows are kept in the store and in no file."""
    return Supply(shipped().model_copy(update={"source": source, "agency": organisation}), (), (), today, dated=False)


def row_of(offer: Offer) -> Row:
    """An offer as a row of its source: what the form said, under the offer's uid."""
    return Row({"offer": offer.uid, **offer.row}, offer.uid)


@dataclass
class OfferMapper:
    """Maps the row of one offer."""

    offer: Offer
    mapping: Mapping
    context: Context
    protected: Protected

    def map(self, row: Row) -> Mapped:
        """What the offer says just now; a row that gives a restricted person away goes to quarantine, its values hidden."""
        told = replace(row, values={**row.values, **self._beside()})
        held = gives_away(self.protected, row.values)
        if held:
            told = replace(told, problems=(*told.problems, HOLDS))
        mapped = Mapper(self.mapping, self.mapping.source, self.context).map(told)
        # What stands beside the form is no part of the row as it was sent.
        return replace(mapped, row=row, restricted=mapped.restricted or held)

    def _beside(self) -> dict[str, Any]:
        moderated = self.offer.moderated if self.offer.standing == CONFIRMED else None
        return {
            "registered_on": self.offer.registered["decided_on"].isoformat(),
            "confirmed_on": moderated["decided_on"].isoformat() if moderated else None,
            "unconfirmed": None if moderated else True,
        }


def gives_away(protected: Protected, values: Columns[str, Any]) -> bool:
    """Whether the words of an offer tell of somebody who must not be found."""
    needs = [need.get("words") for need in values.get("needs") or ()]
    return protected.are_in([*(values.get(name) for name in WORDED), *needs])
