"""The names of a table's columns, made so that no column hides another."""

from collections import Counter
from collections.abc import Sequence


def column_names(header: Sequence[str], above: Sequence[str] = ()) -> tuple[str, ...]:
    """A name for each column: its own; where that is blank the one above it; where it stands twice, told apart.

    `above` is the row over the header with its merged cells filled in. A column with no name at all
    stays unnamed here and is called by its number where it holds something.

    >>> column_names(["Ref", "Name", "Born", "Name", "Team", ""], ["", "Child", "Child", "Worker", "Worker", ""])
    ('Ref', 'Child Name', 'Born', 'Worker Name', 'Team', '')
    >>> column_names(["Phone", "Phone"])
    ('Phone', 'Phone (2)')
    """
    over = [cell.strip() for cell in above] + [""] * (len(header) - len(above))
    own = [cell.strip() or upper for cell, upper in zip(header, over, strict=False)]
    times = Counter(own)
    told = [
        f"{upper} {name}" if times[name] > 1 and upper and upper != name else name for name, upper in zip(own, over, strict=False)
    ]
    return tuple(_numbered(told))


def _numbered(names: Sequence[str]) -> list[str]:
    seen: Counter[str] = Counter()
    taken = set(names)
    numbered = []
    for name in names:
        seen[name] += 1
        shown = name
        while name and seen[name] > 1 and (shown == name or shown in taken):
            shown = f"{name} ({seen[name]})"
            seen[name] += shown in taken
        taken.add(shown)
        numbered.append(shown)
    return numbered


def values_of(names: Sequence[str], cells: Sequence[str]) -> dict[str, str]:
    """A row's cells by their columns' names; a filled cell under no name goes by its column's number.

    >>> values_of(("A", ""), ["1", "x"])
    {'A': '1', 'column 2': 'x'}
    """
    values = dict(zip(names, cells, strict=False))
    if "" in values:
        del values[""]
        for number, (name, cell) in enumerate(zip(names, cells, strict=False), 1):
            if not name and cell:
                values[f"column {number}"] = cell
    return values
