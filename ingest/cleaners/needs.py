"""Needs a service meets, by the published code list or out of its own description."""

import re
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from ingest.cleaners.context import Context


@cache
def code_list() -> dict[str, dict[str, Any]]:
    """The needs of ingest/codes/needs.yaml: {code: {label, phrases}}."""
    loaded: dict[str, Any] = yaml.safe_load(files("ingest").joinpath("codes", "needs.yaml").read_text("utf-8"))
    needs: dict[str, dict[str, Any]] = loaded["needs"]
    return needs


@cache
def _patterns() -> list[tuple[str, re.Pattern[str]]]:
    return [
        (code, re.compile("|".join(rf"\b(?:{phrase})" for phrase in need["phrases"]), re.I))
        for code, need in code_list().items()
        if need.get("phrases")
    ]


def need_terms(values: list[Any], context: Context) -> list[dict[str, Any]]:
    """Taxonomy terms of a directory as codes: a list of terms, of objects with a name, or one text."""
    found: dict[str, str] = {}
    for value in values:
        for term in value if isinstance(value, list) else [value]:
            written = _term(term)
            code = code_of(written)
            if code:
                found.setdefault(code, written)
    return [{"code": code, "words": words} for code, words in found.items()]


def needs_in_text(values: list[Any], context: Context) -> list[dict[str, Any]]:
    """Needs that a description speaks of, each with the words that say so."""
    text = " . ".join(str(value) for value in values if value)
    found: list[dict[str, Any]] = []
    for code, pattern in _patterns():
        if (words := pattern.search(text)) is not None:
            found.append({"code": code, "words": words.group()})
    return found


def _term(term: Any) -> str:
    if isinstance(term, dict):
        inner = term.get("taxonomy_term") or term
        return str(inner.get("name") or "")
    return str(term or "")


def code_of(written: str) -> str | None:
    """The code of a term: that of the code list which has it by code or by label, else a code made of its words."""
    slug = re.sub(r"\W+", "_", written.strip().lower()).strip("_")
    if not slug:
        return None
    if slug in code_list():
        return slug
    return next((code for code, need in code_list().items() if written.strip().lower() == need["label"].lower()), slug)


CLEANERS: dict[str, Callable[[list[Any], Context], Any]] = {
    "need_terms": need_terms,
    "needs_in_text": needs_in_text,
}
