"""From the graph's organisations, services, assets and referrals to those of the truth, by name and by record."""

import re
from functools import cached_property

from rapidfuzz import fuzz

from benchmarks.questions.truth import Truth
from graph.store import Store
from ingest.cleaners.bodies import organisation_key

DESCRIBED = "MATCH (r:Record)-[:SAYS]->(n:{label}) RETURN n.uid AS uid, r.row_key AS row_key ORDER BY uid, row_key"
ORGANISATIONS = "MATCH (o:Organisation) RETURN o.uid AS uid, o.full_name AS full_name ORDER BY uid"
ALIKE = 85
"""From this likeness, of 100, an organisation's name may be one of the truth's."""
GENERAL = frozenset({"the", "and", "of", "for", "service", "services", "team"})


class Bodies:
    """The truth's organisations, listings and assets by the graph's names and uids."""

    def __init__(self, store: Store, truth: Truth) -> None:
        self._store = store
        self._truth = truth

    @cached_property
    def _organisations(self) -> dict[str, str]:
        return {row["org_id"]: row["name"] for row in self._truth.table("organisations")}

    def organisation(self, name: str | None) -> str | None:
        """The true organisation of a name as a record writes it; None where none is like it, or several are as like.

        A part of an organisation's name ("Early Help" of a council's "Early Help & Family Hubs") stands for it.
        """
        if not name:
            return None
        for uid, full_name in self._organisations.items():
            if organisation_key(full_name) == organisation_key(name):
                return uid
        scored = sorted(((_likeness(name, full), uid) for uid, full in self._organisations.items()), reverse=True)
        clear = scored and scored[0][0] >= ALIKE and (len(scored) == 1 or scored[1][0] < scored[0][0])
        return scored[0][1] if clear else None

    def organisations(self, org_id: str) -> list[str]:
        """The graph's organisations that a true one is."""
        rows = self._store.read(ORGANISATIONS)
        return [row["uid"] for row in rows if self.organisation(row["full_name"]) == org_id]

    @cached_property
    def partner_totals(self) -> dict[frozenset[str], int]:
        """How often two true organisations work together."""
        return {frozenset((row["org_a"], row["org_b"])): int(row["total"]) for row in self._truth.table("partner_links")}

    @cached_property
    def listings(self) -> dict[str, str]:
        """The directory's own id of a listing, by the uid of its service."""
        return self._keys("Service")

    @cached_property
    def services(self) -> dict[str, str]:
        """True service by the uid of a listing of it."""
        listed = {
            listing: row["true_service_id"] for row in self._truth.table("services") for listing in row["listing_ids"].split(";")
        }
        return {uid: listed[listing] for uid, listing in self.listings.items() if listing in listed}

    @cached_property
    def assets(self) -> dict[str, str]:
        """True asset by uid."""
        known = {row["asset_id"] for row in self._truth.table("assets")}
        return {uid: key for uid, key in self._keys("Asset").items() if key in known}

    def _keys(self, label: str) -> dict[str, str]:
        return {row["uid"]: row["row_key"] for row in self._store.read(DESCRIBED.format(label=label))}


def _likeness(name: str, full_name: str) -> float:
    """How like two names of a body are, where one may be part of the other or written with initials.

    >>> _likeness("Northgate PCN", "Northgate Primary Care Network"), _likeness("Early Help", "Northgate Early Help & Family Hubs")
    (100.0, 100.0)
    """
    one, other = _words(name), _words(full_name)
    initials = "".join(word[0] for word in other)
    spelt = [word if word in other or len(word) < 3 or word not in initials else "" for word in one]
    return float(fuzz.token_set_ratio(" ".join(filter(None, spelt)), " ".join(other)))


def _words(name: str) -> list[str]:
    plain = re.sub(r"['’]s?\b", "", name.lower())
    return [word for word in re.findall(r"[a-z0-9]+", plain) if word not in GENERAL]
