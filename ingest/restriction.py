"""Marks that somebody may be harmed if it is known where they are.

The marks are those that UK agencies put on protected addresses: refuge and witness cases, Mosaic and
LCS restricted records, health S-flags (NHS Spine sensitive flag), school "do not display".
"""

import re
from collections.abc import Iterable
from typing import Any

MARK = re.compile(
    r"\brestricted\b|\bs-?flag\b|do not (?:display|disclose|share|record)|not to be (?:shared|recorded|disclosed)"
    r"|address (?:is )?(?:withheld|sensitive|protected|confidential|not to)|\bwithheld\b|\[redacted\]|\bsensitive record\b"
    r"|\bno address on\b|\bprotected (?:address|person|witness)\b|\bsafe address\b|\bunder protection\b|\bin refuge\b|\baddress suppressed\b",
    re.I,
)


def is_restricted(values: Iterable[Any]) -> bool:
    """Whether any text among the values, at any depth, carries a mark of restriction."""
    return any(_marked(value) for value in values)


def _marked(value: Any) -> bool:
    if isinstance(value, str):
        return MARK.search(value) is not None
    if isinstance(value, dict):
        return is_restricted(value.values())
    if isinstance(value, list):
        return is_restricted(value)
    return False
