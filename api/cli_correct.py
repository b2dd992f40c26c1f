"""`kith quarantine export`, `fix`, `undo`, `corrections` and `retry`: rows put right here, until their source is."""

import json
import sys
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from api.cli_ingest import QUARANTINED, end, report
from api.cli_store import JsonOption, StoreOption, caller, opened
from api.console import as_written, console
from api.json_array import print_array
from api.progress import JsonProgressOption, watching
from graph.errors import QuestionError
from graph.protected import protected
from graph.store import Row, Store
from ingest import corrections, quarantine, worksheet
from ingest.corrections import Decided
from ingest.load import Outcome, ingest
from ingest.place import load_place

WhyOption = Annotated[str, typer.Option("--why", help="The reason, kept with the correction.")]
HINT = "They count from the next run of their source: kith quarantine retry PLACE"


def export_rows(
    file: Annotated[Path, typer.Argument(help="The CSV to write; it must not be there yet.")],
    source: Annotated[str | None, typer.Option("--source", help="Only rows of this source.")] = None,
    reason: Annotated[str | None, typer.Option("--reason", help="Only rows with this reason code.")] = None,
    store: StoreOption = None,
) -> None:
    """Write rows in quarantine to a CSV, to be corrected in a spreadsheet and taken back with `fix`."""
    with opened(store) as opened_store:
        wanted, cleared = quarantine.Wanted(source, reason), caller().cleared
        rows = (row for row in quarantine.listed(opened_store, wanted, cleared) if row["raw"] is not None)
        again = (row for row in quarantine.listed(opened_store, wanted, cleared) if row["raw"] is not None)
        written = worksheet.export(rows, again, file)
        hidden = sum(1 for row in quarantine.listed(opened_store, wanted, cleared) if row["raw"] is None)
    print(f"{written} rows are in {file}, which only you may read; delete it when its corrections are taken in.")
    if hidden:
        print(f"{hidden} restricted rows are left out: only whoever is cleared may have their values.", file=sys.stderr)


