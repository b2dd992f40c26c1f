"""Which of several names and dates of birth is shown of a person; the others stay on their mentions.

A name: what most mentions in records say, the fullest among equals; a name in a note only where no record
gives one. A date of birth: what most say, and none that is only a year's first day where another is said as
often. An address stays on the mentions: a person has none of their own, for no answer may show it unasked.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

Props = Mapping[str, Any]


def shown(mentions: Sequence[Props]) -> dict[str, Any]:
    """What is shown of a person."""
    props: dict[str, Any] = {
        "full_name": _most(m["full_name"] for m in mentions if not m.get("meant")) or _most(m["full_name"] for m in mentions),
        "known_as": _most(m.get("known_as") for m in mentions),
        "dob": _birth([m["dob"] for m in mentions if m.get("dob")]),
        "restricted": any(m.get("restricted") for m in mentions) or None,
    }
    return {name: value for name, value in props.items() if value is not None}


def _birth(said: Sequence[date]) -> date | None:
    counted = Counter(said)
    # The first of January is often what a form makes of a year alone.
    return min(counted, key=lambda day: (-counted[day], (day.month, day.day) == (1, 1), day), default=None)


def _most(values: Iterable[Any]) -> Any:
    counted = Counter(value for value in values if value is not None)
    return min(counted, key=lambda v: (-counted[v], -len(str(v)), str(v)), default=None)
