"""What is left out of an answer about restricted people for whoever is not cleared: words, records, and bodies that tell a place."""

from queries.bodies import body_of
from queries.question import Asked, Evidence, Row

OF_RESTRICTED = (
    "Restricted: records, words, and bodies whose name would tell where these people live, learn or are seen are withheld. "
    "Ask whoever is cleared"
)


def hidden(row: Row, asked: Asked) -> bool:
    """Whether a row is about somebody restricted, or of a restricted record, and the caller is not cleared."""
    return not asked.cleared and bool(row["restricted"] or row.get("record_restricted"))


def wordless(row: Row, asked: Asked) -> bool:
    """Whether the words of a row are withheld: they are about somebody restricted, or give one away."""
    return hidden(row, asked) or (not asked.cleared and bool(row.get("guarded")))


def body_shown(full_name: str | None, row: Row, asked: Asked) -> str | None:
    """A body's name; of what sees restricted people only its kind, unless to know it is to know no place."""
    if full_name is None or not hidden(row, asked):
        return full_name
    body = body_of(full_name)
    return full_name if body.wide else body.kind


def record_shown(row: Row, asked: Asked) -> str:
    """A record as FILE#KEY; of restricted people whose it is, in so far as that tells no place: a school's roll has its name."""
    if not hidden(row, asked):
        return str(row["record"])
    agency = body_of(next(iter(row.get("agencies") or []), None))
    return f"a record of {agency.kind}" if agency.wide else "a record"


def evidence(row: Row, asked: Asked, words: str | None, sure: float = 1.0) -> Evidence:
    """The record behind a row, with its words where they may be shown."""
    shown = not wordless(row, asked)
    return Evidence(
        record=record_shown(row, asked),
        said_on=row.get("said_on") or row["recorded_on"],
        words=words if shown else None,
        person=row.get("person"),
        span_from=row.get("span_from") if shown else None,
        span_to=row.get("span_to") if shown else None,
        sure=sure,
    )


def withheld(rows: list[Row] | tuple[Row, ...], asked: Asked) -> tuple[str, ...]:
    """What restriction kept out of an answer."""
    if any(hidden(row, asked) for row in rows):
        return (OF_RESTRICTED,)
    if any(wordless(row, asked) for row in rows):
        return ("Words that tell of somebody else who is restricted are withheld",)
    return ()


def worker_shown(full_name: str | None, organisation: str | None, informal: bool, row: Row, asked: Asked) -> str | None:
    """A worker's name; of somebody who sees restricted people at a place only what kind of place it is."""
    if full_name is None or not hidden(row, asked):
        return full_name
    if informal:
        return "Somebody of no service"
    body = body_of(organisation)
    return full_name if body.wide else f"Somebody at {body.kind}"
