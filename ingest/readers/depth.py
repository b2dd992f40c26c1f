"""How deep an object may be nested: deeper ones are no data, and break whatever walks them."""

from typing import Any

DEEPEST = 64


def too_deep(found: Any) -> bool:
    """Whether a JSON document is nested deeper than any standard's objects are.

    >>> too_deep([{"a": [1]}]), too_deep(__import__("json").loads("[" * 100 + "]" * 100))
    (False, True)
    """
    level = [found]
    for _ in range(DEEPEST):
        level = [inner for one in level for inner in _parts(one)]
        if not level:
            return False
    return True


def _parts(one: Any) -> list[Any]:
    parts = one.values() if isinstance(one, dict) else one if isinstance(one, list) else ()
    return [part for part in parts if isinstance(part, dict | list)]
