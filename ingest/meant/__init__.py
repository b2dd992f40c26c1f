"""Whom a note means: a name, a short form, a kin word, a role, each with a score; the unsure go to a person."""

from ingest.meant.circle import Circle, circle_of
from ingest.meant.names import goes_by

__all__ = ["Circle", "circle_of", "goes_by"]
