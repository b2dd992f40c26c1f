"""`python -m api.typed_client [FOLDER]`: generate the Python client anew, into clients/python/kith_client or another folder."""

import sys
from pathlib import Path

from api.schema import sdl
from api.typed_client.generating import generate

HOME = Path(__file__).parents[2] / "clients" / "python" / "kith_client"


def main(folder: Path = HOME) -> None:
    """Put the package's files into a folder; those of it that are no longer generated go."""
    package = generate(sdl())
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.py"):
        old.unlink()
    for name, text in package.items():
        (folder / name).write_text(text, "utf-8")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
