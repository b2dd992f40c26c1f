"""`kith eval facts`: how many of the facts that a person read out of notes are found in them."""

import json
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.table import Table

from api.cli_store import JsonOption
from api.console import console
from graph.errors import SourceError
from graph.settings import Settings
from ingest.readers.note import text_of

NEEDED = {"signal": ("signal", "polarity"), "relation": ("relation",), "referral": ("outcome",), "supports": ()}
CURE = "Each line is {note, quote, kind} with what its kind has; see docs/nlp.md"


def eval_facts(
    file: Annotated[Path, typer.Argument(help="Facts with their quotes, one object a line, as in docs/nlp.md.")],
    notes: Annotated[Path, typer.Option("--notes", help="The folder that the facts' notes are named from.")],
    model: Annotated[str | None, typer.Option(help="Any spaCy pipeline by name or folder.")] = None,
    as_json: JsonOption = False,
) -> None:
    """Recall and precision by kind of fact, through the published code list."""
    from nlp.fact_scoring import score_facts
    from nlp.header import read_header
    from nlp.pipeline import Extractor

    facts = facts_of(file)
    texts = {name: _text(notes, name) for name in sorted({fact["note"] for fact in facts})}
    days = [read_header(text).note_date for text in texts.values()]
    found = Extractor(model or Settings().model).extract_many(zip(texts.values(), days, strict=True))
    tallies = score_facts(facts, texts, dict(zip(texts, found, strict=True)))
    if as_json:
        print(
            json.dumps({kind: {**vars(one), "recall": one.recall, "precision": one.precision} for kind, one in tallies.items()})
        )
        return
    table = Table("kind", "facts", "quoted", "found", "recall", "as meant", "all found", "precision, at least")
    for kind, one in tallies.items():
        counts = (one.facts, one.quoted, one.found)
        table.add_row(kind, *map(str, counts), f"{one.recall:.2f}", str(one.agreeing), str(one.told), f"{one.precision:.2f}")
    console().print(table)


def facts_of(file: Path) -> list[dict[str, Any]]:
    """The facts of a file; raises SourceError with the line where one is none."""
    if not file.is_file():
        raise SourceError(f"{file} does not exist", "Check the path")
    facts = [_fact(file, number, line) for number, line in enumerate(file.read_text("utf-8").splitlines(), 1) if line.strip()]
    if not any(fact["kind"] in NEEDED for fact in facts):
        raise SourceError(f"{file} holds no facts", CURE)
    return [fact for fact in facts if fact["kind"] in NEEDED]


def _fact(file: Path, number: int, line: str) -> dict[str, Any]:
    try:
        fact: dict[str, Any] = json.loads(line)
        missing = [name for name in ("note", "quote", "kind") if not isinstance(fact[name], str)]
        missing += [name for name in NEEDED.get(fact["kind"], ()) if name not in fact]
    except (ValueError, KeyError, TypeError) as wrong:
        raise SourceError(f"{file} line {number}: this is no fact ({wrong})", CURE) from wrong
    if missing:
        raise SourceError(f"{file} line {number}: the fact has no {missing[0]}", CURE)
    return fact


def _text(folder: Path, name: str) -> str:
    path = folder / name
    if not path.is_file() or folder.resolve() not in path.resolve().parents:
        raise SourceError(
            f"there is no note {name} in {folder}", "Name the folder with --notes that the facts' notes are named from"
        )
    return text_of(path)
