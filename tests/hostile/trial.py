"""Reading one hostile file in a process of its own: what became of it, in what time and memory."""

import json
import resource
import subprocess
import sys
import time
from collections import Counter
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.hostile.case import Case

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Outcome:
    """What became of a file."""

    said: str
    """The one message it was refused with, or how many rows it gave and what was wrong with them."""
    seconds: float
    """Of processor time, of all processes together; what a busy machine adds is not the file's."""
    peak: int
    """MiB of memory at the most, of the process and the room together."""


def tried(case: Case, folder: Path, large: bool = False) -> Outcome:
    """Make the file and read it as a mapping of its format would."""
    path = folder / case.name
    case.make(path, large)
    run = [sys.executable, "-m", "tests.hostile.trial", case.form, str(path)]
    done = subprocess.run(run, cwd=ROOT, capture_output=True, text=True, timeout=120)
    path.unlink()
    assert done.returncode == 0, f"{case.name} broke the reader: {done.stderr[-2000:]}"
    return Outcome(**json.loads(done.stdout))


def read(form: str, path: Path) -> None:
    """Read the file and print the outcome."""
    from graph.errors import KithError
    from ingest.readers import READERS, Reading
    from ingest.room import keeper

    began = time.process_time()
    rows, found, first = 0, Counter[str](), ""
    try:
        for row in READERS[form](path, Reading.model_validate({"format": form})):  # type: ignore[index]
            rows += 1
            found.update(problem.code for problem in row.problems)
            first = first or next((problem.what for problem in row.problems), "")
        said = f"rows: {rows}" + "".join(f"; {code}: {count}" for code, count in sorted(found.items()))
        said += f" ({first})" if found else ""
    except KithError as refused:
        said = str(refused)
    keeper.close()
    mine, theirs = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = time.process_time() - began + theirs.ru_utime + theirs.ru_stime
    print(json.dumps(asdict(Outcome(said, round(seconds, 2), (_peak(mine.ru_maxrss) + theirs.ru_maxrss) // 1024))))


def _peak(told: int) -> int:
    """KiB; what the system tells of a process begins with the peak of the one that started it, Linux tells its own, too."""
    status = Path("/proc/self/status")
    return int(status.read_text("ascii").partition("VmHWM:")[2].split()[0]) if status.exists() else told


if __name__ == "__main__":
    read(sys.argv[1], Path(sys.argv[2]))
