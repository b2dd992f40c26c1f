"""Rows whose key came before in their source: an exact repeat is dropped, any other kept for a person to look at."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.mapper import Mapped
from ingest.row import Problem, Verdict
from ingest.seen import Earlier, Seen


@dataclass
class Repeats:
    """Tells repeats in one source; the first row of a key counts, and each later one gets a number after its key."""

    source: str
    seen: Seen

    def told(self, batch: Sequence[Mapped]) -> list[Mapped]:
        """The rows in their order, those whose key came before with the verdict that is due to them."""
        uids = [f"{self.source}#{one.row_key}" for one in batch]
        seen = self.seen.earlier(uids)
        told = [self._weighed(one, uid, seen) for uid, one in zip(uids, batch, strict=True)]
        self.seen.put(seen)
        return told

    def _weighed(self, one: Mapped, uid: str, seen: dict[str, Earlier]) -> Mapped:
        first = seen.get(uid)
        if first is None:
            seen[uid] = Earlier(_hash_of(one), 1)
            return one
        times = first.times + 1
        seen[uid] = Earlier(first.hash, times)
        seen[f"{uid}#{times}"] = Earlier(None, 1)
        key = f"{one.row_key}#{times}"
        if one.said is None:
            # It is refused for reasons of its own, and must not stand for the row that bore the key first.
            return replace(one, row_key=key)
        problem = _repeats(_hash_of(one) == first.hash)
        return replace(one, row_key=key, said=None, verdict=problem.verdict, problems=[problem])


def _repeats(same: bool) -> Problem:
    if same:
        return Problem(
            "duplicate_row", None, None, "repeats an earlier row", "Nothing to do: it was taken in once", Verdict.DUPLICATE
        )
    return Problem(
        "repeated_key",
        None,
        None,
        "has the key of an earlier row but says other things",
        "Give one of the two rows a key of its own",
        Verdict.QUARANTINE,
    )


def _hash_of(one: Mapped) -> str | None:
    return str(one.said.properties["content_hash"]) if one.said else None
