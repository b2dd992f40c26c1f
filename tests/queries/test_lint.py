"""The lint lets every question pass and catches what the engines would read differently."""

import pytest

from queries.catalogue import catalogue
from queries.lint import complaints, parameters_of
from queries.question import cypher_of


def test_every_question_keeps_to_the_portable_subset() -> None:
    for title, question in catalogue().items():
        assert list(complaints(title, cypher_of(title), parameters_of(question))) == []


@pytest.mark.parametrize(
    ("body", "word"),
    [
        ("MATCH (n:Person) RETURN n.name AS full_name ORDER BY full_name", "meaning of its own"),
        ("MATCH (n:Person)-[s:KNOWS {sure: 1}]->(m:Person) RETURN n.uid AS uid ORDER BY uid", "inline"),
        ("MATCH (n:Person) RETURN n.uid ORDER BY n.uid", "no alias"),
        ("MATCH (n:Person) RETURN n.uid AS uid", "no ORDER BY"),
        ("MATCH (n:Person {uid: $other}) RETURN n.uid AS uid ORDER BY uid", "no parameter"),
        ("MATCH (n:Person) RETURN properties(n) AS all ORDER BY all", "whole property maps"),
        ("MATCH (n:Person) SET n.x = 1 RETURN n.uid AS uid ORDER BY uid", "a write"),
    ],
)
def test_what_the_engines_read_differently_is_caught(body: str, word: str) -> None:
    assert any(word in line for line in complaints("q", f"// Who?\n{body}", {"person"}))


def test_a_text_without_its_question_is_caught() -> None:
    assert any("English" in line for line in complaints("q", "MATCH (n:Person)\nRETURN n.uid AS uid ORDER BY uid", set()))
