"""How far Spark has come with a source, told to whoever watches: as each partition is mapped."""

from pyspark import Accumulator, SparkContext

from ingest.progress import Progress


class RowsMapped(Accumulator[int]):
    """Rows that workers mapped. In a worker it is a plain accumulator, and what that adds arrives here.

    A task that is tried again is counted again, so this is for watching and no count of the run.
    """

    def __init__(self, context: SparkContext, progress: Progress) -> None:
        plain = context.accumulator(0)
        super().__init__(plain.aid, 0, plain.accum_param)
        self._progress = progress

    def add(self, term: int) -> None:
        """Tell of more rows."""
        super().add(term)
        self._progress.advanced(term)
