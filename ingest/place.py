"""A place: a folder whose place.yaml lists its sources."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from graph.errors import MappingError, SourceError
from ingest import yaml_text
from ingest.mapping import Mapping, load_mapping
from ingest.period import WRITTEN


class Listed(BaseModel):
    """One line of place.yaml's sources."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    file: str | None = None
    """A path inside the place, or a pattern (`notes/*`) for a source of many files."""
    feed: str | None = None
    """The address of a live feed, in place of a file; `kith harvest` brings it to feeds/SOURCE."""
    allow: list[Literal["private", "http"]] = []
    """What a feed may have that is else refused: an address of a private network, or plain http."""
    mapping: str
    source: str | None = None
    """What the source is called here, where a mapping serves several."""
    agency: str | None = None
    """Who says it here, where a mapping serves several."""
    extracted_on: date | None = None
    """The day the file was drawn; by default the place's as_of."""
    retention: str | None = Field(default=None, pattern=WRITTEN)
    """How long its records are kept here, in the place of what the mapping says."""
    keep_text: str | None = Field(default=None, pattern=WRITTEN)
    """How long the words of its notes are kept here."""

    @model_validator(mode="after")
    def _one_of_both(self) -> "Listed":
        if (self.file is None) is (self.feed is None):
            raise ValueError("a source has either a file or a feed")
        if self.feed is not None and not self.source:
            raise ValueError("a feed needs a `source`, which names the folder it is harvested into")
        return self

    @property
    def path(self) -> str:
        """Where its file or files are: below the place's data, or, of a feed, below the place itself."""
        return self.file or f"feeds/{self.source}"


class PlaceFile(BaseModel):
    """place.yaml."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    place: str
    as_of: date | None = None
    area: str | None = None
    """GSS code of the place as a whole."""
    data: str | None = None
    """Where the files are, when not beside place.yaml; `$KITH_SHARED` and its like are filled in."""
    sources: list[Listed]


@dataclass(frozen=True)
class Supply:
    """A source ready to be read: its files and its mapping."""

    mapping: Mapping
    files: tuple[Path, ...]
    names: tuple[str, ...]
    """Each file's name within the place, as references write it."""
    extracted_on: date
    dated: bool = True
    """False where nobody said when the files were drawn, and today stands in."""


@dataclass(frozen=True)
class Place:
    """A place with its sources in the order they are read."""

    full_name: str
    as_of: date
    dated: bool
    """Whether place.yaml sets as_of; else it is today."""
    area: str | None
    supplies: tuple[Supply, ...]


def load_place(folder: Path, today: date) -> Place:
    """The place in a folder.

    Raises MappingError for a place.yaml that is wrong, SourceError for files that are missing.
    """
    return place_of(folder, read_place(folder), today)


def place_of(folder: Path, said: PlaceFile, today: date) -> Place:
    """The place that a place.yaml lists, with the files of every source.

    Raises MappingError for a mapping that is wrong, SourceError for files that are missing.
    """
    as_of = said.as_of or today
    data = data_of(folder, said.data)
    supplies = tuple(_supply(folder, data, listed, as_of, said.as_of is not None) for listed in said.sources)
    return Place(said.place, as_of, said.as_of is not None, said.area, supplies)


def read_place(folder: Path) -> PlaceFile:
    """What a place.yaml says, before any of its files is looked for.

    Raises MappingError where there is none, or it is wrong.
    """
    path = folder / "place.yaml"
    if not path.exists():
        raise MappingError(f"{folder} has no place.yaml", "Name a folder that has one, or a file with --mapping")
    try:
        return PlaceFile.model_validate(yaml_text.load(path.read_text("utf-8")))
    except yaml.YAMLError as broken:
        raise MappingError(f"{path} is no YAML: {' '.join(str(broken).split())}", "Correct it there") from broken
    except ValidationError as wrong:
        told = wrong.errors()[0]
        where = ".".join(str(part) for part in told["loc"])
        what = str(told["msg"]).removeprefix("Value error, ")
        raise MappingError(f"{path}: {where}: {what}", "Correct it; docs/mapping.md has its form") from wrong


def single(file: Path, mapping: Mapping, today: date, extracted_on: date | None = None) -> Place:
    """One file with its mapping, as a place of one source; drawn on a day where somebody says so."""
    supply = Supply(mapping, (file,), (file.name,), extracted_on or today, extracted_on is not None)
    return Place(file.stem, today, False, None, (supply,))


def data_of(folder: Path, said: str | None) -> Path:
    """The folder that a place's files are in.

    Raises SourceError where it is named by a variable that is not set.
    """
    if said is None:
        return folder
    import os

    filled = os.path.expandvars(said)
    if "$" in filled:
        raise SourceError(
            f"place.yaml reads its data from {said}, which is not set", f"Set {said.split('/')[0].lstrip('$')} to that folder"
        )
    return (folder / filled).resolve()


def _refuse_links_out(found: list[Path], data: Path) -> None:
    """What a pattern finds may have been put there by others; a link among it must not lead elsewhere."""
    within = data.resolve()
    out = [path for path in found if path.exists() and not path.resolve().is_relative_to(within)]
    if out:
        raise SourceError(
            f"{out[0].relative_to(data)} is a link that leads out of {data}", "Put the file itself there, or name it alone"
        )


def _supply(folder: Path, data: Path, listed: Listed, as_of: date, dated: bool) -> Supply:
    data = folder if listed.feed else data
    found = sorted(data.glob(listed.path)) if any(mark in listed.path for mark in "*?[") else [data / listed.path]
    if found != [data / listed.path]:
        _refuse_links_out(found, data)
    missing = [path for path in found if not path.exists()]
    if missing and listed.feed:
        raise SourceError(f"the feed {listed.source} was never harvested", f"Run `kith harvest {folder} --as {listed.source}`")
    if missing or not found:
        raise SourceError(f"{listed.file} is not in {data}", "Put it there or take it out of place.yaml")
    names = tuple(path.relative_to(data).as_posix() for path in found)
    named = {
        name: value for name in ("source", "agency", "retention", "keep_text") if (value := getattr(listed, name)) is not None
    }
    return Supply(
        load_mapping(folder / listed.mapping).model_copy(update=named),
        tuple(found),
        names,
        listed.extracted_on or as_of,
        dated or listed.extracted_on is not None,
    )
