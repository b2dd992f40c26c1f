"""`kith eval linkage`: the table of every set that is there, ours and the defaults in one run."""

import json
import resource
import time
from collections.abc import Sequence
from pathlib import Path

from rich.table import Table

from api.console import console
from api.linked_files import Row, linked
from benchmarks.linkage.defaults import by_likeness, by_splink
from benchmarks.linkage.trial import Result, Trial, result, trials
from graph.errors import SourceError

LIKENESSES = (0.5, 0.6, 0.7, 0.8, 0.9)
Line = dict[str, object]


class Spent:
    """Time from now on: of the clock, and of this process on all processors, which others at work do not lengthen."""

    def __init__(self) -> None:
        self._began = (time.perf_counter(), time.process_time())

    def since(self) -> Line:
        """Seconds until now."""
        wall, processor = time.perf_counter() - self._began[0], time.process_time() - self._began[1]
        return {"seconds": round(wall, 1), "processor s": round(processor, 1)}


def main(folder: Path, only: str | None, baseline: bool, as_json: bool) -> None:
    """Measure every set under a folder, and print its line when it is done."""
    lines: list[Line] = []
    chosen = [one for one in trials() if all((folder / file).exists() for file in one.files)]
    chosen = [one for one in chosen if only is None or only in one.title]
    if not chosen:
        raise SourceError(f"no set to measure on is under {folder}", "Name the folder that has people/ and organisations/")
    for trial in chosen:
        rows = trial.rows(folder)
        began = Spent()
        found = linked(trial.kind, rows, trial.distinct)
        spent = began.since()
        lines.append(_line(trial, "Kith", result(trial, folder, rows, found.cluster_of), len(rows), spent))
        if baseline:
            lines.append(_baseline(trial, folder, rows))
    if as_json:
        print(json.dumps(lines, indent=1))
    else:
        _show(lines)


def _baseline(trial: Trial, folder: Path, rows: Sequence[Row]) -> Line:
    began = Spent()
    if trial.kind == "person":
        scored = result(trial, folder, rows, by_splink(rows, trial.distinct))
        return _line(trial, "Splink's defaults", scored, len(rows), began.since())
    # The likeness that suits this set best: more than one could know beforehand.
    tried = [result(trial, folder, rows, clusters) for clusters in by_likeness(rows, LIKENESSES)]
    best = max(tried, key=lambda one: one.f1)
    return _line(trial, "TF-IDF mutual best", best, len(rows), began.since())


def _line(trial: Trial, who: str, scored: Result, rows: int, spent: Line) -> Line:
    measured = {"pair F1": scored.f1, "B-cubed": scored.bcubed, "largest": scored.largest, "family": scored.family}
    wanted = trial.goal if who == "Kith" else {}
    return {
        "set": trial.title,
        "by": who,
        "rows": rows,
        **measured,
        "precision": scored.precision,
        "recall": scored.recall,
        **spent,
        "peak MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "reached": _reached(wanted, measured),
    }


def _reached(wanted: dict[str, float], measured: dict[str, float | None]) -> str:
    told = []
    for name, goal in wanted.items():
        value = measured[name] or 0
        fits = value <= goal if name in ("largest", "family") else value >= goal
        told.append(f"{name} {'≤' if name in ('largest', 'family') else '≥'} {goal:g}: {'yes' if fits else 'NO'}")
    return "; ".join(told)


def _show(lines: Sequence[Line]) -> None:
    table = Table(*lines[0], box=None)
    for line in lines:
        table.add_row(
            *(
                f"{v:.4f}" if isinstance(v, float) and name not in ("seconds", "processor s") else "–" if v is None else str(v)
                for name, v in line.items()
            )
        )
    console().print(table)
