"""Small files, written where a test needs one."""

from pathlib import Path

from ingest.suggesting.draft import Draft
from ingest.suggesting.suggestion import suggest

PATIENTS = (
    "NHS No,Surname,Forename,DOB,Post Code,HV,Last Visit,Outcome,Fav colour",
    "9992000074,Rowe,Skye,09/09/2010,ZX2 3QF,Grace Mensah,03/03/2026,seen,crimson",
    "9992000333,Clarke,Winston,18/03/1951,ZX4 2LM,Helen Dewhurst,04/03/2026,discharged,turquoise",
    "9992000482,Amadi,Chidi,29/07/2016,ZX4 2LP,Grace Mensah,05/03/2026,seen,",
)


def drafted(folder: Path, *lines: str, name: str = "list.csv") -> Draft:
    """The draft for a file of these lines."""
    file = folder / name
    file.write_text("\n".join(lines) + "\n", "utf-8")
    return suggest(file)
