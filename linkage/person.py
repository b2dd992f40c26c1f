"""A record of a person, prepared for comparison: each part in one form, and the keys it can be found by."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from linkage.dates import birth_digits, mirrored
from linkage.identifiers import digits, phone_digits, valid_nhs, valid_upn
from linkage.words import address_words, generations, given, plain, roots_of, set_of, slips_of, sound_of

Prepared = dict[str, Any]
COLUMNS = (
    "full_name", "first_name", "surname", "dob", "sex", "address", "town", "postcode", "nhs", "upn", "number",
    "phone", "email", "birth_place", "occupation",
)  # fmt: skip
"""What a record may say of a person; all of it may be missing."""
TEXTS = (
    "generation", "forename", "forename_sound", "forename_root", "surname", "surname_sound", "birth", "birth_mirrored", "year", "sex", "address", "house",
    "street", "postcode", "outward", "town", "nhs", "nhs_valid", "upn", "upn_valid", "number", "number_system", "phone", "email", "mailbox",
    "birth_place", "occupation",
)  # fmt: skip
LISTS = ("forename_roots", "forename_slips", "surname_roots", "surname_parts")
KEYS = (
    "nhs", "upn", "number", "email", "phone", "names", "birth_forename", "birth_surname", "birth_initials", "swapped_birth",
    "postcode_forename", "postcode_surname", "postcode_initials", "address_forename", "address_surname", "address_initials", "surname_month", "forename_month",
    "postcode_year", "surname_outward", "surname_town", "birth", "postcode",
)  # fmt: skip
"""A record is compared with those that share a key with it."""
LOOSE = ("birth", "postcode")
"""Keys of one fact alone, which are let go sooner."""


def prepare(row: Mapping[str, object]) -> Prepared:
    """A row of COLUMNS as it is compared; whatever it lacks is None."""
    said = {name: given(row.get(name)) for name in COLUMNS}
    made: Prepared = dict.fromkeys((*TEXTS, *LISTS))
    _names(made, said)
    _birth(made, said["dob"])
    _place(made, said)
    _numbers(made, said)
    if sex := said["sex"]:
        made["sex"] = {"m": "m", "f": "f"}.get(sex[0].lower())
    for name in ("town", "birth_place", "occupation"):
        made[name] = plain(said[name]) or None if said[name] else None
    return made


def _names(made: Prepared, said: Mapping[str, str | None]) -> None:
    first, last = said["first_name"], said["surname"]
    told = (name for name in (last, first, said["full_name"]) if name)
    made["generation"] = next((one for name in told if (one := generation_of(name))), None)
    if not first and not last and said["full_name"]:
        first, last = apart(said["full_name"])
    if first and (words := _untitled(first)):
        made["forename"] = "".join(words)
        made["forename_root"] = min(slips_of(words[0]))
        made["forename_sound"] = sound_of(made["forename"]) or None
        # Of two forenames one may go by the first, or by both initials: Tyler-James is Tyler, or TJ.
        short = ["".join(word[0] for word in words)] if len(words) > 1 else []
        made["forename_roots"] = sorted({*roots_of(words[0]), *roots_of(made["forename"]), *short})
        made["forename_slips"] = sorted({*slips_of(words[0]), *slips_of(made["forename"]), *short})
    if last and (words := _untitled(last)):
        made["surname"] = "".join(words)
        made["surname_sound"] = sound_of(made["surname"]) or None
        made["surname_roots"] = sorted(slips_of(made["surname"]))
        made["surname_parts"] = sorted({word for word in words if len(word) > 2}) or [made["surname"]]


@lru_cache(maxsize=8_192)
def apart(full_name: str) -> tuple[str | None, str | None]:
    """Forenames and surname of a name written in one: the surname last, or before a comma."""
    if "," in full_name:
        last, _, first = full_name.partition(",")
        return first, last
    # A hyphen joins a double name, and is no space.
    words = _names_among(full_name.split()) or full_name.split()
    if len(words) < 2:
        return full_name, None
    at = len(words) - 1
    while at > 1 and plain(words[at - 1]) in set_of("particles"):
        at -= 1
    return " ".join(words[:at]), " ".join(words[at:])


@lru_cache(maxsize=8_192)
def generation_of(name: str) -> str | None:
    """Who of two of one name is meant, where the name says so.

    >>> generation_of("George Leigh Jnr"), generation_of("Leigh, George (Snr)"), generation_of("Junior Leigh")
    ('junior', 'senior', None)
    """
    parts = ([word for word in plain(part).split() if word not in set_of("titles")] for part in name.split(","))
    return next((generations()[word] for words in parts for word in words[1:] if word in generations()), None)


def _untitled(name: str) -> list[str]:
    words = plain(name).split()
    return _names_among(words) or words


def _names_among(words: list[str]) -> list[str]:
    """Words of a name without titles, and without a mark of the elder or younger; who is called Junior is called so first."""
    named = [word for word in words if plain(word) not in set_of("titles")]
    return [*named[:1], *(word for word in named[1:] if plain(word) not in generations())]


def _birth(made: Prepared, dob: str | None) -> None:
    if dob and (found := birth_digits(dob)):
        made["year"] = found[:4]
        if len(found) == 8:
            made["birth"], made["birth_mirrored"] = found, mirrored(found)


def _place(made: Prepared, said: Mapping[str, str | None]) -> None:
    if said["address"] and (words := address_words(said["address"])):
        # A street or a town without a house is where many live: it says nothing of two being at one address.
        made["address"] = words if tells_a_door(said["address"]) else None
        made["house"] = "-".join(re.findall(r"\b\d+[a-z]?\b", words)) or None
        made["street"] = re.sub(r"\b(flat|\d+[a-z]?)\b", " ", words).strip() or None
    if said["postcode"]:
        made["postcode"] = plain(said["postcode"]).replace(" ", "").upper() or None
        if (code := made["postcode"]) and len(code) > 4:
            made["outward"] = code[:-3]


def tells_a_door(address: str) -> bool:
    """Whether an address tells which house: by number, or by a house's name before the street.

    >>> tells_a_door("3 Mill Lane"), tells_a_door("Rose Cottage, Mill Lane"), tells_a_door("Cottage Lane, Millbrook")
    (True, True, False)
    """
    if re.search(r"\d", address):
        return True
    first = plain(address.replace("\n", ",").partition(",")[0]).split()
    return len(first) > 1 and first[-1] in set_of("named_houses")


def _numbers(made: Prepared, said: Mapping[str, str | None]) -> None:
    if said["nhs"] and (number := digits(said["nhs"])):
        made["nhs"], made["nhs_valid"] = number, number if valid_nhs(number) else None
    if said["upn"] and (number := plain(said["upn"]).replace(" ", "").upper()):
        made["upn"], made["upn_valid"] = number, number if valid_upn(number) else None
    made["number"] = plain(said["number"]).replace(" ", "") if said["number"] else None
    made["phone"] = phone_digits(said["phone"]) if said["phone"] else None
    if said["email"]:
        made["email"] = said["email"].lower()
        made["mailbox"] = made["email"].split("@")[0]


def keys_of(made: Mapping[str, Any]) -> dict[str, str]:
    """The keys that a prepared record can be found by, by their kind."""
    root = made["forename_root"]
    # A name that stands alone may be a surname.
    sound = made["surname_sound"] or made["forename_sound"]
    birth, postcode = made["birth"], made["postcode"]
    initials = "".join(sorted(name[0] for name in (made["forename"], made["surname"]) if name)) or None
    month = birth[:6] if birth else None
    # Keys join two facts or more, so that no common name or date makes a crowd.
    built = {
        "nhs": (made["nhs"],),
        "upn": (made["upn"],),
        "number": (made["number"],),
        "email": (made["email"],),
        "phone": (made["phone"],),
        "names": tuple(sorted((sound_of(root) or root, sound_of(min(made["surname_roots"])) or sound or "")))
        if root and made["surname"]
        else (None,),
        "birth_forename": (birth, root),
        "birth_surname": (birth, sound),
        "birth_initials": (birth, initials),
        "swapped_birth": (min(birth, made["birth_mirrored"]) if made["birth_mirrored"] else None, initials),
        "postcode_forename": (postcode, root),
        "postcode_surname": (postcode, sound, made["year"]),
        "postcode_initials": (postcode, initials),
        "address_forename": (made["address"], root),
        "address_surname": (made["address"], sound),
        "address_initials": (made["address"], initials),
        "surname_month": (sound, month),
        "forename_month": (root, month),
        "postcode_year": (postcode, made["year"]),
        "surname_outward": (sound, made["outward"]),
        "surname_town": (sound, made["town"] or made["birth_place"]),
        "birth": (birth,),
        "postcode": (postcode,),
    }
    return {name: "|".join(filter(None, parts)) for name, parts in built.items() if all(parts)}
