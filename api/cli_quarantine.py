"""`kith quarantine`: rows that could not be taken in, with reason and cure, and rows taken in with a warning."""

import json
from collections.abc import Iterator
from datetime import datetime
from itertools import chain, islice
from typing import Annotated, Any

import typer
from rich.table import Table

from api.cli_correct import corrections_made, export_rows, fix, retry, the_row, undo
from api.cli_store import JsonOption, StoreOption, caller, opened
from api.console import as_written, console
from api.json_array import print_array
from graph.errors import QuestionError
from graph.store import Row, Store
from ingest import corrections, quarantine, verdicts
from ingest.reasons import REASONS, as_markdown
from ingest.tally import tallies

quarantine_app = typer.Typer(help="Rows that could not be taken in.", no_args_is_help=True, rich_markup_mode=None)
quarantine_app.command("export")(export_rows)
quarantine_app.command("fix")(fix)
quarantine_app.command("undo")(undo)
quarantine_app.command("corrections")(corrections_made)
quarantine_app.command("retry")(retry)

SHOWN = 50
SourceOption = Annotated[str | None, typer.Option("--source", help="Only rows of this source.")]
ReasonOption = Annotated[str | None, typer.Option("--reason", help="Only rows with this reason code.")]
SinceOption = Annotated[datetime | None, typer.Option("--since", formats=["%Y-%m-%d"], help="Only from this day on.")]


@quarantine_app.command("list")
def list_rows(
    source: SourceOption = None,
    reason: ReasonOption = None,
    since: SinceOption = None,
    verdict: Annotated[
        str, typer.Option("--verdict", help="quarantined, or rows that were taken in: warned, repaired.")
    ] = "quarantined",
    limit: Annotated[int | None, typer.Option("--limit", min=1, help="At most so many rows.")] = None,
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show rows in quarantine, or rows taken in with a warning: where each stands, what is wrong, and the cure."""
    if reason is not None and reason not in REASONS:
        raise QuestionError(f"there is no reason {reason!r}", "`kith quarantine reasons` lists them")
    with opened(store) as opened_store:
        rows = _rows(opened_store, verdict, quarantine.Wanted(source, reason, since.date() if since else None))
        if as_json:
            print_array(islice(rows, limit))
        else:
            _show(rows, limit or SHOWN, verdict)


def _rows(store: Store, verdict: str, wanted: quarantine.Wanted) -> Iterator[Row]:
    if verdict == "quarantined":
        return quarantine.listed(store, wanted, caller().cleared)
    if verdict not in verdicts.TAKEN:
        raise QuestionError(f"there is no verdict {verdict!r}", f"Ask for quarantined, {' or '.join(verdicts.TAKEN)}")
    if wanted.since is not None:
        raise QuestionError("--since is for rows in quarantine", "`kith quarantine counts --since` tells of warnings over time")
    return verdicts.listed(store, verdicts.TAKEN[verdict], wanted.source, wanted.code, caller().cleared)


def _show(rows: Iterator[Row], limit: int, verdict: str) -> None:
    table = Table("file", "row", "since" if verdict == "quarantined" else "recorded", "what is wrong", "cure", show_lines=True)
    for row in islice(rows, limit):
        day = row.get("quarantined_on") or row["recorded_on"]
        what = "\n".join(f"{problem['what']} ({problem['code']})" for problem in row["problems"])
        cure = "\n".join(problem["cure"] for problem in row["problems"])
        table.add_row(*map(as_written, (row["file"], row["row_key"], day or "", what, cure)))
    if not table.rows:
        console().print("No row is in quarantine." if verdict == "quarantined" else f"No row was {verdict}.")
        return
    console().print(table)
    if next(rows, None) is not None:
        console().print(
            f"There are more than these {limit}: narrow them with --source or --reason, or ask for more with --limit."
        )


@quarantine_app.command("show")
def show_row(
    key: Annotated[str, typer.Argument(help="The row, as SOURCE#KEY or FILE#KEY.")],
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show a row as it was sent, what is wrong with it, and what was corrected."""
    with opened(store) as opened_store:
        cleared = caller().cleared
        row = the_row(opened_store, key, cleared)
        made = corrections.made_to(opened_store, the_row(opened_store, key, cleared=True))
    if row["raw"] is None and made is not None:
        made = {**made, "was": None, "becomes": None, "reason": None}
    if as_json:
        print(json.dumps({**row, "correction": made}, ensure_ascii=False, indent=1, default=str))
        return
    screen = console()
    screen.print(as_written(f"{row['uid']} of {row['file']}, in quarantine since {row['quarantined_on'] or 'an unknown day'}"))
    for problem in row["problems"]:
        screen.print(as_written(f"{problem['what']} ({problem['code']}). {problem['cure']}"))
    if row["raw"] is None:
        screen.print("Restricted: its values are shown only to whoever is cleared to see them.")
    becomes: dict[str, Any] = (made or {}).get("becomes") or {}
    table = Table("column", "as it was sent", "corrected to")
    for name in dict.fromkeys(chain(row["columns"] or (), row["raw"] or (), becomes)):
        table.add_row(*map(as_written, (name, _cell((row["raw"] or {}).get(name)), _cell(becomes.get(name)))))
    if table.rows and row["raw"] is not None:
        screen.print(table)
    if made:
        why = f": {made['reason']}" if made["reason"] else ""
        screen.print(as_written(f"corrected by {made['decided_by']} on {made['decided_on']}{why}"))


def _cell(value: object) -> str:
    return "" if value is None else value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


@quarantine_app.command("counts")
def count_rows(
    source: SourceOption = None, since: SinceOption = None, store: StoreOption = None, as_json: JsonOption = False
) -> None:
    """Count reasons for each run of each source, so that its flaws can be followed over time."""
    with opened(store) as opened_store:
        found = list(tallies(opened_store, source, since.date() if since else None))
    if as_json:
        print_array(vars(tally) for tally in found)
        return
    table = Table("source", "run", "read", "quarantined", "reasons")
    for tally in found:
        reasons = "\n".join(f"{times} {code}" for code, times in sorted(tally.reasons.items()))
        table.add_row(tally.source, tally.started, str(tally.read), str(tally.quarantined), reasons)
    console().print(table if table.rows else "No run came to its end yet.")


@quarantine_app.command("reasons")
def list_reasons(
    markdown: Annotated[bool, typer.Option("--markdown", help="As docs/quarantine.md has them.")] = False,
    as_json: JsonOption = False,
) -> None:
    """List the reason codes: what became of a row, what the code means, and the cure."""
    if as_json:
        print(json.dumps({code: {**vars(one), "verdict": one.verdict.value} for code, one in REASONS.items()}, indent=1))
    elif markdown:
        print(as_markdown())
    else:
        table = Table("code", "verdict", "meaning", "cure")
        for code, one in REASONS.items():
            table.add_row(code, one.verdict.value, one.meaning, one.cure)
        console().print(table)
