"""What a reader finds wrong with a row before anybody asks what the row means."""

from ingest import limits
from ingest.readers.decoding import NUL, PASTED
from ingest.row import Problem, Verdict

SHOWN = 10_000
"""So many characters of a value are kept beside its problem."""


def of_line(text: str, flaw: str, line: int) -> Problem:
    """What was wrong with a line before its fields were looked at."""
    if flaw == NUL:
        return nul_byte(text, line)
    return pasted(line) if flaw == PASTED else lost_letter(line)


def wrong_width(fields: list[str], expected: int) -> Problem:
    """A row with more or fewer fields than its header."""
    return Problem(
        "wrong_number_of_columns",
        None,
        ",".join(fields)[:SHOWN],
        f"{len(fields)} fields against a header of {expected}",
        "Put quotation marks around a field that holds a delimiter, and send the row again",
        Verdict.QUARANTINE,
    )


def unclosed_quote(text: str, line: int) -> Problem:
    """A row that opens a quotation mark which its own rows do not close."""
    return Problem(
        "unclosed_quote",
        None,
        text.rstrip("\r\n")[:SHOWN],
        f"line {line} opens a quotation mark that is not closed",
        "Close it, or double a mark that is part of the text, and send the row again",
        Verdict.QUARANTINE,
    )


def field_too_long(text: str, line: int) -> Problem:
    """A row with a field beyond the limit."""
    return Problem(
        "field_too_long",
        None,
        text[:SHOWN],
        f"line {line} has a field of over {limits.FIELD.most:,} characters, which is the limit",
        "Send such a text as a note, or in parts",
        Verdict.QUARANTINE,
    )


def nul_byte(text: str, line: int | None = None) -> Problem:
    """A row with a character that no text has: a sign of damage."""
    return Problem(
        "nul_byte",
        None,
        text.rstrip("\r\n").replace("\0", "\\0")[:SHOWN],
        f"line {line} holds a NUL character" if line else "a text holds a NUL character",
        "Send the row again without it",
        Verdict.QUARANTINE,
    )


def pasted(line: int) -> Problem:
    """A line in another encoding than its file."""
    return Problem(
        "bad_encoding",
        None,
        None,
        f"line {line} is in cp1252 in a UTF-8 file",
        "Nothing to do: it was read as cp1252",
        Verdict.REPAIR,
    )


def lost_letter(line: int) -> Problem:
    """A line with bytes that mean no letter in its encoding."""
    return Problem(
        "unreadable_letter",
        None,
        None,
        f"line {line} has a letter that cannot be read; \ufffd stands for it",
        "Send the file in UTF-8, or say its `encoding` in the mapping",
        Verdict.WARN,
    )


def not_a_record(fields: list[str], what: str) -> Problem:
    """A line of a table that is about nobody: a total, the end of a report, the header again."""
    return Problem(
        "not_a_record",
        None,
        ",".join(fields)[:SHOWN],
        f"no record: {what}",
        "Nothing to do; a record must not read like the end of a report",
        Verdict.REJECT,
    )


def not_an_object(text: str, why: str, code: str = "not_an_object") -> Problem:
    """Something in a list of objects that is none, or one that cannot be trusted."""
    return Problem(code, None, text.strip()[:SHOWN], why, "Send the object again", Verdict.QUARANTINE)
