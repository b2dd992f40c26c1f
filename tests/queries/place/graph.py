"""Small graphs written down in a test: nodes by label, edges by type, and what a record says of somebody."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from graph import cypher
from graph.caller import Caller
from graph.store import Store
from queries.question import Answer, Question
from queries.reader import Reader

DAY = date(2026, 10, 31)
Node = tuple[str, str, Mapping[str, Any]]
Edge = tuple[str, str, str, str, str, Mapping[str, Any]]


class Place:
    """A place that a test builds, node by node."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._strains = 0

    def node(self, label: str, uid: str, **props: Any) -> str:
        """A node, by its key."""
        self.store.write((cypher.upsert_nodes(label), [{"uid": uid, "props": {"uid": uid, **props}}]))
        return uid

    def edge(self, start_label: str, start: str, type_: str, end_label: str, end: str, **props: Any) -> None:
        """An edge between two nodes that are there."""
        self.store.write((cypher.merge_edges((type_, start_label, end_label)), [{"a": start, "b": end, "props": props}]))

    def area(self, uid: str, within: str | None = None) -> None:
        """An area, and what it lies in."""
        self.node("Area", uid, full_name=f"Area {uid}")
        if within:
            self.edge("Area", uid, "PART_OF", "Area", within)

    def record(self, uid: str, **props: Any) -> str:
        """A record, by its key."""
        return self.node("Record", uid, file_key=uid, form="csv", **props)

    def person(self, uid: str, postcode: str | None = None, **props: Any) -> None:
        """A resident of their own family, with one mention, in a record of their own."""
        self.node("Person", uid, full_name=f"Person {uid}", **props)
        self.node("Family", f"f-{uid}")
        self.edge("Person", uid, "MEMBER_OF", "Family", f"f-{uid}")
        self.record(f"r-{uid}", recorded_on=date(2026, 1, 1))
        self.node("Mention", f"m-{uid}", **({"postcode": postcode} if postcode else {}))
        self.edge("Mention", f"m-{uid}", "SAME_AS", "Person", uid)
        self.edge("Record", f"r-{uid}", "SAYS", "Mention", f"m-{uid}")

    def strain(self, person: str, code: str, on: date | None, record: str, **props: Any) -> str:
        """A strain of a person that a record tells."""
        self._strains += 1
        uid = f"g-{self._strains}"
        told = {"polarity": "present", **props, **({"observed_on": on} if on else {})}
        self.node("Signal", uid, code=code, **told)
        self.edge("Signal", uid, "ABOUT", "Mention", f"m-{person}")
        self.edge("Record", self.record(record), "SAYS", "Signal", uid)
        return uid

    def service(self, uid: str, need: str, *areas: str, **props: Any) -> None:
        """A service for a need in some areas, with its listing."""
        self.node("Service", uid, **{"full_name": f"Service {uid}", **props})
        self.node("Need", need, full_name=need)
        self.edge("Service", uid, "MEETS", "Need", need)
        for area in areas:
            self.edge("Service", uid, "COVERS", "Area", area)
        self.edge("Record", self.record(f"list-{uid}"), "SAYS", "Service", uid)

    def asset(self, uid: str, need: str, *areas: str, **props: Any) -> None:
        """An asset that helps with a need in some areas."""
        self.node("Asset", uid, **{"full_name": f"Asset {uid}", **props})
        self.node("Need", need, full_name=need)
        self.edge("Asset", uid, "OFFERS", "Need", need)
        for area in areas:
            self.edge("Asset", uid, "COVERS", "Area", area)
        self.edge("Record", self.record(f"list-{uid}"), "SAYS", "Asset", uid)

    def ask(self, question: Question[Any], as_of: date = DAY, cleared: bool = False) -> Answer[Any]:
        """The answer for an ordinary caller, or for one who is cleared."""
        return Reader(self.store, Caller("test", "direct care", cleared=cleared)).ask(question, as_of)
