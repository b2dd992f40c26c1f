"""What each column means in a table of a certain sort: the likeliest reading of its header that its values bear out."""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from ingest.suggesting.headers import Sense, senses
from ingest.suggesting.phrases import Field, Role, fields, roles
from ingest.suggesting.profile import Column
from ingest.suggesting.seen import evidence
from ingest.suggesting.sorts import is_sort_header
from ingest.suggesting.tokens import tokens

FITS = 0.5
"""At least this share of a column's values must be of a kind that its meaning goes with."""
NAMING = frozenset({"full_name", "forename", "surname"})
WORKING = ("workers", "referrers")
SURELY_NAMES = 0.6
SOME_NAMES = 0.3
PROPER = 0.8
NAMES = 0.4
"""So many values must look like people's names where a header names somebody and says no more; no list has all names."""
ALONE = 0.9
FEWEST_ALONE = 3
LEAST = 0.3
MUCH_WEAKER = 0.5
LEAST_REFRAIN = 4
SHARE_REFRAIN = 0.25


@dataclass(frozen=True)
class Meaning:
    """What a column is taken to mean, and why."""

    column: Column
    field: str
    role: Role | None
    index: str | None
    kept: bool
    why: str
    doubtful: bool = False
    """Words of the header stay unexplained, or the values alone tell."""

    @property
    def name(self) -> str:
        """The column's name."""
        return self.column.name


@dataclass(frozen=True)
class Lens:
    """The fields and roles that columns of one sort of table may have."""

    fields: frozenset[str]
    groups: frozenset[str]
    """Groups of roles: subjects, relatives, workers, referrers, bodies."""
    bodies: frozenset[str] = frozenset()
    """Which of the bodies."""

    def takes(self, role: Role | None) -> bool:
        """Whether a header may speak of this role here."""
        return role is None or (role.group in self.groups and (role.group != "bodies" or role.role in self.bodies))

    def knows(self, field: Field) -> bool:
        """Whether a column may hold this here; what has no place in the vocabulary may stand anywhere."""
        return field.field in self.fields or not field.kept


def read(columns: Sequence[Column], lens: Lens) -> tuple[Meaning | None, ...]:
    """Each column's meaning through a lens, None where it has none that can be told."""
    chorus = refrain([column.name for column in columns if not column.nested])
    return tuple(meaning_of(column, lens, chorus) for column in columns)


def refrain(headers: Sequence[str]) -> str:
    """The word that many headers begin with and that tells nobody's role: `Location ID`, `Location Name`, `Location City`."""
    firsts = Counter(said[0] for header in headers if len(said := tokens(header)) > 1)
    word, times = firsts.most_common(1)[0] if firsts else ("", 0)
    of_a_role = any(word in phrase for role in roles().values() for phrase in role.says)
    return word if times >= max(LEAST_REFRAIN, SHARE_REFRAIN * len(headers)) and not of_a_role else ""


def meaning_of(column: Column, lens: Lens, chorus: str = "") -> Meaning | None:
    """The likeliest reading that the values bear out; else what the values alone tell."""
    header = column.name.rpartition(".")[2] if column.nested else column.name
    if chorus and tokens(header)[:1] == (chorus,) and len(tokens(header)) > 1:
        header = " ".join(tokens(header)[1:])
    if "offer_name" in lens.fields and is_sort_header(header) and fits(column, fields()["offer_name"].sees):
        return Meaning(
            column, "offer_name", None, None, True, f"the header names a sort of service; {evidence(column, 'full_name')}"
        )
    read = (*senses(header), *_without_remark(header), *_with_path(column))
    every = sorted((sense for sense in read if sense.score > LEAST), key=lambda sense: -sense.score)
    every = [sense for sense in every if not _names_instead(column, sense, [one for one in every if lens.takes(one.role)])]
    borne_out = [s for s in every if s.field and lens.takes(s.role) and fits(column, fields()[s.field].sees)]
    for sense in every:
        # A reading much weaker than one that another sort of table would have is no reading at all.
        stronger = any(sense.score < other.score - MUCH_WEAKER for other in borne_out if other.field != sense.field)
        if stronger or not lens.takes(sense.role):
            continue
        found = _fielded(column, sense, lens) if sense.field else _named(column, sense, lens)
        if found is not None:
            return found
    return _alone(column, None, lens)


