"""How much of a mapping `kith map suggest` gets right: `python -m benchmarks.suggest`."""

import argparse
import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.placements import Placement, placements
from ingest.mapping import Mapping, load_mapping
from ingest.place import PlaceFile
from ingest import yaml_text
from ingest.suggesting.suggestion import suggest
from ingest.suggesting.opening import open_table

ROOT = Path(__file__).parents[1]
GOAL = 0.85
GROUPS = ("Greater Manchester", "Harrowdale", "development", "round 1", "round 2", "round 3")


@dataclass(frozen=True)
class Column:
    """One column of a file: what the hand and what the draft make of it."""

    name: str
    by_hand: tuple[Placement, ...]
    drafted: tuple[Placement, ...]

    @property
    def right(self) -> bool:
        """Both leave it out, or what each makes of it first is among what the other does."""
        if not self.by_hand or not self.drafted:
            return not self.by_hand and not self.drafted
        return self.by_hand[0] in self.drafted and self.drafted[0] in self.by_hand

    @property
    def same(self) -> bool:
        """Both make exactly the same of it."""
        return set(self.by_hand) == set(self.drafted)


@dataclass(frozen=True)
class Score:
    """A file's columns, compared."""

    group: str
    file: str
    columns: tuple[Column, ...]

    def share(self) -> float:
        return _ratio(sum(c.right for c in self.columns), len(self.columns))

    def same(self) -> float:
        return _ratio(sum(c.same for c in self.columns), len(self.columns))

    def precision(self) -> float:
        return _ratio(sum(c.right for c in self.columns if c.drafted), sum(bool(c.drafted) for c in self.columns))

    def recall(self) -> float:
        return _ratio(sum(c.right for c in self.columns if c.by_hand), sum(bool(c.by_hand) for c in self.columns))


def _ratio(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def score(group: str, file: Path, by_hand: Mapping, shapes: bool = True) -> Score:
    """Compare the draft for a file with the mapping written by hand."""
    sheet = by_hand.reads.sheet
    names = [column.name for column in open_table(file, sheet).columns]
    drafted = suggest(file, sheet, by_hand.reads.path, shapes).mapping()
    hand, draft = placements(by_hand, names), placements(drafted, names)
    return Score(group, file.name + (f" {sheet}" if sheet else ""), tuple(Column(n, tuple(hand.get(n, ())), tuple(draft.get(n, ()))) for n in names))


def cases() -> Iterator[tuple[str, Path, Mapping]]:
    """Each file that has a mapping written by hand, with its group."""
    for group, folder in (("Greater Manchester", "greater_manchester"), ("Harrowdale", "harrowdale")):
        yield from ((group, *one) for one in _place(ROOT / "examples" / folder))
    for group, folder in (("development", "development"), ("round 1", "round_1"), ("round 2", "round_2"), ("round 3", "round_3")):
        for mapping in sorted((ROOT / "benchmarks" / "suggesting" / folder).glob("*.yaml")):
            file = next(path for path in mapping.parent.glob(f"{mapping.stem}.*") if path.suffix != ".yaml")
            yield group, file, load_mapping(mapping)


def _place(folder: Path) -> Iterator[tuple[Path, Mapping]]:
    told = PlaceFile.model_validate(yaml_text.load((folder / "place.yaml").read_text("utf-8")))
    shared = Path(os.environ.get("KITH_SHARED") or ROOT.parent / "shared" / "data")
    data = shared if told.data else folder
    for listed in told.sources:
        file = data / listed.file
        if file.is_file() and "geography" not in listed.file and "giving360/" not in listed.file:
            yield file, load_mapping(folder / listed.mapping)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", choices=GROUPS, action="append")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--without-shapes", action="store_true")
    told = parser.parse_args(arguments)
    scores = [score(*case, not told.without_shapes) for case in cases() if not told.only or case[0] in told.only]
    for group in GROUPS:
        found = [one for one in scores if one.group == group]
        if not found: continue
        print(f"\n{group}")
        for one in found:
            print(f"  {one.file:40} {len(one.columns):3} {one.share():.2f} same {one.same():.2f} P {one.precision():.2f} R {one.recall():.2f}{'' if one.share()>=GOAL else '  <<<'}")
            if told.misses:
                for c in one.columns:
                    if not c.right or not c.same:
                        print(f"      {'WRONG' if not c.right else 'diff '} {c.name[:34]:34} hand {[(p.owner,p.what,p.family) for p in c.by_hand]}  draft {[(p.owner,p.what,p.family) for p in c.drafted]}")
        total = [c for one in found for c in one.columns]
        print(f"  {'all':40} {len(total):3} {_ratio(sum(c.right for c in total), len(total)):.3f} same {_ratio(sum(c.same for c in total), len(total)):.3f}")


if __name__ == "__main__":
    main()
