"""From a case note to what its record says."""

from collections.abc import Mapping as Table
from dataclasses import dataclass
from functools import cached_property

from graph.statement import record_said
from graph.store import Store
from ingest.cleaners import Context
from ingest.fact_judgements import Correction, corrections
from ingest.mapper import Mapped
from ingest.mapping import Mapping
from ingest.meant import circle_of
from ingest.meant_judgements import decisions
from ingest.notes.facts import say_facts
from ingest.notes.people import people_of
from ingest.notes.signals import say_signals
from ingest.notes.telling import Telling
from ingest.notes.ties import say_ties
from ingest.restriction import is_restricted
from ingest.row import Row, Verdict, verdict_of
from nlp.gazetteer import Gazetteer
from nlp.header import read_header
from nlp.pipeline import Extractor

PROVIDERS = (
    "MATCH (o:Organisation) WHERE EXISTS { MATCH (o)-[:PROVIDES]->(s:Service) } OR EXISTS { MATCH (o)-[:PROVIDES]->(a:Asset) } "
    "RETURN o.uid AS uid, o.full_name AS full_name ORDER BY uid"
)
SERVICES = "MATCH (s:Service) RETURN s.uid AS uid, s.full_name AS full_name ORDER BY uid"


def extractor_of(store: Store, model: str) -> Extractor:
    """An extractor that knows the organisations and services of the place's directories by name."""
    rows = [*store.read(PROVIDERS), *store.read(SERVICES)]
    return Extractor(model, Gazetteer(organisations={row["full_name"]: row["uid"] for row in rows if row["full_name"]}))


@dataclass
class NoteMapper:
    """Maps notes; asks the store whom a name can mean, and says so by rule."""

    mapping: Mapping
    file: str
    context: Context
    store: Store
    extractor: Extractor

    @cached_property
    def corrections(self) -> Table[str, Correction]:
        """What people said of facts, read once a run."""
        return corrections(self.store)

    @cached_property
    def decisions(self) -> Table[str, str | None]:
        """Whom people said that mentions mean, read once a run."""
        return decisions(self.store)

    def map(self, row: Row) -> Mapped:
        """What the note says; the record's key is the file's stem."""
        text, key = str(row.values["text"]), str(row.values["key"])
        problems = list(row.problems)
        if verdict_of(problems) is Verdict.QUARANTINE:
            return Mapped(key, None, problems, Verdict.QUARANTINE, row=row, file=self.file)
        restricted = is_restricted([text])
        telling = self._told(f"{self.mapping.source}#{key}", text, restricted)
        properties = {
            "source": self.mapping.source,
            "file": self.file,
            "row_key": key,
            "file_key": f"{self.file}#{key}",
            "form": "note",
            "recorded_on": telling.header.note_date,
            "verdict": verdict_of(problems).value,
            "problems": [problem.as_json(restricted) for problem in problems] or None,
            "restricted": restricted or None,
        }
        said = record_said(telling.record, properties, telling.nodes.values(), telling.edges)
        return Mapped(key, said, problems, verdict_of(problems), restricted, row, self.file)

    def _told(self, record: str, text: str, restricted: bool) -> Telling:
        """All that a note says, fact by fact."""
        header = read_header(text, self.context.extracted_on)
        found = self.extractor.extract(text, header.note_date)
        telling = Telling(record, text, header, found, self.mapping.agency, restricted)
        telling.say_note()
        circle = circle_of(self.store, telling.head(), telling.names())
        people = people_of(telling, circle, self.decisions, self.context)
        say_ties(telling, people, circle)
        say_facts(telling, people, self.store, circle)
        say_signals(telling, people, self.corrections)
        return telling
