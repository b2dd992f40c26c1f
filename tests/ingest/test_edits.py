"""After any series of edits to its files the graph is that of a clean run of the files as they now are."""

import csv
import os
import random
from pathlib import Path

import pytest

from graph import export
from graph.embedded import EmbeddedStore
from graph.store import Store
from ingest.load import ingest
from ingest.place import load_place
from linkage import crowds
from tests.ingest.village import PLACE, ROLL, ROLL_ROWS, TODAY, VISIT_ROWS, VISITS

SERIES = int(os.environ.get("KITH_EDITS", "12"))
"""`make soak` asks for more."""
EDITS = 5
DIRECTORY = """
source: {source}
agency: {agency}
reads: {{format: csv}}
key: No
nodes:
  service:
    label: Service
    key: [{{column: Service}}]
    props:
      full_name: {{column: Service}}
      description: {{column: About}}
      url: {{column: Web}}
  provider:
    label: Organisation
    key: [{{column: Provider, clean: organisation_name}}]
    described: true
    props:
      full_name: {{column: Provider, clean: organisation_name}}
      url: {{column: Site}}
      description: {{column: Postcode}}
edges:
  - {{from: provider, type: PROVIDES, to: service}}
"""
SERVICES = [
    "No,Service,About,Web,Provider,Site,Postcode",
    "1,Warm Room,Soup and company,https://a.example,St Anne's,https://anne.example,ZX1 1AA",
    "2,Toy Library,,https://b.example,St Anne's,,ZX1 1AA",
    "3,Debt Advice,Talk it over,,Village Advice,https://advice.example,",
    "4,Chair Games,For over sixties,,Village Sports,,ZX1 1AB",
    "5,Walks,,,Village Sports,https://sports.example,",
]
OTHER = [
    SERVICES[0],
    "9,Warm Room,A warm room,,St Anne's,https://stanne.example,ZX1 1AC",
    "10,Walks,On Sundays,,Village Sports,,",
]
PLACEHOLDERS = [
    'V7,"ASH, Una",03/04/1951,ZX1 1AD,9999999999,06/01/2026,"Moss, Tracy"',
    'V8,"POE, Gil",05/06/1962,ZX1 1AE,9999999999,07/01/2026,"Moss, Tracy"',
    'V9,"HOY, Lou",07/08/1973,ZX1 1AF,9999999999,08/01/2026,"Moss, Tracy"',
]
AGAIN = [
    'V4,"LEE, Ann",01/02/2015,ZX1 1AA,9991001018,09/01/2026,"Moss, Tracy"',
    'V0,"LEE, Ann",01/02/2015,ZX1 1AA,9991001018,10/01/2026,"Moss, Tracy"',
    'V5,"RAY, Eve",07/08/2016,ZX1 1AA,,11/01/2026,"Moss, Tracy"',
]
FILES = {"roll": ROLL_ROWS, "visits": [*VISIT_ROWS, *AGAIN, *PLACEHOLDERS], "services": SERVICES, "library": OTHER}


@pytest.mark.parametrize("series", range(SERIES))
def test_edits_leave_the_graph_of_a_clean_run(tmp_path: Path, series: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crowds, "CROWD", (crowds.CROWD, 1, 2)[series % 3])
    rng = random.Random(series)
    files = {name: list(rows) for name, rows in FILES.items()}
    edited = EmbeddedStore(tmp_path / "edited")
    told = []
    for number in range(EDITS):
        told.append(_edit(files, rng))
        _ingest(tmp_path, files, edited)
        clean = EmbeddedStore(tmp_path / f"clean{number}")
        _ingest(tmp_path, files, clean)
        lost, over = _apart(clean, edited)
        assert (lost, over) == ([], []), f"after {told}"
        clean.close()
    edited.close()


def test_a_crowd_that_is_gone_leaves_the_graph_of_a_clean_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crowds, "CROWD", 2)
    files = {"visits": FILES["visits"]}
    edited, clean = EmbeddedStore(tmp_path / "edited"), EmbeddedStore(tmp_path / "clean")
    _ingest(tmp_path, files, edited)
    _ingest(tmp_path, {"visits": files["visits"][:-1]}, edited)
    _ingest(tmp_path, {"visits": files["visits"][:-1]}, clean)
    assert len(clean.read("MATCH (a:Mention)-[e:MAY_BE]->(b:Mention) WHERE a.nhs = b.nhs RETURN a.uid AS uid")) == 1
    assert _apart(clean, edited) == ([], [])
    edited.close()
    clean.close()


def _edit(files: dict[str, list[str]], rng: random.Random) -> str:
    """Change the files in one way: a row goes, comes back, a value is changed, blanked, or taken from another row."""
    name = rng.choice(sorted(files))
    rows, whole = files[name], FILES[name]
    kind = rng.choice(["drop", "restore", "blank", "copy", "mark"])
    at = rng.randrange(1, len(rows)) if len(rows) > 1 else 0
    if kind == "restore" or not at:
        files[name] = list(whole)
    elif kind == "drop":
        del rows[at]
    else:
        fields, other = csv.reader([rows[at], rng.choice(rows[1:])])
        # Without its first column a row would go into quarantine, and its last good version would rightly stay.
        column = rng.randrange(2, len(fields))
        fields[column] = {"blank": "", "mark": "address withheld", "copy": other[column]}[kind]
        rows[at] = ",".join(f'"{field}"' for field in fields)
    return f"{kind} {name} {at}"


def _ingest(folder: Path, files: dict[str, list[str]], store: Store) -> None:
    place = folder / "place"
    place.mkdir(exist_ok=True)
    listed = "\n".join(f"  - {{file: {name}.csv, mapping: {name}.yaml}}" for name in files)
    (place / "place.yaml").write_text(f"{PLACE.split('sources:')[0]}sources:\n{listed}\n", "utf-8")
    mappings = {"roll": ROLL, "visits": VISITS}
    for name, rows in files.items():
        (place / f"{name}.csv").write_text("\n".join(rows) + "\n", "utf-8")
        text = mappings.get(name) or DIRECTORY.format(source=name, agency=f"Keeper of the {name}")
        (place / f"{name}.yaml").write_text(text, "utf-8")
    ingest(store, load_place(place, TODAY), accept_withdrawals=True)


def _apart(clean: Store, edited: Store) -> tuple[list[str], list[str]]:
    """What a clean run has and the edited graph lacks, and the other way round."""
    one, other = ({str(sorted(row.items())) for row in _rows(store)} for store in (clean, edited))
    return sorted(one - other), sorted(other - one)


def _rows(store: Store) -> list[dict[str, object]]:
    return [row for row in store.export() if row.get("label") not in export.VOLATILE]
