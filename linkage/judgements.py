"""What people decided about who is who: kept one after another, respected by linkage, never destroyed."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from graph import cypher, families, lease, linkage
from graph.errors import QuestionError
from graph.guarding import guard_all
from graph.statement import uid_of
from graph.store import Store

VERDICTS = ("same", "different", "unsure")
Pair = tuple[str, str]
STANDING = (
    "MATCH (j:Judgement) WHERE j.undone IS NULL AND j.verdict IN $verdicts AND j.mention_a IS NOT NULL "
    "RETURN j.mention_a AS a, j.mention_b AS b, j.verdict AS verdict, j.number AS number ORDER BY a, b, number"
)
OF_PAIR = "UNWIND [$a] AS a MATCH (j:Judgement) WHERE j.mention_a = a AND j.mention_b = $b RETURN count(j) AS judgements"
ALIKE = (
    "UNWIND $uids AS uid MATCH (m:Mention {uid: uid}) WHERE m.telling IS NOT NULL MATCH (o:Mention {telling: m.telling}) "
    "RETURN DISTINCT o.uid AS uid ORDER BY uid"
)
ENDS = "MATCH (j:Judgement {uid: $uid}) RETURN j.mention_a AS a, j.mention_b AS b, j.undone AS undone"


@dataclass
class Standing:
    """The judgements that hold: pairs of mentions in order."""

    together: set[Pair] = field(default_factory=set)
    apart: set[Pair] = field(default_factory=set)
    unsure: set[Pair] = field(default_factory=set)

    def of_firsts(self, alike: Mapping[str, str]) -> "Standing":
        """The same judgements, on the mentions that those judged go with."""
        return Standing(*(of_firsts(pairs, alike) for pairs in (self.together, self.apart, self.unsure)))

    def beside(self, uids: Iterable[str]) -> set[str]:
        """Whoever was judged to be one with some."""
        near: dict[str, set[str]] = defaultdict(set)
        for a, b in self.together:
            near[a].add(b)
            near[b].add(a)
        return {other for uid in uids for other in near.get(uid, ())}


def of_firsts(pairs: Iterable[Pair], alike: Mapping[str, str]) -> set[Pair]:
    """Pairs of the mentions that some go with, in order; of one alone there is none."""
    ends = (sorted((alike.get(a, a), alike.get(b, b))) for a, b in pairs)
    return {(a, b) for a, b in ends if a != b}


def standing(store: Store) -> Standing:
    """The last judgement on each pair that was not taken back."""
    last = {(row["a"], row["b"]): row["verdict"] for row in store.read(STANDING, verdicts=list(VERDICTS))}
    found = Standing()
    kept = {"same": found.together, "different": found.apart, "unsure": found.unsure}
    for pair, verdict in last.items():
        kept[verdict].add(pair)
    return found


def judge(store: Store, mention_a: str, mention_b: str, verdict: str, by: str, reason: str, on: date) -> str:
    """Keep a judgement on two mentions, and say anew who they are; returns its uid.

    Raises QuestionError for an unknown verdict, and for one mention twice.
    """
    if verdict not in VERDICTS:
        raise QuestionError(f"{verdict!r} is no verdict", f"Say one of: {', '.join(VERDICTS)}")
    if mention_a == mention_b:
        raise QuestionError(f"{mention_a} is one mention", "Name two: nobody is apart from themselves")
    first, second = sorted((mention_a, mention_b))
    number = store.read(OF_PAIR, a=first, b=second)[0]["judgements"] + 1
    uid = uid_of("Judgement", first, second, *([str(number)] if number > 1 else []))
    props = {
        "uid": uid,
        "verdict": verdict,
        "mention_a": first,
        "mention_b": second,
        "number": number,
        "decided_by": by,
        "decided_on": on,
        "reason": reason,
    }
    with lease.writing(store):
        store.write((cypher.upsert_nodes("Judgement"), [{"uid": uid, "props": props}]))
        think_over(store, first, second)
    return uid


def take_back(store: Store, uid: str, by: str, on: date) -> None:
    """Mark a judgement undone, with who did and when; the people it was of are thought over anew.

    Raises QuestionError where there is no such judgement, or it was taken back before.
    """
    found = store.read(ENDS, uid=uid)
    if not found:
        raise QuestionError(f"there is no judgement {uid}", "Name the uid that was told when it was made")
    if found[0]["undone"]:
        raise QuestionError(f"judgement {uid} was taken back before", "Nothing is to be done")
    undone = {"undone": True, "undone_by": by, "undone_on": on}
    with lease.writing(store):
        store.write((cypher.upsert_nodes("Judgement"), [{"uid": uid, "props": undone}]))
        if found[0]["a"]:
            think_over(store, found[0]["a"], found[0]["b"])
        else:
            linkage.compare_services(store)


def think_over(store: Store, *mentions: str) -> None:
    """Say anew who some mentions are, and all who tell the very same of somebody, and in which families."""
    alike = (row["uid"] for row in store.read(ALIKE, uids=list(mentions)))
    families.gather(store, linkage.link(store, {*mentions, *alike}))
    guard_all(store)
