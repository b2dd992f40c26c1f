"""How each item of a blueprint is looked for in what records tell of a team and its area."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from queries.blueprint_rules import Item
from queries.question import Row
from queries.suppression import rounded, told
from queries.team_ground import Ground


@dataclass(frozen=True)
class Team:
    """A team's posts and what is known of its area."""

    posts: Sequence[Row]
    areas: tuple[str, ...]
    """Names of the areas it serves."""
    ground: Ground
    strains: int
    """Strains of people of its area that records tell of late."""

    def every(self, name: str) -> list[str]:
        """All that its posts' rows list under a name."""
        return sorted({value for row in self.posts for value in row[name]})


@dataclass(frozen=True)
class Found:
    """Whether an item is in place, what of it is, and what is missing; None where too little is known to say."""

    in_place: bool | None
    found: str
    missing: str = ""


Check = Callable[[Team, Item], Found]


def _is_vacant(row: Row) -> bool:
    return bool(row["vacant"]) or not row["holders"]


def _area(team: Team, item: Item) -> Found:
    return Found(bool(team.areas), ", ".join(team.areas), "" if team.areas else "no area is told")


def _families(team: Team, item: Item) -> Found:
    count = len(team.ground.families)
    return Found(count > 0, f"{told(count, 'no')} families somebody is in touch with", "" if count else "no family is known")


def _share(part: set[str], team: Team, what: str) -> Found:
    """Whether something holds of every family; shares are told of rounded counts alone."""
    whole, lacking = len(team.ground.families), len(team.ground.families - part)
    if not whole:
        return Found(None, "no family of the area is known")
    few = rounded(whole) is None
    missing = f"{told(lacking)} families without" if lacking and not few else "some families without" if lacking else ""
    return Found(lacking == 0, f"{told(whole - lacking, 'no') if not few else 'some'} families {what}", missing)


def _key_worker(team: Team, item: Item) -> Found:
    return _share(team.ground.led, team, "with a key-worker")


def _story_once(team: Team, item: Item) -> Found:
    return _share(team.ground.families - team.ground.retold, team, "who told their story to one agency at most")


def _team_around(team: Team, item: Item) -> Found:
    return _share(team.ground.shared, team, "whom workers of two bodies or more are in touch with")


def _posts(team: Team, item: Item) -> Found:
    unsaid = [row["role"] or row["post"] for row in team.posts if not row["employers"] or row["days"] is None]
    return Found(
        bool(team.posts) and not unsaid,
        f"{len(team.posts)} posts",
        ", ".join(unsaid) or ("" if team.posts else "no post is told"),
    )


def _filled(team: Team, item: Item) -> Found:
    vacant = [", ".join([row["role"] or "a post", *row["employers"]]) for row in team.posts if _is_vacant(row)]
    return Found(
        bool(team.posts) and not vacant, f"{len(team.posts) - len(vacant)} filled", "; ".join(f"vacant: {one}" for one in vacant)
    )


def _employers(team: Team, item: Item) -> Found:
    names = team.every("employers")
    least = int(item.least or 1)
    return Found(len(names) >= least, ", ".join(names), "" if len(names) >= least else f"{least - len(names)} more employers")


def _place(team: Team, item: Item) -> Found:
    places = team.every("places")
    could = f"no place is told; could be: {', '.join(sorted(team.ground.halls))}" if team.ground.halls else "no place is told"
    return Found(bool(places), ", ".join(places), "" if places else could)


def _days(team: Team, item: Item) -> Found:
    short = [row for row in team.posts if not _is_vacant(row) and (row["days"] or 0) < (item.least or 0)]
    total = sum(row["days"] or 0 for row in team.posts)
    return Found(
        bool(team.posts) and not short,
        f"{total:g} days a week together",
        ", ".join(f"{row['role']}: {row['days'] or 0:g} days" for row in short),
    )


def _lead(team: Team, item: Item) -> Found:
    without = [name for row in team.posts if not row["leads"] for name in row["holders"]]
    return Found(
        bool(team.posts) and not without,
        ", ".join(team.every("leads")),
        f"no lead is told of {', '.join(sorted(without))}" if without else "",
    )


def _board(team: Team, item: Item) -> Found:
    boards = team.every("boards")
    return Found(bool(boards), ", ".join(boards), "" if boards else "no board is told")


def _signals(team: Team, item: Item) -> Found:
    return Found(team.strains > 0, f"strains of {told(team.strains)} people told of late", "" if team.strains else "none told")


def _assets(team: Team, item: Item) -> Found:
    count = len(team.ground.assets)
    return Found(count > 0, f"{count} listed", "" if count else "none listed")


def _informal(team: Team, item: Item) -> Found:
    count = len(team.ground.informal)
    return Found(count > 0, f"{count} volunteers and neighbours in touch with families", "" if count else "none recorded")


CHECKS: Mapping[str, Check] = {
    "area": _area,
    "families": _families,
    "key_worker": _key_worker,
    "story_once": _story_once,
    "team_around": _team_around,
    "posts": _posts,
    "filled": _filled,
    "employers": _employers,
    "place": _place,
    "days": _days,
    "lead": _lead,
    "board": _board,
    "signals": _signals,
    "assets": _assets,
    "informal": _informal,
}
"""The checks by the item that they look for; an item of a place's own without one is told as a question to people."""
