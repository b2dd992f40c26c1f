"""Rules that a place may edit: Kith's own, or the file of that name in the folder that KITH_RULES names."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from graph.errors import QuestionError
from graph.settings import settings_now


class Rules(BaseModel):
    """One file of rules, with its version."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    version: int | str


R = TypeVar("R", bound=Rules)


@dataclass(frozen=True)
class RulesFollowed:
    """A file of rules that decided something in an answer."""

    file: str
    """Its name: Kith's own is in queries/rules, a place's in the folder that KITH_RULES names."""
    version: str
    of_the_place: bool
    """Whether it is the place's own."""


_LISTENING: ContextVar[dict[RulesFollowed, None] | None] = ContextVar("rules followed", default=None)


@contextmanager
def rules_followed() -> Iterator[dict[RulesFollowed, None]]:
    """The rules that are followed while this is open, in the order in which they are first asked for."""
    heard: dict[RulesFollowed, None] = {}
    token = _LISTENING.set(heard)
    try:
        yield heard
    finally:
        _LISTENING.reset(token)


def follow(title: str, rules: Rules, of_the_place: bool) -> None:
    """Tell whoever listens that rules are followed."""
    heard = _LISTENING.get()
    if heard is not None:
        heard.setdefault(RulesFollowed(f"{title}.yaml", str(rules.version), of_the_place))


def rules_of(kind: type[R], title: str) -> R:
    """The rules of a title, checked.

    Raises QuestionError naming the file, the place in it and the cure.
    """
    own = own_rules(kind, title)
    if own is not None:
        return own
    found = _read(kind, title, None, 0)
    assert isinstance(found, kind)
    follow(title, found, of_the_place=False)
    return found


def own_rules(kind: type[R], title: str) -> R | None:
    """A place's own rules of a title; None where it has none. Read anew when the file changes."""
    folder = settings_now().rules
    path = folder / f"{title}.yaml" if folder else None
    if path is None or not path.is_file():
        return None
    found = _read(kind, title, path, path.stat().st_mtime_ns)
    assert isinstance(found, kind)
    follow(title, found, of_the_place=True)
    return found


@lru_cache(maxsize=32)
def _read(kind: type[Rules], title: str, path: Path | None, changed: int) -> Rules:
    name = str(path or f"queries/rules/{title}.yaml")
    try:
        text = path.read_text("utf-8") if path else files("queries").joinpath("rules", f"{title}.yaml").read_text("utf-8")
        return kind.model_validate(yaml.safe_load(text))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as broken:
        raise QuestionError(f"the rules {name} cannot be read: {' '.join(str(broken).split())}", "Correct the file") from broken
    except ValidationError as wrong:
        told = wrong.errors()[0]
        where = ".".join(map(str, told["loc"]))
        raise QuestionError(
            f"the rules {name}: {where}: {told['msg']}", "Correct it there; queries/rules/ has Kith's own"
        ) from wrong
