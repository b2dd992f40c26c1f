"""The GraphQL schema in words; `python -m api.schema` prints it."""

from api.graphql.schema import schema


def sdl() -> str:
    """The schema in GraphQL's own definition language."""
    return f"{schema().as_str()}\n"


if __name__ == "__main__":
    print(sdl(), end="")
