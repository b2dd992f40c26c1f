"""Case notes as records: who is named and meant, who stands by whom, what strains, homes and referrals are told."""

from ingest.notes.mapper import NoteMapper, extractor_of

__all__ = ["NoteMapper", "extractor_of"]
