"""`kith link`: which rows of any files are one person, organisation or service, out of the graph."""

import json
from dataclasses import asdict
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.table import Table
from typer.core import TyperGroup

from api.cli_store import JsonOption, StoreOption, caller, opened, settings_given
from api.console import console
from api.linked_files import Row, as_rows, read_rows
from graph import linkage
from graph.errors import KithError
from linkage.bodies import bodies_alike
from linkage.duplicates import duplicates
from linkage.judgements import think_over
from linkage.listed_twice import Pair
from linkage.model import load_model
from linkage.node_judgements import judge_nodes
from linkage.thresholds import expected
from linkage.thresholds import learn as fitted
from linkage.workers import workers_alike

SHOWN = 20


class FilesOrCommand(TyperGroup):
    """`kith link FILE…` links files; what is the name of a command is that command."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The named command, or the linking of files."""
        if args and args[0] not in self.commands:
            args = ["files", *args]
        return super().resolve_command(ctx, args)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Options before the files are the files' too."""
        if args and args[0].startswith("-") and args[0] != "--help":
            args = ["files", *args]
        return super().parse_args(ctx, args)


link_app = typer.Typer(
    cls=FilesOrCommand, help="Which rows are one person, organisation or service.", no_args_is_help=True, rich_markup_mode=None
)


class KindName(StrEnum):
    """What rows are of."""

    person = "person"
    organisation = "organisation"
    service = "service"


@link_app.command("files")
def link(
    files: Annotated[list[Path], typer.Argument(help="CSV, Excel, JSON, JSON lines or Parquet files, linked together.")],
    kind: Annotated[KindName, typer.Option(help="What a row is of.")] = KindName.person,
    columns: Annotated[
        list[str] | None, typer.Option("--map", help="OURS=THEIRS, several of theirs joined by +; may be repeated.")
    ] = None,
    unique: Annotated[str | None, typer.Option("--id", help="The column with each row's own key.")] = None,
    distinct: Annotated[bool, typer.Option(help="Each file is free of duplicates: only rows of two files are one.")] = False,
    model: Annotated[Path | None, typer.Option(help="A model to use as it is, in place of learning one.")] = None,
    learn: Annotated[Path | None, typer.Option(help="Write the model that was learned to this file.")] = None,
    spark: Annotated[str | None, typer.Option(help="A Spark master, as local[2], in place of DuckDB.")] = None,
    as_json: JsonOption = False,
) -> None:
    """Link the rows of files; one JSON object a row with --json."""
    rows = read_rows(files, kind.value, pairs_said(columns or []), unique)
    found = as_rows(kind.value, rows, distinct, load_model(model) if model else None, spark, learn)
    if as_json:
        for one in found:
            print(json.dumps(one, ensure_ascii=False))
        return
    _show(rows, found)


@link_app.command("thresholds")
def thresholds(
    store: StoreOption = None,
    learn: Annotated[bool, typer.Option(help="Thresholds anew out of what people judged.")] = False,
    as_json: JsonOption = False,
) -> None:
    """The errors that thresholds bring in the graph, expected and judged."""
    settings = settings_given()
    with opened(store) as opened_store:
        lines = expected(opened_store)
        learned = fitted(opened_store, settings.link_same, settings.link_review) if learn else None
    if as_json:
        print(json.dumps({"expected": [asdict(line) for line in lines], "learned": asdict(learned) if learned else None}))
        return
    table = Table("from", "pairs joined", "expected false", "expected missed", "judged false", "judged missed")
    for line in lines:
        mark = " ◀ same" if line.threshold == settings.link_same else ""
        told = (line.joined, line.false_joins, line.missed, line.judged_false, line.judged_missed)
        table.add_row(f"{line.threshold:g}{mark}", *map(str, told))
    console().print(table)
    if learned:
        console().print(f"By {learned.judgements} judgements: KITH_LINK_SAME={learned.same} KITH_LINK_REVIEW={learned.review}")
        console().print("Set these two, then `kith link again`.")
    elif learn:
        console().print("Too few judgements of both kinds to learn from; `kith review` asks for them.")


