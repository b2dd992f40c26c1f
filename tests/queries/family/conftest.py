"""An empty place for families, on every engine."""

import pytest

from graph.store import Store
from tests.queries.family.graph import Household


@pytest.fixture
def household(store: Store) -> Household:
    """Nobody and nothing, yet."""
    return Household(store)
