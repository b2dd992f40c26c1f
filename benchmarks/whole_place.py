"""A whole place straight in a store, so that every question has something to answer.

Registers, referrals and a directory come as a place would supply them (benchmarks/crowd.py). What the synthetic
registers do not tell is put beside by plain writes: strains, assessments, teams with their capabilities, halls and
groups, what a huddle agreed, namesakes. All of it is drawn by a seed.
"""

import json
from collections.abc import Callable, Sequence
from datetime import timedelta
from functools import partial
from random import Random

from benchmarks import numbers, patches, words
from benchmarks.crowd import settle_people, write_records
from benchmarks.memory import records
from benchmarks.population import AS_OF
from graph import cypher
from graph.store import Row, Store
from ingest.cleaners.code_list import code_list

BATCH = 5_000
STRAINS, ASSESSMENTS, AGREED, NAMESAKES = 0.4, 0.02, 0.0005, 0.01
"""How many of each there are to a resident."""
PEOPLE_AN_ASSET = 200
CODES = (
    "housing_arrears",
    "sofa_surfing",
    "isolation",
    "school_absence",
    "carer_strain",
    "hospital_admission",
    "debt",
    "exploitation",
)
MENTIONS = (
    "MATCH (r:Record)-[:SAYS]->(m:Mention)-[:SAME_AS]->(p:Person) "
    "RETURN m.uid AS mention, r.uid AS record, p.uid AS person ORDER BY mention"
)
WORKERS = "MATCH (w:Practitioner)-[:WORKS_FOR]->(o:Organisation) RETURN DISTINCT w.uid AS worker, o.uid AS employer ORDER BY worker, employer"
TWICE = "MATCH (s:Service) RETURN s.uid AS uid ORDER BY uid"
HOMES = "MATCH (m:Mention) WHERE m.postcode IS NOT NULL RETURN DISTINCT m.postcode AS postcode ORDER BY postcode"
COVERING = "MATCH (n:{label})-[:COVERS]->(a:Area) RETURN DISTINCT n.uid AS uid, {postcode} AS postcode ORDER BY uid"
UNCOVER = "UNWIND $rows AS row MATCH (n:{label} {{uid: row.uid}})-[c:COVERS]->(:Area) DELETE c"
Edge = tuple[str, str, str]


def settle_place(store: Store, people: int, seed: int = 1) -> None:
    """Write a whole place of so many people into an empty store."""
    settle_people(store, people, seed)
    write_records(store, records(people, seed, ("areas", "referrals", "services")))
    rng = Random(f"{seed}/whole")
    told = store.read(MENTIONS)
    for part in (_strains, _assessments, _agreed, _namesakes):
        part(store, told, people, rng)
    _teams(store, store.read(WORKERS), people, rng)
    _assets(store, people, rng)
    draw_neighbourhoods(store, seed)


def draw_neighbourhoods(store: Store, seed: int = 1) -> None:
    """Let services, assets and teams cover neighbourhoods of one postcode sector each, in the place of wards.

    The synthetic wards cut across sectors, so that nobody's ward would be known by a postcode.
    """
    rng = Random(f"{seed}/neighbourhoods")
    homes = sorted({row["postcode"][:-2] for row in store.read(HOMES)})
    codes = {sector: f"E0597{at + 1:04d}" for at, sector in enumerate(homes)}
    _nodes(store, "Area", [{"uid": code, "full_name": f"Sector {sector}"} for sector, code in codes.items()])
    _join(store, ("PART_OF", "Area", "Area"), [(code, patches.REGION) for code in codes.values()])
    for label in ("Service", "Asset", "Team"):
        rows = store.read(COVERING.format(label=label, postcode="NULL" if label == "Team" else "n.postcode"))
        here = [(row["uid"], codes.get((row["postcode"] or "")[:-2]) or rng.choice(list(codes.values()))) for row in rows]
        _in_batches([{"uid": uid} for uid, _ in here], partial(_uncover, store, label))
        _join(store, ("COVERS", label, "Area"), here)


def _uncover(store: Store, label: str, rows: Sequence[Row]) -> None:
    store.write((UNCOVER.format(label=label), rows))


def _strains(store: Store, told: Sequence[Row], people: int, rng: Random) -> None:
    found = [rng.choice(told) for _ in range(int(people * STRAINS))]
    nodes = [
        {
            "code": rng.choice(CODES),
            "polarity": "present",
            "observed_on": AS_OF - timedelta(rng.randrange(540)),
            "words": "as it was told",
        }
        for _ in found
    ]
    _tell(store, "Signal", nodes, [(("ABOUT", "Signal", "Mention"), _field(found, "mention"))], _field(found, "record"))


def _assessments(store: Store, told: Sequence[Row], people: int, rng: Random) -> None:
    found = [rng.choice(told) for _ in range(int(people * ASSESSMENTS))]
    workers = [row["worker"] for row in store.read(WORKERS)]
    nodes = [{"kind": rng.choice(("C&F", "EHA", "Care Act")), "taken_on": AS_OF - timedelta(rng.randrange(700))} for _ in found]
    ends = [
        (("ABOUT", "Assessment", "Mention"), _field(found, "mention")),
        (("TAKEN_BY", "Assessment", "Practitioner"), [rng.choice(workers) for _ in found]),
    ]
    _tell(store, "Assessment", nodes, ends, _field(found, "record"))


