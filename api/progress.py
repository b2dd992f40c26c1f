"""How far a run has come: bars on a terminal, one JSON line a second for a script, nothing where output is piped."""

import json
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Lock, Thread
from typing import Annotated, TextIO

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, SpinnerColumn, Task, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bars
from rich.text import Text

from ingest.progress import Progress, Unwatched

JsonProgressOption = Annotated[
    bool, typer.Option("--json-progress", help="One JSON line a second on stderr: source, rows, rate and seconds left.")
]
SECOND = 1.0
DRAWN_EVERY = 0.1


@contextmanager
def watching(as_json: bool, stream: TextIO | None = None) -> Iterator[Progress]:
    """Whoever should be told of a run, for as long as it lasts."""
    stream = stream or sys.stderr
    if as_json:
        with JsonLines(stream).telling() as lines:
            yield lines
    elif stream.isatty():
        with BarsOnTerminal(Console(file=stream)).drawing() as bars:
            yield bars
    else:
        yield Unwatched()


class Rate(TextColumn):
    """Rows a second."""

    def __init__(self) -> None:
        super().__init__("")

    def render(self, task: Task) -> Text:
        """The rate of one bar, once there is one; at its end that of the whole."""
        speed = task.fields["rate"] or task.speed
        return Text(f"{speed:,.0f}/s" if speed else "", style="progress.data.speed")


class BarsOnTerminal:
    """A bar for each source, with its rate and the time it has left."""

    def __init__(self, console: Console) -> None:
        columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), Rate())
        self._bars = Bars(*columns, TimeRemainingColumn(compact=True), console=console)
        self._lock, self._rows, self._drawn, self._drawn_at, self._since = Lock(), 0, 0, 0.0, 0.0

    @contextmanager
    def drawing(self) -> Iterator[Progress]:
        """Draw for as long as a run lasts."""
        with self._bars:
            yield self

    def began(self, what: str, rows: int | None) -> None:
        """A new bar; without a number of rows it only moves."""
        with self._lock:
            self._rows, self._drawn, self._since = 0, 0, time.monotonic()
            self._task = self._bars.add_task(what, total=rows, rate=None)

    def advanced(self, rows: int) -> None:
        """The bar moves on, ten times a second at most: drawing takes longer than reading a row."""
        with self._lock:
            self._rows += rows
            now = time.monotonic()
            if now - self._drawn_at >= DRAWN_EVERY:
                self._bars.advance(self._task, self._rows - self._drawn)
                self._drawn, self._drawn_at = self._rows, now

    def finished(self) -> None:
        """The bar is full, at what was really read."""
        rows, seconds = max(self._rows, 1), time.monotonic() - self._since
        # A new total makes the bar forget its speed.
        self._bars.update(self._task, total=rows, completed=rows, rate=self._rows / seconds if seconds else None)


class JsonLines:
    """One line a second, and one as each source ends."""

    def __init__(self, stream: TextIO) -> None:
        self._stream, self._lock, self._over = stream, Lock(), Event()
        self._what: str | None = None
        self._rows, self._since = 0, 0.0
        self._of: int | None = None

    @contextmanager
    def telling(self) -> Iterator[Progress]:
        """Tell for as long as a run lasts, also while it writes nothing."""
        ticking = Thread(target=self._tick, daemon=True)
        ticking.start()
        try:
            yield self
        finally:
            self._over.set()
            ticking.join()

    def began(self, what: str, rows: int | None) -> None:
        """Count anew."""
        with self._lock:
            self._what, self._rows, self._of, self._since = what, 0, rows, time.monotonic()

    def advanced(self, rows: int) -> None:
        """Count on."""
        with self._lock:
            self._rows += rows

    def finished(self) -> None:
        """The last line of a source."""
        with self._lock:
            self._tell("done")
            self._what = None

    def _tick(self) -> None:
        while not self._over.wait(SECOND):
            with self._lock:
                self._tell("running")

    def _tell(self, state: str) -> None:
        if self._what is None:
            return
        seconds = time.monotonic() - self._since
        rate = self._rows / seconds if seconds > 0 else 0.0
        left = (self._of - self._rows) / rate if self._of is not None and rate > 0 and state == "running" else None
        told = {
            "source": self._what,
            "state": state,
            "rows": self._rows,
            "of": self._of,
            "seconds": round(seconds, 1),
            "rows_per_second": round(rate, 1),
            "seconds_left": None if left is None else round(max(0.0, left), 1),
        }
        print(json.dumps(told), file=self._stream, flush=True)
