"""Two nodes of the graph that may be one, as a person is shown them."""

from collections.abc import Mapping
from dataclasses import dataclass

End = tuple[str, str | None, str | None]
"""A node's uid, its name, and where it belongs."""


@dataclass(frozen=True)
class Pair:
    """Two workers, two bodies or two services that are, or may be, one."""

    uid_a: str
    name_a: str | None
    at_a: str | None
    """Whom the worker works for, where the body is, or who provides the service."""
    uid_b: str
    name_b: str | None
    at_b: str | None
    verdict: str
    """`review`, of services also `same`; or what somebody judged: `same`, `different`, of services `overlaps`, else `unsure`."""
    judged: bool
    probability: float
    reasons: Mapping[str, float]
    """Bits for and against, by what they are about."""


def pair_of(one: End, other: End, reasons: Mapping[str, float], said: str | None) -> Pair:
    """A pair with the chance that its bits make together."""
    total = max(-50.0, min(50.0, sum(reasons.values())))
    told = {name: round(bits, 1) for name, bits in reasons.items() if bits}
    return Pair(*one, *other, said or "review", said is not None, round(1 / (1 + 2**-total), 4), told)
