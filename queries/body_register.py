"""Which names of organisations stand for one body: by their telling words, by a service's name, by what a team does.

Records call one body many things: its whole name, part of it, a team's or a clinic's. Nothing is merged in the graph;
an answer about bodies counts such names together and says which.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from pydantic import BaseModel, ConfigDict

from queries.area_tree import AreaTree
from queries.place_rules import Rules, rules_of
from queries.question import Row

NAMES = (
    "MATCH (o:Organisation) RETURN o.uid AS uid, o.full_name AS full_name, "
    "EXISTS { MATCH (o)<-[:WORKS_FOR]-(w:Practitioner) } AS employs, EXISTS { MATCH (o)-[:PROVIDES]->(s:Service) } AS provides "
    "ORDER BY uid"
)
AGENCIES = "MATCH (s:Source) WHERE s.agency IS NOT NULL RETURN DISTINCT s.agency AS agency ORDER BY agency"
SERVICES = (
    "MATCH (o:Organisation)-[:PROVIDES]->(s:Service) WHERE s.full_name IS NOT NULL "
    "RETURN s.full_name AS full_name, o.uid AS provider, [(s)-[:MEETS]->(n:Need) | n.uid] AS needs ORDER BY full_name, provider"
)
LONGER = {"pri": ("primary",), "sch": ("school",), "rd": ("road",), "ctr": ("centre",), "pcn": ("primary", "care", "network")}
LITTLE = frozenset(
    [
        "the",
        "of",
        "and",
        "for",
        "at",
        "in",
        "with",
        "by",
        "a",
        "an",
        "to",
        "team",
        "teams",
        "service",
        "services",
        "front",
        "door",
        "desk",
        "ltd",
        "cic",
        "limited",
        "plc",
        "inc",
    ]
)
KINDS = frozenset(
    [
        "school",
        "church",
        "pcc",
        "trust",
        "community",
        "council",
        "borough",
        "city",
        "county",
        "charity",
        "group",
        "association",
        "cio",
        "unit",
        "project",
    ]
)
"""Words that say what kind of body it is and are often left out; alone they tell none from another."""


class Function(BaseModel):
    """What a team is called by what it does, and the kind of body that runs such teams."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    words: list[str]
    run_by: list[str] = []
    meets: str | None = None


class FunctionRules(Rules):
    """queries/rules/functions.yaml, or a place's own."""

    functions: list[Function]


@dataclass(frozen=True)
class Body:
    """A body by its fullest name, with the other names that stand for it."""

    uid: str
    full_name: str
    also: tuple[str, ...] = ()


@dataclass
class BodyRegister:
    """The bodies of a place."""

    bodies: Mapping[str, Body] = field(default_factory=dict)
    """Body by the uid of any organisation that stands for it."""
    _by_kind: Mapping[int, str] = field(default_factory=dict)
    _functions: tuple[Function, ...] = ()

    def of(self, uid: str | None) -> Body | None:
        """The body of an organisation."""
        return self.bodies.get(uid) if uid else None

    def by_role(self, role: str | None) -> Body | None:
        """The body that whoever has this role works for, where roles like it are found in one body only."""
        for at, function in enumerate(self._functions):
            if role and _matches(function.words, role):
                return self.of(self._by_kind.get(at))
        return None


def body_register(place: AreaTree) -> BodyRegister:
    """The bodies that a store's organisations, sources and directories name."""
    rows, agencies = place.rows(NAMES), {_key(row["agency"]) for row in place.rows(AGENCIES)}
    areas = frozenset(word for name in place.named().values() for word in _words(name))
    anchors = {row["uid"]: row for row in rows if row["employs"] or row["provides"] or _key(row["full_name"]) in agencies}
    functions = tuple(rules_of(FunctionRules, "functions").functions)
    joined = _Joined({row["uid"]: row["full_name"] or "" for row in rows}, areas)
    joined.join_equal()
    joined.join_alike(anchors, anchors)
    services = place.rows(SERVICES)
    by_kind = {at: uid for at, one in enumerate(functions) if (uid := joined.runs(one, anchors, services)) is not None}
    joined.join_by_function(functions, by_kind, anchors)
    joined.join_alike(joined.alone(anchors), anchors)
    joined.join_by_service(services, anchors)
    rank = {uid: (_key(row["full_name"]) in agencies, row["provides"], row["employs"]) for uid, row in anchors.items()}
    return BodyRegister(joined.bodies(rank), by_kind, functions)


