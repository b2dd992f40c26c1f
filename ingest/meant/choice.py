"""Who of several is meant: a score for each, and no silent guess where none is sure or two are nearly so."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ingest.cleaners.names import folded

SURE = 0.6
"""From here on a mention is taken to mean somebody; below it goes to review."""
LEAST = 0.3
"""Whoever scores less is not worth a person's time."""
AHEAD = 0.1
"""So much the first must be ahead of the second."""
SHOWN = 5
"""So many candidates a reviewer is shown."""


@dataclass(frozen=True)
class Candidate:
    """Somebody who may be meant: the mention in a record that stands for them, their name, how sure and why."""

    uid: str
    full_name: str
    sure: float
    why: str
    organisation: str | None = None
    born: date | None = None
    records: int = 1
    """How many mentions in records are known to be theirs."""


@dataclass(frozen=True)
class Choice:
    """What is made of a mention: who is meant, or who may be."""

    meant: Candidate | None = None
    others: tuple[Candidate, ...] = ()
    """Whom a person should look at, surest first, where nobody is taken."""


NOBODY = Choice()


def namesakes(candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """One for each name, unless births tell two apart: records that were not joined yet say the same of somebody."""
    by_name: dict[str, list[Candidate]] = defaultdict(list)
    for one in candidates:
        by_name[folded(one.full_name)].append(one)
    for group in by_name.values():
        if len({one.born for one in group} - {None}) > 1:
            yield from group
        else:
            yield min(group, key=lambda one: (-one.sure, -one.records, one.uid))


def choose(candidates: Iterable[Candidate]) -> Choice:
    """The one who is sure enough and ahead of the rest; else those for a person to choose from.

    >>> ann, bo = Candidate("a", "Ann", 0.9, ""), Candidate("b", "Bo", 0.85, "")
    >>> choose([ann]).meant == ann, choose([ann, bo]).meant, [one.uid for one in choose([ann, bo]).others]
    (True, None, ['a', 'b'])
    """
    best: dict[str, Candidate] = {}
    for one in candidates:
        if one.sure >= LEAST and (one.uid not in best or best[one.uid].sure < one.sure):
            best[one.uid] = one
    ordered = sorted(namesakes(best.values()), key=lambda one: (-one.sure, one.uid))
    if not ordered:
        return NOBODY
    first, rest = ordered[0], ordered[1:]
    if first.sure >= SURE and (not rest or round(first.sure - rest[0].sure, 2) >= AHEAD):
        return Choice(first)
    return Choice(None, tuple(one for one in ordered[:SHOWN]))
