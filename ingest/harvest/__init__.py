"""Harvesting: the pages of a live feed, brought to a folder that ingestion reads."""
