"""Progress as a script and as a person sees it, and silence where nobody looks."""

import io
import json
import time

import pytest

from api import progress
from api.progress import watching


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_a_script_gets_a_line_a_second_and_one_as_a_source_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "SECOND", 0.05)
    stream = io.StringIO()
    with watching(as_json=True, stream=stream) as told:
        told.began("roll", 400)
        told.advanced(100)
        time.sleep(0.12)
        told.advanced(300)
        told.finished()
        time.sleep(0.12)
    running, *_, done = [json.loads(line) for line in stream.getvalue().splitlines()]
    assert (running["source"], running["state"], running["rows"], running["of"]) == ("roll", "running", 100, 400)
    assert running["seconds_left"] == pytest.approx(3 * running["seconds"], rel=0.7, abs=0.3), "both are told to a tenth"
    assert (done["state"], done["rows"], done["seconds_left"]) == ("done", 400, None)
    assert done["rows_per_second"] > 0


def test_a_terminal_gets_bars_with_rows_and_rate(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "DRAWN_EVERY", 0.0)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "100")
    stream = Terminal()
    with watching(as_json=False, stream=stream) as told:
        told.began("roll", 8)
        for _ in range(5):
            told.advanced(1)
            time.sleep(0.02)
        told.finished()
    assert "roll" in stream.getvalue()
    assert "5/5" in stream.getvalue(), "the number that was really read"
    assert "/s" in stream.getvalue().rpartition("5/5")[2], "and at what rate"


def test_nothing_is_said_where_output_is_piped() -> None:
    stream = io.StringIO()
    with watching(as_json=False, stream=stream) as told:
        told.began("roll", 8)
        told.advanced(8)
        told.finished()
    assert stream.getvalue() == ""
