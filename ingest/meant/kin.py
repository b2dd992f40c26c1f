"""Whom a kin word means: "mum" of somebody whose mother a record names."""

from functools import lru_cache

from ingest.meant.asking import Row
from nlp.vocabulary import vocabulary

STATED, LIKELY = 0.9, 0.7
"""A record says so in so many words, or says it the other way round, or more broadly."""
PARENTS = {"mother": "parent", "father": "parent"}
BROADER = {
    **PARENTS,
    "brother": "sibling",
    "sister": "sibling",
    "son": "child",
    "daughter": "child",
    "wife": "partner",
    "husband": "partner",
}
TURNED = {
    "child": ("mother", "father", "parent", "carer"),
    "son": ("mother", "father", "parent", "carer"),
    "daughter": ("mother", "father", "parent", "carer"),
    "mother": ("child", "son", "daughter"),
    "father": ("child", "son", "daughter"),
    "wife": ("husband", "partner"),
    "husband": ("wife", "partner"),
    "partner": ("partner", "husband", "wife"),
    "grandmother": ("grandchild", "grandson", "granddaughter"),
    "grandfather": ("grandchild", "grandson", "granddaughter"),
    "sibling": ("sibling", "brother", "sister"),
    "brother": ("sibling", "brother", "sister"),
    "sister": ("sibling", "brother", "sister"),
}
"""What the other may be called who calls somebody this."""
BESIDE = {"young person": "child", "parent": "parent", "carer": "carer", "guardian": "parent", "joint tenant": "household"}


@lru_cache(maxsize=4_096)
def relation(written: str) -> str | None:
    """The relation that a record's words name, in the words of the notes' own list.

    >>> relation("Mum"), relation("maternal grandmother"), relation("half sibling"), relation("mother (not in household)")
    ('mother', 'grandmother', 'sibling', 'mother')
    """
    low = written.lower()
    hits = [hit for hit in vocabulary().kin.find(low) if hit.start == 0 or low[hit.start - 1] != "'"]
    if hits:
        best = max(hits, key=lambda hit: hit.end - hit.start)
        return best.value if best.start < 20 else None
    return next((value for word, value in BESIDE.items() if low.startswith(word)), None)


def related(kin: str, of: str, rows: list[Row]) -> dict[str, float]:
    """The persons who are somebody's relative of a kind, by what records say, with how sure that makes us."""
    found: dict[str, float] = {}
    for row in rows:
        told = relation(row["kin"])
        if told is None:
            continue
        if row["person"] == of:
            sure = STATED if told == kin else LIKELY if told == BROADER.get(kin) else 0.0
            other = row["other"]
        elif row["other"] == of:
            sure = LIKELY if told in TURNED.get(kin, ()) or (told == "child" and kin in PARENTS) else 0.0
            other = row["person"]
        else:
            continue
        found[other] = max(found.get(other, 0.0), sure)
    return {person: sure for person, sure in found.items() if sure}
