"""Which column of a file is which: by its own name, by names that are usual, or as its user says."""

from collections.abc import Mapping, Sequence

from graph.errors import KithError
from linkage.words import listed, plain

Said = Mapping[str, tuple[str, ...]]
"""A column of ours, and the columns of the file that make it, joined in order."""


def columns_of(kind: str, known: Sequence[str], there: Sequence[str], said: Mapping[str, str], file: str) -> Said:
    """Where each known column comes from in a file with these columns.

    `said` is the user's: ours to theirs, several of theirs joined by `+`. Raises KithError for a name that is
    unknown on either side, and for a file with none of the columns.
    """
    found: dict[str, tuple[str, ...]] = {}
    for ours, theirs in said.items():
        if ours not in known:
            raise KithError(f"a {kind} has no column {ours!r}", f"Name one of: {', '.join(known)}")
        parts = tuple(part.strip() for part in theirs.split("+"))
        if missing := [part for part in parts if part not in there]:
            raise KithError(f"{file} has no column {missing[0]!r}", f"It has: {', '.join(there)}")
        found[ours] = parts
    folded = {plain(name.replace("_", " ")): name for name in reversed(there)}
    usual = listed("columns.yaml")[kind]
    for ours in known:
        names = [plain(ours.replace("_", " ")), *usual.get(ours, ())]
        usually = next((folded[name] for name in names if name in folded), None)
        if ours not in found and usually:
            found[ours] = (usually,)
    if not found:
        raise KithError(
            f"{file} has no column that tells of a {kind}; it has: {', '.join(there)}",
            f"Say which is which with --map, as --map {known[0]}=COLUMN",
        )
    return found


def row_of(values: Mapping[str, object], columns: Said) -> dict[str, object]:
    """A file's row by our columns.

    >>> row_of({"No": "7", "Street": "Mill Lane"}, {"address": ("No", "Street")})
    {'address': '7 Mill Lane'}
    """
    made: dict[str, object] = {}
    for ours, theirs in columns.items():
        parts = [values.get(name) for name in theirs]
        single = len(parts) == 1
        made[ours] = parts[0] if single else " ".join(str(part).strip() for part in parts if part not in (None, ""))
    return made
