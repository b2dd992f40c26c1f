"""The generator, in an environment of its own: it wants another graphql-core than the server does."""

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory

from graph.errors import KithError
from graph.settings import cache_folder


def installed() -> Path:
    """The folder of the generator's commands; installed when it is first asked for.

    Raises KithError where it cannot be had.
    """
    wanted = files("api.typed_client").joinpath("codegen.txt").read_text("utf-8")
    version = hashlib.sha256(f"{wanted}{sys.version_info[:2]}".encode()).hexdigest()[:12]
    home = cache_folder(f"codegen-{version}")
    if not home.exists():
        home.parent.mkdir(parents=True, exist_ok=True)
        _install(home, wanted)
    return home / "bin"


def _install(home: Path, wanted: str) -> None:
    """All or nothing: an environment is not moved, so one that failed is taken away."""
    with TemporaryDirectory() as work:
        listed = Path(work) / "codegen.txt"
        listed.write_text(wanted, "utf-8")
        venv.create(home, with_pip=True)
        done = subprocess.run(
            [home / "bin" / "pip", "install", "--quiet", "--requirement", listed], capture_output=True, text=True, env=os.environ
        )
    if done.returncode:
        shutil.rmtree(home)
        raise KithError(
            "ariadne-codegen cannot be installed", f"Check the way to the package index: {done.stderr.strip()[-200:]}"
        )
