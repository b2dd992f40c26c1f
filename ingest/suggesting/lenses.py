"""Which fields and roles the columns of each sort of table may have."""

from ingest.suggesting.meaning import Lens

ADDRESS = frozenset({"address", "address_line", "house_number", "street", "locality", "town", "county", "postcode"})
IDENTITY = frozenset(
    {"full_name", "forename", "surname", "middle_name", "known_as", "former_name", "honorific", "dob", "sex", "nhs", "upn"}
)
REACH = frozenset({"phone", "email"})
CASE_DATES = frozenset(
    {
        "last_contact",
        "first_contact",
        "started",
        "date_opened",
        "ref_date",
        "closed_date",
        "event_date",
        "checked_date",
        "notice_date",
    }
)
CASE_WORDS = frozenset(
    {"reason", "outcome", "plan", "incident_class", "notes", "what_for", "role_in_event", "case_status", "year_group"}
)
NUMBERS = frozenset({"person_id", "record_key", "line_no"})
PEOPLE = frozenset({"subjects", "relatives", "workers", "referrers"})

PERSON = Lens(
    IDENTITY | ADDRESS | REACH | CASE_DATES | CASE_WORDS | NUMBERS | {"relationship", "relatives", "team"},
    PEOPLE | {"bodies"},
    frozenset({"school", "practice", "worker_agency"}),
)
REFERRAL = Lens(PERSON.fields | {"other_file"}, PEOPLE | {"bodies"}, frozenset({"school", "practice", "sender", "receiver"}))
TEAM = Lens(
    frozenset({"full_name", "forename", "surname", "role", "hours", "skills", "team", "person_id", "email", "phone"}),
    frozenset({"workers", "subjects", "bodies"}),
    frozenset({"employer"}),
)
OFFERS = frozenset(
    {
        "offer_name", "full_name", "description", "category", "eligibility", "age_range", "minimum_age", "maximum_age", "price", "opening_hours",
        "start_time", "end_time", "contact", "website", "venue", "status", "area_code", "area_name", "latitude", "longitude",
        "record_id", "checked_date", "charity_number", "company_number", "org_id",
    }
)  # fmt: skip
DIRECTORY = Lens(OFFERS | ADDRESS | REACH, frozenset({"bodies", "subjects"}), frozenset({"provider"}))
REGISTER = Lens(
    frozenset(
        {
            "offer_name",
            "full_name",
            "description",
            "website",
            "charity_number",
            "company_number",
            "org_id",
            "record_id",
            "category",
        }
    )
    | ADDRESS
    | REACH,
    frozenset({"bodies"}),
    frozenset({"provider", "recipient"}),
)
GRANT = Lens(
    frozenset(
        {
            "full_name",
            "grant_title",
            "grant_purpose",
            "amount",
            "amount_other",
            "currency",
            "award_date",
            "record_id",
            "charity_number",
        }
    )
    | {"company_number", "org_id", "website", "area_code", "area_name"}
    | ADDRESS,
    frozenset({"bodies"}),
    frozenset({"funder", "recipient"}),
)
AREA = Lens(frozenset({"full_name", "area_code", "area_name", "parent_code", "latitude", "longitude", "record_id"}), frozenset())
