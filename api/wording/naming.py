"""Whom or what a question's words name in the graph."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.utils import default_process

from api.wording.tokens import Token, runs
from queries.resolve import Option

ALIKE, MOST = 85.0, 5
"""How like a name words must be, and how many that are as like are told."""
NEAR_BEST, BY_A_MEMBER = 5.0, 0.95
Options = Callable[[str, str], list[Option]]
"""The nodes of a label that words may mean."""


@dataclass(frozen=True)
class Meant:
    """A node that some of the words may name."""

    start: int
    end: int
    uid: str
    words: str
    told: str
    sure: float
    """1 for a name just as written; a family named by somebody in it is less likely meant than they themselves."""


def meant(options: Options, label: str, text: str, words: Sequence[Token], taken: Sequence[tuple[int, int]]) -> list[Meant]:
    """The likeliest nodes of a label that words left over may name: of the first stretch that names any."""
    for stretch in runs(list(words), taken):
        written = text[stretch[0].start : stretch[-1].end]
        scored = [(_likeness(written, label, one), one) for one in options(label, _singular(written, label))]
        best = max((likeness for (likeness, _), _ in scored), default=0.0)
        if best >= ALIKE:
            near = [(told, one) for told, one in scored if told[0] >= max(ALIKE, best - NEAR_BEST)]
            near.sort(key=lambda pair: (-pair[0][1], -pair[0][0], -len(pair[1].names), pair[1].uid))
            ends = stretch[0].start, stretch[-1].end
            return [Meant(*ends, one.uid, written, f"the {label.lower()} {one.told}", told[1]) for told, one in near[:MOST]]
    return []


def _likeness(written: str, label: str, option: Option) -> tuple[float, float]:
    """How like the words the nearest of a node's names is, and how sure it is that the node is meant."""
    asked = default_process(_singular(written, label))
    own = [default_process(part) for part in (option.full_name or "").split(" / ")]
    by_name = max((_one(asked, name) for name in own if name), default=0.0)
    by_member = max((_one(asked, default_process(name)) for name in option.names), default=0.0)
    best = max(by_name, by_member)
    return best, best / 100 * (BY_A_MEMBER if label == "Family" and by_member > by_name else 1.0)


def _one(asked: str, name: str) -> float:
    whole = fuzz.ratio(asked, name)
    parts = [max((fuzz.ratio(word, other) for other in name.split()), default=0.0) for word in asked.split()]
    # A surname alone is less than the whole name.
    return max(whole, min(parts, default=0.0) - 3.0)


def _singular(written: str, label: str) -> str:
    """A family is spoken of as `the Hartleys`, or as the Hartleys' or Hartley's."""
    plain = written.rstrip("'’")
    plain = plain.removesuffix("'s").removesuffix("’s")
    return plain[:-1] if label == "Family" and plain.endswith("s") and not plain.endswith("ss") else plain
