"""Two mentions that each tell of a person, by other means: one by a number, the other by a date of birth.

A carer known by her NHS number and a tenant known by her birth have no evidence in common. Where forename, surname
and place agree, and nobody else of that name and place has another birth, they are taken for one; father and son of
one name at one address have two births, and are asked about.
"""

import json
from collections import defaultdict
from collections.abc import Mapping

from graph.store import Row
from linkage.candidates import Mention, Pair

PLACES = ("postcode", "address", "phone")
NUMBERS = ("nhs_valid", "upn_valid")


def told_apart(mentions: Mapping[str, Mention], edges: Mapping[Pair, Row], least: float) -> set[Pair]:
    """The pairs of which one tells a number, the other a birth, and that only one birth fits."""
    found: dict[str, set[Pair]] = defaultdict(set)
    births: dict[str, set[str]] = defaultdict(set)
    for pair, row in edges.items():
        if row["props"]["band"] == "different" or not all(uid in mentions for uid in pair):
            continue
        for unborn, born in (pair, pair[::-1]):
            if _of_one_name(mentions[unborn], mentions[born], row):
                births[unborn].add(str(mentions[born].made["birth"]))
                if row["props"]["bits"] >= least:
                    found[unborn].add(pair)
    return {pair for unborn, pairs in found.items() if len(births[unborn]) == 1 for pair in pairs}


def _of_one_name(unborn: Mention, born: Mention, row: Row) -> bool:
    numbered = any(unborn.made[name] for name in NUMBERS) and not unborn.made["year"]
    if not numbered or not born.made["birth"] or len(unborn.made["forename"] or "") < 2 or len(born.made["forename"] or "") < 2:
        return False
    told: dict[str, float] = json.loads(row["props"]["reasons"])
    agree = all(told.get(name, -1.0) > 0 for name in ("forename", "surname"))
    return agree and any(told.get(name, -1.0) > 0 for name in PLACES)
