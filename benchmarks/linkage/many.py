"""How long a great many synthetic people take in one linkage, how much memory, and how well they are told apart."""

import json
import resource
import time
from collections.abc import Iterator
from operator import itemgetter

from api.console import console
from benchmarks.linkage.crowd import Row, rows_of
from linkage.linking import link
from linkage.measures import score
from linkage.settings import settings_of


def main(people: int, as_json: bool) -> None:
    """Link the records of so many people, who teach the weights themselves, and print what it took."""
    true: list[int] = []

    def rows() -> Iterator[Row]:
        for row in rows_of(people):
            true.append(int(row["cluster"]))
            yield row

    began = time.perf_counter()
    found = link(settings_of("person"), rows())
    seconds = time.perf_counter() - began
    scored = score(found.cluster_of, true)
    told: dict[str, object] = {"people": people, "records": len(true), "pairs scored": len(found.pairs)}
    told |= {"wall s": round(seconds), "processor s": round(sum(itemgetter(0, 1)(resource.getrusage(resource.RUSAGE_SELF))))}
    told |= {"peak MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024}
    told |= {"pair precision": round(scored.precision, 4), "recall": round(scored.recall, 4), "F1": round(scored.f1, 4)}
    told |= {"largest": scored.largest}
    print(json.dumps(told)) if as_json else console().print(told)
