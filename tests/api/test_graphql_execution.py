"""The short way for plain fields gives what graphql-core's own way gives, errors and all."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Any

import pytest
import strawberry
from graphql import print_ast
from strawberry import Schema

from api.async_reader import AsyncReader
from api.graphql.context import Context
from api.graphql.execution import Execution
from api.graphql.nodes import node_type
from api.graphql.plain_values import plain_fields
from api.graphql.schema import schema
from graph.caller import Caller
from queries.nodes import SHOWN
from queries.reader import Reader
from tests.api.serving import Counted

FULL = """{ whoKnowsFamily(family: "records/childrens_social_care.csv#1100234") { asOf unseen
  pageInfo { endCursor hasNextPage startCursor } again: asOf
  edges { cursor node { name: fullName ended ...Known practitionerNode { id fullName }
    evidence { saidOn words record __typename } } } }
  find(words: "Hartley") { edges { node { born likeness node { __typename id } kind } } } }
fragment Known on Acquaintance { people informal lastContact status }"""


@dataclass
class Thing:
    """A row that may hold what its type forbids."""

    words: Any = "said"
    number: Any = 1
    parts: Any = ("a", "b")
    within: Any = ()
    one: Any = None


@strawberry.type
class Shown:
    """A row as its type says it is."""

    words: str
    number: int | None
    parts: list[str]
    within: list["Shown"]
    one: "Shown | None"


@strawberry.type
class Query:
    """Asks for one row, and for a list of them."""

    @strawberry.field
    def thing(self, info: strawberry.Info) -> Shown | None:
        """One row."""
        return info.context  # type: ignore[no-any-return]

    @strawberry.field
    async def things(self, info: strawberry.Info) -> list[Shown | None]:
        """Two rows."""
        return [info.context, info.context]


@pytest.fixture
def both() -> Iterator[tuple[Schema, Schema]]:
    """One schema carried out in either way."""
    yield Schema(Query), Schema(Query, execution_context_class=Execution)


@pytest.mark.parametrize(
    "thing",
    [
        Thing(),
        Thing(words=None),
        Thing(words=["no", "text"]),
        Thing(number=None),
        Thing(number="many"),
        Thing(number=2**40),
        Thing(parts=()),
        Thing(parts=("a", None)),
        Thing(parts=None),
        Thing(parts=5),
        Thing(words=0, number=True),
        Thing(within=(Thing(), Thing(one=Thing(parts=())))),
        Thing(within=(Thing(), Thing(words=None)), one=Thing(number="many")),
        Thing(within=(Thing(one=Thing(words=None)), None)),
        Thing(within=None, one=object()),
        Thing(within=Thing(), one=(Thing(),)),
        Thing(within={"a": Thing()}.values()),
        Thing(one=Thing(one=Thing(within=[5]))),
        object(),
    ],
)
def test_values_and_errors_are_the_same(both: tuple[Schema, Schema], thing: object) -> None:
    """Nulls, wrong values and missing attributes are told alike, at the same place."""
    document = """{ thing { words number ...Parts within { ...Parts one { words parts __typename } one { number } } one { ...Deep } }
      things { parts number __typename } }
      fragment Parts on Shown { parts again: words } fragment Deep on Shown { number one { within { words } } }"""
    outcomes = [asyncio.run(made.execute(document, context_value=thing)) for made in both]
    long, short = [(one.data, [(e.message, e.path) for e in one.errors or []]) for one in outcomes]
    assert short == long


def test_answers_are_the_same_in_the_same_order(harrowdale: Counted) -> None:
    """A whole answer with fragments, other names, nodes and links."""
    made = schema()
    fields = plain_fields(made._schema.type_map["Acquaintance"])  # type: ignore[arg-type]
    assert fields.keys() > {"fullName", "people", "lastContact", "evidence"}
    outcomes = []
    for way in (Execution, Execution.__mro__[1]):
        context = Context(AsyncReader(Reader(harrowdale, Caller("somebody", "direct care"))))
        types = [node_type(label) for label in SHOWN]
        plainly = Schema(made.query, types=types, execution_context_class=way)
        outcomes.append(asyncio.run(plainly.execute(FULL, context_value=context)))
    short, long = outcomes
    assert short.errors is long.errors is None
    assert repr(short.data) == repr(long.data)


def test_what_is_asked_again_is_validated_once(harrowdale: Counted, monkeypatch: pytest.MonkeyPatch) -> None:
    """Validation takes longer than carrying out; the rules that limit a document must not be others each time."""
    made = schema()
    walked: list[str] = []
    module = import_module("graphql.validation.validate")
    visit = module.visit

    def walk(document: Any, *others: Any) -> Any:
        walked.append(print_ast(document))
        return visit(document, *others)

    async def ask(name: str) -> None:
        context = Context(AsyncReader(Reader(harrowdale, Caller("somebody", "direct care"))))
        assert not (await made.execute(f"{{ whatsStale(first: 1) {{ {name}: asOf }} }}", context_value=context)).errors

    monkeypatch.setattr(module, "visit", walk)
    for name in ("once", "twice", "once", "twice"):
        asyncio.run(ask(name))
    assert ["once" in text for text in walked] == [True, False]
