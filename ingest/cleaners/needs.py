"""Needs a service meets, by the published code list or out of its own description."""

import re
from collections.abc import Callable
from typing import Any

from ingest.cleaners.code_list import code_list, codes_told
from ingest.cleaners.context import Context


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
    return [{"code": code, "words": text[start:end]} for code, start, end in codes_told("needs", text)]


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
    if slug in code_list("needs"):
        return slug
    return next((code for code, need in code_list("needs").items() if written.strip().lower() == need["label"].lower()), slug)


CLEANERS: dict[str, Callable[[list[Any], Context], Any]] = {
    "need_terms": need_terms,
    "needs_in_text": needs_in_text,
}
