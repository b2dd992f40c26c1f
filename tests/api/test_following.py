"""Following a family over a websocket: what changes is told, whoever changes it, and nothing that may not be."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from graph.actions import finish_action, record_action
from graph.store import Store
from ingest import forgetting
from linkage.judgements import judge
from queries.resolve import mention_named, resolve
from tests.api.listener import Listener, events, listening
from tests.api.serving import server_of
from tests.restriction.hamlet import CARE_ROWS, OPEN_CARE_ROWS, take_in, write

EDDA = "care.csv#C2"
SEEN_AGAIN = (*OPEN_CARE_ROWS, "C3,Edda Vance,01/01/1990,,5 High St,ZX1 1AA,Jo Noor,20/10/2026,asked for help")
CONTACT = ("new", "contact", "2026-10-20", "social worker", "Jo Noor")
ON = date(2026, 10, 30)


@contextmanager
def both(store: Store, sign_in: dict[str, str]) -> Iterator[tuple[Listener, Listener]]:
    """An ordinary caller, and one who may see where restricted people are."""
    with (
        server_of(store, **sign_in) as open_to,
        server_of(store, cleared=True, **sign_in) as cleared,
        listening(open_to) as ordinary,
        listening(cleared) as sees_all,
    ):
        yield ordinary, sees_all


@pytest.fixture
def hamlet(store: Store, tmp_path: Path) -> Path:
    """The hamlet's folder, taken in, with nobody restricted."""
    folder = tmp_path / "hamlet"
    take_in(store, write(folder, {"care.csv": OPEN_CARE_ROWS}))
    return folder


def ingest_elsewhere(store: Store, folder: Path, sign_in: dict[str, str]) -> None:
    """Take the place in by another process where the engine allows one."""
    if store.engine == "embedded":
        take_in(store, write(folder, {"care.csv": (folder / "care.csv").read_text("utf-8")}))
        return
    environment = os.environ | {f"KITH_{name.upper()}": value for name, value in sign_in.items()}
    command = [sys.executable, "-c", "from api.cli import main; main()", "ingest", str(folder), "--store", store.location]
    subprocess.run([*command, "--accept-withdrawals"], env=environment, check=True, capture_output=True)


def test_what_another_process_takes_in_is_told(store: Store, hamlet: Path, sign_in: dict[str, str]) -> None:
    """With its day, who, and the record; and nothing when it is taken in again."""
    with server_of(store, **sign_in) as address, listening(address) as listener, listening(address) as other:
        first = listener.follow(EDDA)
        assert (first["changes"], first["more"], first["asOf"]) == ([], 0, "2026-10-31")
        assert first["familyNode"]["uid"] == first["family"] == resolve(store, "Family", EDDA)
        other.follow("care.csv#C1")
        write(hamlet, {"care.csv": SEEN_AGAIN})
        ingest_elsewhere(store, hamlet, sign_in)
        told = listener.told()
        assert CONTACT in events(told)
        (contact,) = [one for one in told["changes"] if one["kind"] == "contact"]
        assert contact["evidence"] == [{"record": "care.csv#C3", "saidOn": "2026-10-20", "words": "asked for help"}]
        assert contact["people"] == ["Edda Vance"]
        ingest_elsewhere(store, hamlet, sign_in)
        assert listener.hears_nothing()
        assert other.hears_nothing(0.1)


def test_what_a_huddle_agrees_is_told(store: Store, hamlet: Path, sign_in: dict[str, str]) -> None:
    """When it is agreed, and when it is done."""
    with server_of(store, **sign_in) as address, listening(address) as listener:
        family = listener.follow(EDDA)["family"]
        action = record_action(store, ("Family", family), "call the landlord", "amy", ON)
        assert events(listener.told()) == {("new", "action", "2026-10-30", "call the landlord", "amy")}
        finish_action(store, action, "bob", ON, "rent is paid")
        assert events(listener.told()) == {("new", "done", "2026-10-30", "call the landlord: rent is paid", "bob")}


def test_a_follow_survives_people_being_thought_over_anew(store: Store, hamlet: Path, sign_in: dict[str, str]) -> None:
    """A judgement joins two families; the family that is followed is the one its people are in now."""
    with server_of(store, **sign_in) as address, listening(address) as listener:
        before = listener.follow("care.csv#C2")["family"]
        ends = [mention_named(store, one) for one in ("care.csv#C2", "fernhill_roll.csv#A3/Parent")]
        judge(store, *ends, "same", "amy", "met both", ON)
        told = listener.told()
        assert ("new", "member", None, "belongs to this family", None) in events(told)
        assert {"Olaf Brandt"} <= {name for one in told["changes"] for name in one["people"]}
        now = resolve(store, "Family", "care.csv#C2")
        assert told["family"] == told["familyNode"]["uid"] == now
        record_action(store, ("Family", now), "meet both", "amy", ON)
        assert events(listener.told()) == {("new", "action", "2026-10-30", "meet both", "amy")}
        assert before


