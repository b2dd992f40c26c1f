"""Answers as a person reads them on a terminal."""

from dataclasses import fields
from datetime import date
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from queries.acquaintance import Acquaintance
from queries.overlap import Overlap
from queries.question import Answer, Evidence

EVIDENCE_SHOWN = 3


def show(answer: Answer[Any], console: Console) -> None:
    """Print an answer with its evidence, the day it is true of, and what it leaves out."""
    if not answer.rows:
        console.print(f"Nobody and nothing known, as of {_day(answer.as_of)}.")
    elif isinstance(answer.rows[0], Acquaintance):
        console.print(_acquaintances(answer))
    elif isinstance(answer.rows[0], Overlap):
        console.print(_overlaps(answer))
    else:
        console.print(_plain(answer))
    for told in answer.unseen:
        console.print(Text(f"Left out: {told}.", style="yellow"))


def _acquaintances(answer: Answer[Acquaintance]) -> Table:
    table = Table("who", "as", "knows", "contact", "how", "says who", title=f"as of {_day(answer.as_of)}", show_lines=True)
    for row in answer.rows:
        span = " – ".join(_day(day) for day in (row.first_contact, row.last_contact) if day) or "no date"
        how = f"{row.status}{' (informal)' if row.informal else ''}, {row.strength}"
        who = f"{row.full_name}\n{row.organisation}" if row.organisation else row.full_name
        table.add_row(who, row.capacity, ", ".join(row.people), span, how, _evidence(row.evidence))
    return table


def _overlaps(answer: Answer[Overlap]) -> Table:
    table = Table("services", "providers", "both meet", "ages", "score", "why", title=f"as of {_day(answer.as_of)}", show_lines=True)
    for row in answer.rows:
        parts = (
            f"needs {row.needs_shared:.2f}, areas {row.areas_shared:.2f}, ages {row.ages_shared:.2f}, words {row.words_alike:.2f}"
            f"{'; same site' if row.same_site else ''}{'; perhaps one service listed twice' if row.perhaps_one else ''}"
        )
        table.add_row(
            f"{row.name_a}\n{row.name_b}",
            f"{row.provider_a}\n{row.provider_b}",
            f"{', '.join(row.needs)}\nin {', '.join(row.areas[:4])}{' …' if len(row.areas) > 4 else ''}",
            row.ages,
            f"{row.score:.2f}",
            f"{parts}\n{_evidence(row.evidence)}",
        )
    return table


def _plain(answer: Answer[Any]) -> Table:
    names = [f.name for f in fields(answer.rows[0]) if any(getattr(row, f.name) not in (None, "", ()) for row in answer.rows)]
    table = Table(*(name.replace("_", " ") for name in names), title=f"as of {_day(answer.as_of)}", show_lines=True)
    for row in answer.rows:
        table.add_row(*(_cell(getattr(row, name)) for name in names))
    return table


def _cell(value: Any) -> str:
    if isinstance(value, tuple) and value and isinstance(value[0], Evidence):
        return _evidence(value)
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return _day(value) if isinstance(value, date) else "" if value is None else str(value)


def _evidence(evidence: tuple[Evidence, ...]) -> str:
    lines = []
    for one in evidence[:EVIDENCE_SHOWN]:
        words = f" “{one.words[:90]}{'…' if len(one.words) > 90 else ''}”" if one.words else ""
        lines.append(f"{one.record}{f', {_day(one.said_on)}' if one.said_on else ''}{words}")
    if len(evidence) > EVIDENCE_SHOWN:
        lines.append(f"and {len(evidence) - EVIDENCE_SHOWN} more")
    return "\n".join(lines)


def _day(day: date) -> str:
    return f"{day.day} {day:%b %Y}"
