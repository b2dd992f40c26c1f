"""`kith demo`: the sample place from records to answers, in one go."""

import tempfile
from datetime import date
from importlib.resources import as_file, files
from itertools import islice
from pathlib import Path

from api.cli_ingest import report
from api.cli_store import reader_of
from api.console import console
from api.show import show
from graph.opening import open_store
from ingest import quarantine
from ingest.load import ingest
from ingest.place import load_place
from queries.service_overlaps import ServiceOverlaps
from queries.who_knows_family import WhoKnowsFamily

FAMILIES = ("childrens_social_care.csv#1100231", "early_help.json#EHA-2026-0142/family_members:Callum Doyle")
NEIGHBOURHOOD = "Millbrook"


def demo() -> None:
    """Take in Harrowdale, a fictional borough, and ask who knows two families and which services overlap."""
    screen = console()
    folder = Path(tempfile.mkdtemp(prefix="kith-demo-"))
    with as_file(files("examples").joinpath("harrowdale")) as sample:
        store = open_store(str(folder))
        try:
            screen.rule("Harrowdale, a fictional borough: what was read")
            report(ingest(store, load_place(sample, date.today())), as_json=False)
            screen.print(f"{quarantine.how_many(store)} rows wait in quarantine, such as:")
            for row in islice(quarantine.listed(store), 3):
                screen.print(f"  {row['file']} {row['row_key']}: {row['problems'][0]['what']}. {row['problems'][0]['cure']}")
            reader = reader_of(store)
            for family in FAMILIES:
                screen.rule(f"Who already knows the family of {family}?")
                show(reader.ask(WhoKnowsFamily(family=family)), screen)
            screen.rule(f"Which services overlap in {NEIGHBOURHOOD}?")
            show(reader.ask(ServiceOverlaps(area=NEIGHBOURHOOD)), screen)
        finally:
            store.close()
    screen.rule("Go on")
    screen.print(f"The API:  kith serve --store {folder}  then open http://127.0.0.1:8000/graphql")
    screen.print(f"Ask:      kith ask find --words Hartley --store {folder}")
