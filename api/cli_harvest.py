"""`kith harvest`: bring live feeds to folders, from which they are taken in."""

import json
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.status import Status

from api.cli_ingest import QUARANTINED, report
from api.cli_store import JsonOption, StoreOption, opened
from api.console import console
from graph.errors import MappingError
from ingest.harvest.course import Harvested
from ingest.harvest.manners import Manners
from ingest.harvest.place import Feed, feeds_of, harvest, host_of
from ingest.load import ingest
from ingest.mapping import load_mapping
from ingest.place import single


def harvest_command(
    target: Annotated[str, typer.Argument(help="The address of a feed's list, as https://…/services, or the folder of a place.")],
    mapping: Annotated[Path | None, typer.Option("--mapping", help="Take the feed in by this mapping when it is here.")] = None,
    into: Annotated[Path | None, typer.Option("--into", help="The folder of a single feed; else feeds/HOST.")] = None,
    source: Annotated[str | None, typer.Option("--as", help="The source this is; in a place: harvest only this one.")] = None,
    whole: Annotated[bool, typer.Option("--whole", help="Ask for everything, not for what changed alone.")] = False,
    per_page: Annotated[int, typer.Option("--per-page", min=1, max=1000, help="Objects asked for at once.")] = Manners.per_page,
    private: Annotated[bool, typer.Option("--allow-private", help="The feed is on a private network of ours.")] = False,
    plain: Annotated[bool, typer.Option("--allow-http", help="The feed has no https.")] = False,
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """Fetch feeds politely, page by page; a harvest that was cut off goes on where it stopped."""
    feeds = feeds_at(target, into, source, private, plain)
    if mapping is not None and len(feeds) > 1:
        raise MappingError(f"{target} has several feeds, each with its mapping", "Leave --mapping out, and take the place in")
    brought = [_bring(feed, Manners(per_page=per_page), whole) for feed in feeds]
    if mapping is None:
        _tell(feeds, brought, as_json)
        return
    loaded = load_mapping(mapping)
    named = loaded.model_copy(update={"source": source}) if source else loaded
    with opened(store, make=True) as opened_store:
        outcome = ingest(opened_store, single(brought[0].folder, named, date.today()))
    report(outcome, as_json)
    if any(counts.quarantined for counts in outcome.counts):
        raise typer.Exit(QUARANTINED)


def feeds_at(target: str, into: Path | None, source: str | None, private: bool, plain: bool) -> list[Feed]:
    """The feeds that a target and options name.

    Raises MappingError where there are none.
    """
    if "://" in target:
        host = host_of(target)
        return [Feed(source or host, target, into or Path("feeds") / host, private, plain)]
    found = [feed for feed in feeds_of(Path(target)) if source in (None, feed.source)]
    if not found:
        raise MappingError(f"{target} lists no feed {source!r}", "Check its place.yaml")
    return found


def _bring(feed: Feed, manners: Manners, whole: bool) -> Harvested:
    with Console(stderr=True).status(f"Harvesting {feed.source}") as status:
        return harvest(feed, manners, lambda got, total: _progress(status, feed, got, total), whole)


def _progress(status: Status, feed: Feed, got: int, total: int | None) -> None:
    status.update(f"Harvesting {feed.source}: {got:,}" + (f" of {total:,}" if total is not None else ""))


def _tell(feeds: list[Feed], brought: list[Harvested], as_json: bool) -> None:
    if as_json:
        told = [{"source": f.source, "folder": str(h.folder), **_counts(h)} for f, h in zip(feeds, brought, strict=True)]
        print(json.dumps(told, ensure_ascii=False, indent=1))
        return
    screen = console()
    for feed, one in zip(feeds, brought, strict=True):
        what = f"changed since {one.since}" if one.since else "in all"
        screen.print(f"{feed.source}: {one.objects:,} objects {what}, in {one.folder}", soft_wrap=True)
        if one.short:
            screen.print(
                f"{feed.source}: {one.short:,} fewer than the feed says it has; none counts as withdrawn", soft_wrap=True
            )


def _counts(one: Harvested) -> dict[str, object]:
    return {"objects": one.objects, "pages": one.pages, "since": one.since, "short": one.short}
