"""Why a row was mended, warned about or refused: the one list of reason codes, which docs/quarantine.md shows."""

from dataclasses import dataclass

from ingest.row import Verdict

WARN, REPAIR = Verdict.WARN, Verdict.REPAIR
QUARANTINE, DUPLICATE, REJECT = Verdict.QUARANTINE, Verdict.DUPLICATE, Verdict.REJECT


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
    "gives_somebody_away": Reason(
        QUARANTINE,
        "An offer's words may tell of somebody who must not be found",
        "Have it registered again without names, addresses and telephone numbers of people",
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
    "unexpected_value": Reason(
        WARN,
        "A value that the mapping's cleaner does not take",
        "Correct it at its source, or the cleaner or its columns in the mapping; the row is kept without it",
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
    "charity_number_shape": Reason(WARN, "A charity number not of the register's form", _NUMBER),
    "company_number_shape": Reason(WARN, "A company number not of the register's form", _NUMBER),
    "org_id_shape": Reason(WARN, "An organisation's identifier not of org-id.guide's form", _NUMBER),
    "org_id_number": Reason(WARN, "An organisation's identifier whose number its register cannot have given", _NUMBER),
    "ods_shape": Reason(WARN, "An ODS code not of the NHS's form", _NUMBER),
    "urn_shape": Reason(WARN, "A school's URN not of the DfE's form", _NUMBER),
    "uprn_shape": Reason(WARN, "A UPRN of more than twelve digits, or of other characters", _NUMBER),
    "email_shape": Reason(WARN, "An e-mail address that is none", "Correct the address at its source"),
    "schedule_frequency": Reason(WARN, "A schedule that repeats in no known way", "Say WEEKLY or MONTHLY at its source"),
    "schedule_day": Reason(WARN, "A schedule on a day that is none", "Correct the day at its source"),
    "unreadable_letter": Reason(
        WARN, "A letter that cannot be read in the file's encoding", "Send the file in UTF-8, or say its `encoding`"
    ),
    "page_without_text": Reason(WARN, "A page of a note is a picture", "Send it with its text recognised (OCR)"),
    "unreadable_note": Reason(QUARANTINE, "A note that cannot be opened or has no text", "Send it again as its message says"),
    "unclosed_quote": Reason(QUARANTINE, "A quotation mark is opened and not closed", "Close it, or double a mark that is text"),
    "field_too_long": Reason(QUARANTINE, "A field is longer than the limit", "Send such a text as a note, or in parts"),
    "nul_byte": Reason(QUARANTINE, "A text holds a NUL character", "Send the row again without it"),
    "not_a_record": Reason(REJECT, "A line under the table, or the header again", "Nothing: it is no record"),
    "half_a_letter": Reason(QUARANTINE, "A text holds half a letter (a lone surrogate)", "Send the object again"),
    "nested_too_deep": Reason(QUARANTINE, "An object nests deeper than the limit", "Send the object again, flatter"),
    "number_too_large": Reason(QUARANTINE, "A number is too large to be kept exactly", "Send it as text"),
    "repeated_name": Reason(QUARANTINE, "An object has one name twice", "Send the object again"),
    "unknown_table": Reason(QUARANTINE, "A table that the standard has not", "Leave it out, or name it as the standard does"),
    "belongs_to_nothing": Reason(
        QUARANTINE, "A row of a package belongs to no other row of it", "Correct the identifier of what it belongs to"
    ),
}


def as_markdown() -> str:
    """The table of docs/quarantine.md."""
    lines = ["| code | what became of the row | what it means | cure |", "|---|---|---|---|"]
    lines += [f"| `{code}` | {one.verdict.value} | {one.meaning} | {one.cure} |" for code, one in REASONS.items()]
    return "\n".join(lines)
