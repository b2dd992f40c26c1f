"""One level of likeness: the same test as SQL, for DuckDB and Spark, and in Python for one pair."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from rapidfuzz.distance import DamerauLevenshtein, JaroWinkler

Record = Mapping[str, Any]


@dataclass(frozen=True)
class Level:
    """How alike two values are, told in three ways that mean the same."""

    label: str
    sql: Callable[[str], str]
    """The test as SQL of a dialect, `duckdb` or `spark`, over columns `NAME_l` and `NAME_r`."""
    holds: Callable[[Record, Record], bool]


LIKENESS = {"duckdb": "jaro_winkler_similarity", "spark": "jaro_winkler"}
COMMON = {"duckdb": "list_has_any", "spark": "arrays_overlap"}
UNITE = {"duckdb": ("list_intersect", "list_concat"), "spark": ("array_intersect", "array_union")}
SIZE = {"duckdb": "len({})", "spark": "size({})"}


def level(written: str) -> Level:
    """The level that a line of the settings names: a test and its columns.

    >>> level("close surname 0.9").holds({"surname": "hartley"}, {"surname": "hartly"})
    True
    """
    test, *words = written.split()
    return TESTS[test](written, *words)


def _equal(label: str, column: str) -> Level:
    return Level(label, lambda _: f"{column}_l = {column}_r", lambda a, b: a[column] is not None and a[column] == b[column])


def _differs(label: str, column: str) -> Level:
    text = f"({column}_l is not null and {column}_r is not null and {column}_l <> {column}_r)"
    return Level(label, lambda _: text, lambda a, b: None not in (a[column], b[column]) and a[column] != b[column])


def _close(label: str, column: str, least: str) -> Level:
    bound = float(least)

    def holds(a: Record, b: Record) -> bool:
        one, other = a[column], b[column]
        return one is not None and other is not None and JaroWinkler.similarity(one, other) >= bound

    return Level(label, lambda d: f"{LIKENESS[d]}({column}_l, {column}_r) >= {least}", holds)


def _typo(label: str, column: str, most: str) -> Level:
    bound = int(most)

    def holds(a: Record, b: Record) -> bool:
        one, other = a[column], b[column]
        return one is not None and other is not None and DamerauLevenshtein.distance(one, other) <= bound

    return Level(label, lambda _: f"damerau_levenshtein({column}_l, {column}_r) <= {most}", holds)


def _shares(label: str, column: str) -> Level:
    def holds(a: Record, b: Record) -> bool:
        return not set(a[column] or ()).isdisjoint(b[column] or ())

    return Level(label, lambda d: f"{COMMON[d]}({column}_l, {column}_r)", holds)


def _overlap(label: str, column: str, least: str) -> Level:
    """So large a share of all words is common to both (Jaccard)."""
    bound = float(least)

    def holds(a: Record, b: Record) -> bool:
        one, other = set(a[column] or ()), set(b[column] or ())
        return bool(one and other) and len(one & other) >= bound * len(one | other)

    def sql(dialect: str) -> str:
        common, every = (SIZE[dialect].format(f"{UNITE[dialect][at]}({column}_l, {column}_r)") for at in (0, 1))
        if dialect == "duckdb":
            every = f"len(list_distinct(list_concat({column}_l, {column}_r)))"
        return f"({common} >= {least} * {every})"

    return Level(label, sql, holds)


def _within(label: str, column: str, rare: str) -> Level:
    """All words of one are among the other's, a rare one with them."""

    def holds(a: Record, b: Record) -> bool:
        one, other = set(a[column] or ()), set(b[column] or ())
        inside = bool(one and other) and (one <= other or other <= one)
        return inside and not set(a[rare] or ()).isdisjoint(b[rare] or ())

    def sql(dialect: str) -> str:
        common = SIZE[dialect].format(f"{UNITE[dialect][0]}({column}_l, {column}_r)")
        fewest = f"least({SIZE[dialect].format(column + '_l')}, {SIZE[dialect].format(column + '_r')})"
        return f"({common} = {fewest} and {COMMON[dialect]}({rare}_l, {rare}_r))"

    return Level(label, sql, holds)