def _names_instead(column: Column, sense: Sense, every: Sequence[Sense]) -> bool:
    """Whether a reading as something of a worker's is wrong, for the values are names: an enquiry lead is no lead's enquiry."""
    if sense.field is None or sense.field in NAMING:
        return False
    of_worker = sense.role is not None and sense.role.group in WORKING
    or_worker = (bool(sense.left) or not fields()[sense.field].kept) and any(
        one.field is None and one.role is not None and one.role.group in WORKING for one in every
    )
    or_name = any(one.field == "full_name" and one.role is not None and one.score > LEAST for one in every)
    return (of_worker or or_worker or or_name) and _surely_names(column)


def _without_remark(header: str) -> tuple[Sense, ...]:
    """What stands in brackets behind a header is often a remark: `What they do (max 50 words)`."""
    bare = re.sub(r"\s*[(\[][^)\]]*[)\]]\s*$", "", header)
    return senses(bare) if bare and bare != header else ()


def _with_path(column: Column) -> tuple[Sense, ...]:
    """In a document the objects around a value say whose it is: `location.postCode`, `organisation.name`."""
    outer, _, inner = column.name.rpartition(".")
    return senses(f"{outer.rpartition('.')[2]} {inner}") if outer and column.nested else ()


def _fielded(column: Column, sense: Sense, lens: Lens) -> Meaning | None:
    field = fields()[sense.field or ""]
    if not lens.knows(field) or not fits(column, field.sees):
        return None
    if field.field == "full_name" and sense.role is not None and not _may_name(column, sense.role):
        return None
    return Meaning(column, field.field, sense.role, sense.index, field.kept, _why(column, field, sense.role), bool(sense.left))


def _named(column: Column, sense: Sense, lens: Lens) -> Meaning | None:
    """A header that names somebody alone: their name, or what the values show of them."""
    if (told := _alone(column, sense.role, lens)) is not None:
        return told
    if sense.left and sense.score < 1 and not _surely_names(column):
        return None
    if sense.role is None or not _may_name(column, sense.role) or "full_name" not in lens.fields:
        return None
    field = fields()["full_name"]
    return Meaning(column, "full_name", sense.role, sense.index, True, _why(column, field, sense.role), bool(sense.left))


def _may_name(column: Column, role: Role) -> bool:
    """Whether the values may be names of such: of people by their look, of bodies if they are words at all."""
    if not column.filled:
        return True
    if role.group == "bodies":
        return column.share("name_like", "body") >= FITS and column.share("yes_no", "date", "email") < FITS
    if role.group == "referrers":
        return column.share("name_like") >= FITS and (column.share("person") >= 0.3 or column.share("body") < 0.3)
    return column.share("person") >= NAMES or (column.share("proper") >= PROPER and column.share("body", "street") < FITS)


def _surely_names(column: Column) -> bool:
    """Whether its values are names of people whatever its header says beside."""
    return column.share("person") >= SURELY_NAMES or (column.share("proper") >= ALONE and column.share("person") >= SOME_NAMES)


def _alone(column: Column, role: Role | None, lens: Lens) -> Meaning | None:
    """What values of a sort that nothing else is tell by themselves."""
    if len(column.filled) < FEWEST_ALONE:
        return None
    for field in fields().values():
        if field.alone and lens.knows(field) and _is_alone(column, field.alone):
            why = f"{evidence(column, field.field)}; the header says nothing of it"
            return Meaning(column, field.field, role, None, field.kept, why, role is None)
    return None


def _is_alone(column: Column, kinds: Collection[str]) -> bool:
    if "birth_dates" in kinds:
        return column.share("date") >= ALONE and column.birth_years()
    return column.share(*kinds) >= ALONE


def fits(column: Column, sees: Collection[str]) -> bool:
    """Whether the values may be of a field; an empty column contradicts nothing."""
    months = ("month_year",) if "date" in sees else ()
    return not sees or not column.filled or column.share(*sees, *months) >= FITS


def _why(column: Column, field: Field, role: Role | None) -> str:
    of = f" ({role.role.replace('_', ' ')})" if role else ""
    seen = evidence(column, field.field)
    return f"header says {field.means}{of}" + (f"; {seen}" if seen else "")
