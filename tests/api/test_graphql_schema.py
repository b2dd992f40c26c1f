"""The printed schema is as kept, and a new question is a new field with nothing written for it here."""

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from api.graphql.schema import schema_of
from api.schema import sdl
from queries.question import Question, chosen, named

KEPT = Path(__file__).with_name("schema.graphql")


@dataclass(frozen=True)
class Neighbour:
    """Somebody next door."""

    practitioner: str
    streets: tuple[str, ...]
    """Where they help."""
    hours: float | None = None


@dataclass(frozen=True)
class WhoLivesNearby(Question[Neighbour]):
    """Neighbours who may look in."""

    answer: ClassVar[type] = Neighbour
    family: str = named("Family", "the family")
    needs: tuple[str, ...] = chosen((), "only with these needs")


def test_the_schema_is_as_kept() -> None:
    """Whoever uses the API sees what changed; nobody changes it unawares."""
    assert sdl() == KEPT.read_text("utf-8"), (
        "the GraphQL schema is not as tests/api/schema.graphql has it; if it should change, write it anew with "
        "`.venv/bin/python -m api.schema > tests/api/schema.graphql` and say so in the CHANGELOG"
    )


def test_a_new_question_is_a_new_field() -> None:
    """Arguments, rows, words and links come from the question's own declarations."""
    printed = schema_of([WhoLivesNearby]).as_str()
    for expected in (
        "  whoLivesNearby(",
        '    """the family"""\n    family: String!',
        '    """only with these needs"""\n    needs: [String!]! = []',
        "  ): NeighbourConnection!",
        '"""Somebody next door."""\ntype Neighbour {',
        '  """Where they help."""\n  streets: [String!]!',
        "  hours: Float\n",
        "  practitionerNode: Practitioner\n",
    ):
        assert expected in printed, expected
