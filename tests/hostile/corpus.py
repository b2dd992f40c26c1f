"""Every hostile file."""

from tests.hostile import archives, documents, objects, office, tables, wrong_names
from tests.hostile.case import CASES

__all__ = ["CASES", "archives", "documents", "objects", "office", "tables", "wrong_names"]
