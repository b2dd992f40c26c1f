"""Who asks, and why."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Caller:
    """Somebody who asks a question; `cleared` lets them see where restricted people are."""

    known_as: str
    purpose: str
    cleared: bool = False
