"""What a record says of a person, as the graph holds it, made ready for comparison."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from linkage.person import Prepared, keys_of, prepare
from linkage.words import plain, roots_of

KEYS = ("names", "birth_forename", "birth_surname", "birth_initials", "postcode_forename")
"""Keys of a person that the graph keeps on a mention, as key_NAME; the identifiers are keys as they are."""
IDENTIFIERS = ("nhs", "upn", "local")
FOUND_BY = (*IDENTIFIERS, *(f"key_{name}" for name in KEYS))
"""Properties by which two mentions are found to be compared."""
COLUMNS = (
    "uid", "record", "full_name", "known_as", "dob", "sex", "nhs", "upn", "local", "phone", "address", "postcode", "restricted",
    "meant", "telling", *(f"key_{name}" for name in KEYS), "key_forename", "key_surname",
)  # fmt: skip


def prepared(props: Mapping[str, Any]) -> Prepared:
    """A mention's properties as they are compared."""
    made = prepare(
        {
            "dob": props["dob"].isoformat() if props.get("dob") else None,
            "number": props.get("local"),
            **{column: props.get(column) for column in ("full_name", "sex", "nhs", "upn", "phone", "address", "postcode")},
        }
    )
    if props.get("local"):
        # Two agencies' numbers say nothing of one another.
        made["number_system"] = str(props["local"]).partition("#")[0]
    if (short := props.get("known_as")) and made["forename_roots"]:
        known = {root for word in plain(short).split()[:1] for root in roots_of(word)}
        made["forename_roots"] = sorted({*made["forename_roots"], *known})
        made["forename_slips"] = sorted({*made["forename_slips"], *known})
    return made


TOLD = ("full_name", "known_as", "dob", "sex", "nhs", "upn", "local", "phone", "address", "postcode")
"""All that is compared of a mention."""


def telling_of(props: Mapping[str, Any]) -> str | None:
    """What stands for all that a mention tells; None where that would not do to know somebody again.

    >>> child = {"full_name": "Ann Lee", "dob": "2015-02-01"}
    >>> telling_of(child), telling_of({**child, "postcode": "ZX1 1AA"}) == telling_of({"postcode": "ZX1 1AA", **child})
    (None, True)
    """
    number = any(props.get(name) for name in ("nhs", "upn", "local"))
    known = " " in (props.get("full_name") or "") and props.get("dob") and (props.get("postcode") or props.get("phone"))
    if not (number or known) or props.get("meant"):
        return None
    told = json.dumps([str(props.get(name) or "") for name in TOLD])
    return hashlib.sha256(told.encode()).hexdigest()[:24]


def graph_keys(props: Mapping[str, Any]) -> dict[str, str]:
    """The keys of a mention by the property that holds each."""
    made = prepared(props)
    keys = {"telling": telling} if (telling := telling_of(props)) else {}
    keys |= {f"key_{name}": value for name, value in keys_of(made).items() if name in KEYS}
    if made["forename_root"]:
        keys["key_forename"] = made["forename_root"]
    if made["surname_sound"]:
        keys["key_surname"] = made["surname_sound"]
    return keys
