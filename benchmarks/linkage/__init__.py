"""Linkage measured against sets whose truth is known, beside Splink's own defaults in the same run."""
