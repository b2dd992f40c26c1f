"""Which words and columns are marks of restriction, and which only sound like one."""

import pytest

from ingest.restriction import is_restricted

MARKS = [
    "** RESTRICTED - see manager **",
    "Restricted",
    "RESTRICTED",
    "Access restricted to named staff",
    "record is restricted",
    "do not display",
    "DO NOT DISCLOSE",
    "ex ptnr - DO NOT DISCLOSE WHEREABOUTS",
    "** S-FLAG **",
    "Patient is s flagged",
    "Refuge (address withheld)",
    "ADDRESS SENSITIVE",
    "sensitive record, no address on letters",
    "WITHHELD",
    "[REDACTED]",
    "NOT TO BE SHARED OUTSIDE SAFETY PLAN",
    "CONFIDENTIAL ADDRESS - do not give out",
    "address not to be given to anyone",
    "NON-DISCLOSURE",
    "Nondisclosure",
    "SENSITIVE - VIP",
    "Sensitive",
    "Protected – MARAC",
    "PROTECTED: speak to the duty manager",
    "don't share address; women's refuge",
    "Don’t share",
    "Women’s refuge",
    "moved to a refuge in June",
    "now in refuge with both children",
    "Non-molestation order: whereabouts unknown to ex, keep secret",
    "non mol in place until March",
    "heard at MARAC on 25/06",
    "witness protection",
    "in a safe house",
    "address is being kept secret",
    "please keep her address confidential",
    "must not be shared with father",
    "never give out the address",
    "do not tell dad where they are living",
    "anonymously registered to vote",
    "restriction not lifted: RESTRICTED",
    "restricted diet. RESTRICTED RECORD",
    "Not known. Restricted",
    "Told mum. DO NOT SHARE",
    "Restricted: no visitors",
    "RESTRICTED? Yes",
]
ORDINARY = [
    "12 Mill Lane",
    "unrestricted growth",
    "displays well",
    "a sensitive child",
    "Sensitive to noise",
    "restricted diet",
    "on a restricted diet since May",
    "restricted mobility",
    "mobility is restricted",
    "restricted parking",
    "Restricted to the ground floor",
    "feels restricted by money",
    "growth restricted at 32 weeks",
    "OFFICIAL-SENSITIVE",
    "OFFICIAL: SENSITIVE",
    "Private and confidential",
    "free, confidential advice",
    "protected characteristics",
    "child protection plan",
    "Not restricted",
    "no S-flag",
    "no longer in refuge",
    "Does not want refuge, there's no DA",
    "not in a refuge",
    "restriction lifted in May",
    "S-flag removed 01/05/2026",
    "did not meet MARAC threshold",
    "refugee family",
    "S-flag: No",
    "Restricted? N",
    "Sensitive: none; seen at home",
    "call from a withheld number",
    "benefits withheld in August",
    "the siblings do not share a bedroom",
    "they do not share a room",
    "signed a non-disclosure agreement",
    "whereabouts unknown",
    "the rent record",
    None,
    3,
    True,
]


@pytest.mark.parametrize("words", MARKS)
def test_a_mark_is_seen(words: str) -> None:
    assert is_restricted(["Ann", {"deep": [words]}])


@pytest.mark.parametrize("words", ORDINARY)
def test_ordinary_words_are_no_mark(words: object) -> None:
    assert not is_restricted([words])


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("S Flag", "Y"),
        ("S_FLAG", "yes"),
        ("sFlag", True),
        ("S-Flag (Y/N)", "Y"),
        ("s flag", "S"),
        ("Restricted", "Yes"),
        ("Restricted?", "Y - see manager"),
        ("Is Restricted", "TRUE"),
        ("restricted_record", "1"),
        ("Restriction", "x"),
        ("Protected address", "1"),
        ("Protected address", "12 Moss Row"),
        ("Sensitive", "true"),
        ("Sensitive flag", 1),
        ("Sensitivity", "S"),
        ("Confidentiality", "R"),
        ("Do not disclose", "Y"),
        ("MARAC", "25/06/2026"),
        ("In refuge", "Haven"),
        ("Address withheld", "Y"),
        ("Safe Address", "c/o 3 Low Lane"),
    ],
)
def test_a_column_that_says_yes_is_a_mark(column: str, value: object) -> None:
    assert is_restricted({"Name": "Ann", column: value})
    assert is_restricted({"people": [{"name": "Ann", column: value}]})


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("S Flag", "N"),
        ("S Flag", ""),
        ("S Flag", None),
        ("S Flag", False),
        ("Restricted", "No"),
        ("Restricted", "0"),
        ("Restricted", "none"),
        ("Protected address", "n/a"),
        ("Protected address", "No - checked 2026"),
        ("Sensitive", "nuts"),
        ("Sensitivity", "normal"),
        ("MARAC", "No"),
        ("Restricted diet", "Y"),
        ("Mobility restricted", "Y"),
        ("Parking restrictions", "Yes"),
        ("Protected characteristic", "Y"),
        ("Child protection plan", "Y"),
        ("Confidential advice given", "Y"),
        ("S", "Y"),
        ("Flag", "Y"),
        ("Refuge support", "Y"),
    ],
)
def test_a_column_that_says_no_or_is_about_something_else_is_none(column: str, value: object) -> None:
    assert not is_restricted({"Name": "Ann", column: value})
