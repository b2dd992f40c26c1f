"""A place of three families, their records and whatever notes a test writes."""

from pathlib import Path

from ingest.place import Place, load_place
from tests.ingest.village import TODAY

PLACE = """
place: Hamlet
as_of: 2026-10-31
sources:
  - {file: cases.csv, mapping: cases.yaml}
  - {file: "notes/*", mapping: notes.yaml}
"""
CASES = """
source: cases
agency: Hamlet Council
reads: {format: csv}
key: No
subject: subject
recorded_on: {column: Seen, clean: date}
nodes:
  subject:
    label: Mention
    props:
      full_name: {column: Name, clean: person_name}
      dob: {column: DOB, clean: birth_date}
      address: {column: Address, clean: address}
      postcode: {column: Postcode, clean: postcode}
  mother:
    label: Mention
    field: Mother
    props: {full_name: {column: Mother, clean: person_name}}
  worker:
    label: Practitioner
    props: {full_name: {column: Worker, clean: practitioner_name}}
edges:
  - {from: subject, type: RELATED_TO, to: mother, props: {kin: {const: mother}}}
  - from: worker
    type: SUPPORTS
    to: subject
    props: {capacity: {column: Role}, last: {column: Seen, clean: date}, strength: {const: relationship}}
"""
NOTES = """
source: notes
agency: Hamlet partners
reads: {format: note}
"""
CASE_ROWS = [
    "No,Name,DOB,Address,Postcode,Mother,Worker,Role,Seen",
    "C1001,Kasia Bell,01/02/2015,3 Mill Lane,ZX1 1AA,Ola Bell,Tunde Bakare,health visitor,01/10/2026",
    "C1002,Filip Bell,05/06/2017,3 Mill Lane,ZX1 1AA,Ola Bell,Tunde Bakare,health visitor,01/10/2026",
    "C2001,Kasia Moor,07/08/2016,9 Mill Lane,ZX1 1AA,Una Moor,Gwen Hale,social worker,01/10/2026",
    "C3001,Ravi Shah,09/10/2014,1 High St,ZX1 1AB,Mira Shah,Gwen Hale,social worker,01/10/2026",
]


def write(folder: Path, **notes: str) -> Place:
    """The place in a folder, with these notes by name."""
    (folder / "notes").mkdir(parents=True, exist_ok=True)
    for name, text in (("place.yaml", PLACE), ("cases.yaml", CASES), ("notes.yaml", NOTES)):
        (folder / name).write_text(text, "utf-8")
    (folder / "cases.csv").write_text("\n".join(CASE_ROWS) + "\n", "utf-8")
    for name, text in notes.items():
        (folder / "notes" / f"{name}.txt").write_text(text, "utf-8")
    return load_place(folder, TODAY)
