"""Which practitioners may be one worker: records of several agencies name one person in several ways.

Nothing is merged. An answer that would else name a worker twice, or miss that two records mean one, says so itself.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import combinations

from queries.question import Asked, Row
from queries.referrals import same_body

SAME_SURNAME = (
    "UNWIND $uids AS uid MATCH (w:Practitioner {uid: uid}) MATCH (n:Practitioner) WHERE n.surname = w.surname "
    "RETURN DISTINCT n.uid AS uid, n.full_name AS full_name, n.organisation AS organisation, n.informal AS informal ORDER BY uid"
)
COLLEAGUES = (
    "UNWIND $uids AS uid MATCH (w:Practitioner {uid: uid})-[:WORKS_FOR]->(o:Organisation)<-[:WORKS_FOR]-(n:Practitioner) "
    "WHERE n.informal = true AND w.informal = true "
    "RETURN DISTINCT n.uid AS uid, n.full_name AS full_name, n.organisation AS organisation, n.informal AS informal ORDER BY uid"
)
TITLES = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "prof",
        "rev",
        "fr",
        "father",
        "sister",
        "imam",
        "pc",
        "pcso",
        "dc",
        "ds",
        "di",
        "sgt",
        "sergeant",
        "inspector",
        "nurse",
    ]
)


class Namesakes:
    """Practitioners in groups that may be one worker each."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self.by_uid = {row["uid"]: row for row in rows}
        self._group: dict[str, set[str]] = {uid: {uid} for uid in self.by_uid}
        self._chief: dict[str, str] = {}
        blocks = self._blocks()
        for one, other in sorted({pair for block in blocks for pair in self._alike(block)}):
            employed = self.by_uid[one]["organisation"] is not None and self.by_uid[other]["organisation"] is not None
            if employed and may_be_one(self.by_uid[one], self.by_uid[other]):
                self._join(one, other)
        beside: dict[str, set[str]] = defaultdict(set)
        for block in blocks:
            for uid in block:
                if self.by_uid[uid]["organisation"] is None:
                    beside[uid] |= block
        for uid in sorted(beside):
            self._join_unemployed(uid, sorted(beside[uid]))

    def _blocks(self) -> list[set[str]]:
        """Those who need comparing: of one surname, or two volunteers of one body, who often go by a forename alone."""
        found: dict[tuple[str, str], set[str]] = defaultdict(set)
        for uid, row in self.by_uid.items():
            words = _words(row["full_name"] or "")
            found["surname", words[-1] if words else ""].add(uid)
            if row.get("informal") and row["organisation"]:
                found["body", row["organisation"]].add(uid)
        return list(found.values())

    def _alike(self, block: Collection[str]) -> Iterator[tuple[str, str]]:
        """Those of a block who may be called alike: of one surname and initial, or of whom only one name is told."""
        fellows: dict[tuple[str, str], list[str]] = defaultdict(list)
        single = []
        for uid in sorted(block):
            words = _words(self.by_uid[uid]["full_name"] or "")
            if len(words) > 1:
                fellows[words[-1], words[0][0]].append(uid)
            else:
                single.append(uid)
        for found in fellows.values():
            yield from combinations(found, 2)
        yield from ((min(one, other), max(one, other)) for one in single for other in block if one != other)

    def _join_unemployed(self, uid: str, others: Iterable[str]) -> None:
        """Somebody of whom no employer is told is one of a group only where no other group fits as well."""
        fitting = {
            id(self._group[other]): other for other in others if uid != other and may_be_one(self.by_uid[uid], self.by_uid[other])
        }
        if len(fitting) == 1:
            self._join(uid, next(iter(fitting.values())))

    def of(self, uid: str) -> frozenset[str]:
        """All practitioners who may be the same worker, the one asked about among them."""
        return frozenset(self._group.get(uid, {uid}))

    def chief(self, uid: str) -> str:
        """The one of them that stands for all: the one named most fully, with an employer before one without."""
        if uid not in self._chief:
            self._chief[uid] = min(self.of(uid), key=self._rank)
        return self._chief[uid]

    def known(self, uid: str) -> Row:
        """What is known of the one that stands for all."""
        return self.by_uid[self.chief(uid)]

    def _join(self, one: str, other: str) -> None:
        joined = self._group[one] | self._group[other]
        # Two of one group who cannot be one person keep the groups apart.
        ordered = sorted(joined)
        if all(_fit(self.by_uid[a], self.by_uid[b]) for at, a in enumerate(ordered) for b in ordered[at + 1 :]):
            for uid in joined:
                self._group[uid] = joined

    def _rank(self, uid: str) -> tuple[bool, bool, int, str]:
        row = self.by_uid.get(uid, {})
        words = _words(row.get("full_name") or "")
        return (row.get("organisation") is None, len(words) < 2 or len(words[0]) < 2, -len(row.get("full_name") or ""), uid)


def namesakes_of(uids: Collection[str], asked: Asked) -> Namesakes:
    """The groups of some practitioners, with all others who may be one of them."""
    found: dict[str, Row] = {}
    for text in (SAME_SURNAME, COLLEAGUES):
        found |= {row["uid"]: row for row in asked.place.rows(text, uids=sorted(uids))} if uids else {}
    return Namesakes(found.values())


def may_be_one(one: Mapping[str, object], other: Mapping[str, object]) -> bool:
    """Whether two practitioners may be one worker: names that fit, and one employer, or one of whom none is told.

    >>> may_be_one({"full_name": "C Hill", "organisation": "Northgate Housing Options"}, {"full_name": "Carl Hill", "organisation": "Housing Options"})
    True
    >>> may_be_one({"full_name": "Carl Hill", "organisation": "Police"}, {"full_name": "Carl Hill", "organisation": "Housing Options"})
    False
    """
    employers = (one.get("organisation"), other.get("organisation"))
    if None in employers:
        return _called_alike(str(one["full_name"]), str(other["full_name"]), strictly=True)
    return _called_alike(str(one["full_name"]), str(other["full_name"])) and same_body(str(employers[0]), str(employers[1]))


def _fit(one: Mapping[str, object], other: Mapping[str, object]) -> bool:
    """Whether nothing speaks against two being one: names that fit, and no two employers."""
    employers = (one.get("organisation"), other.get("organisation"))
    return _called_alike(str(one["full_name"]), str(other["full_name"])) and (
        None in employers or same_body(str(employers[0]), str(employers[1]))
    )


def _called_alike(one: str, other: str, strictly: bool = False) -> bool:
    """Whether two names may be one person's; strictly, only where both give a forename or its initial."""
    first, second = _words(one), _words(other)
    if not first or not second:
        return False
    if len(first) > 1 and len(second) > 1:
        return first[-1] == second[-1] and (first[0] == second[0] or _initial(first[0], second[0]))
    if strictly:
        return False
    short, long = sorted((first, second), key=len)
    return short[0] in (long[0], long[-1])


def _initial(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) == 1 and long.startswith(short)


@lru_cache(maxsize=16_384)
def _words(full_name: str) -> tuple[str, ...]:
    words: list[str] = re.findall(r"[^\W\d_]+", re.sub(r"['’]", "", full_name.lower()))
    return tuple(word for word in words if word not in TITLES) or tuple(words)
