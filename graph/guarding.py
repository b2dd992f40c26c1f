"""Words that records say of one person and that give away another who is restricted: marked, so that readers withhold them.

What is marked follows from the graph as it is: all words, and all who are restricted. So it does not matter which of
the two came first, and a mark that is taken off lets go of the words again.
"""

from collections.abc import Collection, Iterable, Iterator

from graph.paging import paged
from graph.protected import NOBODY, Protected, protected
from graph.store import Row, Store

CHUNK = 5_000
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

STRAINED = "MATCH (m:Mention)<-[:ABOUT]-(g:Signal) WHERE m.uid > $after RETURN DISTINCT m.uid AS uid ORDER BY uid LIMIT $limit"
GUARDED_STRAINS = "MATCH (m:Mention)<-[:ABOUT]-(g:Signal) WHERE g.guarded = true RETURN DISTINCT m.uid AS uid ORDER BY uid"
STRAINS = (
    "UNWIND $uids AS uid MATCH (m:Mention {uid: uid})<-[:ABOUT]-(g:Signal) WHERE g.words IS NOT NULL "
    "RETURN m.uid AS mention, g.uid AS signal, g.words AS words, g.guarded AS guarded ORDER BY mention, signal"
)
GUARD_STRAIN = "UNWIND $rows AS row MATCH (g:Signal {uid: row.signal}) SET g.guarded = row.guarded"


class Guard:
    """Keeps a store's marks on words right over a run that changes who is restricted, or what is said."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known = protected(store)

    def renew(self, touched: Collection[str], all_anew: bool) -> None:
        """Look at what the touched mentions are told of; at everything, where somebody else is restricted than before."""
        now = protected(self._store)
        if all_anew or now != self._known:
            guard_all(self._store, now)
        elif now != NOBODY:
            _guard(self._store, now, _of_mentions(self._store, TIES, sorted(touched)))
            _guard_strains(self._store, now, _of_mentions(self._store, STRAINS, sorted(touched)))
        self._known = now


def guard_all(store: Store, now: Protected | None = None) -> None:
    """Mark all words that give a restricted person away, and no others."""
    now = protected(store) if now is None else now
    if now == NOBODY:
        _guard(store, now, _of_mentions(store, TIES, [row["uid"] for row in store.read(GUARDED)]))
        _guard_strains(store, now, _of_mentions(store, STRAINS, [row["uid"] for row in store.read(GUARDED_STRAINS)]))
    else:
        _guard(store, now, paged(store, SUPPORTED, TIES))
        _guard_strains(store, now, paged(store, STRAINED, STRAINS))


def _guard(store: Store, now: Protected, ties: Iterable[Row]) -> None:
    changed = []
    for row in ties:
        guarded = _withheld(now, row)
        if guarded != row["guarded"]:
            changed.append({name: row[name] for name in ("mention", "practitioner", "record")} | {"guarded": guarded})
    for start in range(0, len(changed), CHUNK):
        store.write((GUARD, changed[start : start + CHUNK]))


def _guard_strains(store: Store, now: Protected, strains: Iterable[Row]) -> None:
    """Mark the strains whose words give a restricted person away; of one who is restricted themselves all words are withheld."""
    changed = []
    for row in strains:
        guarded = now.told_in(row["words"]) or None
        if guarded != row["guarded"]:
            changed.append({"signal": row["signal"], "guarded": guarded})
    for start in range(0, len(changed), CHUNK):
        store.write((GUARD_STRAIN, changed[start : start + CHUNK]))


def _withheld(now: Protected, row: Row) -> str | None:
    if row["capacity"] and now.told_in(row["capacity"]):
        return CAPACITY
    return WORDS if row["words"] and now.told_in(row["words"]) else None


def _of_mentions(store: Store, text: str, mentions: list[str]) -> Iterator[Row]:
    for start in range(0, len(mentions), CHUNK):
        yield from store.read(text, uids=mentions[start : start + CHUNK])
