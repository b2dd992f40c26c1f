"""Learning a model from a place's own records, with nobody's labels: u from random pairs, m by expectation."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from splink import Linker

from linkage.model import Model
from linkage.settings import Kind
from linkage.splinking import learned

FOUND = 0.6
"""The share of true pairs that the strict rules are taken to find."""
RANDOM_PAIRS = 1_000_000
PAIRS = 500_000
SEED = 7


def strict_matches(kind: Kind, table: str, columns: set[str]) -> str | None:
    """A query for how many pairs of a table the strict rules find; None where it has no columns for one."""
    rules = [" and ".join(f"l.{column} = r.{column}" for column in one) for one in kind.strict if set(one) <= columns]
    return _counted(table, rules)


def housemates_found(kind: Kind, table: str, columns: set[str]) -> str | None:
    """A query for how many pairs share surname and postcode or telephone, and neither forename nor year of birth."""
    if not {"surname", "forename", "year"} <= columns:
        return None
    two = "l.surname = r.surname and l.year <> r.year and substr(l.forename, 1, 1) <> substr(r.forename, 1, 1)"
    return _counted(table, [f"l.{place} = r.{place} and {two}" for place in kind.household_by if place in columns])


def _counted(table: str, rules: list[str]) -> str | None:
    joined = [
        f"select l.unique_id as one, r.unique_id as other from {table} l join {table} r on {rule} and l.unique_id < r.unique_id"
        for rule in rules
    ]
    return f"select count(*) as found from ({' union '.join(joined)}) as pairs" if joined else None


def train(linker: Linker, kind: Kind, start: Model, columns: set[str], records: int) -> Model:
    """A model learned from the linker's records; what they cannot teach stays as it was."""
    with quiet():
        linker.training.estimate_u_using_random_sampling(RANDOM_PAIRS, seed=SEED)
        for block in kind.learn_on:
            if set(block) <= columns:
                _session(linker, block)
    return learned(linker.misc.save_model_to_json(), start, records)


def _session(linker: Linker, block: tuple[str, ...]) -> None:
    condition = " and ".join(f"l.{column} = r.{column}" for column in block)
    linker.training.estimate_parameters_using_expectation_maximisation(
        condition, estimate_without_term_frequencies=True, max_pairs=PAIRS
    )


@contextmanager
def quiet() -> Iterator[None]:
    """Splink tells its progress to the log; ours is told elsewhere."""
    log = logging.getLogger("splink")
    before = log.level
    log.setLevel(logging.ERROR)
    try:
        yield
    finally:
        log.setLevel(before)
