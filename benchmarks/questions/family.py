"""The questions of a family held against the truth: one function a question."""

from collections.abc import Callable, Iterable
from typing import Any

from benchmarks.questions.asking import Asking, Judged, day, expected
from benchmarks.questions.truth import Case

FIRST = 3
"""A judgement will do where what the truth puts first is among so many."""


def who_knows(case: Case, asking: Asking) -> Judged:
    """Current relationships; who ended, or was met once, must be told as such."""
    name, uids = _about(case, asking)
    rows = list(asking.for_each(case.question, name, uids))
    standing = {worker: _standing(rows, worker, asking) for worker in asking.workers(row.practitioner for row in rows)}
    found = {worker for worker, how in standing.items() if how == "current"}
    beside = {how: set(case.beside.get(how, [])) <= _so(standing, how) for how in ("ended", "incidental") if how in case.beside}
    return Judged(expected(case), found, beside=beside)


def _about(case: Case, asking: Asking) -> tuple[str, list[str]]:
    if "family" in case.params and "person" not in case.params:
        return "family", asking.people.families(case.params["family"])
    return "person", asking.people.persons(case.params["person"])


def _standing(rows: Iterable[Any], worker: str, asking: Asking) -> str:
    """current, incidental or ended: the best that any of a worker's rows tells."""
    own = [row for row in rows if asking.people.worker_of.get(row.practitioner or "") == worker]
    if any(row.status == "current" and row.strength == "relationship" for row in own):
        return "current"
    return "incidental" if any(row.strength == "incidental" for row in own) else "ended"


def _so(standing: dict[str, str], how: str) -> set[str]:
    return {worker for worker, found in standing.items() if found == how}


def warm_introduction(case: Case, asking: Asking) -> Judged:
    """Whether one of the first paths is the truth's, or one that it accepts."""
    rows = [
        row
        for worker in asking.people.workers(case.params["worker"])
        for person in asking.people.persons(case.params["person"])
        for row in asking.ask(case.question, worker=worker, person=person)
    ]
    ranked = sorted(rows, key=lambda row: (not row.trusted, len(row.steps), -row.strength))
    every = [[*asking.workers(step.practitioner for step in row.steps), *asking.persons([row.person])] for row in ranked]
    paths = [path for at, path in enumerate(every) if path not in every[:at]][:FIRST]
    told = {_path(path) for path in paths}
    accepted = {_path(path) for path in (case.expect, *case.also_accept)}
    return Judged({_path(case.expect)}, told, neutral=accepted, score=float(bool(told & accepted)))


def _path(steps: Iterable[str]) -> str:
    return " > ".join(steps)


def best_placed_key_worker(case: Case, asking: Asking) -> Judged:
    """Whether whom the truth puts first is among the first, and none of those who must not be."""
    rows = [row for uid in asking.people.families(case.params["family"]) for row in asking.ask(case.question, family=uid)]
    # A family that the graph has in parts is asked about part by part, and the best of all count.
    ranked = sorted(rows, key=lambda row: (not row.proposed, -row.score))
    first = [row for row in ranked if row.proposed and not row.informal] or [row for row in ranked if not row.informal]
    paid = asking.workers(row.practitioner for row in first)[:FIRST]
    proposed = set(asking.workers(row.practitioner for row in first if row.proposed)[:FIRST])
    links = set(asking.workers(row.practitioner for row in rows if row.informal))
    beside = {"not_these": not set(case.not_these) & proposed}
    if "community_links" in case.beside:
        beside["community_links"] = set(case.beside["community_links"]) <= links
    return Judged({case.expect[0]}, set(paid), neutral=set(case.expect), beside=beside, score=float(case.expect[0] in paid))


