"""The most memory that taking a place in needs, beside a place a tenth its size.

Each run is a process of its own, into an empty store: one reads, maps and writes every row as a run does; for a
place of moderate size another is a whole `kith ingest`, with who is who and families. The embedded store is in the memory of the process that has it open,
so there the graph itself is counted along; on Neo4j it is not. The peak is what Linux tells of a process.
"""

import json
import subprocess
import sys
from contextlib import closing
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from api.cli import main
from benchmarks.ground import EMBEDDED, empty_store
from benchmarks.measure import Measure
from benchmarks.population import AS_OF
from benchmarks.spool import mapped
from benchmarks.synthetic import write_place
from graph import cypher
from graph.errors import StoreError
from graph.opening import open_store
from graph.settings import Settings
from graph.store import Store
from graph.writers import Writers
from ingest.counts import Counts
from ingest.loading import BATCH, Loading
from ingest.place import Place, Supply, load_place
from ingest.seen import Seen

GOAL, TENTH = 1.2, 10
LARGE = 200_000
"""A place of more people is read, mapped and written, and not linked."""
INGEST = "from benchmarks.peak import ingest; ingest()"
WRITE = "from benchmarks.peak import write; write()"


def measure(people: int, location: str) -> list[Measure]:
    """The peak of one process in MiB, for a place of so many people and for one of a tenth of them."""
    goal = None if location == EMBEDDED else GOAL
    lines = [_line("reading, mapping and writing", WRITE, people, location, goal)]
    if people <= LARGE:
        lines.append(_line("a whole ingest", INGEST, people, location, goal))
    return lines


def _line(what: str, code: str, people: int, location: str, goal: float | None) -> Measure:
    few, _ = _peak(code, people // TENTH, location)
    many, rows = _peak(code, people, location)
    return Measure(f"peak memory, {what}, {rows:,} records", many, "MiB", goal, few)


def _peak(code: str, people: int, location: str) -> tuple[float, int]:
    """The peak of one process in MiB, and the records it took in."""
    with TemporaryDirectory(prefix="kith-bench-") as folder, empty_store(location):
        write_place(Path(folder) / "place", people)
        where = str(Path(folder) / "store") if location == EMBEDDED else location
        return _run([sys.executable, "-c", code, "ingest", str(Path(folder) / "place"), "--store", where, "--json"])


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
        _tell_peak()


def write() -> None:
    """Read, map and write the place named in the arguments into the store named there, without linkage; the same lines."""
    place, settings = load_place(Path(sys.argv[2]), AS_OF), Settings()
    with closing(open_store(sys.argv[4], settings.neo4j_user, settings.neo4j_password)) as store:
        print(json.dumps({"accepted": sum(_taken(store, place, supply) for supply in place.supplies)}))
    _tell_peak()


def _taken(store: Store, place: Place, supply: Supply) -> int:
    source = supply.mapping.source
    store.write((cypher.upsert_nodes("Source"), [{"uid": source, "props": {}}]))
    counts = Counts(source)
    with Writers(store, store.writers) as writers, closing(Seen()) as seen:
        loading, rows = Loading(writers, source, counts, seen), mapped(place, supply)
        while page := list(islice(rows, BATCH)):
            loading.take(page)
        loading.finish()
    return counts.accepted


def _tell_peak() -> None:
    # What getrusage tells begins with the peak of the process that started this one; VmHWM does not.
    status = Path("/proc/self/status").read_text("utf-8")
    print(int(status.partition("VmHWM:")[2].split()[0]) / 1024, file=sys.stderr)
