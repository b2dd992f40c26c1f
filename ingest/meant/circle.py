"""The circle of a note: whom it can mean, because of whose number, full name or worker stands in it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from graph.store import Store
from ingest.cleaners.names import folded, ordered
from ingest.meant import asking
from ingest.meant.asking import Row
from ingest.meant.choice import NOBODY, Candidate, Choice, choose, namesakes
from ingest.meant.kin import related
from ingest.meant.names import FULL, by_initials, by_surname, how_well, surname_of, works_as
from ingest.meant.roles import ONE, in_role

NUMBERED, NAMED, INITIALLED, OWN_CASE, OTHERS_CASE, SURNAMED = 1.0, 0.95, 0.8, 0.85, 0.7, 0.7
"""How near a family is to a note: its number in the head, a member's full name, or name with an initial, the writer
records say works with it, somebody else named in the note does, its surname alone in the head."""
TWO_NAMES, MOST = 0.1, 0.97
"""What it adds that two names of a note fit two members of a family, and where that ends."""
BESIDE_HEADED = 0.8
"""What another family is worth beside those whom a note's head names, by number or by name."""
WOMEN, MEN = frozenset({"mrs", "ms", "miss"}), frozenset({"mr"})
Near = tuple[float, str]


@dataclass(frozen=True)
class Circle:
    """The people of the families near a note, and the practitioners named in it or known to those families."""

    store: Store
    people: Mapping[str, Sequence[Row]]
    """By person: what records say of them."""
    near: Mapping[str, Near]
    """By family: how near it is to the note, and why."""
    named_workers: Sequence[Row]
    staff: Sequence[Row]
    """Practitioners of the bodies that the note's head names."""
    numbered: frozenset[str]
    """Mentions that the note's own references name."""
    subject: Candidate | None
    about: frozenset[str] = frozenset()
    """The families of those whom the note's names turned out to mean."""

    def person(self, name: str, title: str = "") -> Choice:
        """Who is meant by a name among the people near."""
        return choose(one for person in self.people for one in self._as_person(person, name, title))

    def relative(self, kin: str, of: str) -> Choice:
        """Who is meant by a kin word of a person who is known."""
        owner = next((person for person, rows in self.people.items() if any(row["uid"] == of for row in rows)), None)
        if owner is None:
            return NOBODY
        return choose(
            self._candidate(person, sure * self._nearness(person)[0], f"{kin} by a record")
            for one in self._of_one_name(owner)
            for person, sure in related(kin, one, self.kin).items()
            if person in self.people
        )

    def known(self, uid: str) -> Candidate | None:
        """Somebody whom a person said is meant, by a mention in a record; None where that record is gone."""
        rows = self.store.read(asking.BY_MENTION, uid=uid)
        return Candidate(uid, rows[0]["shown"] or rows[0]["full_name"] or "", 1.0, "a person said so") if rows else None

    def shares_name(self, name: str) -> bool:
        """Whether somebody near has the surname of a name."""
        return any(surname_of(name) == surname_of(row["full_name"]) for rows in self.people.values() for row in rows)

    def family_of(self, uid: str) -> str | None:
        """The family of whom a mention in a record stands for."""
        return next((rows[0]["family"] for rows in self.people.values() if any(row["uid"] == uid for row in rows)), None)

    def in_role(self, role: str) -> Candidate | None:
        """The one practitioner known to the note's families who has a role."""
        return one_worker(in_role(role, self.helpers), ONE, f"{role} of the family")

    def practitioner(self, name: str) -> Candidate | None:
        """The one practitioner who can go by a name; of one name in two services the fuller, then the first."""
        fitting = [row for row in self.workers if works_as(name, row["full_name"])]
        exact = [row for row in fitting if folded(ordered(name)) == folded(row["full_name"])]
        return one_worker(
            exact or fitting, how_well(name, (exact or fitting or [{"full_name": ""}])[0]["full_name"], None), "name"
        )

    def initialled(self, initials: str) -> Candidate | None:
        """The one practitioner known to the note's families who has these initials."""
        return one_worker([row for row in self.workers if by_initials(initials, row["full_name"])], ONE, "initials")

    @cached_property
    def helpers(self) -> list[Row]:
        """Those whom records say work with the note's families, and as what."""
        return asking.of_families(self.store, asking.HELPERS, self.about)

    @cached_property
    def kin(self) -> list[Row]:
        """Who is whose kin in the note's families, by records."""
        return asking.of_families(self.store, asking.KIN, self.about)

    @cached_property
    def workers(self) -> list[Row]:
        """Practitioners who are known to the note's families, named in it in full, or of a body its head names."""
        rows = {row["uid"]: row for row in (*self.helpers, *self.named_workers, *self.staff)}
        return [row for _, row in sorted(rows.items())]

    @cached_property
    def headed(self) -> frozenset[str]:
        """Mentions that the note's own head names by their number, or all members where it gives none."""
        return frozenset(
            first(rows) for rows in self.people.values() if not self.numbered or any(row["uid"] in self.numbered for row in rows)
        )

    def _as_person(self, person: str, name: str, title: str) -> Iterable[Candidate]:
        rows = self.people[person]
        fits = max(how_well(name, full, row["known_as"]) for row in rows for full in (row["full_name"], row["shown"]))
        if title and len(name.split()) == 1:
            fits = max(fits, by_surname(name, (row["full_name"] for row in rows)) if _bears(title, rows) else 0.0)
        if fits:
            near, why = self._nearness(person)
            yield self._candidate(person, fits * near, why)

    def _of_one_name(self, person: str) -> list[str]:
        """A person, and others of the same name whom no date of birth tells from them."""
        own = self._candidate(person, 1.0, "")
        others = ((one, self._candidate(one, 1.0, "")) for one in self.people)
        return [one for one, other in others if len(list(namesakes([own, other]))) == 1]

    def _nearness(self, person: str) -> Near:
        return self.near.get(self.people[person][0]["family"], (0.0, ""))

    def _candidate(self, person: str, sure: float, why: str) -> Candidate:
        rows = self.people[person]
        born = next((row["dob"] for row in rows if row["dob"]), None)
        shown = rows[0]["shown"] or rows[0]["full_name"] or ""
        return Candidate(first(rows), shown, round(sure, 2), why, born=born, records=len(rows))


