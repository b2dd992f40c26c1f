"""docs/sources.md, written out of what a taking-in counted."""

from collections import Counter

from benchmarks.taking import Taken, Taking
from ingest.counts import Counts

HEAD = """# Every source, row by row

    KITH_SHARED=… python -m benchmarks.sources > docs/sources.md

Every data file that Kith is developed against (published data, and data made up for it) goes through the mapping files
of [examples/published](../examples/published) and the readers, and through nothing else, into one empty embedded store.
Read = accepted + quarantined + duplicates for every source. *Warned* and *repaired* rows are among the accepted:
warned ones without a value that cannot be right, repaired ones with a mend that loses nothing. *Departs* counts how often
a source leaves the standard it says it follows, *unplaced* how many of its fields have no place in the vocabulary; both
are told field by field below, and by `kith ingest --json` for any place. No values are told, only kinds. Seconds
are of a machine with two cores, with linkage, and count for no more than an order of magnitude.
"""
STANDARDS = """
## Departures from the standards

What the standard asks for and the source does not have; rows are taken in all the same. `path[]` is any item of a list.
A blank or null counts as left out.
"""
UNPLACED = """
## Fields without a place

Fields that no mapping reads, with the kind of thing in them and how often it is there. Of sources whose mapping says
`keep_unplaced` (all published shapes) they are kept with the record as JSON, in `Record.unplaced`, in the shape of the
row, so that nothing is lost and a feed can publish them again; of others they are left at the source, as a mapping of
people's records should leave what it has no use for. Identifiers of the parts of an object (`phones[].id`) are told as
one line where there are several.
"""
MOST = 60


def page(taking: Taking) -> str:
    """The whole page."""
    parts = [HEAD, *_table(taking), "", *_sum(taking), STANDARDS, *_departures(taking), UNPLACED, *_unplaced(taking)]
    return "\n".join(parts)


def _table(taking: Taking) -> list[str]:
    lines = [
        "| file | mapping | read | accepted | repaired | warned | quarantined | duplicates | departs | unplaced | seconds |",
        "|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|",
    ]
    return lines + [_row(one) for one in taking.sources]


def _row(one: Taken) -> str:
    if one.counts is None:
        return f"| {one.file} | {one.mapping} | not read: {one.refused} | | | | | | | | |"
    counts = one.counts
    numbers = (counts.read, counts.accepted, counts.repaired, counts.warned, counts.quarantined, counts.duplicates)
    more = (counts.deviations.total(), len(counts.left_over()))
    shown = " | ".join(f"{number:,}" if number else "" for number in (*numbers, *more))
    return f"| {one.file} | {one.mapping} | {shown} | {one.seconds:.1f} |"


def _sum(taking: Taking) -> list[str]:
    counts = [one.counts for one in taking.sources if one.counts]
    names = ("read", "accepted", "repaired", "warned", "quarantined", "duplicates")
    told = ", ".join(f"{sum(getattr(one, name) for one in counts):,} {name}" for name in names)
    refused = len(taking.sources) - len(counts)
    missing = ", ".join(taking.unread) if taking.unread else "none"
    return [
        f"Together {len(counts)} sources: {told}; {refused or 'none'} not read. Every row is accounted for: {'yes' if taking.adds_up else 'NO'}.",
        f"Data files that no source is: {missing}.",
        "",
        "What was wrong with rows: " + _problems(counts) + ".",
    ]


def _problems(counts: list[Counts]) -> str:
    found: Counter[str] = Counter()
    for one in counts:
        found.update(one.problems)
    return ", ".join(f"{code} {times:,}" for code, times in sorted(found.items()))


def _departures(taking: Taking) -> list[str]:
    lines = ["| source | what | times |", "|---|---|--:|"]
    for one in taking.sources:
        if one.counts:
            lines += [f"| {one.counts.source} | {what} | {times:,} |" for what, times in sorted(one.counts.deviations.items())]
    return lines


def _unplaced(taking: Taking) -> list[str]:
    lines = ["| source | fields |", "|---|---|"]
    for one in taking.sources:
        if one.counts and (left := one.counts.left_over()):
            lines.append(f"| {one.counts.source} | {_fields(left)} |")
    return lines


def _fields(left: list[tuple[str, str, int]]) -> str:
    """Fields as one line; the many identifiers of parts together."""
    parts = [(path, kind, times) for path, kind, times in left if path.endswith(".id")]
    others = [one for one in left if one not in parts or len(parts) == 1]
    shown = [f"{path} ({kind}, {times:,})" for path, kind, times in others[:MOST]]
    if len(others) > MOST:
        shown.append(f"{len(others) - MOST} more fields")
    if len(parts) > 1:
        shown.append(f"identifiers of {len(parts)} kinds of parts ({sum(times for *_, times in parts):,})")
    return ", ".join(shown)
