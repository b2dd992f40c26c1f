"""The synthetic place as statements, mapped in memory: for timings that are not about files."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import yaml

from benchmarks import patches
from benchmarks.population import AS_OF
from benchmarks.synthetic import SOURCES, entries, mapping_file
from graph.statement import RecordSaid
from ingest.cleaners import Context
from ingest.mapper import Mapper
from ingest.mapping import Mapping as Mapped
from ingest.row import Row


@dataclass(frozen=True)
class Told:
    """What one record says, in which source, and who its mentions truly are: residents by field."""

    source: str
    said: RecordSaid
    who: Mapping[str, int]


def records(people: int, seed: int = 1, sources: tuple[str, ...] = SOURCES) -> Iterator[Told]:
    """The records of a place, source by source; rows that can't be taken in are left out."""
    for source in sources:
        mapping = Mapped.model_validate(yaml.safe_load(mapping_file(source).read_text("utf-8")))
        context = Context(extracted_on=AS_OF, system=mapping.system or source, borough=patches.REGION)
        mapper = Mapper(mapping, f"{source}.csv", context)
        for at, entry in enumerate(entries(source, people, seed)):
            said = mapper.map(Row(entry.values, f"line:{at + 2}", at + 2)).said
            if said is not None:
                yield Told(source, said, entry.who)
