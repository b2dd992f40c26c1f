"""The words of the field, as data: how headers are spelled, what they mean, and whom they speak of."""

from functools import cache
from importlib.resources import files
from typing import Any

from ingest import yaml_text

FIELD_FILES = ("people", "offers", "happenings", "unkept")
"""The lists of what a column can hold."""


@cache
def words(file: str) -> dict[str, Any]:
    """One of the word lists, by its file's name without `.yaml`."""
    loaded: dict[str, Any] = yaml_text.load_own(files(__package__).joinpath(f"{file}.yaml").read_text("utf-8"))
    return loaded


@cache
def spoken() -> frozenset[str]:
    """Every word in any phrase, as it is written in the lists."""
    listed = [told["says"] for file in FIELD_FILES for told in words(file)["fields"].values()]
    for named in words("roles").values():
        if isinstance(named, dict):
            listed += [told if isinstance(told, list) else told["says"] for told in named.values()]
    return frozenset(word for says in listed for text in says for word in text.split())
