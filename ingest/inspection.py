"""What there is to say of a source's rows beside what they mean: where they depart from a standard, what has no place."""

from ingest.counts import Counts
from ingest.deviations import deviations
from ingest.mapping import Mapping
from ingest.placement import Placement
from ingest.row import Row, Verdict

LONGEST = 120


class Inspection:
    """Looks at every row of a source, and counts what it finds; sees fields and kinds, keeps no values."""

    def __init__(self, mapping: Mapping) -> None:
        self._reading = mapping.reads
        self._placement = Placement(mapping)

    def look(self, row: Row, counts: Counts) -> None:
        """Count the deviations and the unplaced fields of one row."""
        if self._reading.format == "note" or any(problem.verdict is Verdict.QUARANTINE for problem in row.problems):
            return
        counts.deviations.update(deviations(self._reading, row.values))
        for path, kind in self._placement.left(row.values):
            counts.leave_over(path[:LONGEST], kind)
