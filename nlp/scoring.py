"""How near an extraction comes to the marks of a person, by the marking scheme's own rules."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from nlp.extraction import FLAGS

Note = Mapping[str, Any]
LABELS = ("PERSON", "FAMILY", "ROLE", "ORG", "PLACE", "DATE", "NEED")


@dataclass(frozen=True)
class Measure:
    """Counts of what was right, what was marked and what was found."""

    right: int = 0
    gold: int = 0
    found: int = 0

    def __add__(self, other: Measure) -> Measure:
        return Measure(self.right + other.right, self.gold + other.gold, self.found + other.found)

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of what was marked that was found."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.gold + self.found
        return 2 * self.right / both if both else 0.0


Table = dict[tuple[str, str], Measure]


def score(gold: Sequence[Note], predicted: Sequence[Note]) -> Table:
    """Measures by (register, row); rows are "strict PERSON", "overlap NEED", "negated", "KIN" and so on.

    Both sides are notes as in dev.jsonl, paired by id; register "all" sums the others.
    """
    found = {note["id"]: note for note in predicted}
    table: Table = defaultdict(Measure)
    for note in gold:
        other = found.get(note["id"], {"entities": [], "relations": []})
        for row, measure in score_note(note, other):
            for register in {"all", note.get("register", "all")}:
                table[register, row] += measure
    return dict(table)


def score_note(gold: Note, found: Note) -> Iterator[tuple[str, Measure]]:
    """The measures of one note."""
    pairs: list[tuple[Note, Note]] = []
    for label in LABELS:
        marked = [e for e in gold["entities"] if e["label"] == label]
        guessed = [e for e in found["entities"] if e["label"] == label]
        exact = {(e["start"], e["end"]) for e in marked} & {(e["start"], e["end"]) for e in guessed}
        matched = match(marked, guessed)
        pairs += matched
        for kind, right in (("strict", len(exact)), ("overlap", len(matched))):
            yield f"{kind} {label}", Measure(right, len(marked), len(guessed))
            yield f"{kind} all", Measure(right, len(marked), len(guessed))
    yield from score_needs(gold, found, [p for p in pairs if p[0]["label"] == "NEED"])
    yield from score_relations(gold, found)


def touches(one: Note, two: Note) -> bool:
    """Whether two spans share a character."""
    return bool(one["start"] < two["end"] and two["start"] < one["end"])


def match(marked: Iterable[Note], guessed: Sequence[Note]) -> list[tuple[Note, Note]]:
    """Pairs of touching spans, exact ones first, each taken once."""
    marked, left, pairs = list(marked), list(guessed), []
    for exact in (True, False):
        for one in list(marked):
            for two in left:
                same = (one["start"], one["end"]) == (two["start"], two["end"])
                if same or (not exact and touches(one, two)):
                    pairs.append((one, two))
                    marked.remove(one)
                    left.remove(two)
                    break
    return pairs


def score_needs(gold: Note, found: Note, pairs: Sequence[tuple[Note, Note]]) -> Iterator[tuple[str, Measure]]:
    """The flags and the experiencer of the needs that were found."""
    for flag in FLAGS:
        right = sum(bool(a.get(flag)) and bool(b.get(flag)) for a, b in pairs)
        yield flag, Measure(right, sum(bool(a.get(flag)) for a, _ in pairs), sum(bool(b.get(flag)) for _, b in pairs))
    marked, guessed = Joined(gold), Joined(found)
    right = sum(marked.same(a.get("experiencer"), guessed, b.get("experiencer")) for a, b in pairs)
    yield "experiencer", Measure(right, len(pairs), len(pairs))


@dataclass(frozen=True)
class Joined:
    """A note's mentions, where one stands for all that NAMED_AS and same_as join to it."""

    note: Note

    def cluster(self, id: str | None) -> list[Note]:
        """The mentions that stand for the same as one does."""
        wanted, grew = {id}, True
        links = [(r["head"], r["tail"]) for r in self.note["relations"] if r["type"] == "NAMED_AS"]
        links += [(e["id"], e["same_as"]) for e in self.note["entities"] if e.get("same_as")]
        while grew:
            more = {b for a, b in links if a in wanted} | {a for a, b in links if b in wanted}
            grew = not more <= wanted
            wanted |= more
        return [e for e in self.note["entities"] if e["id"] in wanted]

    def same(self, mine: str | None, other: Joined, theirs: str | None) -> bool:
        """Whether two ends, one from each side, mean the same."""
        if mine == "subject" or theirs == "subject":
            return mine == theirs
        ours, found = self.cluster(mine), other.cluster(theirs)
        return any(touches(a, b) for a in ours for b in found)


def kind_of(type: str) -> str:
    """The class a relation counts in: helping and knowing are one."""
    return "SUPPORTS" if type == "KNOWS" else type


def score_relations(gold: Note, found: Note) -> Iterator[tuple[str, Measure]]:
    """Relations with class and both ends right, each counted once."""
    marked, guessed = Joined(gold), Joined(found)
    wanted = {(kind_of(r["type"]), r["head"], r["tail"]): r for r in gold["relations"]}
    left = list({(kind_of(r["type"]), r["head"], r["tail"]): r for r in found["relations"]})
    rights: dict[str, int] = defaultdict(int)
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for type, _, _ in left:
        counts[type][1] += 1
    for type, head, tail in wanted:
        counts[type][0] += 1
        for one in left:
            if one[0] == type and marked.same(head, guessed, one[1]) and marked.same(tail, guessed, one[2]):
                rights[type] += 1
                left.remove(one)
                break
    for type, (wants, finds) in counts.items():
        yield type, Measure(rights[type], wants, finds)
        yield "relations", Measure(rights[type], wants, finds)


def show(table: Table, register: str = "all") -> str:
    """The table of one register as text: precision, recall, F1, how many were marked."""
    lines = [f"{register:22} {'P':>6} {'R':>6} {'F1':>6} {'marked':>7}"]
    for (which, row), m in sorted(table.items()):
        if which == register:
            lines.append(f"{row:22} {m.precision:6.2f} {m.recall:6.2f} {m.f1:6.2f} {m.gold:7}")
    return "\n".join(lines)
