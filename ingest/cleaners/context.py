"""What a cleaner may know beside the value."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Context:
    """The source's own facts and the place's lists."""

    extracted_on: date
    """The day the source speaks of; no record of it can be about a later day."""
    dated: bool = True
    """Whether somebody said so; else today stands in, and nothing that is stored may depend on it."""
    system: str = ""
    """The agency's own number system, before `#` in a local number."""
    areas: Mapping[str, str] = field(default_factory=dict)
    """GSS code by folded name of each area of the place."""
    borough: str | None = None
    """GSS code of the place as a whole."""
