"""`kith apart` and `kith together`: a person's word that two mentions are two people, and taking it back."""

from datetime import date
from typing import Annotated

import typer

from api.cli_store import StoreOption, caller, opened
from ingest.offers.desk import look_again
from linkage.judgements import judge, take_back
from queries.resolve import mention_named


def apart(
    one: Annotated[str, typer.Argument(help="A mention, as FILE#KEY/FIELD.")],
    other: Annotated[str, typer.Argument(help="Another, as FILE#KEY/FIELD.")],
    why: Annotated[str, typer.Option("--why", help="The reason, kept with the judgement.")],
    store: StoreOption = None,
) -> None:
    """Say that two mentions are not the same person; a merge of them is undone."""
    with opened(store) as opened_store:
        a, b = mention_named(opened_store, one), mention_named(opened_store, other)
        print(judge(opened_store, a, b, "different", caller().known_as, why, date.today()))
        look_again(opened_store)


def together(
    judgement: Annotated[str, typer.Argument(help="The judgement that `kith apart` printed.")], store: StoreOption = None
) -> None:
    """Take a judgement back; the graph is as it was before it."""
    with opened(store) as opened_store:
        take_back(opened_store, judgement, caller().known_as, date.today())
        look_again(opened_store)
