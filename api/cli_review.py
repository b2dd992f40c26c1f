"""`kith review`: pairs that may be one person, side by side, and a person's word on each."""

from datetime import date
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from api.cli_store import StoreOption, caller, opened, reader_of
from api.console import console
from graph.store import Store
from ingest.offers.desk import look_again
from linkage.judgements import judge
from queries.review_pairs import ReviewPair, ReviewPairs, Side

KEYS = {"y": "same", "n": "different", "u": "unsure"}
BAR = 24
"""A bar of so many signs is the weightiest reason."""


def review(
    most: Annotated[int, typer.Option(help="So many pairs at most.")] = 20,
    listed: Annotated[bool, typer.Option("--list", help="Only show them.")] = False,
    store: StoreOption = None,
) -> None:
    """Look at pairs that may be one person: y same, n different, u unsure, s later, q enough."""
    with opened(store) as opened_store:
        answer = reader_of(opened_store).ask(ReviewPairs(most=most))
        out = console()
        for told in answer.unseen:
            out.print(told)
        if not answer.rows:
            out.print("There is no pair to look at.")
        for number, pair in enumerate(answer.rows, 1):
            show(pair, f"{number} of {len(answer.rows)}", out)
            if not listed and not _judged(opened_store, pair):
                break


def show(pair: ReviewPair, title: str, out: Console) -> None:
    """A pair side by side, and its reasons as a waterfall."""
    table = Table(title, "one", "other", title=f"{pair.probability:.0%} likely to be one person")
    for name in (
        "full_name",
        "known_as",
        "dob",
        "address",
        "postcode",
        "nhs",
        "upn",
        "phone",
        "household",
        "mentions",
        "mention",
    ):
        one, other = _told(pair.left, name), _told(pair.right, name)
        if one or other:
            table.add_row(name.replace("_", " "), one, other, style="bold" if one == other else None)
    out.print(table)
    widest = max(abs(step.bits) for step in pair.reasons)
    for step in pair.reasons:
        bar = "█" * max(1, round(BAR * abs(step.bits) / (widest or 1)))
        colour = "green" if step.bits > 0 else "red"
        out.print(f"  {step.feature:<14}[{colour}]{bar:<{BAR}}[/] {step.bits:+6.1f} bits, together {step.total:+6.1f}")


def _told(side: Side, name: str) -> str:
    value = getattr(side, name)
    return ", ".join(value) if isinstance(value, tuple) else str(value or "")


def _judged(store: Store, pair: ReviewPair) -> bool:
    """Ask for a verdict and keep it; False where the asked has had enough."""
    while True:
        key = typer.prompt("same? [y/n/u/s/q]", default="s", show_default=False).strip().lower()[:1]
        if key in KEYS:
            why = typer.prompt("why?", default="looked at side by side")
            uid = judge(store, pair.left.mention, pair.right.mention, KEYS[key], caller().known_as, why, date.today())
            look_again(store)
            console().print(f"kept as {uid}")
        if key in (*KEYS, "s"):
            return True
        if key == "q":
            return False
