"""Where a feed departs from the standard it says it follows: counted and told, never a reason to drop a row."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from jsonschema_rs import ValidationError

from ingest.readers.reading import Reading
from ingest.standard import checker

KINDS = {
    "uuid": "a UUID",
    "uri": "a web address with its scheme",
    "email": "an e-mail address",
    "date": "a date as YYYY-MM-DD",
    "date-time": "a date and time with its zone",
}
TYPES = {"string": "text", "number": "number", "object": "object", "array": "list", "boolean": "true or false", "null": "null"}


def deviations(reading: Reading, values: Mapping[str, Any]) -> Iterator[str]:
    """Each way in which an object departs from its standard, as a path and what is wrong there; no values.

    A field that is null or blank counts as left out: feeds write both for nothing.
    """
    if reading.standard is not None:
        for error in checker(reading.standard, reading.holds).iter_errors(present(values)):
            yield _told(error)


def present(value: Any) -> Any:
    """A value without what in it is null or blank.

    >>> present({"name": "Hall", "fees": "", "phones": [{"number": None}]})
    {'name': 'Hall', 'phones': [{}]}
    """
    if isinstance(value, Mapping):
        return {str(name): present(inner) for name, inner in value.items() if inner is not None and inner != ""}
    if isinstance(value, list):
        return [present(inner) for inner in value]
    return value if isinstance(value, str | int | float | bool | None) else str(value)


def _told(error: ValidationError) -> str:
    path, kind = path_of(error.instance_path), error.kind
    match kind.name:
        case "required":
            return f"{path}{'.' if path else ''}{kind.value} is missing"
        case "type":
            wanted = kind.value if isinstance(kind.value, list) else [kind.value]
            return f"{path or 'the row'} is no {' or '.join(TYPES.get(str(name), str(name)) for name in wanted)}"
        case "format":
            return f"{path} is not {KINDS.get(str(kind.value), str(kind.value))}"
        case "enum":
            return f"{path} is not on its list of values"
        case "anyOf":
            return f"{path + ': ' if path else ''}none of {', '.join(_choices(kind.value))} is there"
        case _:
            return f"{path} is not of the form it must have"


def path_of(steps: Sequence[str | int]) -> str:
    """Where in an object something stands, every item of a list alike.

    >>> path_of(["schedules", 2, "id"])
    'schedules[].id'
    """
    return "".join("[]" if isinstance(step, int) else f".{step}" for step in steps).removeprefix(".")


def _choices(options: Sequence[Sequence[ValidationError]]) -> list[str]:
    """The fields of which one must be there."""
    return [str(error.kind.value) for errors in options for error in errors if error.kind.name == "required"]
