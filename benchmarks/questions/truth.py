"""What is known to be true of a place: a folder of tables, questions with their answers, and facts of notes."""

import csv
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from graph.errors import SourceError

Row = dict[str, str]
KNOWN = frozenset({"id", "question", "params", "expect", "why", "also_accept", "not_these", "redact"})


@dataclass(frozen=True)
class Case:
    """One question with the answer expected, in the truth's own ids."""

    id: str
    question: str
    params: Mapping[str, Any]
    expect: list[Any]
    also_accept: list[Any]
    not_these: Mapping[str, str]
    redact: list[str]
    beside: Mapping[str, Any]
    """What else the truth tells of the answer, by its name there: `loop`, `ended_in`, `assessments` …"""


class Truth:
    """The truth of one place, read when asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        if not (folder / "questions.jsonl").exists():
            raise SourceError(f"{folder} has no questions.jsonl", "Name the folder of the place's truth with --truth")

    def table(self, title: str) -> list[Row]:
        """The rows of a table; none where the truth has no such table."""
        path = self.folder / f"{title}.csv"
        if not path.exists():
            return []
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))

    @cached_property
    def cases(self) -> list[Case]:
        """The questions with their answers; raises SourceError with the line that is none."""
        return [self._case(at, one) for at, one in self._lines("questions")]

    @cached_property
    def facts(self) -> list[dict[str, Any]]:
        """What the notes say; empty where the truth has no such file."""
        return [one for _, one in self._lines("note_facts")]

    def _lines(self, title: str) -> list[tuple[int, dict[str, Any]]]:
        path = self.folder / f"{title}.jsonl"
        found = []
        for number, line in enumerate(path.read_text("utf-8").splitlines() if path.exists() else [], 1):
            try:
                if line.strip():
                    found.append((number, dict(json.loads(line))))
            except (ValueError, TypeError) as wrong:
                raise SourceError(f"{path.name} line {number} is no object", "Write one JSON object a line") from wrong
        return found

    def _case(self, line: int, one: dict[str, Any]) -> Case:
        if missing := {"id", "question", "params", "expect"} - one.keys():
            raise SourceError(f"questions.jsonl line {line} has no {', '.join(sorted(missing))}", "Add it there")
        not_these = one.get("not_these") or {}
        return Case(
            id=str(one["id"]),
            question=str(one["question"]),
            params=one["params"],
            expect=list(one["expect"]),
            also_accept=list(one.get("also_accept") or []),
            not_these=not_these if isinstance(not_these, dict) else dict.fromkeys(not_these, ""),
            redact=list(one.get("redact") or []),
            beside={name: value for name, value in one.items() if name not in KNOWN},
        )
