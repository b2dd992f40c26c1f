"""How a harvest behaves: how long it waits, how often it tries, how much it takes."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Manners:
    """Bounds of a harvest; seconds and bytes."""

    connect: float = 10.0
    silence: float = 30.0
    """The longest a feed may say nothing."""
    page_seconds: float = 180.0
    """The longest one answer may take as a whole."""
    page_bytes: int = 50_000_000
    total_bytes: int = 5_000_000_000
    most_pages: int = 100_000
    attempts: int = 5
    first_wait: float = 1.0
    longest_wait: float = 60.0
    patience: float = 300.0
    """A feed that asks us to come back later than this is left until the next harvest."""
    pause: float = 0.1
    """Between two requests."""
    per_page: int = 100
