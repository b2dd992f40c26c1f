"""The field's words, read once from patterns/*.yaml when first asked for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

from nlp.cues import Cue
from nlp.extraction import FLAGS
from nlp.phrasebook import PhraseBook, make_book, translate

Cues = Mapping[str, Cue]


@dataclass(frozen=True)
class Vocabulary:
    """Everything the patterns say, ready to match."""

    needs: PhraseBook
    kin: PhraseBook
    companions: Cue
    roles: PhraseBook
    organisations: PhraseBook
    processes: PhraseBook
    heads: re.Pattern[str]
    lower_heads: re.Pattern[str]
    lower_not: frozenset[str]
    venues: re.Pattern[str]
    streets: re.Pattern[str]
    towns: Mapping[str, bool]
    ranks: frozenset[str]
    titles: re.Pattern[str]
    title_words: frozenset[str]
    given: frozenset[str]
    surnames: frozenset[str]
    also_words: frozenset[str]
    not_names: frozenset[str]
    before: Cues
    after: Cues
    masks: Cue
    breaks: Cue
    verbs: Cues
    outcomes: Cues


def read(name: str) -> dict[str, Any]:
    """One file of patterns."""
    loaded: dict[str, Any] = yaml.safe_load((files("nlp") / "patterns" / f"{name}.yaml").read_text(encoding="utf-8"))
    return loaded


def either(phrases: list[str], shorthand: Mapping[str, str], ends: bool = True, anywhere: bool = False) -> Cue:
    """One pattern for many phrases, at whole words."""
    body = "|".join(translate(phrase, shorthand) for phrase in phrases)
    return Cue(re.compile(rf"(?<!\w)(?:{body})" + (r"(?!\w)" if ends else ""), re.IGNORECASE), anywhere)


def listed(words: str) -> list[str]:
    """A bar-separated list, longest first, safe to use in a pattern."""
    found = sorted((word.strip() for word in words.split("|")), key=len, reverse=True)
    return [re.escape(word).replace(r"\ ", r"\s").replace("'", "['\u2019]?") for word in found]


def read_needs() -> dict[str, Any]:
    """Every file of patterns/needs/ as one: phrases by the code of a need."""
    found: dict[str, Any] = {}
    for file in sorted((files("nlp") / "patterns" / "needs").iterdir(), key=lambda one: one.name):
        found |= yaml.safe_load(file.read_text(encoding="utf-8"))
    return found


def need_phrases(needs: Mapping[str, Any]) -> list[tuple[str, str]]:
    """(phrase, code) pairs; a code that begins with "-" says the need is absent."""
    pairs = []
    for code, kinds in needs.items():
        pairs += [(phrase, code) for phrase in kinds["present"]]
        pairs += [(phrase, f"-{code}") for phrase in kinds.get("absent", [])]
    return pairs


def role_phrases(roles: Mapping[str, Any]) -> list[str]:
    """Heads with any qualifiers before them, heads that need one, whole phrases and short forms."""
    qualifiers = "|".join(sorted(roles["qualifiers"].split("|"), key=len, reverse=True)).replace(" ", "[- ]")
    before = rf"(?:(?:{qualifiers})(?:[- ]|, )(?:and )?)"
    heads, bound = roles["heads"].strip(), roles["bound_heads"].strip()
    return [f"{before}{{0,5}}(?:{heads})", f"{before}{{1,5}}(?:{bound})", *roles["phrases"], roles["short"].strip()]


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """The vocabulary of this process."""
    short = read("shorthand")
    kin, orgs, places, names = read("kin"), read("organisations"), read("places"), read("names")
    cues, verbs, roles = read("cues"), read("verbs"), read("roles")
    cap = r"[A-Z][\w'\u2019-]*"
    links = r"(?:of|the|and|&|for|in|on|upon|St\.?)"
    org_names = [(("" if " " in n else "=") + re.escape(n).replace(r"\ ", " "), "org") for n in orgs["names"].strip().split("|")]
    org_pairs = [(p, "org") for p in orgs["common"]] + org_names
    org_pairs += [(f"={acronym}", "org") for acronym in orgs["acronyms"]]
    kin_pairs = [
        ((("=" if p.startswith("=") else "") + kin["prefixes"] + f"(?:{p.removeprefix('=')})"), kind)
        for kind, phrases in kin["words"].items()
        for p in phrases
    ]
    return Vocabulary(
        needs=make_book(need_phrases(read_needs()), short),
        kin=make_book(kin_pairs, short),
        companions=either([kin["companions"]], short),
        roles=make_book([(p, "role") for p in role_phrases(roles)], short),
        organisations=make_book(org_pairs, short),
        processes=make_book([(p, "process") for p in read("processes")["processes"]], short),
        heads=re.compile(
            rf"(?<!\w){cap}(?:[ ](?:{links}[ ]){{0,2}}{cap}){{0,4}}?[ ](?:{'|'.join(listed(orgs['heads']))})"
            rf"(?:[ ](?:{'|'.join(listed(orgs['heads']))}))*(?!\w)"
        ),
        lower_heads=re.compile(
            rf"(?<![\w'-])(?:holy |sacred |our lady |the |upper |lower |north |south |east |west |new )?([a-z]+ (?:st|rd|ln|lane|road|street|hill|green|park)|[a-z][\w'\u2019-]*|[Ss]t\.? [A-Za-z][\w'\u2019-]*)[ ](?:{'|'.join(listed(orgs['lower_heads']))})(?!\w)"
        ),
        lower_not=frozenset(map(str, orgs["lower_not"])),
        venues=re.compile(
            rf"(?<!\w){cap}(?:[ ](?:{links}[ ])?{cap}){{0,3}}?[ ](?:{'|'.join(listed('|'.join(orgs['place_heads'])))})(?!\w)"
        ),
        streets=re.compile(
            rf"(?<!\w)(?:(?:[Ff]lat|[Rr]oom|[Uu]nit|[Aa]pt) \w+,? )?(?:\d+[A-Za-z]?(?:[-/]\d+)?,? )?{cap}(?:[ ]{cap}){{0,2}}?[ ](?:{'|'.join(places['streets'])})(?!\w)"
            rf"|(?<!\w)\d+[a-z]?[ ][a-z]+(?:[ ][a-z]+)?[ ](?:{'|'.join(s.lower() for s in places['streets'])})(?!\w)"
        ),
        towns={t.lower(): t.lower() in places["also_words"] for t in places["towns"].split()},
        ranks=frozenset(roles["ranks"]),
        titles=re.compile(rf"(?<!\w)(?:{names['titles']})[ ]", re.IGNORECASE),
        title_words=frozenset(word.lower() for word in re.findall(r"[A-Za-z]+", names["titles"])),
        given=frozenset(names["given"].split()),
        surnames=frozenset(names["surnames"].split()),
        also_words=frozenset(names["also_words"].split()),
        not_names=frozenset(read("words")["not_names"].split()),
        before={f: either(cues[f]["before"], short, ends=False, anywhere=True) for f in FLAGS},
        after={f: either(cues[f]["after"], short, ends=False, anywhere=True) for f in FLAGS},
        masks=either(cues["masks"], short, anywhere=True),
        breaks=either(cues["breaks"], short, anywhere=True),
        verbs={k: either(v, short) for k, v in verbs.items() if k != "outcomes"},
        outcomes={k: either(v, short) for k, v in verbs["outcomes"].items()},
    )
