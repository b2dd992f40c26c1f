"""What a value may be, and what it is not."""

import pytest

from ingest.suggesting.kinds import KINDS

FITTING = {
    "nhs": ["9992000074", "999 200 0074"],
    "upn": ["B999201101000"],
    "postcode": ["ZX1 2AB", "zx12ab"],
    "outward": ["ZX1", "ZX1 2"],
    "gss": ["E05099001", "E0800009"],
    "phone": ["07700 900123", "01632 960123", "+44 7700 900123", "(01632) 960123"],
    "email": ["ann@mail.example"],
    "url": ["https://a.example/b", "www.a.example"],
    "date": ["01/02/2015", "2015-02-01", "1 Feb 2015", "01-Feb-15", "01/02/2015 10:30", "31/02/2015", "2015-02-01T10:30:00Z"],
    "time": ["10:30", "09.15", "7pm"],
    "hours": ["Mon-Fri 9-5", "Tuesdays 10am-2pm", "9.30am - 4pm", "Weds pm"],
    "money": ["£3.50", "£1,200", "12.00"],
    "age_range": ["16+", "0-4", "8 to 16", "65 plus", "All ages"],
    "charity": ["1190001", "SC045678", "GB-CHC-1190001"],
    "company": ["07597525", "SC123456"],
    "latitude": ["53.5048"],
    "longitude": ["-2.6021"],
    "yes_no": ["Y", "no", "TRUE"],
    "kin": ["Mother", "maternal grandmother", "Daughter in law"],
    "relatives": ["1100232 (sib); 1100234 (mother)", "mother of 1100231"],
    "person": ["HARTLEY Kelly Miss", "Tierney, Joanne", "PC 4471 RIGBY", "Dr Patel", "A Shaw", "Linda"],
    "street": ["12 Cobden Street", "Flat 6 Weavers Court", "Basin Road"],
    "body": ["Millbrook Primary School", "Age UK", "Citizens Advice"],
    "code": ["HH/104477/02", "E1021", "AB-12"],
}
WRONG = {
    "nhs": ["9992000075", "12345"],
    "upn": ["B999201101001"],
    "postcode": ["ZX1", "12 Low St"],
    "phone": ["12345", "2015-02-01"],
    "date": ["12345678", "May", "16+"],
    "hours": ["low mood", "12-34"],
    "person": ["Sale Leisure Centre", "12 Cobden Street", "low mood", "Home", "07700 900123"],
    "latitude": ["153.2", "-2.6021"],
    "kin": ["1100232 (sib)", "Health visitor for the family this year and next"],
    "age_range": ["12/02/2020", "hello"],
}


@pytest.mark.parametrize(("kind", "value"), [(kind, value) for kind, values in FITTING.items() for value in values])
def test_a_value_is_of_its_kind(kind: str, value: str) -> None:
    assert KINDS[kind](value)


@pytest.mark.parametrize(("kind", "value"), [(kind, value) for kind, values in WRONG.items() for value in values])
def test_a_value_is_not_of_another_kind(kind: str, value: str) -> None:
    assert not KINDS[kind](value)
