"""A place of two wards, one service and nobody else, in which a community organisation registers what it offers."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from graph.caller import Caller
from graph.store import Store
from ingest.load import ingest
from ingest.offers.desk import Kept, register
from ingest.offers.form import Form
from ingest.place import Place, load_place
from queries.question import Question
from queries.reader import Reader

DAY = date(2026, 11, 1)
PLACE = """
place: Hollow
as_of: 2026-10-31
sources:
  - {file: areas.csv, mapping: areas.yaml}
  - {file: services.csv, mapping: services.yaml}
"""
AREAS = """
source: areas
agency: Hollow Council
reads: {format: csv}
key: Code
nodes:
  area: {label: Area, key: [Code], props: {full_name: Name}}
  around: {label: Area, key: [In], reference: true}
edges:
  - {from: area, type: PART_OF, to: around, when: {column: In, empty: false}}
"""
SERVICES = """
source: services
agency: Hollow Council
reads: {format: csv}
key: No
nodes:
  service: {label: Service, props: {full_name: Name, confirmed_on: {column: Seen, clean: date}}}
  provider: {label: Organisation, props: {full_name: Provider}}
  need: {label: Need, key: [code], each: {column: Need, clean: need_terms}}
  area: {label: Area, key: [Area], reference: true}
edges:
  - {from: provider, type: PROVIDES, to: service}
  - {from: service, type: MEETS, to: need}
  - {from: service, type: COVERS, to: area}
"""
AREA_ROWS = "Code,Name,In\nE08000001,Hollow,\nE05000001,Low Moor,E08000001\nE05000002,High Moor,E08000001\n"
SERVICE_ROWS = "No,Name,Provider,Need,Area,Seen\nS1,Council meals,Hollow Council,Food,E05000001,01/10/2026\n"
LUNCH = Form("Low Moor Lunch Club", "Friday lunch", "service", ("food",), areas=("Low Moor",), capacity="12")
HALL = Form("Low Moor Lunch Club", "The hall", "asset", ("community space",), areas=("Low Moor",), ages="50+")


def write(folder: Path) -> Place:
    """The place in a folder."""
    folder.mkdir(exist_ok=True)
    files = {"place.yaml": PLACE, "areas.yaml": AREAS, "services.yaml": SERVICES}
    for name, text in (files | {"areas.csv": AREA_ROWS, "services.csv": SERVICE_ROWS}).items():
        (folder / name).write_text(text, "utf-8")
    return load_place(folder, DAY)


def take_in(store: Store, folder: Path) -> Store:
    """The place in a store."""
    ingest(store, write(folder))
    return store


def offer(store: Store, form: Form = LUNCH, on: date = DAY, **other: Any) -> Kept:
    """Register a form, with some of it otherwise."""
    return register(store, replace(form, **other), "mo", on)


def rows(store: Store, question: Question[Any]) -> tuple[Any, ...]:
    """An ordinary caller's answer, row by row."""
    return Reader(store, Caller("test", "direct care")).ask(question, DAY).rows