@dataclass(frozen=True)
class Head:
    """What a note's first lines say: references, names, bodies and the writer."""

    keys: Sequence[str] = ()
    names: Sequence[str] = ()
    bodies: Sequence[str] = ()
    author: str | None = None


def circle_of(store: Store, head: Head, names: Sequence[str]) -> Circle:
    """The circle of a note with a head, and with these names in all of it."""
    author = head.author
    by_number = asking.people_by_number(store, head.keys)
    surnames = [name for name in head.names if " " not in name]
    by_name = [*asking.people_by_name(store, names), *asking.people_by_surname(store, surnames)]
    workers = asking.workers_by_name(store, dict.fromkeys([*names, *([author] if author else [])]))
    loads = asking.caseloads(store, (row["uid"] for row in workers))
    near = nearness(by_number, by_name, workers, loads, head)
    people: dict[str, list[Row]] = {}
    for row in asking.of_families(store, asking.MEMBERS, near):
        people.setdefault(row["person"], []).append(row)
    near = doubled(near, people, names)
    staff = asking.staff_of(store, head.bodies)
    circle = Circle(store, people, near, workers, staff, frozenset(row["uid"] for row in by_number), _subject(by_number, people))
    return replace(circle, about=_about(circle, names, by_number))


def nearness(
    by_number: Sequence[Row], by_name: Sequence[Row], workers: Sequence[Row], loads: Mapping[str, set[str]], head: Head
) -> dict[str, Near]:
    """How near each family is to a note, by the best of its reasons."""
    near: dict[str, Near] = {}

    def said(family: str, how: float, why: str) -> None:
        if how > near.get(family, (0.0, ""))[0]:
            near[family] = (how, why)

    headed = {row["family"] for row in by_name if row["name"] in head.names and " " in row["name"]}
    beside = BESIDE_HEADED if by_number or headed else 1.0
    for row in by_number:
        said(row["family"], NUMBERED, "number in the head")
    for row in by_name:
        fits = how_well(row["name"], row["shown"], row["known_as"])
        how = NAMED if fits == FULL or row["family"] in headed else INITIALLED if fits else SURNAMED
        said(row["family"], how if row["family"] in headed else how * beside, "name in the note")
    for worker in workers:
        own = head.author is not None and bool(works_as(head.author, worker["full_name"]))
        for family in loads.get(worker["uid"], ()):
            said(
                family,
                (OWN_CASE if own else OTHERS_CASE) * beside,
                "works with the writer" if own else "works with somebody named",
            )
    return near


def doubled(near: Mapping[str, Near], people: Mapping[str, Sequence[Row]], names: Sequence[str]) -> dict[str, Near]:
    """The same, where two of a note's names fit two members of a family and so bear one another out."""
    pairs: dict[str, set[tuple[str, str]]] = {}
    for person, rows in people.items():
        for name in dict.fromkeys(names):
            if any(how_well(name, row["full_name"], row["known_as"]) for row in rows):
                pairs.setdefault(rows[0]["family"], set()).add((folded(name), person))
    return {
        family: (max(how, min(MOST, how + TWO_NAMES)) if _two(pairs.get(family, set())) else how, why)
        for family, (how, why) in near.items()
    }


def one_worker(rows: Sequence[Row], sure: float, why: str) -> Candidate | None:
    """The one practitioner of some rows, who may stand in several services; None where they are two people."""
    full = {folded(row["full_name"].split()[-1]) for row in rows if len(row["full_name"].split()) > 1}
    if not rows or len(full) > 1:
        return None
    best = min(rows, key=lambda row: (-len(row["full_name"]), row["uid"]))
    return Candidate(best["uid"], best["full_name"], sure, why, best["organisation"])


def first(rows: Sequence[Row]) -> str:
    """The mention that stands for a person: the first of theirs in the order of keys."""
    return min(str(row["uid"]) for row in rows)


def _subject(by_number: Sequence[Row], people: Mapping[str, Sequence[Row]]) -> Candidate | None:
    """The one person whose number a note gives."""
    if len({row["person"] for row in by_number}) != 1:
        return None
    rows = people[by_number[0]["person"]]
    return Candidate(first(rows), rows[0]["shown"] or "subject", 1.0, "number in the head")


def _about(circle: Circle, names: Sequence[str], by_number: Sequence[Row]) -> frozenset[str]:
    family = {first(rows): rows[0]["family"] for rows in circle.people.values()}
    meant = (circle.person(name).meant for name in dict.fromkeys(names))
    return frozenset({family[one.uid] for one in meant if one is not None} | {row["family"] for row in by_number})


def _two(pairs: set[tuple[str, str]]) -> bool:
    return len({name for name, _ in pairs}) > 1 and len({person for _, person in pairs}) > 1


def _bears(title: str, rows: Sequence[Row]) -> bool:
    """Whether somebody may have a title: by their sex, where a record says it."""
    word, sexes = title.strip(" .").lower(), {str(row["sex"])[:1].upper() for row in rows if row["sex"]}
    return not sexes or (word in WOMEN and "F" in sexes) or (word in MEN and "M" in sexes) or word not in WOMEN | MEN
