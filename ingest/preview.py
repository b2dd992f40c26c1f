"""What a file becomes under a mapping, before anything is written: its first rows in full, and all rows counted."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from graph.errors import MappingError, SourceError
from ingest.cleaners import Context
from ingest.mapper import Mapped, Mapper
from ingest.mapping import Mapping
from ingest.readers import READERS
from ingest.row import Problem, Verdict
from ingest.run import check_columns
from ingest.suggesting.draft import AGENCY

ROWS = 3


@dataclass
class Preview:
    """The first rows as they would be taken in, and what would become of all."""

    rows: list[Mapped] = field(default_factory=list)
    verdicts: Counter[Verdict] = field(default_factory=Counter)
    problems: Counter[str] = field(default_factory=Counter)
    examples: dict[str, Problem] = field(default_factory=dict)
    """The first problem of each code."""
    made: Counter[str] = field(default_factory=Counter)
    """Nodes by label and edges by type, over all rows."""
    advice: list[str] = field(default_factory=list)
    read: int = 0


def preview(file: Path, mapping: Mapping, rows: int = ROWS, areas: dict[str, str] | None = None) -> Preview:
    """Map every row of a file and keep the first; `areas` are GSS codes by folded name, as a store knows them.

    Raises MappingError for a mapping of notes, or of columns that the file lacks.
    """
    if mapping.reads.format == "note":
        raise MappingError(f"{file.name} is read as a note, which has no columns", "See what a note says with `kith extract`")
    if not file.exists():
        raise SourceError(f"{file} does not exist", "Check the path")
    found = Preview(advice=_advice(mapping))
    seen: set[str] = set()
    for one in _mapped(file, mapping, areas or {}):
        one = _unrepeated(one, seen)
        found.read += 1
        found.verdicts[one.verdict] += 1
        for problem in one.problems:
            found.problems[problem.code] += 1
            found.examples.setdefault(problem.code, problem)
        if one.said is not None:
            found.made.update(node.label for node in one.said.nodes)
            found.made.update(edge.type for edge in one.said.edges)
        if len(found.rows) < rows:
            found.rows.append(one)
    return found


def _mapped(file: Path, mapping: Mapping, areas: dict[str, str]) -> Iterator[Mapped]:
    context = Context(extracted_on=date.today(), dated=False, system=mapping.system or mapping.source, areas=areas)
    mapper = Mapper(mapping, file.name, context)
    for at, row in enumerate(READERS[mapping.reads.format](file, mapping.reads)):
        if at == 0:
            check_columns(mapping, row, file.name)
        yield mapper.map(row)


def _unrepeated(one: Mapped, seen: set[str]) -> Mapped:
    """A row whose key came before counts as such: whether it says the same is found when it is taken in."""
    if one.said is None or one.row_key not in seen:
        seen.add(one.row_key)
        return one
    what = "has the key of an earlier row"
    cure = "Name columns in `key` that tell rows apart; a row that says just the same is dropped when it is taken in"
    problem = Problem("repeated_key", None, one.row_key, what, cure, Verdict.QUARANTINE)
    return Mapped(one.row_key, None, [*one.problems, problem], Verdict.QUARANTINE, one.restricted, one.row, one.file, one.line)


def _advice(mapping: Mapping) -> list[str]:
    """What a mapping leaves open that only a person can say."""
    told = []
    if AGENCY in mapping.model_dump_json():
        told.append(f"The mapping still says {AGENCY!r}: write the sender's name there before its rows are taken in.")
    if not mapping.nodes:
        told.append("The mapping says nothing of what a row means: give it nodes.")
    if not mapping.key:
        told.append("No key: a row that is corrected at its source will be a new row.")
    return told
