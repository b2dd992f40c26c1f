"""Why a row was mended, warned about or refused: the one list of reason codes, which docs/quarantine.md shows."""

from dataclasses import dataclass

from ingest.row import Verdict

WARN, REPAIR = Verdict.WARN, Verdict.REPAIR
QUARANTINE, DUPLICATE = Verdict.QUARANTINE, Verdict.DUPLICATE


@dataclass(frozen=True)
class Reason:
    """One code: what became of rows that have it, what it means, and what to do."""

    verdict: Verdict
    meaning: str
    cure: str


_NUMBER = "Correct the number at its source; the row is kept without it"
_DATE = "Correct the date at its source; the row is kept without it"
REASONS: dict[str, Reason] = {
    "missing_required_key": Reason(
        QUARANTINE, "A column that names the row, or without which it says nothing, is blank", "Fill it in"
    ),
    "wrong_number_of_columns": Reason(
        QUARANTINE, "The row has more or fewer fields than the header", "Put quotation marks around the field with a delimiter"
    ),
    "not_an_object": Reason(QUARANTINE, "A line or item is no JSON object", "Send the object again"),
    "repeated_key": Reason(
        QUARANTINE, "The row has the key of an earlier row but says other things", "Give one of the two a key of its own"
    ),
    "duplicate_row": Reason(DUPLICATE, "The row says just what an earlier row of its key said", "Nothing: it was taken in once"),
    "bad_encoding": Reason(REPAIR, "A line is in cp1252 in a UTF-8 file", "Nothing: it was read as cp1252"),
    "gss_code_repaired": Reason(
        REPAIR, "An area code is damaged; it was taken from the area's name beside it", "Correct the code"
    ),
    "corrected_by_hand": Reason(
        REPAIR,
        "Somebody here corrected the row with `kith quarantine fix`",
        "Correct it at its source; the correction then leaves",
    ),
    "gss_code_shape": Reason(
        WARN, "An area code is damaged and no area is named beside it", "Correct the code, or name the area"
    ),
    "postcode_shape": Reason(WARN, "A postcode has a digit too many, or a letter for a digit", "Correct the postcode"),
    "impossible_date": Reason(WARN, "A date that no calendar has, or that is no date", _DATE),
    "future_date_of_birth": Reason(WARN, "A date of birth after the day the source was drawn", _DATE),
    "improbable_date_of_birth": Reason(WARN, "A date of birth over 125 years before the source was drawn", _DATE),
    "nhs_too_short": Reason(WARN, "An NHS number of fewer than ten digits", _NUMBER),
    "nhs_too_long": Reason(WARN, "An NHS number of more than ten digits", _NUMBER),
    "nhs_check_digit": Reason(WARN, "An NHS number whose check digit does not agree", _NUMBER),
    "upn_shape": Reason(WARN, "A UPN that is not a letter and twelve characters of the published shape", _NUMBER),
    "upn_check_letter": Reason(WARN, "A UPN whose check letter does not agree", _NUMBER),
}


def as_markdown() -> str:
    """The table of docs/quarantine.md."""
    lines = ["| code | what became of the row | what it means | cure |", "|---|---|---|---|"]
    lines += [f"| `{code}` | {one.verdict.value} | {one.meaning} | {one.cure} |" for code, one in REASONS.items()]
    return "\n".join(lines)