@link_app.command("again")
def again(store: StoreOption = None) -> None:
    """Say anew who everybody is, and which services are one, by the thresholds and the model that are set now."""
    with opened(store) as opened_store:
        linkage.compare_services(opened_store)
        think_over(opened_store, *(row["uid"] for row in opened_store.read(EVERYBODY)))


@link_app.command("services")
def services(store: StoreOption = None, as_json: JsonOption = False) -> None:
    """Services that are, or may be, listed twice, with the reasons."""
    with opened(store) as opened_store:
        _show_pairs(duplicates(opened_store), as_json)


@link_app.command("practitioners")
def practitioners(store: StoreOption = None, as_json: JsonOption = False) -> None:
    """Workers who may be one under two spellings or employers, with the reasons."""
    with opened(store) as opened_store:
        _show_pairs(workers_alike(opened_store), as_json)


@link_app.command("organisations")
def organisations(store: StoreOption = None, as_json: JsonOption = False) -> None:
    """Organisations that may be one under two names, with the reasons."""
    with opened(store) as opened_store:
        _show_pairs(bodies_alike(opened_store), as_json)


@link_app.command("judge")
def judge(
    one: Annotated[str, typer.Argument(help="The uid of a service, practitioner or organisation.")],
    other: Annotated[str, typer.Argument(help="Another's.")],
    verdict: Annotated[str, typer.Argument(help="same or different; of services also overlaps, of others unsure.")],
    why: Annotated[str, typer.Option("--why", help="The reason, kept with the judgement.")],
    store: StoreOption = None,
) -> None:
    """Say whether two services, workers or bodies are one; `kith together` takes it back."""
    with opened(store) as opened_store:
        print(judge_nodes(opened_store, one, other, verdict, caller().known_as, why, date.today()))


def _show_pairs(found: list[Pair], as_json: bool) -> None:
    if as_json:
        print(json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=1))
        return
    table = Table("verdict", "one", "other", "bits for and against")
    for one in found:
        sides = (f"{one.name_a}\n{one.at_a or ''}\n{one.uid_a}", f"{one.name_b}\n{one.at_b or ''}\n{one.uid_b}")
        why = ", ".join(f"{name} {bits:+.1f}" for name, bits in one.reasons.items() if bits)
        table.add_row(f"{one.verdict}{' (judged)' if one.judged else ''}\n{one.probability:.0%}", *sides, why)
    console().print(table)


EVERYBODY = "MATCH (m:Mention) RETURN m.uid AS uid ORDER BY uid"


def pairs_said(said: list[str]) -> dict[str, str]:
    """What --map says, ours to theirs.

    Raises KithError for what is no OURS=THEIRS.
    """
    for one in said:
        if "=" not in one:
            raise KithError(f"--map {one!r} is not OURS=THEIRS", "Write it as --map surname=last_name")
    return dict(part.split("=", 1) for part in said)


def _show(rows: list[Row], found: list[dict[str, object]]) -> None:
    sizes: dict[object, int] = {}
    for one in found:
        sizes[one["cluster"]] = sizes.get(one["cluster"], 0) + 1
    several = [name for name, size in sizes.items() if size > 1]
    table = Table("cluster", "row", "key", "probability", "says")
    for name in several[:SHOWN]:
        for one, row in zip(found, rows, strict=True):
            if one["cluster"] == name:
                says = ", ".join(str(value) for value in row.values.values() if value)
                table.add_row(str(name), str(one["row"]), str(one["unique_id"]), f"{one['probability']:.3f}", says[:80])
    console().print(table)
    console().print(f"{len(rows)} rows are {len(sizes)}; {len(several)} of them in several rows (--json tells all).")
