"""The published code lists of ingest/codes/: what each code is called, and the words that tell it."""

import re
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def code_list(name: str) -> dict[str, dict[str, Any]]:
    """The codes of `needs` or of `capabilities`: {code: {label, phrases}}.

    >>> code_list("capabilities")["carers"]["label"]
    'Carers'
    """
    loaded: dict[str, Any] = yaml.safe_load(files("ingest").joinpath("codes", f"{name}.yaml").read_text("utf-8"))
    codes: dict[str, dict[str, Any]] = loaded[name]
    return codes


def codes_told(name: str, text: str) -> list[tuple[str, int, int]]:
    """Codes of a list that a text tells: each code, and where the words that say so first begin and end.

    >>> codes_told("needs", "help with debt, and more debt")
    [('debt_money', 10, 14)]
    """
    found = ((code, pattern.search(text)) for code, pattern in _patterns(name))
    return [(code, words.start(), words.end()) for code, words in found if words is not None]


@cache
def _patterns(name: str) -> list[tuple[str, re.Pattern[str]]]:
    """What tells each code that has phrases, from the start of a word on."""
    return [
        (code, re.compile("|".join(rf"\b(?:{phrase})" for phrase in one["phrases"]), re.I))
        for code, one in code_list(name).items()
        if one.get("phrases")
    ]
