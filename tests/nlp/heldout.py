"""Which of our own marked notes are for scoring only."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

GOLD = Path(__file__).parent / "gold"


def is_held_out(id: str) -> bool:
    """Whether a note is for scoring only, by a rule that nobody chose note by note."""
    return int(hashlib.sha256(id.encode()).hexdigest(), 16) % 3 == 0


def own_notes(held_out: bool) -> list[dict[str, Any]]:
    """Our marked notes: those held out, or those to work with."""
    rows = [json.loads(line) for file in sorted(GOLD.glob("*.jsonl")) for line in file.read_text("utf-8").splitlines()]
    return [row for row in rows if is_held_out(row["id"]) == held_out]


if __name__ == "__main__":
    for row in own_notes(held_out=True):
        print(json.dumps(row, ensure_ascii=False))
