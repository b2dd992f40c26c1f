"""Who is who in the graph: touched mentions are scored against their likely fellows, and clustered anew.

What comes out depends on the mentions there are and on what people have judged, never on the order in which
they came: a pair's bits are of the two alone, and a person is keyed by the first of their mentions.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

from graph.store import Row, Store, Write
from linkage import candidates, judgements
from linkage.candidates import Bands, Mention, Pair
from linkage.crowds import Crowds, crowds_of, released
from linkage.groups import groups_of
from linkage.judgements import Standing
from linkage.listings import compare_services
from linkage.neighbourhood import Neighbourhood, changes, stored, widen
from linkage.persons import Reasons, write_persons
from linkage.scoring import Scorer
from linkage.tellings import standing_for

__all__ = ["compare_services", "link", "released"]

HOW_MANY = "MATCH (m:Mention) RETURN count(m) AS mentions"
AT_ONCE = 10_000
"""So many touched mentions are held at once with all that is near them; more go through in slices."""
SLICE = 4_000
Chosen = tuple[Scorer, Bands]


def link(store: Store, touched: Iterable[str]) -> set[str]:
    """Point each touched mention, and whoever may be the same, at a person; returns persons changed."""
    uids = sorted(set(touched))
    crowds = crowds_of(store, uids)
    if beside := sorted(crowds.doubtful().difference(uids)):
        # A key has become a crowd's: what it said of its other bearers goes.
        uids = sorted([*uids, *beside])
        crowds = crowds_of(store, uids)
    return _at_once(store, uids, crowds) if len(uids) <= AT_ONCE else _in_slices(store, uids, crowds)


def _at_once(store: Store, uids: Sequence[str], crowds: Crowds) -> set[str]:
    """A record's or a small run's mentions: the pairs and the persons are written in one transaction."""
    fresh = candidates.fetch(store, uids)
    whole = store.read(HOW_MANY)[0]["mentions"] == len(fresh)
    others = {} if whole else candidates.near(store, fresh, crowds)
    judged, chosen = judgements.standing(store), candidates.chosen()
    alike = standing_for(store, [one.props for one in (*fresh, *others.values())], judged)
    edges, found, looked_at = _edges(store, fresh, others, crowds, judged, alike, chosen)
    around = Neighbourhood({one.uid: one for one in fresh}, found)
    if not whole:
        widen(store, around, judged)
        alike = standing_for(store, [one.props for one in around.mentions.values()], judged)
    # What was kept of those looked at before is known anew.
    around.edges = {pair: row for pair, row in around.edges.items() if pair in found or not looked_at & set(pair)}
    return _write(store, around, judged, alike, chosen, edges)


def _in_slices(store: Store, uids: Sequence[str], crowds: Crowds) -> set[str]:
    """More mentions than are held at once: first their pairs slice by slice, then who hangs together with whom."""
    news = frozenset(uids)
    judged, chosen = judgements.standing(store), candidates.chosen()
    for start in range(0, len(uids), SLICE):
        _pair_up(store, uids[start : start + SLICE], news, judged, chosen, crowds)
    done: set[str] = set()
    changed: set[str] = set()
    for start in range(0, len(uids), SLICE):
        part = [uid for uid in uids[start : start + SLICE] if uid not in done]
        around = Neighbourhood({one.uid: one for one in candidates.fetch(store, part)})
        widen(store, around, judged)
        done |= around.mentions.keys() & news
        alike = standing_for(store, [one.props for one in around.mentions.values()], judged)
        changed |= _write(store, around, judged, alike, chosen, ())
    return changed


def _pair_up(store: Store, part: Sequence[str], news: frozenset[str], judged: Standing, chosen: Chosen, crowds: Crowds) -> None:
    """Write what is likely between a slice of the touched and all others, but for pairs that an earlier slice has written."""

    def earlier(uid: str) -> bool:
        return uid < part[0] and uid in news

    fresh = candidates.fetch(store, part)
    others = candidates.near(store, fresh, crowds, passed_over=earlier)
    alike = standing_for(store, [one.props for one in (*fresh, *others.values())], judged)
    for write in _edges(store, fresh, others, crowds, judged, alike, chosen, earlier)[0]:
        store.write(write)


def _edges(
    store: Store,
    fresh: Sequence[Mention],
    others: Mapping[str, Mention],
    crowds: Crowds,
    judged: Standing,
    alike: Mapping[str, str],
    chosen: Chosen,
    passed_over: Callable[[str], bool] = lambda _: False,
) -> tuple[list[Write], dict[Pair, Row], set[str]]:
    """What is to be written of the edges of fresh mentions, what they come to, and of whom all edges were looked at.

    Whoever goes with another that tells the same has no edges; one that a fresh mention has now come before loses its own.
    """
    news = {one.uid for one in fresh}
    looked_at = news | {uid for uid, first in alike.items() if first in news}
    weighed = [one for one in fresh if one.uid not in alike]
    beside = [one for uid, one in others.items() if uid not in alike]
    found = _score(candidates.pairs(weighed, beside, crowds), judged.of_firsts(alike), *chosen)
    kept = stored(store, sorted(looked_at))
    before = {pair: row for pair, row in kept.items() if not any(map(passed_over, pair))}
    return changes(before, found), found, looked_at


def _write(
    store: Store,
    around: Neighbourhood,
    judged: Standing,
    alike: Mapping[str, str],
    chosen: Chosen,
    beside: Sequence[Write],
) -> set[str]:
    groups = groups_of(around, judged, alike, chosen)
    return write_persons(store, groups, around.mentions, Reasons(around.edges, judged.together, alike), beside)


def _score(pairs: Iterable[tuple[Mention, Mention]], judged: Standing, scorer: Scorer, bands: Bands) -> dict[Pair, Row]:
    found: dict[Pair, Row] = {}
    for one, other in pairs:
        scored = scorer.score(one.made, other.made)
        if band := bands.band(scored, candidates.doubtful(one, other)):
            told = "different" if (one.uid, other.uid) in judged.apart else band
            found[one.uid, other.uid] = candidates.edge(one, other, scored, told)
    return found
