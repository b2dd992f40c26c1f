"""What every question is asked on every engine, of Harrowdale's records."""

from datetime import date

Asked = tuple[str, dict[str, object]]

FAMILY: list[Asked] = [
    ("pillar_to_post", {"person": "records/adult_social_care.csv#M2188730"}),
    ("pillar_to_post", {"person": "records/childrens_social_care.csv#1104410"}),
    ("thresholds", {}),
    ("story_repetition", {"family": "early_help.json#EHA-2026-0142/family_members:Patricia Doyle"}),
    ("story_repetition", {"family": "records/childrens_social_care.csv#1104410"}),
    ("timeline", {"family": "records/childrens_social_care.csv#1100231"}),
    ("timeline", {"family": "records/childrens_social_care.csv#1104410", "kind": "contact"}),
    ("services_for_need", {"need": "carers", "near": "ZX1 2AB", "age": 40}),
    ("services_for_need", {"need": "domestic_abuse", "near": "Thornlea", "within_km": 5.0}),
    ("assets_for_need", {"need": "social_isolation", "near": "Scarcroft Moor"}),
    ("warm_introduction", {"worker": "Paul Scholey", "person": "housing_tenancies.xlsx#HO-26-0391/Applicant"}),
    ("warm_introduction", {"team": "Thornlea INT", "family": "records/childrens_social_care.csv#1100231"}),
    ("best_placed_key_worker", {"family": "records/childrens_social_care.csv#1100231"}),
    (
        "best_placed_key_worker",
        {"family": "early_help.json#EHA-2026-0142/family_members:Patricia Doyle", "weights": "trust=0 people=3"},
    ),
    ("huddle", {"area": "Tanner's Wharf", "from_": date(2026, 8, 1)}),
]
"""The questions of a family."""

PLACE: list[Asked] = [
    ("wobbling", {"area": "Millbrook"}),
    ("service_gaps", {"need": "food"}),
    ("service_duplicates", {}),
    ("service_duplicates", {"area": "Millbrook", "verdict": "same"}),
    ("team_skill_gaps", {"team": "Thornlea INT"}),
    ("partner_links", {}),
    ("partner_network", {}),
    ("accountability", {"area": "Millbrook"}),
    ("asset_reach", {}),
    ("baseline", {}),
    ("blueprint", {}),
    ("metrics", {}),
    ("mission_coverage", {"mission": "homelessness"}),
    ("whats_stale", {}),
]
"""The questions of a team and a place."""
