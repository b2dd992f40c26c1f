"""The words of the field, as data: how headers are spelled, what they mean, and whom they speak of."""

from functools import cache
from importlib.resources import files
from typing import Any

from ingest import yaml_text


@cache
def words(file: str) -> dict[str, Any]:
    """One of the word lists, by its file's name without `.yaml`."""
    loaded: dict[str, Any] = yaml_text.load_own(files(__package__).joinpath(f"{file}.yaml").read_text("utf-8"))
    return loaded