def fix(
    target: Annotated[str, typer.Argument(help="A CSV of `kith quarantine export`, or a row as SOURCE#KEY or FILE#KEY.")],
    why: WhyOption,
    assignments: Annotated[list[str] | None, typer.Argument(help="For a row: COLUMN=VALUE, as often as needed.")] = None,
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """Say what a row should have said; kept with who, when and why until the source says it itself."""
    decided = Decided(caller().known_as, date.today(), why)
    with opened(store) as opened_store:
        if assignments:
            row = _correctable(opened_store, target)
            done = [(row["uid"], corrections.correct(opened_store, row, _assigned(assignments), decided))]
            left: list[str] = []
        else:
            done, left = _from_sheet(opened_store, _sheet(target), decided)
    if as_json:
        print(json.dumps({"corrected": [{"row": uid, "becomes": made} for uid, made in done], "left": left}, indent=1))
    else:
        for uid, made in done:
            told = ", ".join(f"{column} is {json.dumps(value, ensure_ascii=False)}" for column, value in made.items())
            console().print(as_written(f"{uid}: {told or 'no correction is left'}"), soft_wrap=True)
        print(HINT if done else "Nothing was corrected.")
    for told in left:
        print(told, file=sys.stderr)
    if left:
        raise typer.Exit(QUARANTINED)


def undo(
    row: Annotated[str, typer.Argument(help="The row that was corrected, as SOURCE#KEY.")], store: StoreOption = None
) -> None:
    """Take a correction back; from the next run on the row is what its source says."""
    with opened(store) as opened_store:
        if not corrections.take_back(opened_store, row):
            raise QuestionError(f"no correction was made to {row!r}", "`kith quarantine corrections` lists those there are")


def corrections_made(store: StoreOption = None, as_json: JsonOption = False) -> None:
    """List the corrections that are kept: what was, what it should be, who says so, when and why."""
    with opened(store) as opened_store:
        found = corrections.listed(opened_store, caller().cleared)
        if as_json:
            print_array(found)
            return
        none = True
        for one in found:
            none = False
            told = ", ".join(
                f"{name}: {json.dumps(one['was'].get(name))} → {json.dumps(new)}" for name, new in one["becomes"].items()
            )
            line = f"{one['row']}: {told or 'restricted'}; {one['decided_by']}, {one['decided_on']}: {one['reason'] or 'why is withheld'}"
            console().print(as_written(line), soft_wrap=True)
    if none:
        print("No correction is kept.")


def retry(
    place: Annotated[Path, typer.Argument(help="The folder of the place.")],
    store: StoreOption = None,
    as_json: JsonOption = False,
    json_progress: JsonProgressOption = False,
) -> None:
    """Read again the sources that have rows in quarantine; what was put right is taken in."""
    with opened(store) as opened_store, watching(json_progress) as progress:
        held = set(quarantine.sources(opened_store))
        outcome = Outcome()
        loaded = load_place(place, date.today())
        for supply in loaded.supplies:
            if supply.mapping.source in held:
                one = ingest(opened_store, loaded, only=supply.mapping.source, progress=progress)
                outcome.counts += one.counts
                outcome.warnings += one.warnings
                outcome.retained += one.retained
                outcome.failures += one.failures
    report(outcome, as_json)
    end(outcome)


def the_row(store: Store, key: str, cleared: bool) -> Row:
    """The one row in quarantine that goes by a name.

    Raises QuestionError where there is none, or several.
    """
    found = quarantine.named(store, key, cleared)
    if not found:
        raise QuestionError(f"no row in quarantine is called {key!r}", "`kith quarantine list --json` has their `uid`s")
    if len(found) > 1:
        raise QuestionError(f"{len(found)} rows are called {key!r}", f"Name one of: {', '.join(row['uid'] for row in found)}")
    return found[0]


def _correctable(store: Store, key: str) -> Row:
    row = the_row(store, key, caller().cleared)
    if row["raw"] is None:
        raise QuestionError(f"{row['uid']} is restricted", "Somebody who is cleared must correct it (KITH_CLEARED)")
    return row


def _assigned(assignments: list[str]) -> dict[str, str]:
    wrong = next((one for one in assignments if not one.partition("=")[0].strip() or "=" not in one), None)
    if wrong is not None:
        raise QuestionError(f"{wrong!r} is no correction", 'Write COLUMN=VALUE, as "Post Code=ZX1 1AA"')
    return {column.strip(): value.strip() for column, _, value in (one.partition("=") for one in assignments)}


def _sheet(target: str) -> Path:
    if not Path(target).is_file():
        raise QuestionError(f"{target!r} is no file, and says no column", "Name a CSV, or a row followed by COLUMN=VALUE")
    return Path(target)


def _from_sheet(store: Store, path: Path, decided: Decided) -> tuple[list[tuple[str, dict[str, object]]], list[str]]:
    """Corrections of a filled sheet, and what of it could not be taken."""
    done: list[tuple[str, dict[str, object]]] = []
    left: list[str] = []
    known, cleared = protected(store), caller().cleared
    for filled in worksheet.read_back(path):
        row = next((one for one in quarantine.named(store, filled.row, cleared, known) if one["uid"] == filled.row), None)
        if row is None:
            left.append(f"{filled.row} is not in quarantine any more: nothing was corrected.")
        elif row["raw"] is None:
            left.append(f"{filled.row} is restricted: somebody who is cleared must correct it.")
        elif quarantine.sent_hash(row["raw"])[:8] != filled.version:
            left.append(f"{filled.row} was sent anew since the sheet was written: export it again.")
        else:
            changed, reshaped = worksheet.changes(row, filled)
            left += [f"{filled.row}: the spreadsheet rewrote {name}, which was left as it was sent." for name in reshaped]
            if changed:
                done.append((row["uid"], corrections.correct(store, row, changed, decided)))
    return done, left
