"""The published code list of needs and signals, and its tables to the outcomes, missions and codes of others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml


@dataclass(frozen=True)
class Signal:
    """One code: its words to a reader, and what it is called or counts for elsewhere."""

    code: str
    label: str
    marked: str
    harrowdale: tuple[str, ...]
    outcomes: tuple[str, ...]
    missions: tuple[str, ...]
    meets: tuple[str, ...]


def read(name: str) -> dict[str, Any]:
    """One file of nlp/codes/, with its version."""
    loaded: dict[str, Any] = yaml.safe_load((files("nlp") / "codes" / f"{name}.yaml").read_text(encoding="utf-8"))
    return loaded


@lru_cache(maxsize=1)
def signals() -> Mapping[str, Signal]:
    """Every signal by its code.

    >>> signals()["fall"].missions
    ('frail_elderly',)
    """
    lists = ("harrowdale", "outcomes", "missions", "meets")
    return {
        code: Signal(code, row["label"], row["marked"], *(tuple(row[name]) for name in lists))
        for code, row in read("signals")["signals"].items()
    }


@lru_cache(maxsize=1)
def finer() -> Mapping[str, str]:
    """Finer codes, each with the code it is a kind of.

    >>> finer()["sofa_surfing"]
    'housing_insecure'
    """
    return {code: wide for wide, codes in read("signals")["finer"].items() for code in codes}


def wide_code(code: str) -> str:
    """The code of the published list that a finer one belongs to; any other stays as it is."""
    return finer().get(code, code)


def label_of(code: str) -> str:
    """A code in words.

    >>> label_of("fall"), label_of("sofa_surfing")
    ('Falls', 'Sofa surfing')
    """
    signal = signals().get(code)
    return signal.label if signal else code.replace("_", " ").capitalize()