class _Joined:
    """Names joined into bodies, one step after another."""

    def __init__(self, names: dict[str, str], areas: frozenset[str]) -> None:
        self.names = names
        self._areas = areas
        self._cores = {uid: self._core(name) for uid, name in names.items()}
        self._of = {uid: uid for uid in names}

    def join_equal(self) -> None:
        """Join names that have the same telling words."""
        first: dict[frozenset[str], str] = {}
        for uid in sorted(self.names):
            if self._cores[uid] - self._areas:
                self._of[uid] = first.setdefault(self._cores[uid], uid)

    def join_alike(self, uids: Iterable[str], into: Iterable[str]) -> None:
        """Join names to others whose telling words are some of theirs, or theirs some of them, where these are one body."""
        index = _Words({uid: self._cores[uid] for uid in into})
        for uid in sorted(uids):
            near = index.around(self._cores[uid])
            fitting = {root for other in near if self._alike(uid, other) and (root := self._root(other)) != self._root(uid)}
            if len(fitting) == 1:
                self._of[self._root(uid)] = next(iter(fitting))

    def join_by_function(self, functions: tuple[Function, ...], by_kind: Mapping[int, str], anchors: Mapping[str, Row]) -> None:
        """Join a team that is called by what it does to the one body of the place that runs such teams."""
        for uid, name in self.names.items():
            if uid not in anchors:
                at = next((at for at, one in enumerate(functions) if at in by_kind and _matches(one.words, name)), None)
                if at is not None and self._root(uid) != self._root(by_kind[at]):
                    self._of[self._root(uid)] = self._root(by_kind[at])

    def join_by_service(self, services: list[Row], anchors: Mapping[str, Row]) -> None:
        """Join what is named like a service to whoever alone provides services named so."""
        cores = {str(at): self._core(row["full_name"]) for at, row in enumerate(services)}
        index = _Words(cores)
        for uid in self.alone(anchors):
            if len(self._cores[uid]) > 1:
                near = [at for at in index.around(self._cores[uid]) if self._fits(self._cores[uid], cores[at])]
                providers = {self._root(services[int(at)]["provider"]) for at in near}
                if len(providers) == 1:
                    self._of[self._root(uid)] = next(iter(providers))

    def alone(self, anchors: Iterable[str]) -> list[str]:
        """Names that stand for no body yet whose name an agency, employer or provider has."""
        known = {self._root(uid) for uid in anchors}
        return sorted(uid for uid in self.names if self._root(uid) not in known)

    def runs(self, function: Function, anchors: Mapping[str, Row], services: list[Row]) -> str | None:
        """The one body whose names fit a function's patterns, or that alone provides services for its need."""
        if function.meets:
            found = {self._root(row["provider"]) for row in services if function.meets in row["needs"]}
        else:
            found = {self._root(uid) for uid in anchors if _matches(function.run_by, self.names[uid])}
        return next(iter(found)) if len(found) == 1 else None

    def bodies(self, rank: Mapping[str, tuple[bool, bool, bool]]) -> dict[str, Body]:
        """Body by uid; its name is that of a source's agency, a provider or an employer, the longest of these."""
        groups: dict[str, list[str]] = defaultdict(list)
        for uid in self.names:
            groups[self._root(uid)].append(uid)
        made: dict[str, Body] = {}
        for uids in groups.values():
            best = max(uids, key=lambda uid: (rank.get(uid, (False,) * 3), len(self.names[uid]), uid))
            also = tuple(sorted({self.names[uid] for uid in uids} - {self.names[best]}))
            made |= dict.fromkeys(uids, Body(best, self.names[best], also))
        return made

    def _root(self, uid: str) -> str:
        while self._of[uid] != uid:
            uid = self._of[uid]
        return uid

    def _core(self, name: str) -> frozenset[str]:
        """The words of a name that tell it from others of its kind; all of them where it has no other."""
        words = _words(re.sub(r"\([^)]*\)", " ", name))
        return frozenset(word for word in words if word not in KINDS) or frozenset(words)

    def _alike(self, one: str, other: str) -> bool:
        return self._fits(self._cores[one], self._cores[other])

    def _fits(self, one: frozenset[str], other: frozenset[str]) -> bool:
        """Whether the words of one are all among the other's, and tell more than a place."""
        fewer = min(one, other, key=len)
        return (
            one & other == fewer
            and bool(fewer - self._areas)
            and (len(fewer) > 1 or fewer == one == other or len(next(iter(fewer))) > 5)
        )


class _Words:
    """Names by their words, so that those are found whose words are some of a name's, or have all of them."""

    def __init__(self, cores: Mapping[str, frozenset[str]]) -> None:
        self._cores = cores
        self._having: dict[str, set[str]] = defaultdict(set)
        for uid, core in cores.items():
            for word in core:
                self._having[word].add(uid)
        self._rarest: dict[str, list[str]] = defaultdict(list)
        for uid, core in cores.items():
            if core:
                self._rarest[min(core, key=lambda word: (len(self._having[word]), word))].append(uid)

    def around(self, core: frozenset[str]) -> set[str]:
        """Names with all of some words, and names with none but some of them."""
        lists = sorted((self._having.get(word, set()) for word in core), key=len)
        whole = set.intersection(*lists) if lists else set()
        return whole | {uid for word in core for uid in self._rarest.get(word, ()) if self._cores[uid] <= core}


def _matches(patterns: Iterable[str], text: str) -> bool:
    return _any_of(tuple(patterns)).search(text) is not None


@lru_cache(maxsize=256)
def _any_of(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """Any of some patterns; of none, what nothing matches."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns) or "(?!)", re.I)


def _key(name: str | None) -> str:
    return " ".join(sorted(_words(name or "")))


def _words(name: str) -> list[str]:
    """A name's words as they are compared: no plural or possessive ending, short forms written out.

    >>> _words("St Aidan's Pri"), _words("Canal St Primary"), _words("Carers' Centre")
    (['saint', 'aidan', 'primary'], ['canal', 'street', 'primary'], ['carer', 'centre'])
    """
    plain = re.findall(r"[a-z0-9]+", re.sub(r"['’]s?\b", "", name.lower().replace("&", " and ")))
    words = [("saint" if at == 0 else "street") if word == "st" else word for at, word in enumerate(plain)]
    written = [part for word in words for part in LONGER.get(word, (word,))]
    singular = (word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word for word in written)
    return [word for word in singular if word not in LITTLE]
