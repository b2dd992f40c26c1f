"""What of the blueprint of an integrated team is in place, and what is missing?"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from queries.blueprint_checks import CHECKS, Found, Team
from queries.blueprint_rules import SECTIONS, BlueprintRules
from queries.needs_of_people import borne_by_people
from queries.place_rules import rules_of
from queries.question import Asked, Evidence, Question, Row, chosen
from queries.suppression import RULE
from queries.team_areas import areas_of_team
from queries.team_ground import Grounds

CAPABILITIES = "capabilities"
OF_THE_TEAM = ("structure", "co_location", "governance")


@dataclass(frozen=True)
class BlueprintItem:
    """One item of a team's blueprint: in place, missing, or for people to say."""

    team: str
    team_name: str | None
    section: str
    """footprint, principles, capabilities, structure, co_location, governance, metrics or community."""
    item: str
    what: str
    """What the blueprint asks for."""
    in_place: bool | None
    """None where records cannot tell."""
    found: str
    missing: str
    evidence: tuple[Evidence, ...]
    """The records of the team; of what is counted of families and people none, for they would tell of each."""


@dataclass(frozen=True)
class Blueprint(Question[BlueprintItem]):
    """The blueprint of an integrated neighbourhood team, section by section, with what is in place and what is missing."""

    answer: ClassVar[type] = BlueprintItem
    team: str | None = chosen(None, "only this team", label="Team")
    missing: bool = chosen(False, "only what is not in place")

    def respond(self, rows: Sequence[Row], asked: Asked) -> tuple[tuple[BlueprintItem, ...], tuple[str, ...]]:
        """A row an item of each team's blueprint, in the blueprint's order."""
        rules = rules_of(BlueprintRules, "blueprint")
        posts: dict[str, list[Row]] = defaultdict(list)
        for row in sorted(rows, key=lambda row: (row["team"], row["post"] or "")):
            posts[row["team"]].append(row)
        made = [item for items in self._teams(posts, rules, asked) for item in items]
        kept = tuple(item for item in made if not (self.missing and item.in_place))
        return kept, (
            f"The blueprint is version {rules.version}; a place keeps its own in KITH_RULES",
            RULE,
            "Restricted families are counted nowhere; what nobody wrote down is told as missing",
        )

    def _teams(self, posts: Mapping[str, list[Row]], rules: BlueprintRules, asked: Asked) -> Iterator[list[BlueprintItem]]:
        grounds, names = Grounds(asked), asked.place.named()
        borne = borne_by_people(asked)
        for uid, own in sorted(posts.items()):
            leaves = areas_of_team(own, asked.place)
            strains = len({one.person for one in borne if one.area in leaves})
            filled = [row for row in own if row["post"]]
            team = Team(filled, tuple(sorted(names.get(leaf, leaf) for leaf in leaves)), grounds.of(leaves), strains)
            yield [*_items(uid, own[0]["team_name"], team, rules)]


def _items(uid: str, name: str | None, team: Team, rules: BlueprintRules) -> Iterator[BlueprintItem]:
    evidence = tuple(Evidence(key, None, None) for key in team.every("records"))
    for section in ("footprint", "principles", CAPABILITIES, *SECTIONS[2:]):
        if section == CAPABILITIES:
            yield _capabilities(uid, name, team, rules, evidence)
            continue
        for item in getattr(rules, section):
            check = CHECKS.get(item.item)
            found = check(team, item) if check else Found(None, "", "records cannot tell: ask the team")
            yield BlueprintItem(
                uid,
                name,
                section,
                item.item,
                item.told,
                found.in_place,
                found.found,
                found.missing,
                evidence if section in OF_THE_TEAM else (),
            )


def _capabilities(uid: str, name: str | None, team: Team, rules: BlueprintRules, evidence: tuple[Evidence, ...]) -> BlueprintItem:
    required = team.every("required") or list(rules.capabilities)
    held = {skill for row in team.posts if row["holders"] and not row["vacant"] for skill in row["skills"]}
    missing = [code for code in required if code not in held]
    return BlueprintItem(
        team=uid,
        team_name=name,
        section=CAPABILITIES,
        item=CAPABILITIES,
        what="Somebody in the team can do each of these",
        in_place=not missing,
        found=", ".join(code.replace("_", " ") for code in required if code in held),
        missing=", ".join(code.replace("_", " ") for code in missing),
        evidence=evidence,
    )
