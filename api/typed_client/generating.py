"""The client's files out of the schema, by ariadne-codegen: one to wait with, one for an event loop, and what both give."""

import os
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from api.typed_client.operations import operations
from api.typed_client.tool import installed
from graph.errors import KithError

CONFIGURATION = """
[tool.ariadne-codegen]
schema_path = "schema.graphql"
queries_path = "{file}.graphql"
target_package_name = "{file}"
target_package_path = "."
client_name = "{client}"
client_file_name = "{file}"
async_client = {waits}
include_comments = "stable"
plugins = ["ariadne_codegen.contrib.shorter_results.ShorterResultsPlugin"]

[tool.ariadne-codegen.scalars.Date]
type = "datetime.date"

[tool.ariadne-codegen.scalars.JSON]
type = "typing.Any"
"""
CLIENTS = {"client": "Client", "async_client": "AsyncClient"}
"""By the file that each is in."""
WEBSOCKETS = """from websockets import ClientConnection
from websockets import connect as ws_connect
from websockets.typing import Data, Origin, Subprotocol
"""
HEADING = '"""Kith\'s API in Python. Generated from its schema by `python -m api.typed_client`; not to be changed by hand."""\n\n'


def generate(sdl: str) -> dict[str, str]:
    """The package's files by name, with their text.

    Raises KithError where the generator cannot be had or refuses.
    """
    with TemporaryDirectory() as work:
        folder = Path(work)
        (folder / "schema.graphql").write_text(sdl, "utf-8")
        waiting, looping = (_generated(folder, sdl, file, client) for file, client in CLIENTS.items())
    # What only one of them has are the files of the client itself, and the answers that only the other can follow.
    package = waiting | looping
    package["async_base_client.py"] = _with_websockets(looping["async_base_client.py"])
    package["__init__.py"] = HEADING + _exporting(looping["__init__.py"])
    return package | {"py.typed": ""}


def _generated(folder: Path, sdl: str, file: str, client: str) -> dict[str, str]:
    waits = file == "async_client"
    (folder / f"{file}.graphql").write_text(operations(sdl, followed=waits), "utf-8")
    settings = folder / f"{file}.toml"
    settings.write_text(CONFIGURATION.format(file=file, client=client, waits=str(waits).lower()), "utf-8")
    tools = installed()
    environment = os.environ | {"PATH": f"{tools}{os.pathsep}{os.environ.get('PATH', '')}"}
    command = [str(tools / "ariadne-codegen"), "--config", settings.name]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
    if done.returncode:
        raise KithError(
            f"ariadne-codegen refused: {done.stdout[-300:]}{done.stderr[-300:]}", "Correct api/typed_client/operations.py"
        )
    return {path.name: path.read_text("utf-8") for path in sorted((folder / file).glob("*.py"))}


def _exporting(init: str) -> str:
    """What the package exports, with the client to wait with beside the other."""
    imports, _, exported = init.partition("__all__ = [")
    return f'{imports.rstrip()}\nfrom .client import Client\n\n__all__ = [\n    "Client",{exported}'


def _with_websockets(client: str) -> str:
    """The client's base with websockets as the dependency that it is, in place of what stands in for it, which has no types."""
    before, begins, rest = client.partition("try:\n    from websockets")
    _, ends, after = rest.partition("class Response")
    if not begins or not ends:
        raise KithError("ariadne-codegen imports websockets in another way", "Correct api/typed_client/generating.py")
    return f"{before}{WEBSOCKETS}\n\n{ends}{after}"
