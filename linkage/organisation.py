"""A record of an organisation, prepared for comparison: its name's core, its numbers, where and how it is met."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from linkage.identifiers import phone_digits
from linkage.person import Prepared
from linkage.words import address_words, given, plain, set_of

COLUMNS = ("name", "address", "town", "postcode", "phone", "url", "org_id", "charity_number", "company_number")
TEXTS = (
    "name", "core", "main", "joined", "sorted_core", "initials", "rarest", "second", "address", "house", "street", "town", "postcode", "outward",
    "phone", "site", "charity_number", "company_number", "org_id",
)  # fmt: skip
LISTS = ("words", "rare")
KEYS = (
    "charity_number", "company_number", "org_id", "site", "phone", "sorted_core", "main", "joined", "rarest", "second", "opening", "postcode_word",
    "house_postcode", "initials",
)  # fmt: skip
LOOSE = ("rarest", "second", "initials")
RARE = 0.002
"""A word that fewer of the records bear tells bodies apart."""


def prepare(row: Mapping[str, object]) -> Prepared:
    """A row of COLUMNS as it is compared; whatever it lacks is None."""
    said = {name: given(row.get(name)) for name in COLUMNS}
    made: Prepared = dict.fromkeys((*TEXTS, *LISTS))
    if said["name"]:
        _name(made, said["name"])
    if said["address"] and (words := address_words(said["address"])):
        made["address"] = words
        made["house"] = "-".join(re.findall(r"\b\d+[a-z]?\b", words)) or None
        made["street"] = re.sub(r"\b(flat|\d+[a-z]?)\b", " ", words).strip() or None
    made["town"] = plain(said["town"]) or None if said["town"] else None
    if said["postcode"] and (code := plain(said["postcode"]).replace(" ", "").upper()):
        made["postcode"], made["outward"] = code, code[:-3] or None
    made["phone"] = phone_digits(said["phone"]) if said["phone"] else None
    made["site"] = _site(said["url"]) if said["url"] else None
    for name in ("charity_number", "company_number", "org_id"):
        made[name] = plain(said[name]).replace(" ", "").upper() if said[name] else None
    return made


def _name(made: Prepared, written: str) -> None:
    core = _core(written)
    if not core:
        return
    made["name"] = plain(written)
    made["core"] = " ".join(core)
    made["joined"] = "".join(core)
    made["sorted_core"] = " ".join(sorted(core))
    # What stands in brackets or behind a comma says more of a name: The Sparrows (Youth Club).
    made["main"] = " ".join(sorted(_core(re.sub(r"\([^)]*\)?|,.*$", " ", written)) or core))
    made["words"] = sorted(set(core))
    telling = [word for word in core if word not in set_of("small_words")]
    made["initials"] = "".join(word[0] for word in telling) if len(telling) > 2 else None
    if len(core) == 1 and len(core[0]) > 2:
        made["initials"] = core[0]


def _core(written: str) -> list[str]:
    """The words of a name without those of its legal form; letters with points are one word.

    >>> _core("The B.R.A.G. Trust Ltd")
    ['brag', 'trust']
    """
    joined = re.sub(r"\b((?:\w\.)+\w?)(?!\w)", lambda found: found[1].replace(".", ""), written)
    words = plain(joined).replace("&", " ").split()
    return [word for word in words if word not in set_of("legal_forms")] or words


def _site(url: str) -> str | None:
    """A website's host: `https://www.brickworks.example/about` is `brickworks.example`.

    >>> _site("https://www.brickworks.example/about")
    'brickworks.example'
    """
    host = re.sub(r"^[a-z]+://", "", url.lower()).split("/")[0].removeprefix("www.")
    return host if "." in host else None


def rarity(records: Sequence[Prepared]) -> None:
    """Tell each record's rare words: those that few of all the records bear."""
    counts = Counter(word for record in records for word in record["words"] or ())
    most = max(2, RARE * len(records))
    for record in records:
        words = sorted(record["words"] or (), key=lambda word: (counts[word], word))
        record["rare"] = sorted(word for word in words if counts[word] <= most and len(word) > 1) or None
        record["rarest"] = words[0] if words else None
        record["second"] = words[1] if len(words) > 1 else None


def keys_of(made: Mapping[str, Any]) -> dict[str, str]:
    """The keys that a prepared record can be found by, by their kind."""
    words = (made["core"] or "").split()
    built = {
        **{name: (made[name],) for name in ("charity_number", "company_number", "org_id", "site", "phone")},
        **{name: (made[name],) for name in ("sorted_core", "main", "joined", "rarest", "second", "initials")},
        "opening": tuple(words[:2]) if len(words) > 1 else (None,),
        "postcode_word": (made["postcode"], made["rarest"]),
        "house_postcode": (made["house"], made["postcode"]),
    }
    return {name: "|".join(parts) for name, parts in built.items() if all(parts)}
