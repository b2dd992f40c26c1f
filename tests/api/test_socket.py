"""The websocket: who may open one, what may be asked over it, and how much."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import structlog
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import connect

from api import following
from api.following import MOST
from graph.opening import open_store
from graph.store import Store
from queries.family_news import FamilyNews
from tests.api.listener import FOLLOW, listening
from tests.api.serving import server_of
from tests.restriction.hamlet import take_in, write

EDDA = "care.csv#C2"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder: Path = tmp_path_factory.mktemp("socket")
    opened = open_store(str(folder / "store"))
    take_in(opened, write(folder / "hamlet"))
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def address(store: Store) -> Iterator[str]:
    with server_of(store) as found:
        yield found


@pytest.mark.parametrize(
    "origin", ["https://elsewhere.example", "http://127.0.0.1:1", "http://localhost.elsewhere.example", "null", "file://", ""]
)
def test_a_page_of_elsewhere_opens_no_socket(address: str, origin: str) -> None:
    """Its reader's browser would send it as its reader: cross-site websocket hijacking."""
    with pytest.raises(InvalidStatus) as refused, listening(address, origin=origin):
        pass
    assert refused.value.response.status_code == 403


@pytest.mark.parametrize("headers", [{"Host": "rebound.example"}, {"X-Forwarded-For": "127.0.0.1"}])
def test_who_is_not_of_this_machine_opens_none(address: str, headers: dict[str, str]) -> None:
    """As with any request: no other host's name, no proxy."""
    with pytest.raises(InvalidStatus) as refused, listening(address, additional_headers=headers):
        pass
    assert refused.value.response.status_code in (400, 403)


def test_its_own_page_opens_one(address: str) -> None:
    with listening(address, origin=f"http://{address}") as listener:  # type: ignore[arg-type]
        assert listener.follow(EDDA)["familyNode"]["fullName"] == "Vance"


def test_only_subscriptions_are_carried_out(address: str) -> None:
    """What is asked or said once goes by POST, where a request is a request."""
    with listening(address) as listener:
        for id, query in enumerate(["{ __typename }", 'mutation { deleteSavedQuestion(savedAs: "x") { savedAs } }']):
            listener.say(id=str(id), type="subscribe", payload={"query": query})
            heard = listener.hear()
            assert (heard["type"], heard["id"]) == ("error", str(id))
            assert "by POST to /graphql" in heard["payload"][0]["message"]


def test_documents_are_held_to_the_same_limits(address: str) -> None:
    """Depth, aliases and mistakes, as over HTTP."""
    deep = "{ familyNode { id } evidence: changes { evidence { personNode { id } } } }"
    aliases = "{" + " ".join(f"a{n}: asOf" for n in range(30)) + "}"
    with listening(address) as listener:
        listener.say(id="1", type="subscribe", payload={"query": f'subscription {{ familyChanged(family: "x") {aliases} }}'})
        assert "aliases" in listener.hear()["payload"][0]["message"]
        listener.say(id="2", type="subscribe", payload={"query": 'subscription { familyChanged(family: "x") { nothing } }'})
        assert "nothing" in listener.hear()["payload"][0]["message"]
        listener.follow(EDDA, "3", f"subscription ($family: String!) {{ familyChanged(family: $family) {deep} }}")


def test_nobody_of_that_name(address: str) -> None:
    """The same words as over HTTP, and the socket goes on."""
    with listening(address) as listener:
        listener.say(id="1", type="subscribe", payload={"query": FOLLOW, "variables": {"family": "Nobody Known"}})
        (error,) = listener.hear()["payload"]["errors"]
        assert error["extensions"]["code"] == "QUESTION_ERROR" and "Nobody Known" in error["message"]
        assert listener.hear() == {"id": "1", "type": "complete"}
        assert listener.follow(EDDA, "2")