def pillar_to_post(case: Case, asking: Asking) -> Judged:
    """The referrals of a person's chain, whether it came back to where it began, and what it ended in."""
    chains = list(asking.for_each(case.question, "person", asking.people.persons(case.params["person"])))
    steps = sorted((step for chain in chains for step in chain.steps), key=lambda step: step.referred_on)
    found = {ref for step in steps for ref in _referrals(step)}
    beside = {}
    if "loop" in case.beside:
        beside["loop"] = any(chain.loop for chain in chains) == case.beside["loop"]
    if "ended_in" in case.beside:
        beside["ended_in"] = any(chain.ended_in == case.beside["ended_in"] for chain in chains)
    return Judged(expected(case), found, beside=beside)


def _referrals(step: Any) -> list[str]:
    """A step by its row in a table of referrals; one that a note alone tells is none of what the truth lists."""
    return [record.rpartition("#")[2] for one in step.evidence if not (record := one.record).startswith("notes/")]


def story_repetition(case: Case, asking: Asking) -> Judged:
    """The agencies that took a family's story, how often, and by which records."""
    asked = asking.for_each(case.question, "family", asking.people.families(case.params["family"]))
    rows = [row for row in asked if row.number is not None]
    agencies = {asking.bodies.organisation(row.organisation) or f"?{row.organisation}" for row in rows}
    records = {one.record for row in rows for one in row.evidence}
    beside = {}
    if "assessments" in case.beside:
        # A family that the graph has in two parts tells each telling of both only once.
        beside["assessments"] = len({(row.kept_by, row.told_on) for row in rows}) == case.beside["assessments"]
    if "rows" in case.beside:
        # Of an assessment with a row for each child the truth names one.
        beside["rows"] = records >= set(case.beside["rows"])
    return Judged(expected(case), agencies, beside=beside)


def assets_for_need(case: Case, asking: Asking) -> Judged:
    """The assets of a ward that help with a need."""
    rows = asking.ask(case.question, need=case.params["need"], area=case.params.get("neighbourhood"))
    return Judged(expected(case), {asking.bodies.assets.get(row.asset, f"?{row.asset}") for row in rows})


def services_for_need(case: Case, asking: Asking) -> Judged:
    """The services for a need in a ward, as the truth numbers them."""
    rows = asking.ask(case.question, need=case.params["need"], area=case.params.get("neighbourhood"))
    return Judged(expected(case), {asking.bodies.services.get(row.service, f"?{row.service}") for row in rows})


def huddle(case: Case, asking: Asking) -> Judged:
    """The people on a huddle's sheet, their families, and whom to invite."""
    given = {"area": case.params["neighbourhood"], "from_": day(case.params["from"]), "to": day(case.params["to"])}
    rows = asking.ask(case.question, **given)
    found = {person for row in rows for person in asking.persons(one.person for one in row.people)}
    beside = {}
    if "families" in case.beside:
        of = {asking.people.family_of.get(person, f"?{person}") for person in found}
        beside["families"] = of == set(case.beside["families"])
    if "invite" in case.beside:
        beside["invite"] = _invited(rows, asking) == {family: set(workers) for family, workers in case.beside["invite"].items()}
    return Judged(expected(case), found, beside=beside)


def _invited(rows: Iterable[Any], asking: Asking) -> dict[str, set[str]]:
    """Whom to invite for each family, as the truth calls them: who knows them now, and not in passing."""
    found: dict[str, set[str]] = {}
    for row in rows:
        for family in {asking.people.family_of.get(person) for person in asking.persons(one.person for one in row.people)} - {
            None
        }:
            close = [one.practitioner for one in row.known_to if one.strength == "relationship"]
            found.setdefault(str(family), set()).update(asking.workers(close))
    return found


FAMILY_SCORERS: dict[str, Callable[[Case, Asking], Judged]] = {
    "who_knows_family": who_knows,
    "who_knows_person": who_knows,
    "warm_introduction": warm_introduction,
    "best_placed_key_worker": best_placed_key_worker,
    "pillar_to_post": pillar_to_post,
    "story_repetition": story_repetition,
    "assets_for_need": assets_for_need,
    "services_for_need": services_for_need,
    "huddle": huddle,
}
"""How each question's answer is held against the truth."""
