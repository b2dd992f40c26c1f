"""Cleaners: from a value as an agency keeps it to the vocabulary's, each by its name in a mapping."""

from collections.abc import Callable
from typing import Any

from ingest.cleaners import (
    bodies,
    capabilities,
    dates,
    directories,
    geography,
    households,
    identifiers,
    names,
    needs,
    openings,
    register_numbers,
    strains,
    texts,
)
from ingest.cleaners.context import Context

Cleaner = Callable[[list[Any], Context], Any]
"""Takes the raw values of its columns; returns a value or None; raises Unfit."""

CLEANERS: dict[str, Cleaner] = {
    **names.CLEANERS,
    **bodies.CLEANERS,
    **capabilities.CLEANERS,
    **dates.CLEANERS,
    **identifiers.CLEANERS,
    **register_numbers.CLEANERS,
    **directories.CLEANERS,
    **openings.CLEANERS,
    **geography.CLEANERS,
    **households.CLEANERS,
    **needs.CLEANERS,
    **strains.CLEANERS,
    **texts.CLEANERS,
}
__all__ = ["CLEANERS", "Cleaner", "Context"]
