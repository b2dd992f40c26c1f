"""Drafting a mapping for a file that nobody has mapped: what its columns hold, what a row is about, and why."""
