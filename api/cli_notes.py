"""`kith eval notes`, `kith train notes`, `kith pseudonymise`: how well notes are read, learning from marks, sharing."""

import json
import secrets
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.table import Table

from api.cli_extract import read_notes
from api.console import console
from graph.errors import SourceError
from graph.settings import Settings

eval_app = typer.Typer(help="How near Kith comes to marks made by people.", no_args_is_help=True)
train_app = typer.Typer(help="Learn from marked or corrected notes.", no_args_is_help=True)

FileOption = Annotated[list[Path], typer.Argument(help="Marked notes: one object a line, as in docs/nlp.md.")]
REGISTERS = ("all", "clean", "messy")


@eval_app.callback()
def _evaluate() -> None:
    """How near Kith comes to marks made by people."""


@train_app.callback()
def _train() -> None:
    """Learn from marked or corrected notes."""


def marked_notes(files: Sequence[Path]) -> list[dict[str, Any]]:
    """The notes of files of marks; raises SourceError with file and line where one is no marked note."""
    notes = []
    for file in files:
        if not file.exists():
            raise SourceError(f"{file} does not exist", "Check the path")
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
            if line.strip():
                notes.append(_marked(file, number, line))
    if not notes:
        raise SourceError(f"{', '.join(map(str, files))} holds no notes", "Give a file of marked notes, one object a line")
    return notes


def _marked(file: Path, number: int, line: str) -> dict[str, Any]:
    try:
        note: dict[str, Any] = json.loads(line)
        for entity in note["entities"]:
            if not 0 <= entity["start"] < entity["end"] <= len(note["text"]) or "label" not in entity:
                raise ValueError(f"entity {entity.get('id')} lies outside the text or has no label")
        return {"register": "all", "note_date": None, "relations": [], **note, "id": str(note.get("id", number))}
    except (ValueError, KeyError, TypeError, AttributeError) as wrong:
        raise SourceError(
            f"{file} line {number}: {wrong!r} – this is no marked note", "Each line is {id, text, entities, relations}"
        ) from wrong


@eval_app.command("notes")
def eval_notes(
    files: FileOption,
    model: Annotated[str | None, typer.Option(help="Any spaCy pipeline by name or folder.")] = None,
    bare: Annotated[bool, typer.Option("--bare/--no-bare", help="Show the bare model beside ours.")] = True,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """Precision, recall and F1 by label, qualifier and relation, by register."""
    from nlp.bare import bare_extractions
    from nlp.pipeline import Extractor
    from nlp.scoring import score

    gold = marked_notes(files)
    days = [date.fromisoformat(note["note_date"]) if note["note_date"] else None for note in gold]
    texts = [note["text"] for note in gold]
    read = Extractor(model or Settings().model).extract_many(zip(texts, days, strict=True))
    ours = score(gold, [one.as_json(note["id"], note["text"]) for one, note in zip(read, gold, strict=True)])
    theirs = {}
    if bare:
        theirs = score(gold, [one.as_json(n["id"], n["text"]) for one, n in zip(bare_extractions(texts), gold, strict=True)])
    if as_json:
        rows = [{"register": r, "row": row, **_figures(m)} for (r, row), m in sorted(ours.items())]
        print(json.dumps({"notes": len(gold), "ours": rows}))
        return
    for register in [r for r in REGISTERS if any(key[0] == r for key in ours)]:
        console().print(_table(register, ours, theirs))


def _figures(measure: Any) -> dict[str, Any]:
    return {
        "precision": round(measure.precision, 4),
        "recall": round(measure.recall, 4),
        "f1": round(measure.f1, 4),
        "marked": measure.gold,
        "found": measure.found,
    }


def _table(register: str, ours: dict[tuple[str, str], Any], theirs: dict[tuple[str, str], Any]) -> Table:
    table = Table("", "precision", "recall", "F1", "marked", *(["F1 of the bare model"] if theirs else []), title=register)
    for (which, row), m in sorted(ours.items()):
        if which == register:
            other = theirs.get((which, row))
            shown = [f"{other.f1:.2f}" if other and other.right else "–"] if theirs else []
            table.add_row(row, f"{m.precision:.2f}", f"{m.recall:.2f}", f"{m.f1:.2f}", str(m.gold), *shown)
    return table


@train_app.command("notes")
def train_notes(
    files: FileOption,
    out: Annotated[Path, typer.Option(help="A folder for the trained pipeline.")],
    rounds: Annotated[int, typer.Option(min=1, max=500, help="How often all notes are seen.")] = 20,
) -> None:
    """Train spaCy's name finder and span categoriser on marked notes; set KITH_MODEL to the folder to use it."""
    from nlp.training import train

    if out.exists() and any(out.iterdir()):
        raise SourceError(f"{out} is not empty", "Name a new folder, so that no other model is overwritten")
    notes = marked_notes(files)
    learned = train(notes, out, rounds, lambda turn, loss: print(f"round {turn}: loss {loss:.1f}", file=sys.stderr))
    print(f"{learned} notes; {out}")


def pseudonymise(
    files: Annotated[list[Path], typer.Argument(help="Notes, as for kith extract.")],
    key: Annotated[
        str | None, typer.Option(envvar="KITH_PSEUDONYM_KEY", help="One key gives a name the same other name each time.")
    ] = None,
) -> None:
    """Notes with other names, addresses and numbers, one object a line with their marks; for sharing and training.

    What the reader of notes does not see as a name stays: read the result before it leaves the building.
    """
    from nlp.pipeline import Extractor
    from nlp.pseudonyms import Pseudonyms

    notes = [note for file in files for note in read_notes(file)]
    others = Pseudonyms((key or secrets.token_hex(16)).encode())
    found = Extractor(Settings().model).extract_many((text, day) for _, text, day in notes)
    for number, ((_, text, day), one) in enumerate(zip(notes, found, strict=True), 1):
        changed, marks = others.apply(text, one)
        row = {"register": "all", "note_date": day.isoformat() if day else None, **marks.as_json(f"n{number:04}", changed)}
        print(json.dumps(row, ensure_ascii=False))
