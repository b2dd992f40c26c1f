"""What a file becomes under a mapping, as a person reads it on a terminal and as scripts do."""

import json
from collections.abc import Iterator
from typing import Any

from rich.console import Console
from rich.text import Text

from graph.statement import NodeSaid
from ingest.mapper import Mapped
from ingest.mapping import Mapping
from ingest.preview import Preview
from ingest.row import Verdict

LONGEST = 60
TOLD = {
    Verdict.ACCEPT: "accepted",
    Verdict.WARN: "accepted with a warning",
    Verdict.REPAIR: "repaired",
    Verdict.QUARANTINE: "quarantined",
    Verdict.REJECT: "rejected",
    Verdict.DUPLICATE: "dropped as a duplicate",
}
HIDDEN = "(restricted)"


def show(found: Preview, mapping: Mapping, console: Console) -> None:
    """Print the first rows, then what becomes of all."""
    for one in found.rows:
        style = "bold" if one.said is not None else "bold red"
        console.print(Text(f"{mapping.source}#{one.row_key}  {TOLD[one.verdict]}{_line(one)}", style=style))
        for line in _said(one):
            console.print(Text(f"  {line}"))
        for problem in one.problems:
            told = json.loads(problem.as_json(one.restricted))
            console.print(Text(f"  ! {told['column'] or 'row'}: {told['what']}. {told['cure']}", style="yellow"))
    console.print(Text(_sum(found), style="bold"))
    for code, times in found.problems.most_common():
        first = found.examples[code]
        console.print(Text(f"  {code} ({times} times), in {first.column or 'the row'}. {first.cure}"))
    for told in found.advice:
        console.print(Text(told, style="yellow"))


def _line(one: Mapped) -> str:
    return f", line {one.line}" if one.line else ""


def _said(one: Mapped) -> Iterator[str]:
    """Each node with its properties, each edge with its ends."""
    if one.said is None:
        return
    names = {node.uid: _name(node, one.restricted) for node in one.said.nodes}
    for node in one.said.nodes:
        props = {name: value for name, value in node.properties.items() if name not in ("record", "field", "full_name")}
        told = " · ".join(f"{name} {_cell(value, one.restricted)}" for name, value in props.items())
        yield f"{node.label}  {names[node.uid]}" + (f" · {told}" if told else "")
    for edge in one.said.edges:
        told = ", ".join(f"{name} {_cell(value, one.restricted)}" for name, value in edge.properties.items() if name != "record")
        yield f"{names.get(edge.start, edge.start)}  ─{edge.type}→  {names.get(edge.end, edge.end)}" + (
            f"  ({told})" if told else ""
        )


def _name(node: NodeSaid, restricted: bool) -> str:
    if restricted:
        return f"{node.label.lower()} {HIDDEN}"
    return str(node.properties.get("full_name") or node.uid)


def _cell(value: Any, restricted: bool) -> str:
    if restricted:
        return HIDDEN
    written = str(value)
    return f"“{written[:LONGEST]}…”" if len(written) > LONGEST else written


def _sum(found: Preview) -> str:
    parts = [f"{times} {TOLD[verdict]}" for verdict, times in found.verdicts.most_common()]
    made = ", ".join(f"{times} {what}" for what, times in sorted(found.made.items()))
    return f"{found.read} rows: {', '.join(parts) or 'none'}. They say {made or 'nothing'}."


def as_json(found: Preview) -> dict[str, Any]:
    """The same for scripts; values of restricted rows are left out."""
    return {
        "read": found.read,
        "verdicts": {verdict.value: times for verdict, times in sorted(found.verdicts.items())},
        "problems": dict(sorted(found.problems.items())),
        "made": dict(sorted(found.made.items())),
        "advice": found.advice,
        "rows": [_row(one) for one in found.rows],
    }


def _row(one: Mapped) -> dict[str, Any]:
    problems = [json.loads(problem.as_json(one.restricted)) for problem in one.problems]
    told: dict[str, Any] = {"row_key": one.row_key, "line": one.line, "verdict": one.verdict.value, "problems": problems}
    if one.said is not None and not one.restricted:
        told["nodes"] = [{"label": node.label, "uid": node.uid, **node.properties} for node in one.said.nodes]
        told["edges"] = [{"type": e.type, "from": e.start, "to": e.end, **e.properties} for e in one.said.edges]
    return told
