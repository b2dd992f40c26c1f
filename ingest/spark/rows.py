"""From files to rows, each dealt to the partition of its key.

A file is read by one task from its beginning, by the reader that a run on one machine uses, for where a
row begins depends on all before it (quotation marks, encodings, sheets); so positions and repairs are the
same. Rows of one key meet in one partition, where the first in file order can be told from its repeats.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from graph.errors import KithError
from ingest.mapper import Mapper
from ingest.readers import READERS
from ingest.row import Row
from ingest.run import check_columns
from ingest.spark.assignment import Assignment, Ordinal
from ingest.spark.dealing import partition_of, root


@dataclass(frozen=True)
class Refused:
    """Why a file cannot be taken in at all; trying again would not help."""

    what: str
    cure: str


@dataclass(frozen=True)
class Standing:
    """A row, or why there is none, with where it stands in the source."""

    ordinal: Ordinal
    row: Row | Refused


def read(assignment: Assignment, at: int) -> Iterator[tuple[int, Standing]]:
    """The rows of one of the source's files, each with the partition it is dealt to."""
    mapping, name = assignment.mapping, assignment.supply.names[at]
    mapper = Mapper(mapping, name, assignment.context)
    try:
        for number, row in enumerate(READERS[mapping.reads.format](assignment.supply.files[at], mapping.reads)):
            if number == 0:
                check_columns(mapping, row, name)
            # Corrected, a row may have another key; its partition corrects it again, and tells so.
            known = assignment.corrections.apply(row)
            key = known.values["key"] if mapping.reads.format == "note" else mapper.key(known)
            yield partition_of(root(str(key or row.position)), assignment.partitions), Standing((at, number), row)
    except KithError as wrong:
        yield 0, Standing((at, -1), Refused(wrong.what, wrong.cure))
