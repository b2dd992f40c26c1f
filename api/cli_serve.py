"""`kith serve`: the API."""

import os
from typing import Annotated

import typer

from api.caller import check_host
from api.cli_store import StoreOption, opened


def serve(
    host: Annotated[str, typer.Option(help="The address to listen on; loopback only, until sign-in is there.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="The port to listen on.")] = 8000,
    store: StoreOption = None,
) -> None:
    """Answer questions over GraphQL at /graphql."""
    check_host(host)
    import uvicorn

    from api.graphql.route import LARGEST

    if store is not None:
        os.environ["KITH_STORE"] = store
    # What is wrong with the store is told before a server starts.
    with opened(store):
        pass
    uvicorn.run(
        "api.app:create_app", factory=True, host=host, port=port, log_level="warning", access_log=False, ws_max_size=LARGEST
    )
