"""The command line: results on stdout, progress and errors on stderr."""

import sys

import typer

from api.cli_ask import ask_app, questions
from api.cli_bench import bench
from api.cli_demo import demo
from api.cli_eval import eval_app
from api.cli_extract import extract
from api.cli_facts import fact_app
from api.cli_forget import forget, retain
from api.cli_harvest import harvest_command
from api.cli_huddle import huddle_app
from api.cli_ingest import ingest_command
from api.cli_judge import apart, together
from api.cli_link import link_app
from api.cli_map import map_app
from api.cli_meant import meant_app
from api.cli_notes import pseudonymise, train_app
from api.cli_offer import offer_app
from api.cli_quarantine import quarantine_app
from api.cli_review import review
from api.cli_runs import runs_command
from api.cli_saved import saved_app
from api.cli_schema import schema
from api.cli_serve import serve
from graph.errors import KithError

app = typer.Typer(
    help="Kith knows who already knows a family, and what a place already has.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.add_typer(ask_app, name="ask")
app.add_typer(link_app, name="link")
app.add_typer(quarantine_app, name="quarantine")
app.add_typer(map_app, name="map")
app.add_typer(eval_app, name="eval")
app.add_typer(fact_app, name="fact")
app.add_typer(huddle_app, name="huddle")
app.add_typer(saved_app, name="saved")
app.add_typer(meant_app, name="meant")
app.add_typer(offer_app, name="offer")
app.add_typer(train_app, name="train")
app.command("pseudonymise")(pseudonymise)
app.command("demo")(demo)
app.command("ingest")(ingest_command)
app.command("forget")(forget)
app.command("retain")(retain)
app.command("harvest")(harvest_command)
app.command("runs")(runs_command)
app.command("questions")(questions)
app.command("serve")(serve)
app.command("extract")(extract)
app.command("schema")(schema)
app.command("bench")(bench)
app.command("apart")(apart)
app.command("together")(together)
app.command("review")(review)


def main() -> None:
    """Run a command; a mistake of the user's ends in one message, never in a traceback."""
    try:
        app()
    except KithError as wrong:
        print(f"kith: {wrong}", file=sys.stderr)
        sys.exit(1)
    except BrokenPipeError:
        sys.exit(0)
