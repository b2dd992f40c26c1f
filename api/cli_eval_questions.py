"""`kith eval questions`: how near the questions' answers come to what is known to be true of a place."""

from pathlib import Path
from typing import Annotated

import typer

from api.cli_store import JsonOption


def eval_questions(
    place: Annotated[Path, typer.Argument(help="A folder that has a place.yaml.")],
    truth: Annotated[
        Path | None, typer.Option(help="The folder of its truth: questions.jsonl and its tables; else PLACE/truth.")
    ] = None,
    only: Annotated[str | None, typer.Option(help="One question, by its name.")] = None,
    way: Annotated[
        str | None, typer.Option(help="One way: `facts` puts the truth's facts of notes and tags in; `raw` does not.")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Ask a place's questions with the truth's facts as input, and from what is taken in alone; score both."""
    from importlib import import_module

    import_module("benchmarks.questions.run").main(place, truth, only, way, as_json)
