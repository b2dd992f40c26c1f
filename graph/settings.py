"""Settings, from the environment (KITH_...) or a .env file."""

import os
from functools import lru_cache
from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """What a place may set; every one has a default that works on one machine."""

    model_config = SettingsConfigDict(env_prefix="KITH_", env_file=".env", extra="ignore")

    store: str = str(Path("var") / "kith")
    """A folder for the embedded engine, or the neo4j:// or bolt:// address of a server."""
    neo4j_user: str = "neo4j"
    neo4j_password: str | None = None
    months_current: int = Field(default=6, ge=1, le=120)
    """A relationship is current when its last contact is within so many months of the day asked about."""
    rules: Path | None = None
    """A folder of the place's own rules (wobbling.yaml, blueprint.yaml, unit_costs.yaml …), each in the place of Kith's."""
    model: str = "en_core_web_sm"
    """The spaCy pipeline that reads notes."""
    link_model: str | None = None
    """A file that `kith link --learn` wrote; without one, the model that is shipped."""
    link_same: float = Field(default=0.95, gt=0.5, lt=1)
    """From this probability on, and with evidence of the person, two mentions are one person."""
    link_review: float = Field(default=0.2, gt=0, lt=1)
    """From this probability on, a person is asked."""
    note_processes: int | None = Field(default=None, ge=1, le=256)
    """How many processes read notes; by default as many as there are cores where notes are many, else one."""
    caller: str = "developer"
    """Who asks, until sign-in is there; only for a server on loopback."""
    purpose: str = "direct care"
    """Why they ask."""
    cleared: bool = False
    """Whether that caller may see where restricted people are."""


def cache_folder(name: str) -> Path:
    """The folder of this name in which Kith keeps, for this user, what it installs; it may not be there yet."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "kith" / name


def settings_now() -> Settings:
    """The settings as the environment and .env now have them; made anew only where either changed, for it takes milliseconds."""
    told = tuple(sorted((name, value) for name, value in os.environ.items() if name.upper().startswith("KITH_")))
    file = Path(".env")
    return _made(told, str(Path.cwd()), file.stat().st_mtime_ns if file.is_file() else 0)


@lru_cache(maxsize=8)
def _made(told: tuple[tuple[str, str], ...], folder: str, changed: int) -> Settings:
    return Settings()
