"""Where does this place start from?"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from nlp.codelist import label_of, wide_code
from queries.covering import is_active, leaves_of
from queries.needs_of_people import borne_by_people
from queries.population import residents
from queries.question import Asked, Evidence, Question, Row, chosen
from queries.suppression import RULE, rounded, told

SECTIONS = (
    "people",
    "needs",
    "referrals",
    "services",
    "assets",
    "strategy",
    "staff survey",
    "leadership interview",
    "community",
    "spend",
)
REFERRALS = "MATCH (g:Referral) RETURN g.outcome AS outcome, g.referred_on AS referred_on, count(g) AS times ORDER BY outcome, referred_on"


@dataclass(frozen=True)
class Finding:
    """One line of the starting point: a count, a priority that somebody stated, an answer that staff gave."""

    item: str
    section: str
    """people, needs, referrals, services, assets; strategy, staff survey, community engagement …; spend."""
    told: str
    figure: float | None
    """The number behind it; none where it is too small to be told, or where there is none."""
    said_on: date | None
    bodies: tuple[str, ...]
    """Whose strategy, survey or offer it is."""
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Baseline(Question[Finding]):
    """A place's starting point in one report: people, needs, referrals, services, assets, strategies, surveys and spend."""

    answer: ClassVar[type] = Finding
    area: str | None = chosen(None, "only for this area", label="Area")
    section: str | None = chosen(None, "only this section")

    def respond(self, rows: Sequence[Row], asked: Asked) -> tuple[tuple[Finding, ...], tuple[str, ...]]:
        """Lines by section, the larger first."""
        ordered = sorted(rows, key=lambda row: (row["kind"], row["uid"], row["record"]))
        here = [row for row in ordered if self._is_here(row, asked) and (row["said_on"] is None or row["said_on"] <= asked.as_of)]
        lines = [*_people(self.area, asked), *_needs(self.area, asked), *_referrals(asked), *_offers(here), *_statements(here)]
        kept = [line for line in lines if self.section in (None, line.section)]
        return tuple(sorted(kept, key=_order)), tuple(_unseen(here, kept))

    def _is_here(self, row: Row, asked: Asked) -> bool:
        if self.area is None or not row["areas"]:
            return True
        return bool(leaves_of(row, asked.place) & asked.place.smallest(self.area))


def _people(area: str | None, asked: Asked) -> Iterator[Finding]:
    wanted = asked.place.smallest(area) if area else None
    people = [one for one in residents(asked) if wanted is None or one.area in wanted]
    names = asked.place.named()
    yield _counted("people", "whom records know", len(people))
    for name, counts in (
        ("aged", Counter(one.age for one in people)),
        ("in", Counter(names.get(one.area, one.area) for one in people)),
    ):
        yield from (_counted("people", f"{name} {value}", count) for value, count in sorted(counts.items()))


def _needs(area: str | None, asked: Asked) -> Iterator[Finding]:
    wanted = asked.place.smallest(area) if area else None
    people: dict[str, set[str]] = defaultdict(set)
    for one in borne_by_people(asked):
        if wanted is None or one.area in wanted:
            people[label_of(wide_code(one.code))].add(one.person)
    yield from (_counted("needs", label, len(found)) for label, found in sorted(people.items()))


def _referrals(asked: Asked) -> Iterator[Finding]:
    counts: Counter[str] = Counter()
    for row in asked.place.rows(REFERRALS):
        if row["referred_on"] is None or row["referred_on"] <= asked.as_of:
            counts[(row["outcome"] or "nothing said").replace("_", " ")] += row["times"]
    for outcome, count in sorted(counts.items()):
        share = f" of {told(counts.total())}" if rounded(count) else ""
        yield Finding(outcome, "referrals", f"{told(count, 'none')}{share}", rounded(count), None, (), ())


def _counted(section: str, item: str, count: int) -> Finding:
    shown = rounded(count)
    return Finding(item, section, told(count), shown, None, (), ())


def _offers(rows: Iterable[Row]) -> Iterator[Finding]:
    """Active services and assets by need, each with its listings."""
    by_need: dict[tuple[str, str], dict[str, Row]] = defaultdict(dict)
    for row in rows:
        if row["kind"] in ("service", "asset") and is_active(row):
            for need in row["needs"] or ["no need told"]:
                by_need[row["section"], need][row["uid"]] = row
    for (section, need), found in sorted(by_need.items()):
        bodies = tuple(sorted({body for row in found.values() for body in row["bodies"]}))
        evidence = tuple(Evidence(row["record"], row["said_on"], row["item"]) for _, row in sorted(found.items()))
        yield Finding(need, section, f"{len(found)} active", len(found), None, bodies, evidence)


def _statements(rows: Iterable[Row]) -> Iterator[Finding]:
    """What strategies, surveys and people of the place say, and money that was given."""
    for row in sorted(rows, key=lambda row: (row["record"], row["uid"])):
        if row["kind"] in ("statement", "grant"):
            yield Finding(
                section=row["section"] or "strategy",
                item=row["item"] or ", ".join(sorted(row["needs"])) or "stated",
                told=_statement_told(row),
                figure=row["amount"] if row["amount"] is not None else row["share"],
                said_on=row["said_on"],
                bodies=tuple(sorted(set(row["bodies"]))),
                evidence=(Evidence(row["record"], row["said_on"], row["words"]),),
            )


def _statement_told(row: Row) -> str:
    if row["amount"] is not None:
        return f"£{row['amount']:,.0f}"
    if row["share"] is not None:
        asked = f" of {row['asked']:,} asked" if row["asked"] else ""
        return f"{row['share']:.0%}{asked}: {row['words'] or ''}".rstrip(": ")
    return row["words"] or ""


def _unseen(rows: Sequence[Row], lines: Sequence[Finding]) -> Iterator[str]:
    yield RULE
    yield "Restricted people are counted nowhere; people of whom there is no record are not seen"
    sections = {row["section"] for row in rows if row["kind"] == "statement"}
    if not sections:
        yield "No strategy, survey or conversation has been taken in: map them to the label Statement"
    if not any(line.section == "spend" for line in lines):
        yield "No spend is recorded"


def _order(line: Finding) -> tuple[int, str, float, str, str]:
    at = SECTIONS.index(line.section) if line.section in SECTIONS else len(SECTIONS)
    return at, line.section, -(line.figure or 0), line.item, line.evidence[0].record if line.evidence else ""
