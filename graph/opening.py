"""One way to open a store, whichever engine it is on."""

from pathlib import Path

from graph.bolt import BoltStore
from graph.embedded import FILE, EmbeddedStore
from graph.errors import StoreError
from graph.store import Store

SCHEMES = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")


def open_store(location: str, user: str | None = None, password: str | None = None, *, make: bool = True) -> Store:
    """Open the embedded store in a folder, made where it is missing and `make` is true, or a Neo4j at an address.

    Raises StoreError with the cure where it is missing, locked, down, or refuses the password.
    """
    scheme, mark, _ = location.partition("://")
    if mark and scheme not in SCHEMES:
        raise StoreError(f"{location} is no address of a Neo4j", f"Begin it with {'://, '.join(SCHEMES[:2])}:// or bolt://")
    if mark:
        return BoltStore(location, user, password)
    folder = Path(location)
    if not make and not (folder / FILE).exists():
        where = folder if folder.is_absolute() else f"{folder} (below {Path.cwd()})"
        raise StoreError(f"there is no store in {where}", "Name one with --store or KITH_STORE, or make it with `kith ingest`")
    return EmbeddedStore(folder)
