"""Full-text search over the properties that a label declares searched."""

import re
from collections.abc import Callable, Collection
from typing import Any

from graph.cypher import index_name
from graph.declare import NODES

TEXT = (
    "CALL db.index.fulltext.queryNodes($index, $words) YIELD node, score "
    "RETURN node.uid AS uid, score AS score ORDER BY score DESC, uid LIMIT $limit"
)


def best(
    read: Callable[..., list[dict[str, Any]]], label: str, words: str, limit: int, indexes: Collection[str] | None = None
) -> list[dict[str, Any]]:
    """Rows of {uid, score}, best first; words are plain words, never a query language.

    `indexes` names those there are, where an engine may lack one for want of anything to index.
    """
    plain = " ".join(re.findall(r"\w+", words.lower()))
    if not plain:
        return []
    scores: dict[str, float] = {}
    wanted = [index_name(label, name) for name in NODES[label].searched]
    for index in (name for name in wanted if indexes is None or name in indexes):
        for row in read(TEXT, index=index, words=plain, limit=limit):
            scores[row["uid"]] = max(row["score"], scores.get(row["uid"], 0.0))
    ordered = sorted(scores.items(), key=lambda found: (-found[1], found[0]))
    return [{"uid": uid, "score": score} for uid, score in ordered[:limit]]
