"""The Python client: generated from the schema as it is, typed throughout, and at work on a real server."""

import asyncio
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from kith_client import AsyncClient, Client, OfferForm
from kith_client.exceptions import GraphQLClientGraphQLMultiError
from kith_client.fragments import Practitioner
from strawberry.relay import GlobalID

from api.schema import sdl
from api.typed_client.generating import generate
from api.typed_client.tool import installed
from graph.actions import record_action
from graph.caller import Caller
from graph.errors import KithError
from graph.store import Store
from queries.catalogue import catalogue
from queries.reader import Reader
from queries.who_knows_family import WhoKnowsFamily
from tests.api.serving import Counted, server_of
from tests.queries.test_engines import ASKED
from tests.restriction.hamlet import OPEN_CARE_ROWS, take_in, write

HOME = Path(__file__).parents[2] / "clients" / "python"
HARTLEY = "records/childrens_social_care.csv#1100234"
USED = """
from datetime import date
from kith_client import AsyncClient, Client
from kith_client.fragments import Acquaintance

def last(client: Client, family: str) -> date | None:
    rows: list[Acquaintance] = [edge.node for edge in client.who_knows_family(family=family, first=5).edges]
    return max((row.last_contact for row in rows if row.last_contact), default=None)

async def follow(client: AsyncClient) -> list[str]:
    return [change.what async for told in client.family_changed(family="x") for change in told.changes]

def wrong(client: Client) -> int:
    return client.who_knows_family(family="x").edges[0].node.full_name
"""


@pytest.fixture(scope="module")
def address(harrowdale: Counted) -> Iterator[str]:
    with server_of(harrowdale) as found:
        yield f"http://{found}/graphql"


def test_the_package_is_what_the_schema_makes() -> None:
    """A change of the schema is a change of the client; the same schema makes the same files."""
    try:
        installed()
    except KithError as missing:
        if os.environ.get("CI"):
            raise
        pytest.skip(f"no generator: {missing.what}")
    made = generate(sdl())
    package = {path.name: path.read_text("utf-8") for path in (HOME / "kith_client").iterdir() if path.is_file()}
    assert package == made, "run `python -m api.typed_client`"


def test_it_is_typed(tmp_path: Path) -> None:
    """By mypy --strict, which finds the one mistake in how it is used here."""
    used = tmp_path / "used.py"
    used.write_text(USED, "utf-8")
    command = [sys.executable, "-m", "mypy", "--config-file=", "--strict", "--cache-dir", str(tmp_path / "cache")]
    environment = os.environ | {"MYPYPATH": str(HOME)}
    done = subprocess.run([*command, "-p", "kith_client"], env=environment, capture_output=True, text=True, cwd=HOME)
    assert done.returncode == 0, done.stdout
    done = subprocess.run([*command, str(used)], env=environment, capture_output=True, text=True, cwd=HOME)
    assert done.stdout.splitlines()[-1].startswith("Found 1 error"), done.stdout
    assert 'Incompatible return value type (got "str", expected "int")' in done.stdout


def test_every_question_can_be_asked(address: str) -> None:
    """Each of the catalogue is a method, and its answer is read into its classes."""
    with Client(address) as client:
        for title, given in ASKED:
            answer = getattr(client, title)(**given, first=500)
            assert answer.as_of == date(2026, 10, 31), title
    assert {title for title, _ in ASKED} == set(catalogue())


def test_answers_are_the_readers(address: str, harrowdale: Counted) -> None:
    """Row by row, with days as days; page by page."""
    told = Reader(harrowdale, Caller("somebody", "direct care")).ask(WhoKnowsFamily(HARTLEY))
    with Client(address) as client:
        answer = client.who_knows_family(family=HARTLEY)
        assert [edge.node.practitioner for edge in answer.edges] == [row.practitioner for row in told.rows]
        assert [edge.node.last_contact for edge in answer.edges] == [row.last_contact for row in told.rows]
        assert answer.explanation is None
        first = client.who_knows_family(family=HARTLEY, first=1, explain=True)
        assert first.page_info.has_next_page and first.explanation is not None
        second = client.who_knows_family(family=HARTLEY, first=1, after=first.page_info.end_cursor)
        assert second.edges[0].node == answer.edges[1].node
        (node,) = client.nodes(ids=[str(GlobalID("Practitioner", answer.edges[0].node.practitioner))])
        assert isinstance(node, Practitioner) and node.full_name == answer.edges[0].node.full_name


def test_mistakes_come_with_their_cure(address: str) -> None:
    with Client(address) as client, pytest.raises(GraphQLClientGraphQLMultiError) as wrong:
        client.who_knows_family(family="Nobody Known Here")
    (error,) = wrong.value.errors
    assert error.extensions is not None and error.extensions["code"] == "QUESTION_ERROR" and error.extensions["cure"]


@pytest.fixture
def hamlet(store_embedded: Store, tmp_path: Path) -> Store:
    """A store that may be written."""
    take_in(store_embedded, write(tmp_path / "hamlet", {"care.csv": OPEN_CARE_ROWS}))
    return store_embedded


def test_what_is_said_is_kept(hamlet: Store) -> None:
    """Mutations with their inputs, and what they answer."""
    with server_of(hamlet) as found, Client(f"http://{found}/graphql") as client:
        recorded = client.agree(words="call", family="care.csv#C2", on=date(2026, 10, 30))
        assert client.finish_action(action=recorded.action, came_of="done", on=date(2026, 10, 31)).action == recorded.action
        kept = client.save_question(saved_as="mine", question="whats_stale", parameters={})
        assert [one.saved_as for one in client.saved_questions()] == [kept.saved_as] == ["mine"]
        form = OfferForm(organisation="Hamlet Hall", fullName="Soup Friday", kind="service", needs=["food"])
        assert client.register_offer(offer=form).standing == "unconfirmed"


def test_it_follows_a_family(hamlet: Store) -> None:
    """In an event loop, over the socket."""

    async def follow(address: str) -> list[tuple[str, str]]:
        client = AsyncClient(f"http://{address}/graphql", ws_url=f"ws://{address}/graphql")
        heard: list[tuple[str, str]] = []
        async with client:
            async for message in client.family_changed(family="care.csv#C2"):
                if message.changes:
                    return heard + [(change.how, change.what) for change in message.changes]
                await asyncio.to_thread(record_action, hamlet, ("Family", message.family), "call", "amy", date(2026, 10, 30))
        return heard

    with server_of(hamlet) as address:
        assert asyncio.run(asyncio.wait_for(follow(address), 20)) == [("new", "call")]