def test_who_is_cleared_is_told_what_is_gone(store: Store, hamlet: Path, sign_in: dict[str, str]) -> None:
    """And of a last contact that moved, that it changed; others hear of the new day alone."""
    moved = tuple(row.replace("02/10/2026", "09/10/2026") for row in OPEN_CARE_ROWS)
    with both(store, sign_in) as (listener, sees_all):
        listener.follow(EDDA)
        sees_all.follow(EDDA)
        take_in(store, write(hamlet, {"care.csv": moved}))
        changed = {("changed", "contact", "2026-10-09", "social worker", "Ivor Penn")}
        assert events(listener.told()) == events(sees_all.told()) == changed
        take_in(store, write(hamlet, {"care.csv": (*moved, "C9,Edda Vance,01/01/1990,,5 High St,ZX1 1AA,,,")}))
        take_in(store, write(hamlet, {"care.csv": (*moved[:2], "C2,Edda Vance,01/01/1990,,5 High St,ZX1 1AA,,,")}))
        assert ("gone", "contact", "2026-10-09", "social worker", "Ivor Penn") in events(sees_all.told())
        assert listener.hears_nothing()


def test_nothing_tells_of_restriction(store: Store, hamlet: Path, sign_in: dict[str, str]) -> None:
    """Neither that somebody is restricted now, nor what happens to them meanwhile, nor that they no longer are."""
    restricted = (*CARE_ROWS, "C4,Tomas Quill,15/09/2018,9991009124,,,Una Marsh,22/10/2026,seen at school")
    opened = (*OPEN_CARE_ROWS, "C4,Tomas Quill,15/09/2018,9991009124,,,Una Marsh,22/10/2026,seen at school")
    with both(store, sign_in) as (listener, sees_all):
        assert "not told" in listener.follow("care.csv#C1")["unseen"][0]
        assert listener.follow(EDDA, "2")["unseen"] == listener.follow("care.csv#C1", "3")["unseen"]
        assert sees_all.follow("care.csv#C1")["unseen"] == []
        for rows in (CARE_ROWS, restricted, OPEN_CARE_ROWS, opened, restricted):
            take_in(store, write(hamlet, {"care.csv": rows}))
            assert listener.hears_nothing()
        (day,) = {day for _, kind, day, _, _ in events(sees_all.told()) if kind == "contact"}
        assert day == "2026-10-22"
        record_action(store, ("Person", resolve(store, "Person", "care.csv#C1")), "a safe place", "amy", ON)
        forgetting.forget(store, "care")
        forgetting.forget(store, "fernhill_roll")
        assert listener.hear() == listener_lost("2")
        assert listener.hear() == {"id": "2", "type": "complete"}
        assert listener.hears_nothing()


def listener_lost(id: str) -> dict[str, object]:
    """What somebody hears whose family was forgotten."""
    message = "the family that you follow is not known any more. Look it up by name, and follow it anew"
    cure = "Look it up by name, and follow it anew"
    error = {"message": message, "extensions": {"code": "QUESTION_ERROR", "cure": cure}}
    return {"id": id, "type": "next", "payload": {"data": None, "errors": [error]}}


@pytest.fixture
def one(store_embedded: Store, tmp_path: Path) -> Iterator[Store]:
    """A store of one engine with the hamlet in it."""
    take_in(store_embedded, write(tmp_path / "hamlet", {"care.csv": OPEN_CARE_ROWS}))
    yield store_embedded


def test_a_run_at_work_wakes_nobody(one: Store) -> None:
    """What it has not finished is not told; when it is done, all is."""
    state = "UNWIND $rows AS row MERGE (r:Run {uid: row.uid}) SET r.state = row.state"
    with server_of(one) as address, listening(address) as listener:
        family = listener.follow(EDDA)["family"]
        one.write((state, [{"uid": "run-1", "state": "open"}]))
        record_action(one, ("Family", family), "call", "amy", ON)
        assert listener.hears_nothing()
        one.write((state, [{"uid": "run-1", "state": "done"}]))
        assert events(listener.told()) == {("new", "action", "2026-10-30", "call", "amy")}


def test_who_comes_later_is_not_told_what_was_there(one: Store) -> None:
    """What was recorded while nobody followed is no news to who follows then."""
    with server_of(one) as address:
        with listening(address) as listener:
            family = listener.follow(EDDA)["family"]
        record_action(one, ("Family", family), "call", "amy", ON)
        with listening(address) as listener:
            listener.follow(EDDA)
            assert listener.hears_nothing()
