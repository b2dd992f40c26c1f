"""Who already knows this person?"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from queries.acquaintance import Acquaintance, acquaintances, withheld
from queries.namesakes import perhaps
from queries.question import Asked, Question, Row, named


@dataclass(frozen=True)
class WhoKnowsPerson(Question[Acquaintance]):
    """Practitioners, volunteers and neighbours who know a person, latest and strongest first."""

    answer: ClassVar[type] = Acquaintance
    person: str = named("Person", "the person")

    def shape(self, rows: Sequence[Row], asked: Asked) -> tuple[Acquaintance, ...]:
        """One row a practitioner."""
        return acquaintances(rows, asked)

    def unseen(self, rows: Sequence[Row], asked: Asked) -> tuple[str, ...]:
        """What restriction withheld, and who stands apart."""
        return withheld(rows, asked) + perhaps(rows, asked)
