"""Workers who may be one under two spellings or two employers: found in the graph, with reasons, for a person to judge.

A worker's name is all that most records say of them, so nothing joins two by itself, and no worker is joined to a
resident: who else bears the name is not known. What each likeness is worth is stated in linkage/settings.yaml.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import combinations
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict

from graph.store import Store
from linkage import organisation, person
from linkage.levels import level
from linkage.listed_twice import Pair, pair_of
from linkage.node_judgements import judged

WORKERS = (
    "MATCH (w:Practitioner) RETURN w.uid AS uid, w.full_name AS full_name, w.organisation AS organisation, "
    "w.informal AS informal, [(w)-[:SUPPORTS]->(m:Mention)-[:SAME_AS]->(p:Person) | p.uid] AS clients ORDER BY uid"
)
CROWD = 200
"""A name that more workers bear finds nobody."""


class Worth(BaseModel):
    """What each likeness of two workers says, in bits, from linkage/settings.yaml."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    start: float
    surname: tuple[float, float]
    forename: tuple[float, float, float]
    employer: tuple[float, float]
    clients: float
    informal: float
    review: float


@dataclass(frozen=True)
class _Worker:
    uid: str
    full_name: str
    organisation: str | None
    informal: bool
    clients: frozenset[str]
    name: Mapping[str, Any]
    employer: Mapping[str, Any]


@cache
def worth() -> Worth:
    """What likenesses of workers are worth."""
    return Worth(**yaml.safe_load(files("linkage").joinpath("settings.yaml").read_text("utf-8"))["worker"])


def workers_alike(store: Store) -> list[Pair]:
    """Pairs of workers that may be one, likeliest first, with what was judged of them."""
    said = judged(store)
    found = []
    for one, other in _meeting([_worker(row) for row in store.read(WORKERS)]):
        reasons = _reasons(one, other)
        ends = ((one.uid, one.full_name, one.organisation), (other.uid, other.full_name, other.organisation))
        pair = pair_of(*ends, reasons, said.get(frozenset((one.uid, other.uid))))
        if pair.judged or (reasons["forename"] > 0 and pair.probability >= worth().review):
            found.append(pair)
    return sorted(found, key=lambda pair: (-pair.probability, pair.uid_a, pair.uid_b))


def _worker(row: Mapping[str, Any]) -> _Worker:
    full_name = str(row["full_name"] or "")
    return _Worker(
        row["uid"],
        full_name,
        row["organisation"],
        bool(row["informal"]),
        frozenset(row["clients"]),
        person.prepare({"full_name": full_name}),
        organisation.prepare({"name": row["organisation"]}),
    )


def _meeting(workers: Sequence[_Worker]) -> Iterator[tuple[_Worker, _Worker]]:
    """Workers whose surnames sound alike, each two once; a lone forename is no name to go by."""
    held: dict[str, list[_Worker]] = defaultdict(list)
    for one in workers:
        if sound := one.name["surname_sound"]:
            held[sound].append(one)
    for bearers in held.values():
        if len(bearers) <= CROWD:
            yield from combinations(bearers, 2)


def _reasons(one: _Worker, other: _Worker) -> dict[str, float]:
    known = worth()
    a, b = one.name, other.name
    return {
        "to begin with": known.start,
        "surname": known.surname[0] if a["surname"] == b["surname"] else known.surname[1],
        "forename": _forename(a, b, known),
        "employer": _employer(one.employer, other.employer, known),
        "clients": known.clients if one.clients & other.clients else 0.0,
        "informal": known.informal if one.informal != other.informal else 0.0,
    }


def _forename(a: Mapping[str, Any], b: Mapping[str, Any], known: Worth) -> float:
    if not a["forename"] or not b["forename"]:
        return 0.0
    alike = ("exact forename", "shares forename_slips", "close forename 0.92")
    if any(level(text).holds(a, b) for text in alike):
        return known.forename[0]
    return known.forename[1] if level("initial forename").holds(a, b) else known.forename[2]


def _employer(a: Mapping[str, Any], b: Mapping[str, Any], known: Worth) -> float:
    """The same employer, or all of one's name in the other's; who names none may work for either."""
    one, other = set(a["words"] or ()), set(b["words"] or ())
    if not one or not other:
        return 0.0
    return known.employer[0] if one <= other or other <= one else known.employer[1]
