"""One set of records whose truth is known, and the scores of a linkage of it."""

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict

from api.linked_files import Row, read_rows
from linkage.measures import Score, score

Pair = tuple[int, int]
HERE = Path(__file__).parent


class Trial(BaseModel):
    """One entry of trials.yaml."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    title: str
    kind: str
    files: tuple[str, ...]
    truth: str
    columns: dict[str, str] = {}
    only: tuple[str, ...] = ()
    known: str | None = None
    """Where the truth is of some records only: a pair counts as wrong only where both have this column."""
    unique: str | None = None
    distinct: bool = False
    family: str | None = None
    goal: dict[str, float] = {}

    def rows(self, folder: Path) -> list[Row]:
        """The set's rows, with only the columns it is tried on."""
        rows = read_rows([folder / file for file in self.files], self.kind, self.columns, self.unique)
        if not self.only:
            return rows
        return [Row({name: row.values[name] for name in self.only}, row.unique, row.file, row.said) for row in rows]


@dataclass(frozen=True)
class Result:
    """What a linkage of a set is worth."""

    f1: float
    precision: float
    recall: float
    bcubed: float | None
    largest: int
    family: int | None
    """Pairs joined that are two people of one family."""


def trials() -> list[Trial]:
    """All sets that there is a description of."""
    return [Trial(**one) for one in yaml.safe_load((HERE / "trials.yaml").read_text("utf-8"))]


def result(trial: Trial, folder: Path, rows: Sequence[Row], clusters: Sequence[int]) -> Result:
    """The scores of clusters against a trial's truth."""
    if trial.truth.endswith(".csv"):
        return _by_pairs(trial, folder, rows, clusters)
    column, _, pattern = trial.truth.partition(":")
    true = [_part(str(row.said[column]), pattern) for row in rows]
    scored: Score = score(clusters, true)
    family = None
    if trial.family:
        family = sum(
            true[a] != true[b] and rows[a].said[trial.family] == rows[b].said[trial.family] for a, b in pairs_of(clusters)
        )
    return Result(scored.f1, scored.precision, scored.recall, scored.bcubed, scored.largest, family)


def pairs_of(clusters: Sequence[int]) -> list[Pair]:
    """All pairs of records that are in one cluster."""
    held: dict[int, list[int]] = {}
    for at, name in enumerate(clusters):
        held.setdefault(name, []).append(at)
    return [(a, b) for group in held.values() for k, a in enumerate(group) for b in group[k + 1 :]]


def _part(written: str, pattern: str) -> str:
    found = re.search(pattern, written) if pattern else None
    return found[1] if found else written


def _by_pairs(trial: Trial, folder: Path, rows: Sequence[Row], clusters: Sequence[int]) -> Result:
    first = {row.unique: at for at, row in reversed(list(enumerate(rows))) if row.file == 0}
    last = {row.unique: at for at, row in enumerate(rows) if row.file == len(trial.files) - 1}
    with (folder / trial.truth).open(encoding="utf-8") as file:
        stated = list(csv.reader(file))[1:]
    true = {(min(a, b), max(a, b)) for a, b in ((first[one[0]], last[one[1]]) for one in stated)}
    found = set(pairs_of(clusters))
    counted = {pair for pair in found if trial.known is None or all(rows[at].said.get(trial.known) for at in pair)}
    right = len(found & true)
    precision, recall = right / max(1, len(counted)), right / max(1, len(true))
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    sizes = [list(clusters).count(name) for name in {clusters[a] for a, _ in found}] or [1]
    return Result(f1, precision, recall, None, max(sizes), None)
