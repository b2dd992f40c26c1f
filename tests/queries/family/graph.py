"""Families, workers and what happens between them, for the smallest graphs."""

from datetime import date
from typing import Any

from tests.queries.place.graph import Place


class Household(Place):
    """A place with families and workers in it; every fact is of a record of its own."""

    _facts = 0

    def record_of(self, person: str, on: date | None, **props: Any) -> str:
        """A new record that speaks of a person; its mention is `m-` and its key."""
        self._facts += 1
        key = f"said-{self._facts}"
        self.node(
            "Record",
            key,
            file_key=f"file.csv#{key}",
            form=props.pop("form", "csv"),
            **({"recorded_on": on} if on else {}),
            **props,
        )
        self.node("Mention", f"m-{key}")
        self.edge("Mention", f"m-{key}", "SAME_AS", "Person", person)
        self.edge("Record", key, "SAYS", "Mention", f"m-{key}")
        self.node("Source", "register", agency="Northton Council")
        self.edge("Record", key, "FROM", "Source", "register")
        return key

    def family(self, uid: str, *people: str, **props: Any) -> None:
        """People of one family."""
        self.node("Family", uid, full_name=uid, **props)
        for person in people:
            self.node("Person", person, full_name=person.capitalize(), **props)
            self.edge("Person", person, "MEMBER_OF", "Family", uid)

    def worker(self, uid: str, full_name: str, organisation: str | None = None, **props: Any) -> str:
        """A practitioner, and whom they work for."""
        employed = {"organisation": organisation} if organisation else {}
        self.node("Practitioner", uid, full_name=full_name, surname=full_name.split()[-1].lower(), **employed, **props)
        if organisation:
            self.node("Organisation", organisation, full_name=organisation)
            self.edge("Practitioner", uid, "WORKS_FOR", "Organisation", organisation)
        return uid

    def supports(self, worker: str, person: str, last: date | None, record: str | None = None, **props: Any) -> str:
        """A worker's contact with a person, in a record of its own or in one that is there."""
        key = record or self.record_of(person, last)
        told = {"record": key, "capacity": "worker", "strength": "relationship", **({"last": last} if last else {}), **props}
        self.edge("Practitioner", worker, "SUPPORTS", "Mention", f"m-{key}", **told)
        return key

    def refers(self, person: str, sender: str, receiver: str, on: date, outcome: str | None = None, **props: Any) -> str:
        """A referral of a person; with `form="note"` as a note tells it."""
        key = self.record_of(person, on, form=props.pop("form", "csv"))
        told = {"referred_on": on, **({"outcome": outcome} if outcome else {}), **props}
        self.node("Referral", f"ref-{key}", **told)
        for name, type_ in ((sender, "FROM"), (receiver, "TO")):
            self.node("Organisation", name, full_name=name)
            self.edge("Referral", f"ref-{key}", type_, "Organisation", name)
        self.edge("Referral", f"ref-{key}", "ABOUT", "Mention", f"m-{key}")
        self.edge("Record", key, "SAYS", "Referral", f"ref-{key}")
        return key

    def assesses(self, person: str, keeper: str, kind: str, on: date | None, worker: str | None = None) -> str:
        """An assessment of a person."""
        key = self.record_of(person, on)
        self.node("Assessment", f"a-{key}", kind=kind, **({"taken_on": on} if on else {}))
        self.node("Organisation", keeper, full_name=keeper)
        self.edge("Assessment", f"a-{key}", "FROM", "Organisation", keeper)
        self.edge("Assessment", f"a-{key}", "ABOUT", "Mention", f"m-{key}")
        self.edge("Record", key, "SAYS", "Assessment", f"a-{key}")
        if worker:
            self.edge("Assessment", f"a-{key}", "TAKEN_BY", "Practitioner", worker)
        return key

    def shows(self, person: str, code: str, on: date, words: str = "words", **props: Any) -> str:
        """A strain of a person."""
        key = self.record_of(person, on)
        self.node("Signal", f"g-{key}", code=code, words=words, observed_on=on, **{"polarity": "present", **props})
        self.edge("Signal", f"g-{key}", "ABOUT", "Mention", f"m-{key}")
        self.edge("Record", key, "SAYS", "Signal", f"g-{key}")
        return key
