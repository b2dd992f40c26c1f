"""Scored pairs of records, as columns of equal length."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import log2
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from linkage.model import Model, capped
from linkage.settings import Kind

Numbers = npt.NDArray[Any]
MOST_BITS = 60.0
"""Beyond so many bits a probability is as good as 0 or 1."""


@dataclass(frozen=True)
class Pairs:
    """Which records were compared, on which level each comparison met, and how many bits each said."""

    left: Numbers
    right: Numbers
    levels: Mapping[str, Numbers]
    """By comparison: 0 for the first level, counting on to `else`; -1 where nothing was compared."""
    bits: Mapping[str, Numbers]
    total: Numbers
    """Log odds to base 2 that the two are one, against both strangers and two of one household."""

    def __len__(self) -> int:
        return len(self.left)

    def where(self, chosen: Numbers) -> "Pairs":
        """The pairs that are chosen."""
        levels = {name: column[chosen] for name, column in self.levels.items()}
        bits = {name: column[chosen] for name, column in self.bits.items()}
        return Pairs(self.left[chosen], self.right[chosen], levels, bits, self.total[chosen])

    @property
    def probability(self) -> Numbers:
        """The chance that the two are one."""
        odds: Numbers = np.exp2(-np.abs(self.total))
        return np.where(self.total > 0, 1 / (1 + odds), odds / (1 + odds))


def scored(
    kind: Kind, model: Model, left: Numbers, right: Numbers, levels: Mapping[str, Numbers], bits: Mapping[str, Numbers]
) -> Pairs:
    """Pairs with their odds out of each comparison's bits.

    The other explanation of likeness is not only that two are strangers, but that they are of one
    household: the larger of the two counts against.
    """
    strangers = np.full(len(left), model.prior_bits)
    household = np.full(len(left), -log2(model.housemates))
    for name, said in bits.items():
        strangers += said
        household += _against_household(kind, model, name, levels[name], said)
    total = -np.logaddexp2(-strangers, -household)
    return Pairs(left, right, levels, bits, total)


def _against_household(kind: Kind, model: Model, name: str, met: Numbers, said: Numbers) -> Numbers:
    comparison, weights = kind.comparison(name), model.weights[name]
    if comparison.about == "household":
        return np.zeros(len(met))
    bound = np.full(len(weights.m) + 1, np.inf)
    for at in range(len(weights.m)):
        bound[at] = capped(kind, comparison, weights, at, np.inf)
    least: Numbers = np.minimum(said, bound[met])
    return least


def evidence(kind: Kind, pairs: Pairs, birth_needed: bool) -> Numbers:
    """Which pairs have evidence of the person: an identifier, or forename and date of birth.

    Where a record has no date of birth, a forename and surname at one address will do unless
    `birth_needed`; sharing an address, surname and telephone alone makes a household.
    """
    number = np.zeros(len(pairs), dtype=bool)
    for one in kind.comparisons:
        if one.about == "number" and one.name in pairs.levels:
            number |= pairs.levels[one.name] == 0
    if kind.name != "person":
        return np.ones(len(pairs), dtype=bool)
    forename, birth = _agrees(kind, pairs, "forename"), _agrees(kind, pairs, "birth")
    # A number under two plainly different forenames is a twin's, or a mother's on her child's record.
    two = pairs.levels["forename"] == len(kind.comparison("forename").levels) if "forename" in pairs.levels else False
    enough: Numbers = (number & ~np.asarray(two)) | (forename & birth)
    if not birth_needed:
        unsaid = _unsaid(pairs, "birth")
        surname = _agrees(kind, pairs, "surname") | (pairs.levels["forename"] == 1)
        place = _agrees(kind, pairs, "address") | _agrees(kind, pairs, "phone") | _agrees(kind, pairs, "email")
        enough |= unsaid & forename & surname & place
        enough |= birth & _unsaid(pairs, "forename") & surname & place
    return enough


def _agrees(kind: Kind, pairs: Pairs, name: str) -> Numbers:
    met = pairs.levels.get(name)
    if met is None:
        return np.zeros(len(pairs), dtype=bool)
    return (met >= 0) & (met < kind.comparison(name).agrees)


def _unsaid(pairs: Pairs, name: str) -> Numbers:
    met = pairs.levels.get(name)
    return np.ones(len(pairs), dtype=bool) if met is None else met < 0


def contradicting(kind: Kind, table: pa.Table, pairs: Pairs) -> Numbers:
    """Which pairs of a table's records have two different valid numbers of one kind."""
    wrong = np.zeros(len(pairs), dtype=bool)
    for column in kind.contradict:
        coded = table[column].combine_chunks().dictionary_encode()
        codes = coded.indices.fill_null(-1).to_numpy()
        one, other = codes[pairs.left], codes[pairs.right]
        wrong |= (one >= 0) & (other >= 0) & (one != other)
    return wrong
