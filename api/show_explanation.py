"""How an answer came about, as a person reads it on a terminal."""

import json
from collections.abc import Iterator
from typing import Any

from rich.console import Console
from rich.text import Text

from queries.explanation import UNCOUNTED, Explanation, ParameterUnderstood

UNTOLD = "The rows do not tell whose they are, so how many there are is told to a cleared caller alone"


def show_explanation(explanation: Explanation, console: Console) -> None:
    """Print how an answer came about; what it leaves out stands with the answer, but for what is the explanation's own."""
    console.print()
    console.print(Text("How it came about", style="bold"))
    for line in _lines(explanation):
        console.print(Text(f"  {line}"), soft_wrap=True)


def _lines(told: Explanation) -> Iterator[str]:
    for parameter in told.parameters:
        yield _parameter(parameter)
    yield f"{told.rows_read:,} rows read" if told.rows_read is not None else UNTOLD
    for rules in told.rules:
        yield f"by {rules.file}, version {rules.version}, {'of the place' if rules.of_the_place else 'of Kith'}"
    if UNCOUNTED in told.left_out:
        yield f"left out: {UNCOUNTED}"
    yield "read with:"
    yield from (f"  {line}" for line in told.cypher.splitlines())
    for text in told.further:
        yield f"and with: {text}"


def _parameter(one: ParameterUnderstood) -> str:
    means = f", the {one.means.lower()}" if one.means and one.how == "named" else ""
    given = f" ({_value(one.given)}{means})" if one.how == "named" else f" ({one.how})"
    return f"{one.parameter}: {_value(one.understood)}{given}"


def _value(value: Any) -> str:
    return "nothing" if value is None else value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
