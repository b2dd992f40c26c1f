"""The word lists hold together: each word has one meaning, each phrase still says something."""

from ingest.cleaners import CLEANERS
from ingest.cleaners.code_list import code_list
from ingest.suggesting import lenses
from ingest.suggesting.kinds import KINDS
from ingest.suggesting.phrases import fields, roles
from ingest.suggesting.sorts import sorts
from ingest.suggesting.tokens import phrase
from ingest.suggesting.words import FIELD_FILES, words

BARE = {"date", "name", "number", "type", "code", "reference", "identifier", "service", "child", "contact", "address", "role"}
"""A phrase of several words must not shrink to one of these."""


def test_a_spelling_stands_for_one_word() -> None:
    listed = [spelled.strip() for spellings in words("tokens")["same"].values() for spelled in str(spellings).split(",")]
    assert sorted({word for word in listed if listed.count(word) > 1}) == []


def test_no_phrase_shrinks_to_a_word_that_says_too_little() -> None:
    told = [(name, text) for file in FIELD_FILES for name, field in words(file)["fields"].items() for text in field["says"]]
    shrunk = [(name, text) for name, text in told if len(text.split()) > 1 and len(phrase(text)) == 1 and phrase(text)[0] in BARE]
    assert shrunk == []


def test_fields_name_kinds_that_there_are() -> None:
    for field in fields().values():
        assert set(field.sees) <= set(KINDS), field.field
        assert set(field.alone) <= {*KINDS, "birth_dates"}, field.field


def test_sorts_name_needs_and_cleaners_that_there_are() -> None:
    assert {sort.need for sort in sorts() if sort.need} <= set(code_list("needs"))
    assert {sort.named for sort in sorts() if sort.named} <= set(CLEANERS)


def test_lenses_name_fields_and_bodies_that_there_are() -> None:
    for lens in (lenses.PERSON, lenses.REFERRAL, lenses.TEAM, lenses.DIRECTORY, lenses.REGISTER, lenses.GRANT, lenses.AREA):
        assert lens.fields <= set(fields())
        assert lens.bodies <= {role.role for role in roles().values() if role.group == "bodies"}


def test_every_worker_has_a_capacity() -> None:
    assert [role.role for role in roles().values() if role.group == "workers" and not role.capacity] == []
