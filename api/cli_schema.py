"""`kith schema`: the vocabulary, as docs/schema.md has it."""

import json
from typing import Annotated

import typer

from api.cli_store import JsonOption
from api.vocabulary import as_json as vocabulary_json
from api.vocabulary import as_markdown


def schema(
    as_json: JsonOption = False, graphql: Annotated[bool, typer.Option("--graphql", help="The GraphQL schema instead.")] = False
) -> None:
    """Print labels, relationships, their properties and sensitivity."""
    if graphql:
        from api.schema import sdl

        print(sdl())
    else:
        print(json.dumps(vocabulary_json(), indent=1) if as_json else as_markdown())
