"""How much of a mapping `kith map suggest` gets right: `python -m benchmarks.suggest`.

Each file that has a mapping written by hand is drafted anew and compared column by column; docs/suggest.md says
how and shows what came out.
"""

import argparse
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.columns_compared import Compared, Score, ratio
from benchmarks.placements import placements
from ingest import yaml_text
from ingest.mapping import Mapping, load_mapping
from ingest.place import PlaceFile
from ingest.suggesting.opening import open_table
from ingest.suggesting.suggestion import suggest

ROOT = Path(__file__).parents[1]
GOAL = 0.85
BEFORE = ROOT / "benchmarks" / "suggesting" / "before"
"""The mappings of the places as somebody wrote them before drafts were; the examples have been given more to say since."""
PLACES = {"Greater Manchester": "greater_manchester", "Harrowdale": "harrowdale"}
MADE = {
    "development": "development",
    **{f"round {number}": f"round_{number}" for number in range(1, 7)},
    "held out": "held_out",
}
OUTSIDE = ("geography/", "giving360/")
"""Folders of shared data with no table of an agency's in them."""

Case = tuple[str, Path, Mapping]
"""A group, a file and the mapping that somebody wrote for it."""


def cases(only: Sequence[str] = ()) -> Iterator[Case]:
    """Each file that has a mapping written by hand, group by group."""
    for group, folder in PLACES.items():
        if not only or group in only:
            yield from ((group, *one) for one in _place(ROOT / "examples" / folder))
    for group, folder in MADE.items():
        for mapping in sorted((ROOT / "benchmarks" / "suggesting" / folder).glob("*.yaml")):
            if not only or group in only:
                file = next(path for path in mapping.parent.glob(f"{mapping.stem}.*") if path.suffix != ".yaml")
                yield group, file, load_mapping(mapping)


def _place(folder: Path) -> Iterator[tuple[Path, Mapping]]:
    told = PlaceFile.model_validate(yaml_text.load((folder / "place.yaml").read_text("utf-8")))
    shared = Path(os.environ.get("KITH_SHARED") or ROOT.parent / "shared" / "data")
    for listed in told.sources:
        if listed.file is None:
            continue
        file = (shared if told.data else folder) / listed.file
        if file.is_file() and not listed.file.startswith(OUTSIDE):
            before = BEFORE / folder.name / Path(listed.mapping).name
            yield file, load_mapping(before if before.exists() else folder / listed.mapping)


def score(case: Case, shapes: bool = True) -> Score:
    """Compare the draft for a file with the mapping written by hand; `shapes`: published mappings may be drafts."""
    group, file, by_hand = case
    sheet, path = by_hand.reads.sheet, by_hand.reads.path
    names = [column.name for column in open_table(file, sheet, path).columns]
    hand, draft = placements(by_hand, names), placements(suggest(file, sheet, path, shapes).mapping(), names)
    compared = tuple(Compared(name, tuple(hand.get(name, ())), tuple(draft.get(name, ()))) for name in names)
    return Score(group, f"{file.name} ({sheet})" if sheet else file.name, compared)


def table(scores: Sequence[Score]) -> Iterator[str]:
    """The scores as a Markdown table, group by group, with each group's sum."""
    yield "| file | columns | right | the same | precision | recall |"
    yield "|---|--:|--:|--:|--:|--:|"
    for group in dict.fromkeys(one.group for one in scores):
        own = [one for one in scores if one.group == group]
        for one in own:
            yield _line(one)
        yield _line(Score(group, f"**{group}**", tuple(column for one in own for column in one.columns)))


def _line(one: Score) -> str:
    figures = (one.right(), one.same(), one.precision(), one.recall())
    return f"| {one.file} | {len(one.columns)} | " + " | ".join(f"{figure:.2f}" for figure in figures) + " |"


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table, and with --misses each column that differs."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.suggest", description="How much of a mapping a draft gets right.")
    parser.add_argument("--only", choices=[*PLACES, *MADE], action="append", default=[], help="one group; may be repeated")
    parser.add_argument("--misses", action="store_true", help="show each column that is not right")
    parser.add_argument("--without-shapes", action="store_true", help="guess also where a published mapping fits")
    told = parser.parse_args(arguments)
    scores = [score(case, not told.without_shapes) for case in cases(told.only)]
    print("\n".join(table(scores)))
    below = [one.file for one in scores if one.right() < GOAL]
    print(f"\n{len(scores) - len(below)} of {len(scores)} files reach {GOAL}" + (f"; below: {', '.join(below)}" if below else ""))
    whole = [column for one in scores for column in one.columns]
    print(f"all columns: {ratio(sum(column.right for column in whole), len(whole)):.3f} right")
    if told.misses:
        print("\n".join(line for one in scores for line in one.misses()))


if __name__ == "__main__":
    main()
