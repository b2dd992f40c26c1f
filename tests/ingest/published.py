"""Published data to read in tests, and what a mapping of ingest/sources says of a file."""

import json
import os
from datetime import date
from pathlib import Path
from typing import Any

from graph.statement import RecordSaid
from ingest.cleaners import Context
from ingest.counts import Counts
from ingest.inspection import Inspection
from ingest.mapper import Mapped, Mapper
from ingest.mapping import Mapping, load_mapping
from ingest.readers import READERS
from ingest.run import check_columns

ROOT = Path(__file__).parents[2]
SHARED = Path(os.environ.get("KITH_SHARED") or ROOT.parent / "shared" / "data")
ABSENT = f"no published data in {SHARED}; set KITH_SHARED to have them"
PROFILE = SHARED / "open_referral" / "uk-profile-3.0"
HSDS = SHARED / "open_referral" / "hsds-3.0"
MOCKS = SHARED / "open_referral" / "validator_mocks" / "V3.0-UK-Default"
AS_OF = date(2026, 1, 1)
AREAS = {"trafford": "E08000009"}


def mapping(name: str) -> Mapping:
    """A mapping of ingest/sources."""
    return load_mapping(ROOT / "ingest" / "sources" / f"{name}.yaml")


def mapped(used: Mapping, file: Path) -> tuple[list[Mapped], Counts]:
    """Every row of a file, mapped and looked at."""
    mapper = Mapper(used, file.name, Context(AS_OF, system=used.source, areas=AREAS))
    inspection, counts, found = Inspection(used), Counts(used.source), []
    for at, row in enumerate(READERS[used.reads.format](file, used.reads)):
        if at == 0:
            check_columns(used, row, file.name)
        found.append(mapper.map(row))
        counts.take(found[-1].verdict)
        inspection.look(row, counts)
    return found, counts


def said(name: str, file: Path) -> list[RecordSaid]:
    """What every row of a file says that can be taken in."""
    return [one.said for one in mapped(mapping(name), file)[0] if one.said is not None]


def properties(records: list[RecordSaid], label: str) -> dict[str, Any]:
    """The properties of all nodes of a label; of several nodes the last counts."""
    return {
        name: value for one in records for node in one.nodes if node.label == label for name, value in node.properties.items()
    }


def edges(records: list[RecordSaid]) -> set[tuple[str, str, str, str]]:
    """Edges as type, label of start, label of end, end."""
    return {(edge.type, edge.start_label, edge.end_label, edge.end) for record in records for edge in record.edges}


def write(file: Path, found: Any) -> Path:
    """A JSON document on disk."""
    file.write_text(json.dumps(found), "utf-8")
    return file
