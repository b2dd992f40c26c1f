"""What each column means in a table of a certain sort: the likeliest reading of its header that its values bear out."""

import re
from collections import Counter
from collections.abc import Collection, Sequence

from ingest.suggesting.headers import Sense, senses
from ingest.suggesting.meaning import Lens, Meaning
from ingest.suggesting.naming import may_name, names_instead, surely_names
from ingest.suggesting.phrases import Field, Role, fields, roles
from ingest.suggesting.profile import Column
from ingest.suggesting.seen import evidence
from ingest.suggesting.sorts import is_sort_header
from ingest.suggesting.tokens import tokens

FITS = 0.5
"""At least this share of a column's values must be of a kind that its meaning goes with."""
ALONE, FEWEST_ALONE = 0.9, 3
"""So many values must be of a sort that nothing else is to tell a meaning where the header tells none."""
BY = "staff"
"""Who did something, where a header says only that somebody did: `Processed by`."""
LEAST = 0.3
MUCH_WEAKER = 0.5
LEAST_REFRAIN, SHARE_REFRAIN = 4, 0.25
"""A word that so many headers begin with says what the table is of, and nothing of a column."""


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
        why = f"the header names a sort of service; {evidence(column, 'full_name')}"
        return Meaning(column, "offer_name", None, None, True, why)
    if lens.takes(roles()[BY]) and re.search(r"\bby\W*$", header, re.I) and surely_names(column) and not _refers(header):
        return Meaning(
            column, "full_name", roles()[BY], None, True, f"header says by whom; {evidence(column, 'full_name')}", True
        )
    read = (*senses(header), *_without_remark(header), *_with_path(column))
    every = sorted((sense for sense in read if sense.score > LEAST), key=lambda sense: -sense.score)
    return _borne_out(column, every, lens) or _alone(column, None, lens)


def _refers(header: str) -> bool:
    """Whether a header speaks of whoever referred: they stand elsewhere."""
    return any(sense.role is not None and sense.role.group in ("referrers", "bodies") for sense in senses(header))


def _borne_out(column: Column, every: Sequence[Sense], lens: Lens) -> Meaning | None:
    """The first reading that this sort of table may have and the values do not contradict."""
    here = [sense for sense in every if lens.takes(sense.role)]
    every = [sense for sense in every if not names_instead(column, sense, here)]
    rivals = [s for s in every if s.field and lens.takes(s.role) and fits(column, fields()[s.field].sees)]
    for sense in every:
        # A reading much weaker than one that another sort of table would have is no reading at all.
        stronger = any(sense.score < other.score - MUCH_WEAKER for other in rivals if other.field != sense.field)
        if not stronger and lens.takes(sense.role):
            found = _fielded(column, sense, lens) if sense.field else _named(column, sense, lens)
            if found is not None:
                return found
    return None


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
    if field.field == "full_name" and sense.role is not None and not may_name(column, sense.role):
        return None
    return Meaning(column, field.field, sense.role, sense.index, field.kept, _why(column, field, sense.role), bool(sense.left))


def _named(column: Column, sense: Sense, lens: Lens) -> Meaning | None:
    """A header that names somebody alone: their name, or what the values show of them."""
    if (told := _alone(column, sense.role, lens)) is not None:
        return told
    if sense.left and sense.score < 1 and not surely_names(column):
        return None
    if sense.role is None or not may_name(column, sense.role) or "full_name" not in lens.fields:
        return None
    field = fields()["full_name"]
    return Meaning(column, "full_name", sense.role, sense.index, True, _why(column, field, sense.role), bool(sense.left))


def _alone(column: Column, role: Role | None, lens: Lens) -> Meaning | None:
    """What values of a sort that nothing else is tell by themselves."""
    if len(column.filled) < (FEWEST_ALONE if role is None else 1):
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
