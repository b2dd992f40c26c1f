"""The steps of reading a note, each a spaCy component, in the order of `ORDER`."""

from importlib import import_module

ORDER = ("kith_dates", "kith_gazetteers", "kith_names", "kith_who", "kith_qualifiers", "kith_relations", "kith_telling")


def register() -> None:
    """Tell spaCy of the components by their names."""
    for name in ("dates", "gazetteers", "names", "who", "qualifiers", "relations", "telling"):
        import_module(f"nlp.components.{name}")
