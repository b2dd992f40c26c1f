"""What headers mean, as agencies spell them: tests/ingest/suggesting/headers.txt."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.suggesting import lenses
from ingest.suggesting.meaning import Lens
from ingest.suggesting.meanings import meaning_of
from ingest.suggesting.profile import Column
from ingest.suggesting.tokens import tokens

LENSES = (lenses.PERSON, lenses.DIRECTORY, lenses.REFERRAL, lenses.GRANT, lenses.TEAM)


def wanted() -> Iterator[tuple[str, str]]:
    """Each header with the meaning it stands under."""
    for line in Path(__file__).with_name("headers.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            meaning, _, headers = line.partition(": ")
            yield from ((meaning, header) for header in headers.split(" | "))


def told(header: str, lens: Lens) -> str:
    """Field and role of a header over an empty column, as headers.txt writes them."""
    found = meaning_of(Column(header, ("",)), lens)
    if found is None:
        return ""
    role = found.role.role if found.role else ""
    return (
        f"/{role}"
        if found.field == "full_name" and role and "name" not in tokens(header)
        else f"{found.field}/{role}".rstrip("/")
    )


@pytest.mark.parametrize(("meaning", "header"), list(wanted()))
def test_a_header_means_what_agencies_mean_by_it(meaning: str, header: str) -> None:
    """In the first sort of table that may have such a column."""
    seen = [told(header, lens) for lens in LENSES]
    assert meaning in seen or f"full_name{meaning}" in seen, seen
