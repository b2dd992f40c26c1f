"""In which area people live, as far as records show: by postcode, and by what else stands in that postcode's sector.

Records of people seldom name a ward, and a table of all postcodes is not everywhere at hand. So a sector or district
lies where nearly all that directories place there lies. Whoever has no address of their own counts where they were
met; whoever has neither, with the children of their family, else with whoever else is of it.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from queries.area_tree import AreaTree
from queries.months import is_child

CLEAR = 0.8
"""From this share of what stands in a sector on, the sector is taken for the area's."""
ANCHORS = (
    "MATCH (s:Service)-[:COVERS]->(a:Area) WHERE s.postcode IS NOT NULL "
    "RETURN s.uid AS uid, s.postcode AS postcode, a.uid AS area ORDER BY uid, area",
    "MATCH (s:Asset)-[:COVERS]->(a:Area) WHERE s.postcode IS NOT NULL "
    "RETURN s.uid AS uid, s.postcode AS postcode, a.uid AS area ORDER BY uid, area",
    "MATCH (l:Location)<-[:AT]-(s:Service)-[:COVERS]->(a:Area) WHERE l.postcode IS NOT NULL "
    "RETURN s.uid AS uid, l.postcode AS postcode, a.uid AS area ORDER BY uid, area",
)
PLACED = (
    "UNWIND $uids AS uid MATCH (p:Person {uid: uid})<-[:SAME_AS]-(m:Mention)<-[:SAYS]-(r:Record) "
    "WHERE m.postcode IS NOT NULL OR m.seen_postcode IS NOT NULL "
    "RETURN uid AS person, m.postcode AS postcode, m.seen_postcode AS seen, r.recorded_on AS recorded_on "
    "ORDER BY person, recorded_on, postcode, seen"
)
FELLOWS = (
    "UNWIND $uids AS uid MATCH (p:Person {uid: uid})-[:MEMBER_OF]->(f:Family)<-[:MEMBER_OF]-(q:Person) WHERE q.uid <> uid "
    "RETURN DISTINCT uid AS person, q.uid AS fellow, q.dob AS born ORDER BY person, fellow"
)
FOUND = tuple(
    f"MATCH (m:Mention)-[:SAME_AS]->(p:Person) WHERE m.{told} STARTS WITH $code RETURN DISTINCT p.uid AS person ORDER BY person"
    for told in ("postcode", "seen_postcode")
)
"""People by the beginning of a postcode that is told of them."""
OF_THEIR_FAMILIES = (
    "UNWIND $uids AS uid MATCH (p:Person {uid: uid})-[:MEMBER_OF]->(f:Family)<-[:MEMBER_OF]-(q:Person) "
    "RETURN DISTINCT q.uid AS person ORDER BY person"
)
PARTS = re.compile(r"([A-Z]{1,2}\d[A-Z\d]?) ?(\d)?", re.I)


def people_in(place: AreaTree, area: str, day: date) -> dict[str, str]:
    """Who lives in an area, each with the smallest area they live in: begun from the area, so that only its people are read.

    It is whom `areas_of` places there of all people: whoever has a postcode there of their own, and their families.
    """
    wanted, sectors = place.smallest(area), place.once(sectors_of)
    codes = sorted(code for code, leaf in sectors.items() if leaf in wanted)
    near = {row["person"] for code in codes for text in FOUND for row in place.rows(text, code=code)}
    kin = {row["person"] for row in place.rows(OF_THEIR_FAMILIES, uids=sorted(near))} if near else set()
    return {uid: leaf for uid, leaf in areas_of(place, near | kin, day).items() if leaf in wanted}


def areas_of(place: AreaTree, people: Iterable[str], day: date) -> dict[str, str]:
    """The smallest area each of some people lives in; those of whom none is known are left out."""
    uids = sorted(set(people))
    sectors = place.once(sectors_of)
    own = _postcodes(place, uids)
    homeless = [uid for uid in uids if uid not in own]
    rows = place.rows(FELLOWS, uids=homeless) if homeless else []
    near = _postcodes(place, sorted({row["fellow"] for row in rows}))
    lies = {code: area_at(sectors, code) for code in {*own.values(), *near.values(), ""}}
    found = {uid: area for uid, code in own.items() if (area := lies[code]) is not None}
    votes: dict[str, dict[bool, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for row in rows:
        if (area := lies[near.get(row["fellow"], "")]) is not None:
            votes[row["person"]][is_child(row["born"], day)][area] += 1
    for uid, cast in votes.items():
        counted = cast[True] or cast[False]
        found[uid] = min(counted, key=lambda area: (-counted[area], area))
    return found


def area_at(sectors: Mapping[str, str], postcode: str) -> str | None:
    """The area of a postcode's sector, else of its district."""
    parts = PARTS.match(postcode)
    if parts is None:
        return None
    district = parts[1].upper()
    return sectors.get(f"{district} {parts[2]}") or sectors.get(district)


def _postcodes(place: AreaTree, uids: list[str]) -> dict[str, str]:
    """Each person's latest postcode: of an address of theirs, else of where they were met."""
    latest: dict[tuple[str, bool], str] = {}
    rows = place.rows(PLACED, uids=uids) if uids else []
    for row in sorted(rows, key=lambda row: (row["recorded_on"] or date.min, row["postcode"] or "", row["seen"] or "")):
        if row["postcode"]:
            latest[row["person"], True] = row["postcode"]
        elif row["seen"]:
            latest[row["person"], False] = row["seen"]
    return {uid: code for uid in uids if (code := latest.get((uid, True)) or latest.get((uid, False)))}


def sectors_of(place: AreaTree) -> dict[str, str]:
    """Area by sector (`ZX1 2`) and district (`ZX1`), where nearly all that has one small area agrees."""
    areas: dict[tuple[str, str], set[str]] = defaultdict(set)
    rows = [row for text in ANCHORS for row in place.rows(text)]
    smallest = {area: place.smallest(area) for area in {row["area"] for row in rows}}
    for row in rows:
        areas[row["uid"], row["postcode"]] |= smallest[row["area"]]
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for (_, postcode), leaves in areas.items():
        parts = PARTS.match(postcode)
        if parts and len(leaves) == 1:
            (leaf,) = leaves
            votes[parts[1].upper()][leaf] += 1
            if parts[2]:
                votes[f"{parts[1].upper()} {parts[2]}"][leaf] += 1
    clear = {code: found.most_common(1)[0] for code, found in votes.items()}
    return {code: leaf for code, (leaf, count) in clear.items() if count >= CLEAR * votes[code].total()}