@pytest.mark.parametrize(
    ("sent", "code"),
    [
        ("{", 4400),
        ("[" * 50_000, 4400),
        ("[1]", 4400),
        ('{"type": "subscribe", "id": "1"}', 4400),
        ('{"type": "subscribe", "id": 7, "payload": {"query": "x"}}', 4400),
        ('{"type": "subscribe", "id": "1", "payload": {"query": "subscription { a }", "variables": 3}}', 4400),
        ('{"type": "nothing"}', 4400),
        ('{"type": "connection_init"}', 4429),
        (" " * 100_001, 1009),
        (b"\x00", 4400),
    ],
)
def test_what_is_no_message_ends_the_socket(address: str, sent: Any, code: int) -> None:
    """With the protocol's code, and no failure of ours in the log."""
    with structlog.testing.capture_logs() as logs, listening(address) as listener:
        listener.socket.send(sent)
        with pytest.raises(ConnectionClosed) as closed:
            listener.hear()
    assert closed.value.rcvd is not None and closed.value.rcvd.code == code
    assert logs == []


def test_another_protocol_is_not_spoken(address: str) -> None:
    """The older graphql-ws is not kept up any more."""
    with connect(f"ws://{address}/graphql", subprotocols=["graphql-ws"]) as socket, pytest.raises(ConnectionClosed) as closed:  # type: ignore[list-item]
        socket.recv(timeout=10)
    assert closed.value.rcvd is not None and closed.value.rcvd.code == 4406


def test_one_caller_follows_so_many_at_most(address: str) -> None:
    """However many sockets they open; one that is closed makes room."""
    with listening(address) as listener:
        with listening(address) as other:
            for id in range(MOST - 1):
                other.follow(EDDA, str(id))
            listener.follow(EDDA)
            listener.say(id="2", type="subscribe", payload={"query": FOLLOW, "variables": {"family": EDDA}})
            assert f"{MOST} families" in listener.hear()["payload"]["errors"][0]["message"]
            listener.hear()
        for _ in range(50):
            listener.say(id="3", type="subscribe", payload={"query": FOLLOW, "variables": {"family": EDDA}})
            if heard := listener.hear()["payload"].get("data"):
                break
            listener.hear()
            time.sleep(0.1)
        assert heard["familyChanged"]["family"]


def test_a_failure_inside_shows_and_logs_nothing_personal(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reference for the caller; for the log the place of the failure, without names."""

    def fail(*_: object) -> None:
        raise KeyError("Edda Vance")

    monkeypatch.setattr(FamilyNews, "shape", fail)
    with structlog.testing.capture_logs() as logs, listening(address) as listener:
        listener.say(id="1", type="subscribe", payload={"query": FOLLOW, "variables": {"family": EDDA}})
        (error,) = listener.hear()["payload"]["errors"]
    assert error["extensions"]["code"] == "INTERNAL_ERROR"
    assert [entry["reference"] for entry in logs] == [error["extensions"]["reference"]]
    assert "Edda" not in str(logs) + str(error)


def test_many_changes_are_cut_with_their_number(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A message stays small; how many there are beside is told."""
    monkeypatch.setattr(following, "LONGEST", 1)
    opened = open_store(str(tmp_path / "store"))
    rows = ("ID,Name,DOB,NHS,Address,Postcode,Worker,Seen,Remark", "C2,Edda Vance,01/01/1990,,5 High St,ZX1 1AA,Ivor Penn,,")
    more = [f"C{n},Edda Vance,01/01/1990,,5 High St,ZX1 1AA,Ivor Penn,0{n}/10/2026," for n in range(3, 6)]
    take_in(opened, write(tmp_path / "hamlet", {"care.csv": rows}))
    with server_of(opened) as address, listening(address) as listener:
        listener.follow(EDDA)
        take_in(opened, write(tmp_path / "hamlet", {"care.csv": (*rows, *more)}))
        told = listener.told()
    assert (len(told["changes"]), told["more"]) == (1, 2)
    opened.close()


def test_the_server_goes_down_with_followers(store: Store) -> None:
    """They are told, and nothing is left running."""
    with server_of(store) as found, listening(found) as listener:
        listener.follow(EDDA)
        began = time.monotonic()
    assert time.monotonic() - began < 10
    with pytest.raises(ConnectionClosed):
        listener.hear()
