"""Learning a model from a place's own records, with nobody's labels: u from random pairs, m by expectation."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from splink import Linker

from linkage.model import Model
from linkage.settings import Kind
from linkage.splinking import learned, rule

SESSIONS = (("birth",), ("forename", "surname"), ("postcode", "forename"), ("number",), ("nhs",), ("email",))
"""Pairs to learn from: alike in what tells one person from another, so that a household teaches nothing."""
STRICT = (("forename", "surname", "birth"), ("nhs",), ("upn",), ("number",))
"""Rules that hardly ever join two people; how many pairs they find tells how common a match is."""
FOUND = 0.6
"""The share of true pairs that the strict rules are taken to find."""
RANDOM_PAIRS = 2_000_000
PAIRS = 500_000
SEED = 7


def strict_pairs(connection: Any, table: str, columns: set[str]) -> int:
    """How many pairs of a table the strict rules find."""
    rules = [" and ".join(f"l.{c} = r.{c}" for c in one) for one in STRICT if set(one) <= columns]
    if not rules:
        return 0
    found = " union ".join(
        f"select l.unique_id a, r.unique_id b from {table} l join {table} r on {one} and l.unique_id < r.unique_id" for one in rules
    )
    return int(connection.execute(f"select count(*) from ({found})").fetchall()[0][0])


def housemate_pairs(connection: Any, table: str, columns: set[str]) -> int:
    """How many pairs share surname and postcode or telephone, and neither forename nor year of birth."""
    places = [column for column in ("postcode", "phone") if column in columns]
    if not places or not {"surname", "forename", "year"} <= columns:
        return 0
    two = "l.unique_id < r.unique_id and l.year <> r.year and substr(l.forename, 1, 1) <> substr(r.forename, 1, 1)"
    found = " union ".join(
        f"select l.unique_id a, r.unique_id b from {table} l join {table} r "
        f"on l.{place} = r.{place} and l.surname = r.surname and {two}"
        for place in places
    )
    return int(connection.execute(f"select count(*) from ({found})").fetchall()[0][0])


def train(linker: Linker, kind: Kind, start: Model, columns: set[str], matches: int, records: int) -> Model:
    """A model learned from the linker's records; what they cannot teach stays as it was."""
    prior = max(matches, 1) / FOUND / (records * (records - 1) / 2)
    with quiet():
        linker.training.estimate_u_using_random_sampling(RANDOM_PAIRS, seed=SEED)
        for block in SESSIONS:
            if set(block) <= columns:
                _session(linker, block)
    return replace(learned(linker.misc.save_model_to_json(), start, records), prior=prior)


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
