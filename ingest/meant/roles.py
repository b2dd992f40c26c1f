"""Whom a role means: "the HV" where one health visitor is known to work with the family."""

from functools import lru_cache

from ingest.meant.asking import Row

ONE = 0.8
"""How sure a role makes us where one practitioner known to the family has it."""
SHORT = {
    "hv": "health visitor",
    "sw": "social worker",
    "fsw": "family support worker",
    "mw": "midwife",
    "cpn": "community psychiatric nurse",
    "dn": "district nurse",
    "ewo": "education welfare officer",
    "dsl": "designated safeguarding lead",
    "senco": "special needs coordinator",
    "sendco": "special needs coordinator",
    "ot": "occupational therapist",
    "splw": "link worker",
    "po": "probation officer",
    "pa": "personal adviser",
    "gp": "general practitioner",
    "salt": "speech therapist",
    "slt": "speech therapist",
    "ta": "teaching assistant",
    "idva": "domestic violence adviser",
    "hoo": "housing options officer",
    "iro": "reviewing officer",
}
"""Short forms of roles, as both notes and registers write them."""


@lru_cache(maxsize=4_096)
def role_words(written: str) -> frozenset[str]:
    """A role as words that can be compared: "HV" and "Health Visitors" alike.

    >>> role_words("HV") == role_words("health visitors")
    True
    """
    words = [word.strip(".,()").lower() for word in written.replace("-", " ").split()]
    long = " ".join(SHORT.get(word, SHORT.get(word.removesuffix("s"), word)) for word in words if word)
    return frozenset(word.removesuffix("s") for word in long.split() if word not in ("the", "her", "his", "their", "a"))


def in_role(role: str, helpers: list[Row]) -> list[Row]:
    """The helpers of families whose capacity is a role, or begins with it."""
    wanted = role_words(role)
    return [row for row in helpers if wanted and wanted <= role_words(row["capacity"] or "")]
