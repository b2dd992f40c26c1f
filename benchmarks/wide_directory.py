"""A directory of any number of services, each for several needs in several wards, straight in a store.

For the timing of what looks at every pair of services: plain writes, no files, one listing a service.
"""

from collections.abc import Iterator
from datetime import date
from itertools import islice
from random import Random

from benchmarks import patches, words
from benchmarks.directory import PEOPLE_A_SERVICE, SERVICES_A_PROVIDER
from benchmarks.numbers import postcode
from graph.store import Row, Store
from ingest.cleaners.code_list import code_list

NEEDS_EACH = AREAS_EACH = 3
NEAR = 6
"""A service is for some of so many wards beside each other."""
AGES = ((None, None), (None, None), (0, 4), (5, 11), (11, 17), (16, 24), (18, None), (18, 64), (50, None), (65, None))
BATCH = 5_000
CHECKED = date(2026, 6, 1)
AREAS = "UNWIND $rows AS row CREATE (a:Area {uid: row.uid}) SET a.full_name = row.full_name"
NEEDS = "UNWIND $rows AS row CREATE (n:Need {uid: row.uid}) SET n.full_name = row.full_name"
PROVIDERS = "UNWIND $rows AS row CREATE (o:Organisation {uid: row.uid}) SET o.full_name = row.full_name"
SERVICES = (
    "UNWIND $rows AS row CREATE (s:Service {uid: row.uid}) SET s.full_name = row.full_name, s.description = row.description, "
    "s.postcode = row.postcode, s.minimum_age = row.minimum_age, s.maximum_age = row.maximum_age"
)
RECORDS = "UNWIND $rows AS row CREATE (r:Record {uid: row.uid}) SET r.file_key = row.uid, r.form = 'csv', r.recorded_on = row.on"
EDGES = "UNWIND $rows AS row MATCH (a:{start} {{uid: row.a}}) MATCH (b:{end} {{uid: row.b}}) CREATE (a)-[:{type}]->(b)"
ENDS = (
    ("Organisation", "PROVIDES", "Service"),
    ("Record", "SAYS", "Service"),
    ("Service", "COVERS", "Area"),
    ("Service", "MEETS", "Need"),
)


def write_directory(store: Store, count: int, seed: int = 1) -> None:
    """Write so many services: three needs and three wards each, one ward to 800 services, four services to a provider."""
    wards = max(NEAR, count * PEOPLE_A_SERVICE // patches.WARD_PEOPLE)
    providers = max(1, count // SERVICES_A_PROVIDER)
    needs = sorted(code_list("needs").items())
    store.write(
        (AREAS, [{"uid": _ward(at), "full_name": patches.area_name(at)} for at in range(wards)]),
        (NEEDS, [{"uid": code, "full_name": told["label"]} for code, told in needs]),
        (
            PROVIDERS,
            [
                {"uid": _provider(at), "full_name": f"{words.SURNAMES[at % len(words.SURNAMES)]} Trust {at}"}
                for at in range(providers)
            ],
        ),
    )
    made = (
        _service(number, wards, providers, [code for code, _ in needs], Random(f"{seed}/{number}")) for number in range(count)
    )
    while part := list(islice(made, BATCH)):
        store.write(
            (SERVICES, part),
            (RECORDS, [{"uid": one["record"], "on": CHECKED} for one in part]),
            *((EDGES.format(start=start, type=type_, end=end), list(_ends(type_, start, part))) for start, type_, end in ENDS),
        )


def _ends(type_: str, start: str, part: list[Row]) -> Iterator[Row]:
    for one in part:
        if start == "Service":
            yield from ({"a": one["uid"], "b": end} for end in one["areas" if type_ == "COVERS" else "needs"])
        else:
            yield {"a": one["provider" if type_ == "PROVIDES" else "record"], "b": one["uid"]}


def _service(number: int, wards: int, providers: int, needs: list[str], rng: Random) -> Row:
    home = rng.randrange(wards)
    kind, low_high, wanted = rng.choice(words.KINDS), rng.choice(AGES), rng.sample(needs, NEEDS_EACH)
    told = wanted[0].replace("_", " ")
    return {
        "uid": f"service-{number:016x}",
        "record": f"directory.csv#{number:07d}",
        "provider": _provider(number % providers),
        "full_name": f"{patches.area_name(home)} {told} {kind}",
        "description": f"A {kind.lower()} for {told}. Ask for {rng.choice(words.SURNAMES)}.",
        "postcode": postcode(number),
        "minimum_age": low_high[0],
        "maximum_age": low_high[1],
        "areas": [_ward((home + step) % wards) for step in rng.sample(range(NEAR), AREAS_EACH)],
        "needs": wanted,
    }


def _ward(number: int) -> str:
    return f"E0598{number + 1:04d}"


def _provider(number: int) -> str:
    return f"organisation-{number:016x}"
