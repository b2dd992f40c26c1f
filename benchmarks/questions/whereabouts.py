"""What an answer must not tell whoever is not cleared: where protected people live and learn."""

import json
from collections.abc import Iterable
from typing import Any

from benchmarks.questions.people import People
from benchmarks.questions.truth import Case, Truth
from graph.store import Store
from ingest.restriction import is_restricted
from queries.bodies import distinctive
from queries.question import Answer

HOMES = "UNWIND $uids AS uid MATCH (p:Person {uid: uid})<-[:SAME_AS]-(m:Mention) RETURN m.address AS address, m.postcode AS postcode ORDER BY address, postcode"
SCHOOLS = "UNWIND $uids AS uid MATCH (p:Person {uid: uid})<-[:SAME_AS]-(m:Mention)-[:ATTENDS]->(o:Organisation) RETURN DISTINCT o.full_name AS school ORDER BY school"
SHORTEST = 5
"""A shorter text is too common to tell anything."""


class Whereabouts:
    """The addresses, postcodes and schools of a place's protected people, by kind."""

    def __init__(self, store: Store, truth: Truth, people: People) -> None:
        uids = sorted({uid for person in people.protected for uid in people.persons(person)})
        rows = [row for row in truth.table("persons") if row.get("protected")]
        homes = store.read(HOMES, uids=uids)
        schools = [row["school"] for row in store.read(SCHOOLS, uids=uids)]
        self._people = people
        self._told = {
            "address": _texts([*(row["address"] for row in rows), *(row["address"] for row in homes)]),
            "postcode": _texts([*(row["postcode"] for row in rows), *(row["postcode"] for row in homes)]),
            "school": _texts([*schools, *(word for school in schools for word in distinctive(school))]),
        }

    def leaks(self, case: Case, answers: Iterable[Answer[Any]]) -> list[str]:
        """The kinds of whereabouts that answers give away: of answers about protected people any that the truth redacts."""
        kinds = case.redact if self._about(case) else ["address", "postcode"]
        told = json.dumps([answer.as_json() for answer in answers], ensure_ascii=False, default=str).lower()
        return [kind for kind in kinds if any(text in told for text in self._told.get(kind, ()))]

    def _about(self, case: Case) -> bool:
        named = {case.params.get("person"), *self._people.members.get(case.params.get("family", ""), [])}
        return bool(named & self._people.protected)


def _texts(values: Iterable[str | None]) -> frozenset[str]:
    """Texts worth looking for: none that is too short, and none that only marks that something is withheld."""
    found = {part.strip().lower() for value in values if value for part in value.split(";")}
    return frozenset(text for text in found if len(text) >= SHORTEST and not is_restricted([text]))
