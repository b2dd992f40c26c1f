"""Which areas a team serves."""

from collections.abc import Sequence

from queries.area_tree import AreaTree
from queries.question import Row


def areas_of_team(rows: Sequence[Row], place: AreaTree) -> frozenset[str]:
    """The smallest areas a team serves: those that records say, else the one whose name its own begins with.

    Rows have `areas` and `team_name`.
    """
    said = {area for row in rows for area in row["areas"]}
    if not said:
        name = (rows[0]["team_name"] or "").lower() if rows else ""
        fitting = [(len(told), uid) for uid, told in place.named().items() if name.startswith(told.lower())]
        said = {uid for length, uid in fitting if length == max(fitting)[0]}
    return frozenset(leaf for area in said for leaf in place.smallest(area))
