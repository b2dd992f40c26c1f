"""Which of our own marked notes are for scoring only."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

GOLD = Path(__file__).parent / "gold"
KEPT = "kept"
"""How the names of files begin whose notes are for scoring only."""


def own_notes(held_out: bool) -> list[dict[str, Any]]:
    """Our marked notes: those held out, or those to work with."""
    files = [file for file in sorted(GOLD.glob("*.jsonl")) if file.name.startswith(KEPT) == held_out]
    return [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()]


if __name__ == "__main__":
    for row in own_notes(held_out=True):
        print(json.dumps(row, ensure_ascii=False))
