"""What a column is taken to mean, and which meanings a sort of table may have."""

from dataclasses import dataclass

from ingest.suggesting.phrases import Field, Role
from ingest.suggesting.profile import Column


@dataclass(frozen=True)
class Meaning:
    """What a column is taken to mean, and why."""

    column: Column
    field: str
    role: Role | None
    index: str | None
    kept: bool
    why: str
    doubtful: bool = False
    """Words of the header stay unexplained, or the values alone tell."""

    @property
    def name(self) -> str:
        """The column's name."""
        return self.column.name


@dataclass(frozen=True)
class Lens:
    """The fields and roles that columns of one sort of table may have."""

    fields: frozenset[str]
    groups: frozenset[str]
    """Groups of roles: subjects, relatives, workers, referrers, bodies."""
    bodies: frozenset[str] = frozenset()
    """Which of the bodies."""

    def takes(self, role: Role | None) -> bool:
        """Whether a header may speak of this role here."""
        return role is None or (role.group in self.groups and (role.group != "bodies" or role.role in self.bodies))

    def knows(self, field: Field) -> bool:
        """Whether a column may hold this here; what has no place in the vocabulary may stand anywhere."""
        return field.field in self.fields or not field.kept
