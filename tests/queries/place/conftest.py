"""One engine is enough here: tests/queries/test_engines.py asks every question of a whole place on each."""

import pytest

from graph.store import Store


@pytest.fixture
def store(store_embedded: Store) -> Store:
    """An empty store on the embedded engine."""
    return store_embedded
