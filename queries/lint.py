"""Holds every question to the subset of Cypher that means the same on both engines (docs/decisions/0001)."""

import re
import sys
from collections.abc import Iterator
from datetime import date

from queries.catalogue import catalogue
from queries.question import Question, cypher_of, is_required

FORBIDDEN = (
    (r"\.(id|name|title|type|label|start|end)\b(?!\()", "a property name that the embedded engine gives a meaning of its own"),
    (r"-\[\w*(:\w+)?\s*\{", "a relationship filtered inline; filter it in WHERE"),
    (r"\bCOLLECT\s*\{", "COLLECT {}; collect in Python or by pattern comprehension in RETURN"),
    (r"\b(properties|keys)\s*\(|\{\s*\.\*\s*\}", "whole property maps; name each property"),
    (r"\bpercentile(Cont|Disc)\b", "percentiles; take them in Python"),
    (r"\bduration\.", "durations; reckon ages and spans in Python"),
    (r"/\*", "block comments; use //"),
    (r"\bSHORTEST\s+\d|\(\(|\)\)\{", "quantified path patterns"),
    (r"\b(CREATE|MERGE|SET|DELETE|REMOVE)\b", "a write in a question"),
    (r"\bcollect\s*\((?!.*ORDER BY)", "collect() of rows in no order; sort before it"),
)


def complaints(title: str, text: str, parameters: set[str]) -> Iterator[str]:
    """What a question's text has that it may not, one line each."""
    first, *rest = text.splitlines()
    if not (first.startswith("// ") and first.endswith("?")):
        yield f"{title}.cypher: line 1 must be the question in English: // Who …?"
    body = "\n".join(line for line in rest if not line.lstrip().startswith("//"))
    for pattern, what in FORBIDDEN:
        if found := re.search(pattern, body, re.I if pattern.startswith(r"\b(CREATE") else 0):
            yield f"{title}.cypher: {found.group()!r} is {what}"
    if "ORDER BY" not in body and "UNION" not in body:
        yield f"{title}.cypher: the answer has no ORDER BY"
    for column in _columns(body):
        if not re.search(r"\bAS \w+$", column.strip()):
            yield f"{title}.cypher: {column.strip()!r} has no alias"
    for name in sorted(set(re.findall(r"\$(\w+)", body)) - parameters):
        yield f"{title}.cypher: ${name} is no parameter of the question"


def _columns(body: str) -> Iterator[str]:
    """The columns of each RETURN, split at commas outside brackets."""
    for returned in re.findall(r"\bRETURN (?:DISTINCT )?(.+?)(?=\bORDER BY\b|\bUNION\b|\Z)", body, re.S):
        depth, column = 0, ""
        for letter in returned:
            depth += (letter in "([{") - (letter in ")]}")
            if letter == "," and depth == 0:
                yield column
                column = ""
            else:
                column += letter
        yield column


def parameters_of(question: type[Question[object]]) -> set[str]:
    """What the text may name: the question's fields, and what it prepares."""
    given = {parameter.name for parameter in question.parameters()}
    needed = [one.name for one in question.parameters() if is_required(one) or one.metadata.get("label")]
    blank = question(**dict.fromkeys(needed, ""))
    return given | set(blank.prepare(lambda label, words: [])) | set(blank.days(date.today()))


def main() -> int:
    """Print every complaint; 1 where there is one."""
    found = [line for title, q in catalogue().items() for line in complaints(title, cypher_of(title), parameters_of(q))]
    print("\n".join(found) or f"{len(catalogue())} questions keep to the portable subset")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
