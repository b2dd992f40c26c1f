"""Every bad row of Harrowdale gets its verdict for its stated problem, and no other row gets one."""

from ingest.counts import Counts, total
from tests.harrowdale import truth

Told = tuple[str, str, str, frozenset[str]]


def test_bad_rows_get_their_verdicts_and_no_others_do(harrowdale_counts: list[Counts]) -> None:
    told = {_told(row) for counts in harrowdale_counts for row in counts.rows}
    expected = {
        (row["file"], row["row_key"], row["expected_verdict"], frozenset(row["problem"].split(";")))
        for row in truth.table("bad_rows")
    }
    assert told == expected


def test_every_row_read_is_accounted_for(harrowdale_counts: list[Counts]) -> None:
    for counts in [*harrowdale_counts]:
        assert counts.accepted + counts.quarantined + counts.duplicates == counts.read, counts.source
        assert counts.new + counts.changed + counts.unchanged == counts.accepted, counts.source
    sums = total(harrowdale_counts)
    assert (sums["repaired"], sums["warned"], sums["rejected"]) == (1, 10, 2)


def test_a_feed_that_departs_from_its_standard_is_told_and_taken_in(harrowdale_counts: list[Counts]) -> None:
    feed = next(counts for counts in harrowdale_counts if counts.source == "council_services")
    assert feed.accepted == feed.read == 22
    assert feed.deviations["organization.description is missing"] == 22


def _told(row: dict[str, object]) -> Told:
    problems = row["problems"]
    assert isinstance(problems, list)
    return str(row["file"]), str(row["row_key"]), str(row["verdict"]), frozenset(problem["code"] for problem in problems)
