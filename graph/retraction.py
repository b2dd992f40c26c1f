"""Taking back what a source said: batch by batch, then persons, families and shared nodes are thought over anew."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from graph import cypher, families, linkage, writing
from graph.declare import NODES
from graph.guarding import guard_all
from graph.paging import KEYS, in_parts
from graph.store import Store
from graph.writers import Writers

BATCH = 1_000
REFERENCE = {
    "Organisation": ("full_name",),
    "Team": ("full_name",),
    "Practitioner": ("full_name", "surname", "organisation", "informal"),
    "Area": (),
    "Board": ("full_name",),
}
"""What is left of a node that nothing describes any more but something refers to."""


@dataclass
class Withdrawn:
    """How many records went, and what must be thought over for it."""

    records: int = 0
    touched: writing.Touched = field(default_factory=writing.Touched)


def withdraw(
    store: Store, source: str, text: str, limits: Mapping[str, object], advanced: Callable[[int], None] | None = None
) -> Withdrawn:
    """Withdraw the records of a source that a text finds (`uid`, at most `$limit`), batch by batch, until it finds none."""
    gone = Withdrawn()
    for uids in _batches(store, text, limits):
        with Writers(store) as writers:
            part = writing.write_batch(writers, source, (), (), uids)
        gone.records += len(uids)
        gone.touched.add(part)
        if advanced is not None:
            advanced(len(uids))
    return gone


def delete_all(store: Store, label: str, text: str, limits: Mapping[str, object]) -> int:
    """Delete the nodes of a label that a text finds (`uid`, at most `$limit`), in batches; returns how many."""
    gone = 0
    for uids in _batches(store, text, limits):
        store.write((cypher.delete_nodes(label), [{"uid": uid} for uid in uids]))
        gone += len(uids)
    return gone


def _batches(store: Store, text: str, limits: Mapping[str, object]) -> Iterator[list[str]]:
    """Keys that a text finds until it finds none; whoever takes a batch makes its nodes go."""
    while found := [row["uid"] for row in store.read(text, limit=KEYS, **limits)]:
        yield from map(list, in_parts(found, BATCH))


def think_over(store: Store, touched: writing.Touched, cut_off: bool) -> None:
    """Say anew who is who, after records went; after a run that was cut off, for all it may have left."""
    mentions, shared = touched.mentions, touched.shared
    if cut_off:
        mentions = mentions | {row["uid"] for row in store.read(linkage.UNLINKED)}
        shared = shared | {(label, row["uid"]) for label, text in ALL.items() for row in store.read(text)}
    settle_anew(store, shared)
    linkage.compare_services(store)
    persons = linkage.link(store, mentions) if mentions else set()
    families.gather(store, persons | {row["uid"] for row in store.read(families.UNGATHERED)})
    writing.sweep(store)
    guard_all(store)


def settle_anew(store: Store, touched: Iterable[tuple[str, str]]) -> None:
    """Give each node the properties that those records say which are left; what only withdrawn ones said goes."""
    by_label: dict[str, list[str]] = {}
    for label, uid in sorted(touched):
        by_label.setdefault(label, []).append(uid)
    for label, uids in by_label.items():
        for part in in_parts(uids, BATCH):
            _settle(store, label, list(part))


def _settle(store: Store, label: str, uids: list[str]) -> None:
    said: dict[str, dict[str, Any]] = {}
    for row in store.read(cypher.descriptions(label), uids=uids):
        props = said.setdefault(row["uid"], {"uid": row["uid"]})
        for name, value in json.loads(row["said"] or "{}").items():
            props.setdefault(name, _typed(label, name, value))
    for row in store.read(cypher.chosen_nodes(label, ("uid", *REFERENCE.get(label, ()))), uids=uids):
        props = said.setdefault(row["uid"], {"uid": row["uid"]})
        for name, value in row.items():
            if value is not None:
                props.setdefault(name, value)
    if said:
        store.write((cypher.replace_nodes(label), [{"uid": uid, "props": props} for uid, props in sorted(said.items())]))


def _typed(label: str, name: str, value: Any) -> Any:
    return date.fromisoformat(value) if NODES[label].properties.get(name) is date and isinstance(value, str) else value


ALL = {label: f"MATCH (n:{label}) RETURN n.uid AS uid ORDER BY uid" for label in (*writing.SHARED, "Service", "Asset")}
