"""A place's missions: its own list, or the four that Kith starts with."""

from functools import lru_cache

from pydantic import BaseModel, ConfigDict

from graph.errors import QuestionError
from nlp.codelist import read, signals, wide_code
from queries.place_rules import Rules, follow, own_rules


class Mission(BaseModel):
    """One mission: its words, and the needs that a service must meet to count for it."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    label: str
    needs: list[str]
    strains: list[str] = []
    """Codes of strains that put somebody in its scope; without any, those that the published list gives it."""


class MissionRules(Rules):
    """nlp/codes/missions.yaml, or a place's own missions.yaml."""

    missions: dict[str, Mission]


def missions() -> dict[str, Mission]:
    """Every mission by its code."""
    own = own_rules(MissionRules, "missions")
    if own is None:
        follow("missions", _ours(), of_the_place=False)
    return (own or _ours()).missions


def mission_named(text: str) -> tuple[str, Mission]:
    """A mission by its code or its words.

    Raises QuestionError with those there are.
    """
    wanted = text.strip().lower()
    for code, mission in missions().items():
        if wanted in (code, code.replace("_", " "), mission.label.lower()):
            return code, mission
    raise QuestionError(f"there is no mission {text!r}", f"Ask for one of: {', '.join(missions())}; or add it to missions.yaml")


def in_scope(code: str, mission: str, rules: Mission) -> bool:
    """Whether a strain puts whoever bears it in a mission's scope."""
    wide = wide_code(code)
    if rules.strains:
        return bool({code, wide} & set(rules.strains))
    signal = signals().get(wide)
    return signal is not None and mission in signal.missions


@lru_cache(maxsize=1)
def _ours() -> MissionRules:
    return MissionRules.model_validate(read("missions"))
