"""A place of any size straight in a store, for timing questions: the quick way.

Registers are mapped and written as always (graph.writing), but no file is written or read, known
records are not looked up, and who is who is not found out: the generator knows, so each mention is
pointed at its true person, and each person at their household as family, by plain writes.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, islice
from operator import attrgetter

from benchmarks.memory import Told, records
from benchmarks.population import AS_OF, Resident, households
from benchmarks.registers import REGISTERS
from graph.statement import uid_of
from graph.store import Row, Store
from graph.writers import Writers
from graph.writing import write_batch

BATCH = 2_000
SOURCE = "UNWIND $rows AS row MERGE (s:Source {uid: row.uid}) SET s.as_of = row.as_of"
PERSONS = "UNWIND $rows AS row MERGE (p:Person {uid: row.uid}) SET p.full_name = row.full_name, p.dob = row.dob"
SAME_AS = (
    "UNWIND $rows AS row MATCH (m:Mention {uid: row.mention}) MATCH (p:Person {uid: row.person}) "
    "CREATE (m)-[s:SAME_AS]->(p) SET s.rule = 'given', s.sure = 1.0"
)
FAMILIES = "UNWIND $rows AS row CREATE (f:Family {uid: row.uid}) SET f.full_name = row.full_name"
MEMBERS = "UNWIND $rows AS row MATCH (p:Person {uid: row.person}) MATCH (f:Family {uid: row.family}) CREATE (p)-[:MEMBER_OF]->(f)"


@dataclass(frozen=True)
class _Home:
    family: Row
    persons: list[Row]


def settle_people(store: Store, people: int, seed: int = 1) -> None:
    """Write persons, families and what the registers of all agencies say of them."""
    homes = (_home(home.number, home.residents) for home in households(people, seed))
    while part := list(islice(homes, BATCH)):
        members = [{"person": one["uid"], "family": home.family["uid"]} for home in part for one in home.persons]
        store.write(
            (FAMILIES, [home.family for home in part]),
            (PERSONS, [one for home in part for one in home.persons]),
            (MEMBERS, members),
        )
    write_records(store, records(people, seed, tuple(REGISTERS)))


def write_records(store: Store, told: Iterator[Told]) -> None:
    """Write records in batches, and point their mentions at whom they truly speak of."""
    with Writers(store) as writers:
        for source, of_source in groupby(told, key=attrgetter("source")):
            store.write((SOURCE, [{"uid": source, "as_of": AS_OF}]))
            while batch := list(islice(of_source, BATCH)):
                same = [row for one in batch for row in _same_as(one)]
                write_batch(writers, source, [one.said for one in batch], beside=[(SAME_AS, same)] if same else [])


def family_uid(household: int) -> str:
    """The key of a household's family."""
    return uid_of("Family", f"synthetic/{household}")


def _person_uid(resident: int) -> str:
    return uid_of("Person", f"synthetic/{resident}")


def _home(number: int, residents: tuple[Resident, ...]) -> _Home:
    persons = [{"uid": _person_uid(one.number), "full_name": one.full_name(), "dob": one.born} for one in residents]
    return _Home({"uid": family_uid(number), "full_name": residents[0].surname}, persons)


def _same_as(told: Told) -> Iterator[Row]:
    for node in told.said.nodes:
        if node.label == "Mention" and (resident := told.who.get(str(node.properties["field"]))) is not None:
            yield {"mention": node.uid, "person": _person_uid(resident)}
