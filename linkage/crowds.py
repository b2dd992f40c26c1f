"""Keys that a crowd bears: a number that stands for "none", a default date, a name that everybody has.

Such a key says nothing of who is who, and compared each with each its bearers would be without end. A crowd is
counted in people by name and date of birth, so that the many records of one person are none; where no birth is said
and there is no number either, each mention may be another person.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from graph.paging import in_parts, read_of
from graph.store import Row, Store
from linkage.mention import FOUND_BY, IDENTIFIERS

CROWD = 100
"""So many people, by name and date of birth, may share a key."""
Key = tuple[str, str]
"""The property that holds a key, and its value."""

KEYED = ", ".join(f"m.{name} AS {name}" for name in FOUND_BY)
KEYS_OF = f"UNWIND $uids AS uid MATCH (m:Mention {{uid: uid}}) RETURN m.uid AS uid, {KEYED} ORDER BY uid"
KEYS_SAID = (
    f"UNWIND $records AS record MATCH (r:Record {{uid: record}})-[:SAYS]->(m:Mention) RETURN m.uid AS uid, {KEYED} ORDER BY uid"
)
EACH = "m.full_name", "CASE WHEN m.dob IS NULL THEN m.uid ELSE m.full_name END"
"""What tells two people of one date of birth apart, for an identifier and for other keys."""
PEOPLE = {
    name: f"UNWIND $values AS value MATCH (m:Mention {{{name}: value}}) "
    f"WITH DISTINCT value, {EACH[name not in IDENTIFIERS]} AS who, m.dob AS dob "
    "WITH value, count(*) AS people WHERE people > $crowd RETURN value, people ORDER BY value"
    for name in FOUND_BY
}
BEARERS = {
    name: f"UNWIND $values AS value MATCH (m:Mention {{{name}: value}}) RETURN DISTINCT m.uid AS uid ORDER BY uid"
    for name in FOUND_BY
}
TAKEN_FOR = (
    "UNWIND $uids AS uid MATCH (m:Mention {uid: uid})-[:SAME_AS]->(p:Person) WITH DISTINCT p "
    "MATCH (p)<-[:SAME_AS]-(o:Mention) RETURN p.uid AS person, o.uid AS mention ORDER BY person, mention"
)


def keys_of(props: Mapping[str, Any]) -> list[Key]:
    """The keys of a mention."""
    return [(name, str(value)) for name in FOUND_BY if (value := props.get(name))]


class Crowds:
    """The crowds that some mentions are of."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._people: dict[Key, int] = {}
        self._bearing: Counter[Key] = Counter()

    def __contains__(self, key: Key) -> bool:
        return key in self._people

    def take(self, rows: Sequence[Mapping[str, Any]]) -> None:
        """Take mentions in, by their keys."""
        keys = [key for row in rows for key in keys_of(row)]
        found = {(name, row["value"]): row["people"] for name in FOUND_BY for row in self._counted(name, keys)}
        self._people |= found
        self._bearing.update(key for key in keys if key in found)

    def _counted(self, name: str, keys: Sequence[Key]) -> Iterable[Row]:
        values = sorted({value for held, value in keys if held == name})
        return read_of(self._store, PEOPLE[name], values, "values", crowd=CROWD)

    def doubtful(self) -> set[str]:
        """Whoever bears a key that may be no crowd's without the mentions that were taken in."""
        edge = [key for key, people in self._people.items() if people - self._bearing[key] <= CROWD]
        return {
            row["uid"]
            for name in FOUND_BY
            for values in [sorted(value for held, value in edge if held == name)]
            for row in read_of(self._store, BEARERS[name], values, "values")
        }


def crowds_of(store: Store, uids: Sequence[str]) -> Crowds:
    """The crowds that mentions of some uids are of."""
    found = Crowds(store)
    for part in in_parts(uids):
        found.take(store.read(KEYS_OF, uids=list(part)))
    return found


def released(store: Store, records: list[str]) -> list[Row]:
    """Who may be compared again once records are gone: `mention` and `person`, of all that share a person with them."""
    found = Crowds(store)
    found.take(store.read(KEYS_SAID, records=records))
    return list(read_of(store, TAKEN_FOR, sorted(found.doubtful())))
