"""The table of docs/readers.md: `python -m tests.hostile`, with `--short` without the files of a gigabyte."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.hostile.corpus import CASES
from tests.hostile.trial import tried


def main() -> None:
    """Try every file and print a row for each."""
    short = "--short" in sys.argv
    only = [word for word in sys.argv[1:] if not word.startswith("--")]
    print("| file | what it is | what becomes of it | seconds | MiB |\n|---|---|---|---|---|")
    with TemporaryDirectory(prefix="kith-hostile-") as folder:
        for case in CASES:
            if not only or case.name in only:
                outcome = tried(case, Path(folder), large=case.has_large and not short)
                said = outcome.said.replace("|", "\\|")
                print(f"| {case.name} | {case.what} | {said} | {outcome.seconds:.1f} | {outcome.peak} |", flush=True)


if __name__ == "__main__":
    main()
