"""The most memory that taking a place in needs, beside a place a tenth its size.

Each run is a `kith ingest` of its own, into an empty store, and all a run does is in it: reading,
writing, who is who, families. The embedded store is in the memory of the process that has it open,
so there the graph itself is counted along; on Neo4j it is not. The peak is what Linux tells of a process.
"""

import json
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from api.cli import main
from benchmarks.ground import EMBEDDED, empty_store
from benchmarks.measure import Measure
from benchmarks.synthetic import write_place
from graph.errors import StoreError

GOAL, TENTH = 1.2, 10
INGEST = "from benchmarks.peak import ingest; ingest()"


def measure(people: int, location: str) -> list[Measure]:
    """The peak of one process in MiB, for a place of so many people and for one of a tenth of them."""
    few, _ = _peak(people // TENTH, location)
    many, rows = _peak(people, location)
    goal = None if location == EMBEDDED else GOAL
    return [Measure(f"peak memory, {rows:,} records", many, "MiB", goal, few)]


def _peak(people: int, location: str) -> tuple[float, int]:
    """The peak of one process in MiB, and the records it took in."""
    with TemporaryDirectory(prefix="kith-bench-") as folder, empty_store(location):
        write_place(Path(folder) / "place", people)
        where = str(Path(folder) / "store") if location == EMBEDDED else location
        return _run([sys.executable, "-c", INGEST, "ingest", str(Path(folder) / "place"), "--store", where, "--json"])


def _run(command: list[str]) -> tuple[float, int]:
    """The peak resident memory in MiB of a command that ends with `ingest` below, and how many rows it accepted.

    Raises StoreError where it fails (exit code 3 says that rows are in quarantine, as some are here).
    """
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode not in (0, 3):
        raise StoreError(f"the run ended with {done.returncode}", done.stderr[-500:])
    return float(done.stderr.splitlines()[-1]), int(json.loads(done.stdout)["accepted"])


def ingest() -> None:
    """`kith ingest`, with the peak of this process in MiB as the last line on stderr."""
    try:
        main()
    finally:
        # What getrusage tells begins with the peak of the process that started this one; VmHWM does not.
        status = Path("/proc/self/status").read_text("utf-8")
        print(int(status.partition("VmHWM:")[2].split()[0]) / 1024, file=sys.stderr)
