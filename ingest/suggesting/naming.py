"""Whether a column that speaks of somebody holds their names: its header alone may not say."""

from collections.abc import Sequence

from ingest.suggesting.headers import Sense
from ingest.suggesting.phrases import Role, fields
from ingest.suggesting.profile import Column

NAMING = frozenset({"full_name", "forename", "surname"})
WORKING = ("workers", "referrers")
SURELY, ALL_PROPER, SOME = 0.6, 0.9, 0.3
"""Names for sure: so many in the lists of names, or nearly all capitalised words and some in the lists."""
LIKELY, PROPER = 0.4, 0.8
"""Names where the header says that somebody is named; no list has all names."""
HALF = 0.5


def names_instead(column: Column, sense: Sense, every: Sequence[Sense]) -> bool:
    """Whether a reading as something of a worker's is wrong, for the values are names: an enquiry lead is no lead's enquiry."""
    if sense.field is None or sense.field in NAMING:
        return False
    of_worker = sense.role is not None and sense.role.group in WORKING
    or_worker = (bool(sense.left) or not fields()[sense.field].kept) and any(
        one.field is None and one.role is not None and one.role.group in WORKING for one in every
    )
    or_name = any(one.field == "full_name" and one.role is not None for one in every)
    return (of_worker or or_worker or or_name) and surely_names(column)


def may_name(column: Column, role: Role) -> bool:
    """Whether the values may be names of such: of people by their look, of bodies if they are words at all."""
    if not column.filled:
        return True
    if role.group == "bodies":
        return column.share("name_like", "body") >= HALF and column.share("yes_no", "date", "email") < HALF
    if role.group == "referrers":
        return column.share("name_like") >= HALF and (column.share("person") >= 0.3 or column.share("body") < 0.3)
    return column.share("person") >= LIKELY or (column.share("proper") >= PROPER and column.share("body", "street") < HALF)


def surely_names(column: Column) -> bool:
    """Whether its values are names of people whatever its header says beside."""
    return column.share("person") >= SURELY or (column.share("proper") >= ALL_PROPER and column.share("person") >= SOME)
