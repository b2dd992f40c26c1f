"""Small counts left blank and larger ones rounded, so that a table about many tells of nobody.

The rule is that of NHS England for tables out of Hospital Episode Statistics: counts from 1 to 7 are left blank, all
others rounded to the nearest 5.
"""

SMALLEST = 8
STEP = 5


def rounded(count: int) -> int | None:
    """A count as it may be published; None where it is too small to be.

    >>> [rounded(count) for count in (0, 1, 7, 8, 12, 13)]
    [0, None, None, 10, 10, 15]
    """
    if 0 < count < SMALLEST:
        return None
    return STEP * ((count + STEP // 2) // STEP)


def told(count: int, none: str = "nobody") -> str:
    """A count in words, as it may be published.

    >>> told(0), told(3), told(13)
    ('nobody', '1 to 7', 'about 15')
    """
    shown = rounded(count)
    if shown is None:
        return f"1 to {SMALLEST - 1}"
    return f"about {shown:,}" if shown else none


RULE = "Counts of people from 1 to 7 are left blank and the rest rounded to 5, as NHS England does"
