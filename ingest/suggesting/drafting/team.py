"""A draft for a list of a place's workers: who sits in which team, for whom, and what they can do."""

from collections.abc import Sequence

from ingest.suggesting.draft import Draft, EdgeDraft, NodeDraft, Said
from ingest.suggesting.happened import of
from ingest.suggesting.meaning import Meaning
from ingest.suggesting.opening import Table
from ingest.suggesting.people import NAMING
from ingest.suggesting.values import said, worker_name


def draft(table: Table, meanings: Sequence[Meaning | None], source: str) -> Draft | None:
    """A mapping of practitioners with team, employer and capabilities."""
    known = [one for one in meanings if one is not None]
    people = [one for one in known if one.field in NAMING and (one.role is None or one.role.group != "bodies")]
    name = worker_name(people)
    if name is None:
        return None
    made = Draft(source, table.reading, "a worker and the team they sit in")
    employer = next((one for one in known if one.role and one.role.role == "employer" and one.field == "full_name"), None)
    team = of(known, "team")[:1]
    made.key = Said(
        [one.name for one in (*people, *team, *([employer] if employer else []))], "a worker may sit in several teams"
    )
    if team:
        made.nodes["team"] = NodeDraft("Team", {"full_name": said(team)})
    if employer:
        made.nodes["employer"] = NodeDraft("Organisation", {"full_name": said([employer], "organisation_name")})
    made.nodes["worker"] = NodeDraft("Practitioner", {"full_name": name}, described=True)
    if employer:
        made.nodes["worker"].props["organisation"] = said([employer], "organisation_name")
    if any(one.role is not None and one.role.informal for one in people):
        made.nodes["worker"].props["informal"] = Said({"const": True}, "volunteers")
    if team:
        made.edges.append(EdgeDraft("worker", "IN_TEAM", "team", _place(known)))
    if skills := of(known, "skills")[:1]:
        made.nodes["skill"] = NodeDraft(
            "Capability", {"full_name": Said("part")}, each={"column": skills[0].name, "clean": "split"}, why=skills[0].why
        )
        made.edges.append(EdgeDraft("worker", "OFFERS", "skill"))
    return made


def _place(known: Sequence[Meaning]) -> dict[str, Said]:
    told = {}
    if role := of(known, "role")[:1]:
        told["role"] = said(role)
    if hours := [one for one in of(known, "hours") if "fte" not in one.name.lower()][:1]:
        told["hours"] = said(hours, "number")
    return told
