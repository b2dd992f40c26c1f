"""`kith extract`: what notes say, with no store."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from api.cli_store import JsonOption
from api.console import console
from graph.errors import SourceError
from graph.settings import Settings
from ingest.readers.note import text_of
from nlp.extraction import FLAGS


def extract(
    files: Annotated[
        list[Path], typer.Argument(help="Notes (.txt, .md, .docx, .pdf, .eml, .msg, .rtf …), or .jsonl of {id, text, note_date}.")
    ],
    as_json: JsonOption = False,
) -> None:
    """Read people, roles, needs and ties out of notes; one object a line with --json."""
    # The language model takes seconds to load; no other command should wait for it.
    from nlp.model import ModelMissing
    from nlp.pipeline import Extractor

    notes = [note for file in files for note in read_notes(file)]
    extractor = Extractor(Settings().model)
    try:
        found = list(extractor.extract_many((text, day) for _, text, day in notes))
    except ModelMissing as missing:
        raise SourceError(str(missing), "Install it, or set KITH_MODEL to a pipeline that is there") from missing
    for (key, text, _), extraction in zip(notes, found, strict=True):
        if as_json:
            print(json.dumps(extraction.as_json(key, text), ensure_ascii=False))
            continue
        table = Table("label", "words", "from", "to", "meant so", title=key)
        for entity in extraction.entities:
            flags = [flag for flag in FLAGS if getattr(entity, flag)]
            table.add_row(
                entity.label, entity.text, str(entity.start), str(entity.end), ", ".join(filter(None, (entity.code, *flags)))
            )
        console().print(table)


def read_notes(file: Path) -> Iterator[tuple[str, str, date | None]]:
    """Id, text and date of each note in a file."""
    from nlp.header import read_header

    if not file.exists():
        raise SourceError(f"{file} does not exist", "Check the path")
    if file.suffix != ".jsonl":
        text = text_of(file)
        yield file.stem, text, read_header(text).note_date
        return
    for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
        if line.strip():
            yield _one(file, number, line)


def _one(file: Path, number: int, line: str) -> tuple[str, str, date | None]:
    from nlp.header import read_header

    try:
        note = json.loads(line)
        day = note.get("note_date")
        return str(note["id"]), str(note["text"]), date.fromisoformat(day) if day else read_header(str(note["text"])).note_date
    except (ValueError, KeyError, AttributeError, TypeError) as wrong:
        raise SourceError(
            f"{file.name} line {number} is no note", 'Each line is {"id": …, "text": …, "note_date": "2026-10-31"}'
        ) from wrong
