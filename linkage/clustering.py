"""From scored pairs to clusters: the likeliest joins first, each weighed against all pairs it would make.

A chain of pairs that are each likely makes no cluster by itself: two clusters are joined when the bits of
all compared pairs between them, together, say so; what must not be together never is.
"""

import heapq
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

Pair = tuple[int, int]
NONE: frozenset[str] = frozenset()


@dataclass
class Clusters:
    """Records in clusters that grow by joining."""

    of: dict[int, int] = field(default_factory=dict)
    members: dict[int, list[int]] = field(default_factory=dict)
    between: dict[int, dict[int, tuple[float, int]]] = field(default_factory=dict)
    """The bits of all compared pairs between two clusters, together, and how many pairs those are."""
    apart: dict[int, set[int]] = field(default_factory=dict)
    origins: dict[int, set[int]] | None = None
    """Where each file is free of duplicates: the files that a cluster has a record of."""
    numbers: dict[int, tuple[frozenset[str], ...]] | None = None
    """The identifiers of a cluster, a set for each kind: two of one kind are two people."""

    def add(self, one: int, origin: int | None = None) -> None:
        """A record as a cluster of its own."""
        if one not in self.of:
            self.of[one], self.members[one], self.between[one], self.apart[one] = one, [one], {}, set()
            if self.origins is not None and origin is not None:
                self.origins[one] = {origin}

    def forbidden(self, a: int, b: int) -> bool:
        """Whether two clusters must not be one."""
        if b in self.apart[a] or (self.origins is not None and self.origins[a] & self.origins[b]):
            return True
        if self.numbers is None:
            return False
        # A cluster of two numbers is what somebody judged to be one: it has either.
        return any(x and y and not (x <= y or y <= x) for x, y in zip(self.numbers[a], self.numbers[b], strict=True))

    def weigh(self, one: int, other: int, bits: float) -> None:
        """Say what a pair of records says for their being one."""
        a, b = self.of[one], self.of[other]
        if a != b:
            self._weigh(a, b, bits, 1)

    def _weigh(self, a: int, b: int, bits: float, pairs: int) -> None:
        before = self.between[a].get(b, (0.0, 0))
        self.between[a][b] = self.between[b][a] = (before[0] + bits, before[1] + pairs)

    def part(self, one: int, other: int) -> None:
        """Say that two records are never together."""
        a, b = self.of[one], self.of[other]
        self.apart[a].add(b)
        self.apart[b].add(a)

    def worth(self, a: int, b: int, unsaid: float) -> float:
        """What joining two clusters would be worth in bits; a pair that was not compared counts `unsaid`."""
        bits, pairs = self.between[a][b]
        return bits + unsaid * (len(self.members[a]) * len(self.members[b]) - pairs)

    def join(self, a: int, b: int) -> int:
        """Make one cluster of two; returns the larger's name, which it keeps."""
        if len(self.members[a]) < len(self.members[b]):
            a, b = b, a
        for one in self.members[b]:
            self.of[one] = a
        self.members[a] += self.members.pop(b)
        for other, (bits, pairs) in self.between.pop(b).items():
            del self.between[other][b]
            if other != a:
                self._weigh(a, other, bits, pairs)
        if self.origins is not None:
            self.origins[a] |= self.origins.pop(b)
        if self.numbers is not None:
            self.numbers[a] = tuple(x | y for x, y in zip(self.numbers[a], self.numbers.pop(b), strict=True))
        for other in self.apart.pop(b):
            self.apart[other].discard(b)
            self.apart[other].add(a)
            self.apart[a].add(other)
        return a


def cluster(
    size: int,
    pairs: Iterable[tuple[int, int, float]],
    together: Iterable[Pair] = (),
    apart: Iterable[Pair] = (),
    unsaid: float = 0.0,
    distinct: Sequence[int] | None = None,
    numbers: Sequence[tuple[str | None, ...]] | None = None,
) -> list[list[int]]:
    """Clusters of the records 0 to size-1, each in order, by their first record.

    `pairs` have bits, positive for one person; `unsaid` bits are taken for each pair that was not compared.
    `distinct` has each record's file where every file is free of duplicates: no cluster has two of one file.
    `numbers` has each record's identifiers, one of each kind: no cluster has two of a kind that differ.
    `together` comes first and holds unless `apart` says otherwise; `apart` always holds.
    """
    pairs, together, apart = list(pairs), sorted(together), list(apart)
    found = Clusters(origins=None if distinct is None else {})
    named = [*((a, b) for a, b, _ in pairs), *together, *apart]
    for one in dict.fromkeys(one for pair in named for one in pair):
        found.add(one, None if distinct is None else distinct[one])
    if numbers is not None:
        found.numbers = {one: tuple(frozenset((number,)) if number else NONE for number in numbers[one]) for one in found.of}
    for a, b in apart:
        found.part(a, b)
    for a, b in together:
        one, other = found.of[a], found.of[b]
        if one != other and other not in found.apart[one]:
            found.join(one, other)
    for a, b, bits in pairs:
        found.weigh(a, b, bits)
    _contract(found, unsaid)
    rest = [[one] for one in range(size) if one not in found.of]
    return sorted([*(sorted(group) for group in found.members.values()), *rest])


def _contract(found: Clusters, unsaid: float) -> None:
    """Join the two clusters with most said for it, until nothing says more for than against."""
    heap: list[tuple[float, int, int]] = []

    def offer(a: int, b: int) -> None:
        if (worth := found.worth(a, b, unsaid)) > 0:
            heapq.heappush(heap, (-worth, min(a, b), max(a, b)))

    for a, near in found.between.items():
        for b in near:
            if a < b:
                offer(a, b)
    while heap:
        negative, a, b = heapq.heappop(heap)
        current = a in found.members and b in found.between[a] and found.worth(a, b, unsaid) == -negative
        if not current or found.forbidden(a, b):
            continue
        kept = found.join(a, b)
        for other in list(found.between[kept]):
            offer(kept, other)
