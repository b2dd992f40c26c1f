"""`kith eval questions`: every question of a place's truth scored, in one table, and a mean for each."""

import json as json_text
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from statistics import fmean
from typing import Any

from benchmarks.questions.evaluation import FACTS, RAW, Scored, evaluate
from benchmarks.questions.truth import Truth
from graph.errors import QuestionError

SHOWN = 4
Ways = Mapping[str, list[Scored]]


def main(place: Path, truth: Path | None, only: str | None, way: str | None, json: bool) -> None:
    """Take a place in, ask its questions and print what comes of it.

    Raises QuestionError for a way there is not, SourceError where the truth cannot be read.
    """
    if way not in (None, FACTS, RAW):
        raise QuestionError(f"there is no way {way!r} of asking", f"Name one of: {FACTS}, {RAW}")
    known = Truth(truth or place / "truth")
    ways = {one: evaluate(place, known, one, only) for one in ((way,) if way else (FACTS, RAW))}
    if json:
        print(json_text.dumps(as_json(ways), indent=1, ensure_ascii=False))
    else:
        print("\n".join([*cases(ways), "", *means(ways), "", *not_there(ways)]))


def cases(ways: Ways) -> Iterator[str]:
    """A line for each case: its score in each way, what was missing and what was wrong."""
    yield f"| case | question | asked | {' | '.join(ways)} | missing (−), wrong (+), and what stands beside |"
    yield f"|---|---|---|{'---|' * len(ways)}---|"
    for at, first in enumerate(next(iter(ways.values()), [])):
        asked = ", ".join(f"{name}={_short(value)}" for name, value in first.case.params.items())
        figures = " | ".join(_figure(found[at]) for found in ways.values())
        told = "; ".join(f"{name}: {what}" for name, found in ways.items() if (what := differences(found[at])))
        yield f"| {first.case.id} | {first.case.question} | {asked} | {figures} | {told} |"


def means(ways: Ways) -> Iterator[str]:
    """A line for each question and one for all: mean scores, and how much of what stands beside is right."""
    yield f"| question | cases | {' | '.join(f'{name} | of what stands beside' for name in ways)} |"
    yield f"|---|---|{'---|---|' * len(ways)}"
    questions = list(dict.fromkeys(one.case.question for found in ways.values() for one in found))
    for question in [*questions, None]:
        chosen = [[one for one in found if question in (None, one.case.question)] for found in ways.values()]
        cells = " | ".join(f"{mean(part):.3f} | {_beside(part)}" for part in chosen)
        yield f"| {question or 'all'} | {len(chosen[0]) if chosen else 0} | {cells} |"


def not_there(ways: Ways) -> Iterator[str]:
    """The questions that could not be asked."""
    for told in sorted({f"{one.case.question}: {one.not_there}" for found in ways.values() for one in found if one.not_there}):
        yield f"Not there yet, and scored 0: {told}"


def mean(scored: Iterable[Scored]) -> float:
    """The mean score; 0 of none."""
    return fmean([one.score for one in scored] or [0.0])


def differences(one: Scored) -> str:
    """What a person must explain of an answer that is not the truth's."""
    if one.judged is None:
        return "not there yet"
    missing = [f"−{item}" for item in sorted(one.judged.missing)] if one.judged.f1 < 1 else []
    wrong = [f"+{item}" for item in sorted(one.judged.wrong)]
    beside = [f"not its {name}" for name, right in one.judged.beside.items() if not right]
    leaks = [f"TELLS {what}" for what in one.leaks]
    return ", ".join([*leaks, *missing, *wrong, *beside])


def as_json(ways: Ways) -> dict[str, Any]:
    """All scores as plain objects, with a mean for each way and question."""
    return {
        name: {"mean": round(mean(found), 4), "questions": _means(found), "cases": _cases(found)} for name, found in ways.items()
    }


def _means(found: list[Scored]) -> dict[str, float]:
    questions = dict.fromkeys(one.case.question for one in found)
    return {question: round(mean(one for one in found if one.case.question == question), 4) for question in questions}


def _cases(found: list[Scored]) -> list[dict[str, Any]]:
    return [
        {
            "id": one.case.id,
            "question": one.case.question,
            "score": round(one.score, 4),
            "there": one.judged is not None,
            "differences": differences(one),
        }
        for one in found
    ]


def _beside(scored: Iterable[Scored]) -> str:
    told = [right for one in scored if one.judged for right in one.judged.beside.values()]
    return f"{sum(told)}/{len(told)}" if told else "–"


def _figure(one: Scored) -> str:
    return "–" if one.judged is None else f"{one.score:.2f}"


def _short(value: object) -> str:
    return f"{len(value)} of them" if isinstance(value, list) and len(value) > SHOWN else str(value)
