"""Which mentions of a neighbourhood are one person: clusters by likeness, within what must and must not be together."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from math import log2

from graph.store import Row
from linkage.candidates import Bands, Mention, Pair
from linkage.clustering import cluster
from linkage.disputes import Disputes
from linkage.judgements import Standing, of_firsts
from linkage.neighbourhood import Neighbourhood
from linkage.scoring import Scorer
from linkage.settings import Kind, settings_of


def groups_of(around: Neighbourhood, judged: Standing, alike: Mapping[str, str], chosen: tuple[Scorer, Bands]) -> list[list[str]]:
    """The uids of the mentions of one person each; `alike` has whoever goes where another goes that tells the same."""
    scorer, bands = chosen
    standing = {uid: alike.get(whom, whom) for uid, whom in _standing_for(around.mentions, judged).items()}
    standing |= {uid: whom for uid, whom in alike.items() if uid in around.mentions}
    judged = judged.of_firsts(alike)
    uids = sorted(around.mentions.keys() - standing.keys())
    at = {uid: number for number, uid in enumerate(uids)}
    kind = settings_of("person")
    weighed = {uid: around.mentions[uid] for uid in uids}
    disputes = Disputes(weighed, scorer)
    joining = _joining(kind, around, weighed, bands, disputes)
    pairs = [(at[a], at[b], bits) for (a, b), bits in sorted(joining.items()) if a in at and b in at]
    apart = judged.apart | ((disputes.pairs | of_firsts(_beside(around.mentions), alike)) - judged.together)
    parted = [(at[a], at[b]) for a, b in sorted(apart) if a in at and b in at]
    named = ((uid, str(around.mentions[uid].props.get("meant"))) for uid in uids)
    meant = [(at[first], at[uid]) for uid, whom in named if (first := alike.get(whom, whom)) in at]
    together = [(at[a], at[b]) for a, b in sorted(judged.together) if a in at and b in at]
    numbers = [tuple(around.mentions[uid].made[column] for column in kind.contradict) for uid in uids]
    groups = cluster(len(uids), pairs, [*together, *meant], parted, kind.unsaid, numbers=numbers)
    behind: dict[str, list[str]] = defaultdict(list)
    for uid, whom in sorted(standing.items()):
        behind[whom].append(uid)
    told = ([uids[one] for one in group] for group in groups)
    return [sorted([*group, *(uid for one in group for uid in behind[one])]) for group in told]


def _standing_for(mentions: Mapping[str, Mention], judged: Standing) -> dict[str, str]:
    """Names in notes, each with the mention in a record that it stands for.

    Nothing else is known of it, so it goes where that one goes, and weighs nothing in who is one with whom: records
    mean the same whichever notes speak of them. One that somebody judged is weighed like any other.
    """
    said = {uid for pair in judged.together | judged.apart for uid in pair}
    found = {uid: str(one.props["meant"]) for uid, one in mentions.items() if one.props.get("meant") and uid not in said}
    return {uid: whom for uid, whom in found.items() if whom in mentions and whom not in found}


def _joining(
    kind: Kind, around: Neighbourhood, weighed: Mapping[str, Mention], bands: Bands, disputes: Disputes
) -> Mapping[Pair, float]:
    """What each pair says in a cluster: nothing for one person without evidence of the person, and little against."""
    shift = log2(bands.same / (1 - bands.same))
    return {
        pair: _said(kind, row, shift, disputes.leave_open(*pair))
        for pair, row in around.edges.items()
        if all(uid in weighed for uid in pair)
    }


def _said(kind: Kind, row: Row, shift: float, disputed: bool) -> float:
    bits = min(kind.strongest, float(row["props"]["bits"]) - shift)
    if disputed:
        return min(bits, 0.0)
    if row["props"]["band"] == "same":
        return bits
    told = json.loads(row["props"]["reasons"])
    # Two who differ in forename or birth are two; where one is not said, nobody knows.
    return min(bits, kind.unproven) if {"forename", "birth"} <= told.keys() else min(bits + shift, 0.0)


def _beside(mentions: Mapping[str, Mention]) -> Iterator[Pair]:
    """Mentions of one record under different forenames: it speaks of two people."""
    held: dict[str, list[Mention]] = defaultdict(list)
    for _, one in sorted(mentions.items()):
        if not one.props.get("meant"):
            held[str(one.props["record"])].append(one)
    for fellows in held.values():
        for at, one in enumerate(fellows):
            for other in fellows[at + 1 :]:
                if _other_forename(one, other):
                    yield one.uid, other.uid


def _other_forename(one: Mention, other: Mention) -> bool:
    if not one.made["forename"] or not other.made["forename"]:
        return False
    return set(one.made["forename_slips"]).isdisjoint(other.made["forename_slips"])
