"""Who is in crisis, and who is on the brink of it?"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from graph.errors import QuestionError
from queries.months import age_on
from queries.place_rules import rules_of
from queries.question import Asked, Evidence, Question, Row, chosen, locating
from queries.residence import areas_of, people_in
from queries.strains import Strain, Verdict, WobblingRules, evidence_of, judged

KNOWERS = (
    "UNWIND $uids AS uid MATCH (p:Person {uid: uid})<-[:SAME_AS]-(m:Mention)<-[s:SUPPORTS]-(w:Practitioner) "
    "WHERE s.ended IS NULL AND s.last >= $since AND s.last <= $day "
    "RETURN uid AS person, w.full_name AS full_name, max(s.last) AS last ORDER BY person, last DESC, full_name"
)
KNOWERS_SHOWN = 5
STRAINS_OF = (
    "UNWIND $uids AS uid MATCH (p:Person {uid: uid})<-[:SAME_AS]-(m:Mention)<-[a:ABOUT]-(g:Signal) "
    "WHERE g.polarity IN ['present', 'measured'] AND coalesce(a.experiencer, 'self') = 'self' "
    "MATCH (p)-[:MEMBER_OF]->(f:Family) MATCH (g)<-[:SAYS]-(r:Record) "
    "WHERE coalesce(g.observed_on, r.recorded_on) >= $since AND coalesce(g.observed_on, r.recorded_on) <= $until "
    "RETURN p.uid AS person, p.full_name AS full_name, p.dob AS born, p.restricted AS restricted, f.uid AS family, "
    "g.uid AS strain, g.code AS code, g.words AS words, g.value AS value, g.observed_on AS observed_on, g.polarity AS polarity, "
    "g.span_from AS span_from, g.span_to AS span_to, g.guarded AS guarded, "
    "r.file_key AS record, r.recorded_on AS recorded_on, r.restricted AS record_restricted, r.form AS form "
    "ORDER BY person, record, strain"
)
"""What the question's text reads of everybody, of some people."""
UNPLACED = "Whoever lives there and no record tells in which area"


@dataclass(frozen=True)
class Wobble:
    """Somebody whose strains the rules count as crisis or as wobbling: every strain shown, none weighed in secret."""

    person: str
    full_name: str | None
    status: str
    """crisis, or wobbling."""
    why: str
    """The rule that says so."""
    trend: str
    """new, rising, steady or easing: the later half of the months that count beside the earlier."""
    age: int | None
    family: str
    area: str | None = locating()
    """The smallest area they live in, as far as records show."""
    strains: tuple[Strain, ...] = ()
    known_to: tuple[str, ...] = ()
    """Who has had contact with them of late, the latest first."""
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True)
class Wobbling(Question[Wobble]):
    """People in crisis and those on the brink of it, by published rules that a place may edit, each with every strain behind it."""

    answer: ClassVar[type] = Wobble
    area: str | None = chosen(None, "only who lives in this area, or in one inside it", label="Area")
    status: str | None = chosen(None, "only `crisis`, or only `wobbling`")

    def __post_init__(self) -> None:
        if self.status not in (None, "crisis", "wobbling"):
            raise QuestionError(f"there is no status {self.status!r}", "Ask for crisis or wobbling")

    def days(self, day: date) -> Row:
        """The months that the rules look at."""
        return rules_of(WobblingRules, "wobbling").days(day)

    def respond(self, rows: Sequence[Row], asked: Asked) -> tuple[tuple[Wobble, ...], tuple[str, ...]]:
        """Those whom the rules pick out, in crisis first; and what the answer cannot see."""
        rules = rules_of(WobblingRules, "wobbling")
        here = people_in(asked.place, self.area, asked.as_of) if self.area else None
        if here is not None:
            rows = asked.place.rows(STRAINS_OF, uids=sorted(here), **self.days(asked.as_of)) if here else []
        people = by_person(rows, asked)
        verdicts = {uid: judged(said, rules, asked.as_of, asked.cleared) for uid, said in people.items()}
        picked = {uid: one for uid, one in verdicts.items() if one.status != "neither" and self.status in (None, one.status)}
        areas = here if here is not None else areas_of(asked.place, picked, asked.as_of)
        knowers = _knowers(list(picked), asked)
        found = [_wobble(uid, people[uid], verdicts[uid], areas.get(uid), knowers[uid], asked) for uid in picked]
        return tuple(sorted(found, key=_order)), (rules.told(), *unseen(asked, self.area is not None))


def by_person(rows: Sequence[Row], asked: Asked) -> dict[str, list[Row]]:
    """Strains by person; those of restricted people, and all that restricted records tell, are left to a cleared caller."""
    people: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if asked.cleared or not (row["restricted"] or row["record_restricted"]):
            people[row["person"]].append(row)
    return people


def unseen(asked: Asked, of_area: bool) -> tuple[str, ...]:
    """What an answer about everybody's strains cannot see; said alike whether or not there is any."""
    told = (
        []
        if asked.cleared
        else ["Whoever is restricted, and what restricted records tell, is in no such answer but a cleared caller's"]
    )
    told += [UNPLACED] if of_area else []
    return (*told, "Strains that no record or note tells, or tells of somebody it does not name so that they are known")


def _knowers(people: Sequence[str], asked: Asked) -> dict[str, list[str]]:
    known: dict[str, list[str]] = defaultdict(list)
    rows = asked.place.rows(KNOWERS, uids=sorted(people), since=asked.current_since, day=asked.as_of) if people else []
    for row in rows:
        if row["full_name"] not in known[row["person"]] and len(known[row["person"]]) < KNOWERS_SHOWN:
            known[row["person"]].append(row["full_name"])
    return known


def _wobble(uid: str, rows: list[Row], verdict: Verdict, area: str | None, known_to: list[str], asked: Asked) -> Wobble:
    counted = {(one.record, one.code, one.said_on) for one in verdict.strains}
    behind = [row for row in rows if (row["record"], row["code"], row["observed_on"] or row["recorded_on"]) in counted]
    born: date | None = rows[0]["born"]
    return Wobble(
        person=uid,
        full_name=rows[0]["full_name"],
        status=verdict.status,
        why=verdict.why,
        trend=verdict.trend,
        age=age_on(born, asked.as_of),
        family=rows[0]["family"],
        area=area,
        strains=verdict.strains,
        known_to=tuple(known_to),
        evidence=evidence_of(behind, uid, asked.cleared),
    )


def _order(found: Wobble) -> tuple[bool, int, str, str]:
    return (found.status != "crisis", -len(found.strains), found.full_name or "", found.person)
