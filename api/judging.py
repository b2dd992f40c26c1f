"""A caller's word on who is who: only on mentions that there are, and that the caller may see."""

from datetime import date

from graph.caller import Caller
from graph.errors import QuestionError
from graph.store import Store
from ingest.offers.desk import look_again
from linkage.judgements import judge, take_back

SEEN = (
    "UNWIND $uids AS uid MATCH (m:Mention {uid: uid})-[:SAME_AS]->(p:Person) "
    "RETURN m.uid AS uid, m.restricted AS restricted, p.restricted AS hidden ORDER BY uid"
)


class Judging:
    """Judges for one caller."""

    def __init__(self, store: Store, caller: Caller) -> None:
        self._store = store
        self._caller = caller
        self.waits = store.engine == "neo4j"
        """Whether a judgement waits for a server."""

    def judge(self, mention_a: str, mention_b: str, verdict: str, why: str) -> str:
        """Keep a judgement; returns its uid.

        Raises QuestionError for a mention that is not there, or not shown to the caller.
        """
        rows = self._store.read(SEEN, uids=sorted({mention_a, mention_b}))
        seen = {row["uid"] for row in rows if self._caller.cleared or not (row["restricted"] or row["hidden"])}
        for mention in (mention_a, mention_b):
            if mention not in seen:
                raise QuestionError(f"there is no mention {mention}", "Name one that reviewPairs shows")
        kept = judge(self._store, mention_a, mention_b, verdict, self._caller.known_as, why, date.today())
        look_again(self._store)
        return kept

    def take_back(self, judgement: str) -> str:
        """Take a judgement back; returns its uid."""
        take_back(self._store, judgement, self._caller.known_as, date.today())
        look_again(self._store)
        return judgement
