"""Reading notes anew from the words that are kept, after a source went by which they had been understood.

A note says "Dean"; the forgotten source knew a Dean with a surname. What the note then says of him was half that
source's word, so it is read again as if the source had never been there. A note whose own words are gone already
loses the link and keeps the name as the note has it.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from graph import writing
from graph.paging import paged
from graph.settings import Settings
from graph.statement import RecordSaid
from graph.store import Row as StoreRow
from graph.store import Store
from graph.writers import Writers
from ingest.cleaners import Context
from ingest.handling import hashed
from ingest.mapping import Mapping
from ingest.progress import Progress
from ingest.readers import Reading
from ingest.row import Row

BATCH = 500
KEYS_AT_ONCE = 5_000
LEANING = "MATCH (m:Mention) WHERE m.meant STARTS WITH $prefix RETURN m.uid AS uid, m.field AS field ORDER BY uid LIMIT $limit"
CUT = "UNWIND $rows AS row MATCH (m:Mention {uid: row.uid}) SET m.meant = null, m.full_name = row.full_name"
HOW_MANY = "MATCH (r:Record)-[:SAYS]->(n:Note) WHERE n.text IS NOT NULL RETURN count(n) AS many"
KEYS = (
    "MATCH (r:Record)-[:SAYS]->(n:Note) WHERE r.uid > $after AND n.text IS NOT NULL RETURN r.uid AS uid ORDER BY uid LIMIT $limit"
)
KEPT = (
    "UNWIND $uids AS chosen MATCH (r:Record {uid: chosen})-[:SAYS]->(n:Note) MATCH (r)-[:FROM]->(s:Source) "
    "RETURN r.uid AS uid, s.uid AS source, s.agency AS agency, r.file AS file, r.row_key AS row_key, "
    "r.recorded_on AS recorded_on, s.extracted_on AS extracted_on, r.content_hash AS content_hash, n.text AS text ORDER BY uid"
)


def cut(store: Store, source: str) -> set[str]:
    """Take from notes' mentions that they stand for somebody in a source's records; returns those mentions."""
    mentions: set[str] = set()
    while rows := store.read(LEANING, prefix=f"{source}#", limit=KEYS_AT_ONCE):
        # Nobody was named where the head's number alone told whom the note is about.
        names = [{"uid": r["uid"], "full_name": None if r["field"] == "subject" else r["field"]} for r in rows]
        store.write((CUT, names))
        mentions |= {row["uid"] for row in rows}
    return mentions


def reread(store: Store, progress: Progress) -> writing.Touched:
    """Read every note again whose words are kept, and put what it says now in the place of what it said."""
    many = store.read(HOW_MANY)[0]["many"]
    touched = writing.Touched()
    if not many:
        return touched
    progress.began("reading notes anew", many)
    for batch in _batches(store):
        for source, changed in _changed(store, batch, progress).items():
            with Writers(store) as writers:
                part = writing.write_batch(writers, source, (), changed, ())
            touched.add(part)
    progress.finished()
    return touched


def _batches(store: Store) -> Iterator[list[StoreRow]]:
    batch: list[StoreRow] = []
    for row in paged(store, KEYS, KEPT):
        batch.append(row)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _changed(store: Store, batch: list[StoreRow], progress: Progress) -> dict[str, list[RecordSaid]]:
    """The notes of a batch that say something else now, by source."""
    # The language model takes seconds to load; a place without notes need not wait for it.
    from ingest.notes import NoteMapper, extractor_of, judged_of

    extractor, judged = extractor_of(store, Settings().model), judged_of(store)
    changed: dict[str, list[RecordSaid]] = defaultdict(list)
    for row in batch:
        mapping = Mapping(source=row["source"], agency=row["agency"] or row["source"], reads=Reading(format="note"))
        drawn = row["extracted_on"] or row["recorded_on"]
        context = Context(extracted_on=drawn or date.today(), dated=drawn is not None)
        mapper = NoteMapper(mapping, row["file"], context, store, extractor, judged)
        said = mapper.map(Row({"key": row["row_key"], "text": row["text"]}, row["row_key"])).said
        assert said is not None
        if (now := hashed(said)).properties["content_hash"] != row["content_hash"]:
            changed[row["source"]].append(now)
        progress.advanced(1)
    return changed
