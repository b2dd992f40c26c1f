"""What can a team not do that it should, or that its families need?"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from nlp.codelist import label_of
from queries.blueprint_rules import BlueprintRules
from queries.needs_of_people import needs_of_people
from queries.place_rules import rules_of
from queries.question import Asked, Evidence, Question, Row, chosen, named
from queries.suppression import RULE, rounded, told
from queries.team_areas import areas_of_team

ORDER = ("missing", "vacant", "single", "covered", "beside")


@dataclass(frozen=True)
class Skill:
    """One capability that a team should have, or has beside: who brings it, and whether that is enough."""

    capability: str
    full_name: str
    status: str
    """missing: no post has it; vacant: only an empty one; single: one filled post; covered: more; beside: has it unasked."""
    required: bool
    told: str
    holders: tuple[str, ...]
    """Who brings it, with role, employer and days a week in the team."""
    vacant: tuple[str, ...]
    """Empty posts that would bring it; an empty post covers nothing."""
    days: float
    """Days a week of it, all filled posts together."""
    people: int | None
    """People of the team's area whom records show in a need that it serves, rounded; none where they are few."""
    people_told: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class TeamSkillGaps(Question[Skill]):
    """A neighbourhood team's capabilities against its blueprint and its families' needs: missing, on one person only, or covered."""

    answer: ClassVar[type] = Skill
    team: str = named("Team", "the team")
    required: tuple[str, ...] = chosen((), "the capabilities it should have, by code; else its own or the blueprint's")

    def respond(self, rows: Sequence[Row], asked: Asked) -> tuple[tuple[Skill, ...], tuple[str, ...]]:
        """A row a capability, what is missing first."""
        rules = rules_of(BlueprintRules, "blueprint")
        own = sorted({code for row in rows for code in row["required"]})
        required = list(self.required) or own or list(rules.capabilities)
        by_code: dict[str, list[Row]] = defaultdict(list)
        for row in rows:
            if row["capability"]:
                by_code[row["capability"]].append(row)
        counts = _in_need(rules, areas_of_team(rows, asked.place), asked) if rows else {}
        codes = [*dict.fromkeys(required), *sorted(by_code.keys() - set(required))]
        skills = [_skill(code, by_code[code], code in required, counts.get(code, 0)) for code in codes]
        whose = (
            "the caller's list" if self.required else "the team's own list" if own else f"the blueprint, version {rules.version}"
        )
        return tuple(sorted(skills, key=_order)), (f"Required by {whose}", RULE, "Skills that nobody wrote down are not seen")


def _in_need(rules: BlueprintRules, areas: frozenset[str], asked: Asked) -> Mapping[str, int]:
    """How many people of some areas bear a need that each capability serves."""
    people: dict[str, set[str]] = defaultdict(set)
    for (need, area), found in needs_of_people(asked).items():
        for code, needs in rules.capabilities.items():
            if need in needs and area in areas:
                people[code] |= found
    return {code: len(found) for code, found in people.items()}


def _skill(code: str, rows: list[Row], required: bool, in_need: int) -> Skill:
    filled = {row["post"]: row for row in rows if not _vacant(row)}
    vacant = {row["post"]: row for row in rows if _vacant(row)}
    status = "covered" if len(filled) > 1 else "single" if filled else "vacant" if vacant else "missing"
    status = status if required else "beside"
    days = sum(row["days"] or 0 for row in filled.values())
    name = next((row["capability_name"] for row in rows if row["capability_name"]), None) or label_of(code)
    return Skill(
        capability=code,
        full_name=name,
        status=status,
        required=required,
        told=_told(status, len(filled), days, bool(vacant)),
        holders=tuple(sorted(map(_holder, filled.values()))),
        vacant=tuple(sorted(map(_post, vacant.values()))),
        days=days,
        people=rounded(in_need),
        people_told=told(in_need),
        evidence=tuple(
            sorted({Evidence(key, None, row["words"]) for row in rows for key in row["records"]}, key=lambda one: one.record)
        ),
    )


def _vacant(row: Row) -> bool:
    return bool(row["vacant"]) or not row["holders"]


def _told(status: str, posts: int, days: float, vacant: bool) -> str:
    waiting = "; a vacant post would bring it" if vacant else ""
    if status in ("missing", "vacant"):
        return f"nobody in the team{waiting}"
    if posts == 1:
        return f"one person, {days:g} days a week: away when they are{waiting}"
    return f"{posts} people, {days:g} days a week together{waiting}" if posts else f"nobody in the team{waiting}"


def _post(row: Row) -> str:
    return ", ".join(part for part in (row["role"], *row["employers"]) if part)


def _holder(row: Row) -> str:
    days = f", {row['days']:g} days" if row["days"] else ""
    return f"{' and '.join(sorted(row['holders']))} ({_post(row)}{days})"


def _order(skill: Skill) -> tuple[int, str]:
    return ORDER.index(skill.status), skill.capability