def _agreed(store: Store, told: Sequence[Row], people: int, rng: Random) -> None:
    made = [
        {
            "kind": "action",
            "words": "ring them",
            "mention": rng.choice(told)["mention"],
            "owner": "Ann Lee",
            "decided_by": "Ann Lee",
        }
        | {"decided_on": AS_OF - timedelta(rng.randrange(60)), "due_on": AS_OF + timedelta(rng.randrange(30))}
        for _ in range(max(1, int(people * AGREED)))
    ]
    _nodes(store, "Action", made)


def _namesakes(store: Store, told: Sequence[Row], people: int, rng: Random) -> None:
    pairs = [rng.sample(told, 2) for _ in range(int(people * NAMESAKES))]
    props = {"bits": 1.5, "band": "review", "reasons": json.dumps({"name": 4.0, "birth": -2.5})}
    rows = [{"a": one["mention"], "b": other["mention"], "props": props} for one, other in pairs]
    _edges(store, ("MAY_BE", "Mention", "Mention"), rows)
    uids = [row["uid"] for row in store.read(TWICE)]
    listed = [rng.sample(uids, 2) for _ in range(len(uids) // 100)]
    _edges(store, ("MAY_BE", "Service", "Service"), [{"a": min(pair), "b": max(pair), "props": props} for pair in listed])


def _teams(store: Store, told: Sequence[Row], people: int, rng: Random) -> None:
    """A team to each ward, of a dozen workers of several employers, under one board."""
    wards = range(-(-people // patches.WARD_PEOPLE))
    capabilities = sorted(code_list("capabilities"))
    workers = [row["worker"] for row in told]
    _nodes(store, "Capability", [{"uid": code} for code in capabilities])
    _nodes(store, "Board", [{"uid": "board-0000000000000001", "full_name": "Place Board"}])
    teams = [f"team-{ward:016x}" for ward in wards]
    names = [patches.area_name(ward) for ward in wards]
    _nodes(
        store,
        "Team",
        [{"uid": uid, "full_name": f"{name} INT {at}"} for at, (uid, name) in enumerate(zip(teams, names, strict=True))],
    )
    seats = [(worker, team) for team in teams for worker in rng.sample(workers, min(12, len(workers)))]
    _join(
        store,
        ("COVERS", "Team", "Area"),
        [(team, patches.ward_code(ward * patches.WARD_PEOPLE)) for ward, team in enumerate(teams)],
    )
    _join(store, ("ANSWERS_TO", "Team", "Board"), [(team, "board-0000000000000001") for team in teams])
    _join(store, ("IN_TEAM", "Practitioner", "Team"), seats)
    able = [(worker, code) for worker, _ in seats for code in rng.sample(capabilities, 3)]
    _join(store, ("OFFERS", "Practitioner", "Capability"), sorted(set(able)))
    _join(store, ("LED_BY", "Practitioner", "Practitioner"), [(worker, rng.choice(workers)) for worker, _ in seats])


def _assets(store: Store, people: int, rng: Random) -> None:
    needs = sorted(code_list("needs"))
    count = max(1, people // PEOPLE_AN_ASSET)
    residents = [rng.randrange(people) for _ in range(count)]
    made = [
        {
            "full_name": f"{patches.area_name(one // patches.WARD_PEOPLE)} {rng.choice(words.KINDS)}",
            "postcode": numbers.postcode(one // 2),
        }
        for one in residents
    ]
    ends = [
        (("COVERS", "Asset", "Area"), [patches.ward_code(one) for one in residents]),
        (("OFFERS", "Asset", "Need"), [rng.choice(needs) for _ in made]),
    ]
    lists = [
        {"uid": f"assets.csv#{at}", "file_key": f"assets.csv#{at}", "form": "csv", "recorded_on": AS_OF} for at in range(count)
    ]
    _nodes(store, "Need", [{"uid": code} for code in needs])
    _nodes(store, "Record", lists)
    _tell(store, "Asset", made, ends, _field(lists, "uid"))


def _tell(
    store: Store, label: str, nodes: Sequence[Row], ends: Sequence[tuple[Edge, Sequence[str]]], said_by: Sequence[str]
) -> None:
    """Nodes, what they are tied to, and the records that tell of them."""
    keyed = [{"uid": f"{label.lower()}-{at:016x}", **node} for at, node in enumerate(nodes)]
    _nodes(store, label, keyed)
    for edge, others in ends:
        _join(store, edge, list(zip(_field(keyed, "uid"), others, strict=True)))
    _join(store, ("SAYS", "Record", label), list(zip(said_by, _field(keyed, "uid"), strict=True)))


def _nodes(store: Store, label: str, rows: Sequence[Row]) -> None:
    keyed = [{"uid": row.get("uid", f"{label.lower()}-{at:016x}"), "props": row} for at, row in enumerate(rows)]
    _in_batches(keyed, lambda part: store.write((cypher.upsert_nodes(label), part)))


def _join(store: Store, edge: Edge, pairs: Sequence[tuple[str, str]]) -> None:
    _edges(store, edge, [{"a": a, "b": b, "props": {}} for a, b in pairs])


def _edges(store: Store, edge: Edge, rows: Sequence[Row]) -> None:
    _in_batches(rows, lambda part: store.write((cypher.merge_edges(edge), part)))


def _in_batches(rows: Sequence[Row], write: Callable[[Sequence[Row]], object]) -> None:
    for at in range(0, len(rows), BATCH):
        write(rows[at : at + BATCH])


def _field(rows: Sequence[Row], name: str) -> list[str]:
    return [row[name] for row in rows]
