"""A place of few people, one of whom must not be found: rows a test changes, and what is asked of them."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from graph.caller import Caller
from graph.store import Store
from ingest.load import Outcome, ingest
from ingest.place import Place, load_place
from queries.question import Answer, Question
from queries.reader import Reader

PLACE = """
place: Hamlet
as_of: 2026-10-31
sources:
  - {file: care.csv, mapping: care.yaml}
  - {file: fernhill_roll.csv, mapping: roll.yaml}
"""
CARE = """
source: care
agency: Hamlet Council Children's Social Care
reads: {format: csv}
key: ID
subject: subject
nodes:
  subject:
    label: Mention
    props:
      full_name: {column: Name, clean: person_name}
      dob: {column: DOB, clean: birth_date}
      nhs: {column: NHS, clean: nhs_number}
      address: {column: Address, clean: address}
      postcode: {column: Postcode, clean: postcode}
  worker:
    label: Practitioner
    props: {full_name: {column: Worker, clean: practitioner_name}}
edges:
  - from: worker
    type: SUPPORTS
    to: subject
    props: {capacity: {const: social worker}, last: {column: Seen, clean: date}, words: Remark}
"""
ROLL = """
source: fernhill_roll
agency: Fernhill Primary
reads: {format: csv}
key: Adm No
subject: subject
nodes:
  school: {label: Organisation, props: {full_name: {column: School, clean: organisation_name}}}
  subject:
    label: Mention
    props:
      full_name: {column: Name, clean: person_name}
      dob: {column: DOB, clean: birth_date}
      nhs: {column: NHS, clean: nhs_number}
      address: {column: Address, clean: address}
      postcode: {column: Postcode, clean: postcode}
  parent:
    label: Mention
    field: Parent
    props: {full_name: {column: Parent, clean: person_name}, nhs: {column: Parent NHS, clean: nhs_number}}
  pastoral:
    label: Practitioner
    props: {full_name: {column: Pastoral, clean: practitioner_name}, organisation: {column: School, clean: organisation_name}}
edges:
  - {from: subject, type: ATTENDS, to: school}
  - {from: subject, type: RELATED_TO, to: parent, props: {kin: {const: mother}}}
  - from: pastoral
    type: SUPPORTS
    to: subject
    props: {capacity: {const: pastoral lead}, strength: {const: relationship}}
"""
CARE_ROWS = (
    "ID,Name,DOB,NHS,Address,Postcode,Worker,Seen,Remark",
    "C1,Tomas Quill,15/09/2018,9991009124,,,Una Marsh,01/10/2026,seen at home. DO NOT DISCLOSE",
    "C2,Edda Vance,01/01/1990,,5 High St,ZX1 1AA,Ivor Penn,02/10/2026,settled",
)
OPEN_CARE_ROWS = (CARE_ROWS[0], CARE_ROWS[1].replace(". DO NOT DISCLOSE", ""), *CARE_ROWS[2:])
"""The same with the mark taken off."""
ROLL_ROWS = (
    "School,Adm No,Name,DOB,NHS,Address,Postcode,Parent,Parent NHS,Pastoral",
    "Fernhill Primary,A1,Tomas Quill,2018-09-15,9991009124,12 Moss Row,ZX4 7LN,Petra Quill,9991009019,Jo Head",
    "Fernhill Primary,A2,Sibby Quill,2016-02-03,,12 Moss Row,ZX4 7LN,Petra Quill,9991009019,Jo Head",
    "Fernhill Primary,A3,Olaf Brandt,2016-05-05,,8 High St,ZX1 1AA,Inga Brandt,,Jo Head",
)


def write(folder: Path, files: Mapping[str, str | Sequence[str]] | None = None) -> Place:
    """The place in a folder; `files` takes the place of files of its own, or stands beside them."""
    folder.mkdir(exist_ok=True)
    own: dict[str, str | Sequence[str]] = {
        "place.yaml": PLACE,
        "care.yaml": CARE,
        "roll.yaml": ROLL,
        "care.csv": CARE_ROWS,
        "fernhill_roll.csv": ROLL_ROWS,
    }
    for name, text in (own | dict(files or {})).items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text if isinstance(text, str) else "\n".join(text) + "\n", "utf-8")
    return load_place(folder, date(2026, 10, 31))


def take_in(store: Store, place: Place) -> Outcome:
    """Take the place in."""
    return ingest(store, place, accept_withdrawals=True)


def reversed_sources(place: Place) -> Place:
    """The same place, its sources read in the opposite order."""
    return replace(place, supplies=place.supplies[::-1])


def ordinary(store: Store) -> Reader:
    """A reader for a caller who may not see where restricted people are."""
    return Reader(store, Caller("test", "direct care"))


def cleared(store: Store) -> Reader:
    """A reader for one who may."""
    return Reader(store, Caller("test", "direct care", cleared=True))


def asked(store: Store, question: Question[object], see_all: bool = False) -> Answer[object]:
    """The answer to a question, for an ordinary caller or a cleared one."""
    return (cleared if see_all else ordinary)(store).ask(question)


def told(store: Store, question: Question[object]) -> str:
    """All that an ordinary caller is told."""
    return json.dumps(asked(store, question).as_json(), ensure_ascii=False)