def _within_text(label: str, column: str) -> Level:
    """One text stands in the other."""

    def holds(a: Record, b: Record) -> bool:
        one, other = a[column], b[column]
        return one is not None and other is not None and (one in other or other in one)

    text = f"(position({column}_l in {column}_r) > 0 or position({column}_r in {column}_l) > 0)"
    return Level(label, lambda _: text, holds)


def _crossed(label: str, column: str, other: str, least: str) -> Level:
    """Forename and surname changed over, each spelt alike or another form of the name."""
    bound = float(least)

    def near(a: Record, b: Record) -> bool:
        alike = JaroWinkler.similarity(a[column], b[other]) >= bound
        return alike or not set(a[f"{column}_slips"] or ()).isdisjoint(b[f"{other}_roots"] or ())

    def holds(a: Record, b: Record) -> bool:
        if None in (a[column], a[other], b[column], b[other]):
            return False
        # A person of the name of Lewis Lewis is crossed with nobody.
        if max(JaroWinkler.similarity(one[column], one[other]) for one in (a, b)) >= bound:
            return False
        return near(a, b) and near(b, a)

    def sql(dialect: str) -> str:
        like, common = LIKENESS[dialect], COMMON[dialect]

        def said(one: str, two: str) -> str:
            lists = f"{common}({column}_slips_{one}, {other}_roots_{two})"
            return f"({like}({column}_{one}, {other}_{two}) >= {least} or coalesce({lists}, false))"

        apart = " and ".join(f"{like}({column}_{side}, {other}_{side}) < {least}" for side in "lr")
        return f"({apart} and {said('l', 'r')} and {said('r', 'l')})"

    return Level(label, sql, holds)


def _stray(label: str, column: str, other: str) -> Level:
    """The only name of one is the surname of the other."""

    def alone(a: Record, b: Record) -> bool:
        return a[other] is None and a[column] is not None and a[column] == b[other]

    text = " or ".join(f"({other}_{a} is null and {column}_{a} = {other}_{b})" for a, b in ("lr", "rl"))
    return Level(label, lambda _: f"({text})", lambda a, b: alone(a, b) or alone(b, a))


def _mirrors(label: str, column: str, mirrored: str) -> Level:
    def holds(a: Record, b: Record) -> bool:
        return a[column] is not None and a[column] == b[mirrored]

    return Level(label, lambda _: f"{column}_l = {mirrored}_r", holds)


def _initial(label: str, column: str) -> Level:
    def holds(a: Record, b: Record) -> bool:
        one, other = a[column], b[column]
        return one is not None and other is not None and 1 in (len(one), len(other)) and one[0] == other[0]

    text = f"((length({column}_l) = 1 or length({column}_r) = 1) and substr({column}_l, 1, 1) = substr({column}_r, 1, 1))"
    return Level(label, lambda _: text, holds)


def _twothirds(label: str, column: str) -> Level:
    """Two of year, month and day are the same."""
    parts = ((1, 4), (5, 2), (7, 2))

    def holds(a: Record, b: Record) -> bool:
        one, other = a[column], b[column]
        if one is None or other is None:
            return False
        return sum(bool(one[at - 1 : at - 1 + n] == other[at - 1 : at - 1 + n]) for at, n in parts) >= 2

    def said(at: int, n: int) -> str:
        same = f"substr({column}_l, {at}, {n}) = substr({column}_r, {at}, {n})"
        return f"(case when {same} then 1 else 0 end)"

    text = f"{' + '.join(said(at, n) for at, n in parts)} >= 2"
    whole = f"{column}_l is not null and {column}_r is not null"
    return Level(label, lambda _: f"({whole} and {text})", holds)


def _samehouse(label: str, house: str, street: str, least: str) -> Level:
    near = _close(label, street, least)

    def holds(a: Record, b: Record) -> bool:
        return a[house] is not None and a[house] == b[house] and near.holds(a, b)

    return Level(label, lambda d: f"({house}_l = {house}_r and {near.sql(d)})", holds)


TESTS: dict[str, Callable[..., Level]] = {
    "exact": _equal,
    "same": _equal,
    "differs": _differs,
    "close": _close,
    "typo": _typo,
    "shares": _shares,
    "overlap": _overlap,
    "within": _within,
    "within_text": _within_text,
    "crossed": _crossed,
    "stray": _stray,
    "mirrors": _mirrors,
    "initial": _initial,
    "twothirds": _twothirds,
    "samehouse": _samehouse,
}
