"""Numbers that two people bear: a twin's copied onto the other's record, a mother's onto her child's.

Two of one number whose forenames have nothing in common are two people until somebody says otherwise, though all
else agrees, as it does for twins. Whoever is known by that number without a forename may be either, and is asked about.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations

from linkage.candidates import Mention, Pair
from linkage.scoring import Scorer

NUMBERS = ("nhs", "upn", "number")


class Disputes:
    """The disputed numbers among some mentions."""

    def __init__(self, mentions: Mapping[str, Mention], scorer: Scorer) -> None:
        self.pairs: set[Pair] = set()
        """Pairs of mentions, in order, that bear one number and plainly different forenames."""
        self._mentions = mentions
        self._numbers: set[tuple[str, str]] = set()
        for key, bearers in _by_number(mentions.values()).items():
            for one, other in combinations(bearers, 2):
                if scorer.unlike("forename", one.made, other.made):
                    self._numbers.add(key)
                    self.pairs.add((min(one.uid, other.uid), max(one.uid, other.uid)))

    def leave_open(self, one: str, other: str) -> bool:
        """Whether two have nothing but a disputed number and no forename to compare."""
        a, b = self._mentions[one].made, self._mentions[other].made
        if a["forename"] and b["forename"]:
            return False
        return any(a[name] and a[name] == b[name] and (name, a[name]) in self._numbers for name in NUMBERS)


def _by_number(mentions: Iterable[Mention]) -> Mapping[tuple[str, str], list[Mention]]:
    found: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for one in mentions:
        for name in NUMBERS:
            if (number := one.made[name]) and not one.props.get("meant"):
                found[name, number].append(one)
    return found
