"""What is new of a family since its follower last heard of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from queries.family_news import MEMBER, Mark, Piece
from queries.question import Evidence

NEW, CHANGED, GONE = "new", "changed", "gone"


@dataclass(frozen=True)
class Change:
    """Something new, changed or gone of what is known of a family."""

    how: str
    """`new`; `changed`, where its record told of another before; `gone`, where no record tells it any more."""
    kind: str
    """contact, ending, referral, assessment, strain, member, action, decision or done."""
    happened_on: date | None
    """None where no record says when."""
    what: str
    """In what capacity, what was assessed, from where to where and with what outcome, which strain, what was agreed."""
    who: str | None
    """The worker, the agency, or who recorded it."""
    people: tuple[str, ...]
    """Whom of the family, by shown name."""
    evidence: tuple[Evidence, ...]


@dataclass
class Memory:
    """What a follower's family was like when they last looked.

    Who is not cleared is told of what is new alone. Restriction takes away and gives back, at a moment that would
    tell of it: so marks of what is withheld are remembered like the others, and no mark is ever forgotten.
    """

    cleared: bool
    seen: set[Mark] = field(default_factory=set)
    shown: tuple[Piece, ...] = ()
    withheld: bool = False
    """Whether anything was kept back at the last look."""

    def look(self, pieces: Sequence[Piece]) -> list[Change]:
        """What changed since the last look; kept in mind for the next."""
        marks = {mark for piece in pieces for mark in piece.marks}
        fresh = marks - self.seen
        before, instead = _told_by(self.seen), _told_by(fresh)
        found = [_change(_how(piece, fresh, before), piece) for piece in pieces if _is_news(piece, fresh)]
        if self.cleared:
            found += [_change(GONE, piece) for piece in self.shown if _is_gone(piece, marks, instead)]
            self.seen = marks
        else:
            self.seen |= marks
        self.shown = tuple(piece for piece in pieces if not piece.withheld)
        self.withheld = any(piece.withheld for piece in pieces)
        return sorted(found, key=lambda one: (one.happened_on or date.min, one.kind, one.what, one.who or "", one.people))


def _told_by(marks: Iterable[Mark]) -> set[Mark]:
    """The kind and record of each mark."""
    return {mark[:2] for mark in marks}


def _how(piece: Piece, fresh: set[Mark], before: set[Mark]) -> str:
    """A record that told of another event of the kind has changed its mind."""
    return NEW if before.isdisjoint(_told_by(piece.marks & fresh)) else CHANGED


def _is_gone(piece: Piece, marks: set[Mark], instead: set[Mark]) -> bool:
    return piece.marks.isdisjoint(marks) and instead.isdisjoint(_told_by(piece.marks))


def _is_news(piece: Piece, fresh: set[Mark]) -> bool:
    """A member is news where no record told of them; anything else where a record tells it that did not."""
    new = piece.marks & fresh
    return not piece.withheld and bool(new) and (piece.kind != MEMBER or new == piece.marks)


def _change(how: str, piece: Piece) -> Change:
    return Change(how, piece.kind, piece.happened_on, piece.what, piece.who, piece.people, piece.evidence)
