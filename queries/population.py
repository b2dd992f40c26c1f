"""Who lives in each area, as a table about many: by age, sex and area."""

from collections.abc import Iterable
from dataclasses import dataclass

from queries.months import age_on
from queries.question import Asked
from queries.residence import areas_of

BANDS = ((0, 4), (5, 10), (11, 17), (18, 24), (25, 64), (65, 150))
"""Ages as services divide them: before school, primary, secondary, young adults, adults, later life."""
UNKNOWN = "not recorded"
PEOPLE = (
    "MATCH (p:Person)<-[:SAME_AS]-(n:Mention)<-[:SAYS]-(r:Record) WHERE r.form <> 'note' AND coalesce(p.restricted, false) = false "
    "WITH DISTINCT p RETURN p.uid AS person, p.dob AS born, [(p)<-[:SAME_AS]-(m:Mention) | m.sex] AS sexes ORDER BY person"
)


@dataclass(frozen=True)
class Resident:
    """Somebody as a table about many counts them."""

    person: str
    age: str
    sex: str
    area: str


def residents(asked: Asked) -> list[Resident]:
    """Everybody whom registers know, and not notes alone, which name people of anywhere.

    Restricted people are in none of it: even a count can tell that somebody is there.
    """
    rows = asked.place.rows(PEOPLE)
    areas = areas_of(asked.place, (row["person"] for row in rows), asked.as_of)
    return [
        Resident(
            row["person"],
            band_of(age_on(row["born"], asked.as_of)),
            _sex(row["sexes"]),
            areas.get(row["person"], UNKNOWN),
        )
        for row in rows
    ]


def band_of(age: int | None) -> str:
    """The band that an age is in.

    >>> band_of(4), band_of(70), band_of(None)
    ('0-4', '65+', 'not recorded')
    """
    if age is None:
        return UNKNOWN
    low, high = next(band for band in BANDS if band[0] <= age <= band[1])
    return f"{low}-{high}" if high < BANDS[-1][1] else f"{low}+"


def _sex(told: Iterable[str | None]) -> str:
    """The sex that all records who say one agree on."""
    said = {sex for sex in told if sex}
    return said.pop() if len(said) == 1 else UNKNOWN
