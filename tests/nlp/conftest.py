"""One extractor for all tests of this folder."""

from __future__ import annotations

import pytest

from nlp.pipeline import Extractor


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    """An extractor that knows no place's names."""
    return Extractor()
