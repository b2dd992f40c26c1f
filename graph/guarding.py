"""Words that records say of one person and that give away another who is restricted: marked, so that readers withhold them.

What is marked follows from the graph as it is: all words, and all who are restricted. So it does not matter which of
the two came first, and a mark that is taken off lets go of the words again.
"""

from collections.abc import Collection, Iterable

from graph.paging import in_parts, paged, read_of
from graph.protected import NOBODY, Protected, protected
from graph.store import Row, Store

WORDS, CAPACITY = "words", "capacity"
"""What of a tie is withheld: its words, or its capacity as well, which gives somebody away by itself."""
SUPPORTED = (
    "MATCH (m:Mention)<-[s:SUPPORTS]-(w:Practitioner) WHERE m.uid > $after RETURN DISTINCT m.uid AS uid ORDER BY uid LIMIT $limit"
)
GUARDED = "MATCH (m:Mention)<-[s:SUPPORTS]-(w:Practitioner) WHERE s.guarded IS NOT NULL RETURN DISTINCT m.uid AS uid ORDER BY uid"
TIES = (
    "UNWIND $uids AS uid MATCH (m:Mention {uid: uid})<-[s:SUPPORTS]-(w:Practitioner) "
    "RETURN m.uid AS mention, w.uid AS practitioner, s.record AS record, s.words AS words, s.capacity AS capacity, "
    "s.guarded AS guarded ORDER BY mention, practitioner, record"
)
GUARD = (
    "UNWIND $rows AS row MATCH (m:Mention {uid: row.mention})<-[s:SUPPORTS]-(w:Practitioner {uid: row.practitioner}) "
    "WHERE s.record = row.record SET s.guarded = row.guarded"
)

WORDED = {"Signal": "words", "Referral": "reason", "Assessment": "outcome"}
"""What is told of somebody in words of a record, by label: the property that holds them."""
TOLD_OF = {
    label: f"MATCH (m:Mention)<-[:ABOUT]-(g:{label}) WHERE m.uid > $after RETURN DISTINCT m.uid AS uid ORDER BY uid LIMIT $limit"
    for label in WORDED
}
GUARDED_WORDS = {
    label: f"MATCH (m:Mention)<-[:ABOUT]-(g:{label}) WHERE g.guarded = true RETURN DISTINCT m.uid AS uid ORDER BY uid"
    for label in WORDED
}
TOLD = {
    label: f"UNWIND $uids AS uid MATCH (m:Mention {{uid: uid}})<-[:ABOUT]-(g:{label}) WHERE g.{name} IS NOT NULL "
    f"RETURN m.uid AS mention, g.uid AS told, g.{name} AS words, g.guarded AS guarded ORDER BY mention, told"
    for label, name in WORDED.items()
}
GUARD_WORDS = {label: f"UNWIND $rows AS row MATCH (g:{label} {{uid: row.told}}) SET g.guarded = row.guarded" for label in WORDED}


class Guard:
    """Keeps a store's marks on words right over a run that changes who is restricted, or what is said."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known = protected(store)

    @property
    def known(self) -> Protected:
        """Who is restricted, as it was last looked at."""
        return self._known

    def renew(self, touched: Collection[str], all_anew: bool) -> None:
        """Look at what the touched mentions are told of; at everything, where somebody else is restricted than before."""
        now = protected(self._store)
        if all_anew or now != self._known:
            guard_all(self._store, now)
        elif now != NOBODY:
            _guard(self._store, now, read_of(self._store, TIES, sorted(touched)))
            for label, text in TOLD.items():
                _guard_words(self._store, now, label, read_of(self._store, text, sorted(touched)))
        self._known = now


def guard_all(store: Store, now: Protected | None = None) -> None:
    """Mark all words that give a restricted person away, and no others."""
    now = protected(store) if now is None else now
    if now == NOBODY:
        _guard(store, now, read_of(store, TIES, [row["uid"] for row in store.read(GUARDED)]))
        for label, text in TOLD.items():
            uids = [row["uid"] for row in store.read(GUARDED_WORDS[label])]
            _guard_words(store, now, label, read_of(store, text, uids))
    else:
        _guard(store, now, paged(store, SUPPORTED, TIES))
        for label, text in TOLD.items():
            _guard_words(store, now, label, paged(store, TOLD_OF[label], text))


def _guard(store: Store, now: Protected, ties: Iterable[Row]) -> None:
    changed = []
    for row in ties:
        guarded = _withheld(now, row)
        if guarded != row["guarded"]:
            changed.append({name: row[name] for name in ("mention", "practitioner", "record")} | {"guarded": guarded})
    for part in in_parts(changed):
        store.write((GUARD, part))


def _guard_words(store: Store, now: Protected, label: str, told: Iterable[Row]) -> None:
    """Mark what gives a restricted person away in its words; of one who is restricted themselves all words are withheld."""
    changed = []
    for row in told:
        guarded = now.told_in(row["words"]) or None
        if guarded != row["guarded"]:
            changed.append({"told": row["told"], "guarded": guarded})
    for part in in_parts(changed):
        store.write((GUARD_WORDS[label], part))


def _withheld(now: Protected, row: Row) -> str | None:
    if row["capacity"] and now.told_in(row["capacity"]):
        return CAPACITY
    return WORDS if row["words"] and now.told_in(row["words"]) else None
