"""How long one record's linkage takes at ingest, the database with it, beside a place of stored people."""

import json
import time
from collections.abc import Iterator, Sequence
from datetime import date

from api.console import console
from benchmarks.ground import empty_store
from benchmarks.linkage.crowd import rows_of
from graph import cypher, linkage
from graph.statement import uid_of
from graph.store import Store
from linkage.mention import graph_keys

BATCH = 5_000
TIMED = 1_000


def main(people: int, location: str, as_json: bool) -> None:
    """Store people, then write and link records one by one, and print percentiles in milliseconds."""
    with empty_store(location) as store:
        rows = list(_mentions(people))
        late = rows[:: max(1, len(rows) // TIMED)][:TIMED]
        held = {one["uid"] for one in late}
        stored = [one for one in rows if one["uid"] not in held]
        began = time.perf_counter()
        for start in range(0, len(stored), BATCH):
            _write(store, stored[start : start + BATCH])
        linkage.link(store, [str(one["uid"]) for one in stored])
        loaded = time.perf_counter() - began
        taken = [_timed(store, one) for one in late]
    told = {"stored": len(stored), "stored and linked in s": round(loaded, 1), "engine": store.engine, "timed": len(taken)}
    for what, times in (("", [wall for wall, _ in taken]), ("processor ", [processor for _, processor in taken])):
        told |= {f"{what}p{at} ms": round(_percentile(times, at) * 1000, 2) for at in (50, 95, 99)}
    print(json.dumps(told)) if as_json else console().print(told)


def _timed(store: Store, one: dict[str, object]) -> tuple[float, float]:
    """Seconds by the clock, and of this process alone, which others at work do not lengthen."""
    began, spent = time.perf_counter(), time.process_time()
    _write(store, [one])
    linkage.link(store, [str(one["uid"])])
    return time.perf_counter() - began, time.process_time() - spent


def _percentile(times: Sequence[float], at: int) -> float:
    return sorted(times)[int(len(times) * at / 100) - 1]


def _mentions(people: int) -> Iterator[dict[str, object]]:
    for row in rows_of(people):
        record = uid_of("Record", row["unique_id"])
        props: dict[str, object] = {
            "record": record,
            "field": "subject",
            "full_name": f"{row['first_name'].title()} {row['surname']}",
            "dob": _day(row["dob"]),
            **{name: row[name] for name in ("sex", "nhs", "phone", "address", "postcode") if row[name]},
        }
        known = {name: value for name, value in props.items() if value is not None}
        yield {"uid": f"{record}/subject", **known, **graph_keys(known)}


def _day(written: str | None) -> date | None:
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        return None


def _write(store: Store, rows: Sequence[dict[str, object]]) -> None:
    store.write((cypher.replace_nodes("Mention"), [{"uid": row["uid"], "props": row} for row in rows]))
