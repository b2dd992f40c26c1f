"""Mentions that tell the very same of somebody: the first of them is weighed, and the others go where it goes.

A register that names a child on each day of a year says one thing two hundred times. Compared each with each that
would be twenty thousand pairs, and their sum would say no more than one of them.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from graph.paging import read_of
from graph.store import Store
from linkage.candidates import for_adults
from linkage.judgements import Standing

BEARERS = (
    "UNWIND $values AS value MATCH (m:Mention {telling: value}) WHERE m.meant IS NULL "
    "RETURN DISTINCT value AS telling, m.uid AS uid, m.full_name IS NULL AS bare ORDER BY telling, uid"
)


def standing_for(store: Store, mentions: Iterable[Mapping[str, Any]], judged: Standing) -> dict[str, str]:
    """Of all who tell the same as some mentions: each with the first of them, but for the first itself.

    Where somebody has judged two of them different, each stands for itself; so does a number alone on a referral to
    a service for adults, which may be a child's.
    """
    values = sorted({str(value) for props in mentions if (value := props.get("telling"))})
    bearers: dict[str, list[str]] = defaultdict(list)
    bare: list[str] = []
    for row in read_of(store, BEARERS, values, "values"):
        bearers[row["telling"]].append(row["uid"])
        bare += [row["uid"]] if row["bare"] else []
    adults = for_adults(store, bare)
    of = {uid: telling for telling, uids in bearers.items() for uid in uids}
    opened = {of[a] for a, b in judged.apart if a in of and of[a] == of.get(b)}
    found: dict[str, str] = {}
    for telling, uids in bearers.items():
        first, *others = [uid for uid in uids if uid not in adults] or [""]
        if telling not in opened:
            found |= dict.fromkeys(others, first)
    return found
