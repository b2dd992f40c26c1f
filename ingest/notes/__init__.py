"""Case notes as records: who is named and meant, who stands by whom, what strains, homes and referrals are told."""

from ingest.notes.judged import Judged, judged_of
from ingest.notes.mapper import NoteMapper, extractor_of

__all__ = ["Judged", "NoteMapper", "extractor_of", "judged_of"]
