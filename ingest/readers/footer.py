"""Lines under a table that are no records: totals, counts, the end of a report, who printed it."""

import re
from collections.abc import Sequence

LONGEST = 200
"""So much of a cell is looked at."""
HELD_BACK = 10
"""At most so many lines at the end of a table are looked at."""
TOTAL = re.compile(
    r"\W*(((grand|sub|report|column|overall)[ -]?)?totals?(\W*$|\W+(\d|for\b|of\b|number\b|all\b|rows\b|records\b|cases\b))"
    r"|(sum|average|mean|count)\W*$"
    r"|(number|no\.?|count) of (rows|records|cases|people|results|entries)\b"
    r"|\d[\d,]* (rows?|records?|cases|results?|entries)\b.{0,30}$|(rows?|records?|count) ?[:=] ?\d)",
    re.I,
)
CLOSING = re.compile(
    r"\W*(end( of (the )?(report|file|data|extract|export|list|table|document|sheet|records?)\b|\W*$)"
    r"|(report |data |file |list )?(generated|produced|printed|exported|extracted|created|run|prepared|downloaded|correct|accurate)"
    r"( (on|at|by|from|as)\b|:)"
    r"|(sources?|notes?|n\.?b\.?|footnotes?|disclaimer|caveats?) ?:"
    r"|©|\(c\) |(crown )?copyright\b|official([ -]sensitive)?\W*$|(strictly )?(private (and|&) )?confidential\W*$|page \d+( of \d+)?\W*$)",
    re.I,
)
NUMERIC = re.compile(r"[£$€(+-]?\s*[\d,. ]+%?\)?$")


def is_footer(cells: Sequence[str], width: int, after_gap: bool) -> bool:
    """Whether a line at the end of a table is none of its rows.

    A total with numbers only, a phrase that ends reports and little beside it, or a single cell behind a
    blank line of a table of three columns and more.

    >>> [is_footer(cells, 4, False) for cells in (["Total", "", "", "41"], ["Total Fitness", "", "", "M1 3AB"])]
    [True, False]
    >>> is_footer(["*** End of report ***"], 4, False), is_footer(["Ann", "", "", ""], 4, True)
    (True, True)
    """
    filled = [cell.strip() for cell in cells if cell.strip()]
    if not filled:
        return False
    first, rest = filled[0][:LONGEST], filled[1:]
    if TOTAL.match(first) and all(NUMERIC.match(cell) for cell in rest):
        return True
    if CLOSING.match(first) and len(rest) <= max(1, width // 3):
        return True
    return after_gap and not rest and width >= 3
