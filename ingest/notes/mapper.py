"""From a case note to what its record says."""

from dataclasses import dataclass
from datetime import date

from graph.statement import record_said
from graph.store import Store
from ingest.cleaners import Context
from ingest.mapper import Mapped
from ingest.mapping import Mapping
from ingest.meant import circle_of
from ingest.notes.facts import say_facts
from ingest.notes.judged import Judged
from ingest.notes.people import people_of
from ingest.notes.signals import say_signals
from ingest.notes.telling import Telling
from ingest.notes.ties import say_ties
from ingest.restriction import is_restricted
from ingest.row import Row, Verdict, verdict_of
from nlp.extraction import Extraction
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
    judged: Judged

    def map(self, row: Row) -> Mapped:
        """What the note says; the record's key is the file's stem."""
        refused = verdict_of(row.problems) is Verdict.QUARANTINE
        return self.map_read(row, Extraction() if refused else self.extractor.extract(*self.note(row)))

    def note(self, row: Row) -> tuple[str, date | None]:
        """The words to be read, and the day from which relative dates in them count."""
        text = str(row.values["text"])
        return text, read_header(text, self.context.extracted_on).note_date

    def map_read(self, row: Row, found: Extraction) -> Mapped:
        """The same, of a note in whose words this was found."""
        text, key = str(row.values["text"]), str(row.values["key"])
        problems = list(row.problems)
        if verdict_of(problems) is Verdict.QUARANTINE:
            return Mapped(key, None, problems, Verdict.QUARANTINE, row=row, file=self.file)
        restricted = is_restricted([text])
        telling = self._told(f"{self.mapping.source}#{key}", text, restricted, found)
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

    def _told(self, record: str, text: str, restricted: bool, found: Extraction) -> Telling:
        """All that a note says, fact by fact."""
        header = read_header(text, self.context.extracted_on)
        telling = Telling(record, text, header, found, self.mapping.agency, restricted)
        telling.say_note()
        circle = circle_of(self.store, telling.head(), telling.names())
        people = people_of(telling, circle, self.judged.whom, self.context)
        say_ties(telling, people, circle)
        say_facts(telling, people, self.store, circle)
        say_signals(telling, people, self.judged.facts)
        return telling
