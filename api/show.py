"""Answers as a person reads them on a terminal, a phone's width or wide."""

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from typing import Any

from rich.console import Console
from rich.text import Text

from queries.acquaintance import Acquaintance
from queries.overlap import Overlap
from queries.question import Answer, Evidence
from queries.service_duplicates import ServiceDuplicate

EVIDENCE_SHOWN = 3
WORDS_SHOWN = 90
HEADS = ("full_name", "what", "kind", "service", "uid")
"""The fields that name a row, the best first."""


def show(answer: Answer[Any], console: Console) -> None:
    """Print an answer with its evidence, the day it is true of, and what it leaves out."""
    console.print(f"As of {day_of(answer.as_of)}{':' if answer.rows else ', nobody and nothing is known.'}")
    for row in answer.rows:
        head, *lines = _lines(row)
        console.print(Text(head, style="bold"))
        for line in lines:
            console.print(Text(f"  {line}"))
    for told in answer.unseen:
        console.print(Text(f"Left out: {told}.", style="yellow"))


def _lines(row: Any) -> Iterator[str]:
    """A row as a headline and lines under it."""
    if isinstance(row, Acquaintance):
        yield from _acquaintance(row)
    elif isinstance(row, Overlap):
        yield from _overlap(row)
    elif isinstance(row, ServiceDuplicate):
        yield from _duplicate(row)
    else:
        yield from _plain(row)


def _acquaintance(row: Acquaintance) -> Iterator[str]:
    yield f"{row.full_name}{f', {row.organisation}' if row.organisation else ''}"
    contact = " – ".join(dict.fromkeys(day_of(day) for day in (row.first_contact, row.last_contact) if day))
    ended = f"ended {day_of(row.ended)}" if row.ended else row.status
    yield " · ".join(
        filter(
            None,
            (
                row.capacity,
                ended,
                row.strength,
                "informal" if row.informal else "",
                contact,
                f"sure {row.sure:.2f}" if row.sure < 1 else "",
            ),
        )
    )
    yield f"knows {', '.join(row.people)}"
    if row.practitioner is None:
        yield f"who it is, is withheld: ask {row.ask or 'whoever is cleared for restricted people'}"
    yield from _evidence(row.evidence)


def _overlap(row: Overlap) -> Iterator[str]:
    yield f"{row.name_a}  ↔  {row.name_b}"
    yield f"{row.provider_a or 'provider not said'}  ↔  {row.provider_b or 'provider not said'}"
    areas = f"{', '.join(row.area_names[:4])}{' …' if len(row.areas) > 4 else ''}"
    yield f"both meet {', '.join(row.needs)} {f'for ages {row.ages} ' if row.ages else ''}in {areas}"
    parts = f"needs {row.needs_shared:.2f}, rare {row.needs_rare:.2f}, areas {row.areas_shared:.2f}, ages {row.ages_shared:.2f}, words {row.words_alike:.2f}"
    yield f"score {row.score:.2f}: {parts}{'; one site' if row.same_site else ''}"
    if row.perhaps_one:
        yield "perhaps one service listed twice: for a person to say"
    yield from _unconfirmed(row)
    yield from (f"spend: {one.told}" for one in row.spend)
    if row.touched:
        yield f"together they touch {', '.join(row.touched)}"
    yield from _evidence(row.evidence)


def _unconfirmed(row: Overlap | ServiceDuplicate) -> Iterator[str]:
    for name, uid in ((row.name_a, row.service_a), (row.name_b, row.service_b)):
        if uid in row.unconfirmed:
            yield f"{name} is unconfirmed: its own organisation registered it"


def _duplicate(row: ServiceDuplicate) -> Iterator[str]:
    yield f"{row.name_a}  ↔  {row.name_b}"
    yield f"{row.provider_a or 'provider not said'}  ↔  {row.provider_b or 'provider not said'}"
    told = "one service" if row.verdict == "same" else "perhaps one service: for a person to say"
    yield f"{told}{', as somebody judged' if row.judged else f', sure {row.probability:.2f}'}"
    against = f"; not in {', '.join(row.speaks_against)}" if row.speaks_against else ""
    yield f"alike in {', '.join(row.speaks_for)}{against}"
    if row.says_otherwise:
        yield f"the two say otherwise: {', '.join(row.says_otherwise)}"
    if row.only_one_says:
        yield f"only one says: {', '.join(row.only_one_says)}"
    yield from _unconfirmed(row)
    yield f"kith link judge {row.service_a} {row.service_b} same|overlaps|different --why …"
    yield from _evidence(row.evidence)


def _plain(row: Any) -> Iterator[str]:
    told = {name: value for name, value in asdict(row).items() if value not in (None, "", (), False) and name != "evidence"}
    headed = next(
        (name for name in HEADS if told.get(name)), next((name for name, value in told.items() if isinstance(value, str)), "")
    )
    yield _cell(told.pop(headed, ""))
    parts = {name: told.pop(name) for name in list(told) if _is_parts(told[name])}
    yield " · ".join(f"{name.replace('_', ' ')}: {_cell(value)}" for name, value in told.items())
    for name, many in parts.items():
        for part in many:
            said = {key: value for key, value in part.items() if value not in (None, "", (), False) and key != "evidence"}
            yield f"{name.replace('_', ' ')}: " + " · ".join(_part(key, value) for key, value in said.items())
    yield from _evidence(getattr(row, "evidence", ()))


def _is_parts(value: Any) -> bool:
    """Whether a field holds rows of its own."""
    return isinstance(value, tuple | list) and bool(value) and isinstance(value[0], dict)


def _part(name: str, value: Any) -> str:
    """A text by itself; a number or a mark with its name, which says what it is."""
    if isinstance(value, bool):
        return name.replace("_", " ")
    return f"{name.replace('_', ' ')} {value}" if isinstance(value, int | float) else _cell(value)


def _cell(value: Any) -> str:
    if isinstance(value, tuple | list):
        return ", ".join(map(str, value))
    return day_of(value) if isinstance(value, date) else str(value)


def _evidence(evidence: tuple[Evidence, ...]) -> Iterator[str]:
    told = list(dict.fromkeys((one.record, one.said_on, one.words) for one in evidence))
    for record, day, written in told[:EVIDENCE_SHOWN]:
        words = f" “{written[:WORDS_SHOWN]}{'…' if len(written) > WORDS_SHOWN else ''}”" if written else ""
        yield f"says {record}{f', {day_of(day)}' if day else ''}{words}"
    if len(told) > EVIDENCE_SHOWN:
        yield f"and {len(told) - EVIDENCE_SHOWN} more"


def day_of(day: date) -> str:
    """A day as people write it: 31 Oct 2026."""
    return f"{day.day} {day:%b %Y}"
