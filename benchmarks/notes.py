"""Reading notes against the bare model in the same run: words a second as ratios."""

from __future__ import annotations

import resource
import time
from collections.abc import Callable

from nlp.bare import bare_model
from nlp.pipeline import Extractor

NOTE = (
    "Home visit to Ellen Marsh and her son Tyler (9) at 14 Larch Street on 12 March 2025. Ellen reports rent arrears and says "
    "the heating has been off since January. Health visitor Ruth Bell from Riverside Family Hub is supporting the family. "
    "There are no concerns about Tyler's school attendance. He was referred to CAMHS but did not meet the threshold. "
    "t/c from nan maureen - mum low in mood, not sleeping, DNA'd x2. dad no longer in the home, hx of DV. ref'd to young carers."
)


def measure(notes: int = 100, turns: int = 2) -> dict[str, float]:
    """Ratios of our words a second to the bare model's: as shipped, and with parser and name finder alone."""
    texts = [f"{NOTE} Note {number}." for number in range(notes)]
    words = sum(len(text.split()) for text in texts)
    extractor, bare, lean = Extractor(), bare_model(), bare_model()
    for name in ("tagger", "attribute_ruler", "lemmatizer"):
        lean.remove_pipe(name)
    ours = fastest(lambda: list(extractor.extract_many((text, None) for text in texts)), turns)
    shipped = fastest(lambda: list(bare.pipe(texts)), turns)
    parsed = fastest(lambda: list(lean.pipe(texts)), turns)
    two = processor_time_of_two(extractor, texts)
    return {
        "words a second": words / ours,
        "to the bare model as shipped": shipped / ours,
        "to its parser and name finder": parsed / ours,
        "work of two processes to one": two / ours,
    }


def fastest(work: Callable[[], object], turns: int) -> float:
    """The least processor time of several turns, after one to warm up."""
    work()
    times = []
    for _ in range(turns):
        begun = time.process_time()
        work()
        times.append(time.process_time() - begun)
    return min(times)


def processor_time_of_two(extractor: Extractor, texts: list[str]) -> float:
    """All that two processes and their parent work; 1.0 of one process's means twice as fast on two free cores."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begun = time.process_time()
    list(extractor.extract_many(((text, None) for text in texts), processes=2))
    own = time.process_time() - begun
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return own + after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    for name, value in measure().items():
        print(f"{name}: {value:.2f}")
