"""One JSON object parsed, and refused where two programs would read it as two things."""

import json
import math
from typing import Any

from ingest import limits
from ingest.readers import flaws
from ingest.row import Problem

LARGEST = 2**63
"""Whole numbers are kept in 64 bits."""


class _Refused(Exception):
    """Why an object is not taken, with the code of its problem."""

    def __init__(self, code: str, why: str) -> None:
        super().__init__(why)
        self.code = code


def parse(text: str, depth: int = 0) -> dict[str, Any] | Problem:
    """The object that a text is, or what is wrong with it.

    >>> parse('{"a": [1.5, NaN]}')
    {'a': [1.5, None]}
    >>> [parse(text).code for text in ('{"a": 1, "a": 2}', '{"a": 1e999}', '["a"]', '{"a": "\\\\ud800"}')]
    ['repeated_name', 'number_too_large', 'not_an_object', 'half_a_letter']
    """
    if depth > limits.DEPTH.most:
        return flaws.not_an_object(text, f"it nests over {limits.DEPTH.most} deep, which is the limit", "nested_too_deep")
    try:
        found = _DECODER.decode(text.strip())
    except json.JSONDecodeError as broken:
        return flaws.not_an_object(text, f"not a JSON object ({broken.msg})")
    except RecursionError:
        return flaws.not_an_object(text, f"it nests over {limits.DEPTH.most} deep, which is the limit", "nested_too_deep")
    except _Refused as refused:
        return flaws.not_an_object(text, str(refused), refused.code)
    if not isinstance(found, dict):
        return flaws.not_an_object(text, "not a JSON object (it is another value)")
    return (_unsound(found, text) if "\\u" in text or "\0" in text else None) or found


def _unsound(found: dict[str, Any], text: str) -> Problem | None:
    """Signs written by number that are no letters."""
    written = json.dumps(found, ensure_ascii=False)
    if "\\u0000" in written:
        return flaws.nul_byte(text)
    try:
        written.encode("utf-8")
    except UnicodeEncodeError:
        return flaws.not_an_object(text, "it holds half a letter (a lone surrogate)", "half_a_letter")
    return None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise _Refused("repeated_name", f"it has {twice!r} twice, and which of the two is meant is not said")
    return found


def _whole(written: str) -> int:
    if len(written) > 18 and (len(written) > 20 or not -LARGEST <= int(written) < LARGEST):
        raise _Refused("number_too_large", f"it holds a number of {len(written)} digits; put it in quotation marks")
    return int(written)


def _fraction(written: str) -> float:
    number = float(written)
    if math.isinf(number):
        raise _Refused("number_too_large", f"it holds the number {written[:30]}, which is too large")
    return number


def _constant(written: str) -> None:
    """NaN stands for nothing; an infinite number is no value."""
    if written != "NaN":
        raise _Refused("number_too_large", f"it holds the number {written}")


_DECODER = json.JSONDecoder(
    object_pairs_hook=_once, parse_int=_whole, parse_float=_fraction, parse_constant=_constant, strict=False
)
