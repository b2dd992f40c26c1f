"""A place of two files, small enough to read in a test."""

from datetime import date
from pathlib import Path

from ingest.place import Place, load_place

TODAY = date(2026, 10, 31)
PLACE = """
place: Village
as_of: 2026-10-31
sources:
  - {file: roll.csv, mapping: roll.yaml}
  - {file: visits.csv, mapping: visits.yaml}
"""
ROLL = """
source: roll
agency: Village School
reads: {format: csv}
key: No
subject: subject
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
  teacher:
    label: Practitioner
    props: {full_name: {column: Teacher, clean: practitioner_name}}
edges:
  - {from: subject, type: RELATED_TO, to: mother, props: {kin: {const: mother}}}
  - from: teacher
    type: SUPPORTS
    to: subject
    props: {capacity: {const: teacher}, strength: {const: relationship}}
"""
VISITS = """
source: visits
agency: Village Health
reads: {format: csv}
key: Visit
subject: subject
recorded_on: {column: Day, clean: date}
nodes:
  subject:
    label: Mention
    props:
      full_name: {column: Name, clean: person_name}
      dob: {column: DOB, clean: birth_date}
      postcode: {column: Postcode, clean: postcode}
      nhs: {column: NHS, clean: nhs_number}
  visitor:
    label: Practitioner
    props: {full_name: {column: Visitor, clean: practitioner_name}}
edges:
  - from: visitor
    type: SUPPORTS
    to: subject
    props: {capacity: {const: health visitor}, last: {column: Day, clean: date}, strength: {const: relationship}}
"""
ROLL_ROWS = [
    "No,Name,DOB,Address,Postcode,Mother,Teacher",
    "1,Ann Lee,01/02/2015,3 Mill Lane,ZX1 1AA,Bea Lee,C Dodd",
    "2,Dan Lee,05/06/2017,3 Mill Lane,ZX1 1AA,Bea Lee,C Dodd",
    "3,Eve Ray,07/08/2016,9 Mill Lane,ZX1 1AA,Fay Ray,G Hale",
    "4,Ian Orr,09/10/2014,1 High St,ZX1 1AB,Joy Orr,G Hale",
    "5,Kit Orr,11/12/2012,1 High St,ZX1 1AB,Joy Orr,G Hale",
]
VISIT_ROWS = [
    "Visit,Name,DOB,Postcode,NHS,Day,Visitor",
    'V1,"LEE, Ann",01/02/2015,ZX1 1AA,9991001018,03/10/2026,"Moss, Tracy"',
    'V2,"LEE, Dan",05/06/2017,ZX1 1AA,,04/10/2026,"Moss, Tracy"',
    'V3,"RAY, Eve",07/08/2016,ZX1 1AA,,05/01/2026,"Moss, Tracy"',
]


def write(folder: Path, roll: list[str] = ROLL_ROWS, visits: list[str] = VISIT_ROWS) -> Place:
    """The place in a folder, with these rows."""
    folder.mkdir(exist_ok=True)
    for name, text in (("place.yaml", PLACE), ("roll.yaml", ROLL), ("visits.yaml", VISITS)):
        (folder / name).write_text(text, "utf-8")
    (folder / "roll.csv").write_text("\n".join(roll) + "\n", "utf-8")
    (folder / "visits.csv").write_text("\n".join(visits) + "\n", "utf-8")
    return load_place(folder, TODAY)
