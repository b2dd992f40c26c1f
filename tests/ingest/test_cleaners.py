"""Cleaners bring a value into the vocabulary, or refuse it with place and cure."""

from datetime import date

import pytest

from ingest.cleaners import CLEANERS, Context
from ingest.restriction import is_restricted
from ingest.row import Unfit

CONTEXT = Context(date(2026, 10, 31), system="roll", areas={"trafford": "E08000009"}, borough="E08099001")

TAKEN = [
    ("date", ["12/9"], date(2026, 9, 12)),
    ("date", ["12/12"], date(2025, 12, 12)),
    ("date", ["DNA 09.07.26"], date(2026, 7, 9)),
    ("date", ["03-Feb-2023"], date(2023, 2, 3)),
    ("date", ["09/08/2026 23:41"], date(2026, 8, 9)),
    ("date", ["05/2026"], date(2026, 5, 1)),
    ("date", ["none known"], None),
    ("birth_date", ["08/10/71"], date(1971, 10, 8)),
    ("nhs_number", ["999 100 1018"], "9991001018"),
    ("upn", ["Z999200116041"], "Z999200116041"),
    ("postcode", ["zx12ab"], "ZX1 2AB"),
    ("postcode", ["ZX1 2"], "ZX1 2"),
    ("postcode", ["** S-FLAG **"], None),
    ("area_code", ["Trafford"], "E08000009"),
    ("area_code", ["whole borough"], "E08099001"),
    ("practitioner_name", ["PC 4471 RIGBY"], "PC Rigby"),
    ("practitioner_name", ["Tierney, Joanne"], "Joanne Tierney"),
    ("practitioner_name", ["(MASH)"], None),
    ("practitioner_name", ["SGO Duty"], None),
    ("practitioner_name", ["(unallocated)"], None),
    ("person_name", ["NOWAK, Filip (Mr)"], "Filip Nowak"),
    ("person_name", ["Claire Nowak (prev. Ashworth)"], "Claire Nowak"),
    ("person_name", ["Tyler James", "HARTLEY"], "Tyler James Hartley"),
    ("minimum_age", ["16+"], 16),
    ("maximum_age", ["0-4"], 4),
    ("maximum_age", ["16+"], None),
    ("local_reference", ["school_roll.csv", "HH-9020"], "school_roll#HH-9020"),
    ("server", ["(L's brother - Winnie served)", "Linda"], "Winnie"),
    ("care_of", ["PLACEMENT c/o Oldroyd, Eastmere"], "Oldroyd"),
    ("company_number", ["738693"], "00738693"),
    ("company_number", ["GB-CHC-1110767"], None),
    ("org_id", ["GB-NHS", "fvr79"], "GB-NHS-FVR79"),
    ("org_id", ["360G-trafford-hall"], "360G-trafford-hall"),
    ("uprn", ["0010092008082"], "10092008082"),
    ("urn", ["106357"], "106357"),
    ("ods_code", ["K81003001"], "K81003001"),
    ("email", ["mailto:a@example.org"], "a@example.org"),
    ("opening_told", ["WEEKLY", "1", "MO", None, "09:00", None, None], "Mon from 09:00"),
    ("opening_rule", [None] * 9 + ["09:00", "10:00", None, None, None], None),
]
REFUSED = [
    ("date", ["31/02/2026"], "impossible_date"),
    ("date", ["00/00/0000"], "impossible_date"),
    ("birth_date", ["12/04/2091"], "future_date_of_birth"),
    ("birth_date", ["12/04/1850"], "improbable_date_of_birth"),
    ("nhs_number", ["999 101 023"], "nhs_too_short"),
    ("nhs_number", ["9991010346"], "nhs_check_digit"),
    ("upn", ["N999400123089"], "upn_check_letter"),
    ("area_code", ["E0800009", "Trafford"], "gss_code_repaired"),
    ("area_code", ["E0800009"], "gss_code_shape"),
    ("charity_number", ["715"], "charity_number_shape"),
    ("company_number", ["CE99999"], "company_number_shape"),
    ("org_id", ["1110767"], "org_id_shape"),
    ("org_id", ["GB-CHC", "715"], "org_id_number"),
    ("uprn", ["1234567890123"], "uprn_shape"),
    ("urn", ["12345"], "urn_shape"),
    ("ods_code", ["FVR-79"], "ods_shape"),
    ("email", ["ring us"], "email_shape"),
    ("opening_rule", ["DAILYISH", *[None] * 13], "schedule_frequency"),
    ("opening_rule", [None, None, "Xday", *[None] * 11], "schedule_day"),
]


@pytest.mark.parametrize(("cleaner", "values", "expected"), TAKEN)
def test_a_value_is_brought_into_the_vocabulary(cleaner: str, values: list[object], expected: object) -> None:
    assert CLEANERS[cleaner](values, CONTEXT) == expected


@pytest.mark.parametrize(("cleaner", "values", "code"), REFUSED)
def test_a_value_that_cannot_be_is_refused_with_its_cure(cleaner: str, values: list[object], code: str) -> None:
    with pytest.raises(Unfit) as refused:
        CLEANERS[cleaner](values, CONTEXT)
    assert refused.value.code == code
    assert refused.value.cure


@pytest.mark.parametrize(
    "words",
    [
        "** RESTRICTED - see manager **",
        "do not display",
        "** S-FLAG **",
        "Refuge (address withheld)",
        "ADDRESS SENSITIVE",
        "WITHHELD",
        "[REDACTED]",
        "NOT TO BE SHARED OUTSIDE SAFETY PLAN",
    ],
)
def test_a_mark_of_restriction_is_seen(words: str) -> None:
    assert is_restricted(["Ann", {"deep": [words]}])


@pytest.mark.parametrize("words", ["12 Mill Lane", "unrestricted growth", "displays well", "a sensitive child", None, 3])
def test_ordinary_words_are_no_mark(words: object) -> None:
    assert not is_restricted([words])
