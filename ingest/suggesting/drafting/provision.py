"""Who provides a service or asset, and which needs it meets."""

from collections.abc import Sequence

from ingest.suggesting.draft import AGENCY, Draft, EdgeDraft, NodeDraft, Said
from ingest.suggesting.happened import of
from ingest.suggesting.meaning import Meaning
from ingest.suggesting.sorts import Sort
from ingest.suggesting.values import first_of, said, value

NUMBERS = (("charity_number", "charity_number"), ("company_number", "company_number"), ("org_id", None))


def add_provider(
    made: Draft, alias: str, sort: Sort | None, known: Sequence[Meaning], name: Meaning, provider: Meaning | None
) -> None:
    """Who runs it: a column that says so, the sender of the list, or a body of the same name."""
    if sort and sort.agency_runs and provider is None:
        told = Said({"const": AGENCY}, f"a {sort.sort} is run by whoever sends the list; say the name here too")
    else:
        told = _provider_name(sort, name, provider)
    numbers = {prop: said(found[:1], clean) for prop, clean in NUMBERS if (found := of(known, prop))}
    made.nodes["provider"] = NodeDraft("Organisation", {"full_name": told, **numbers})
    made.edges.append(EdgeDraft("provider", "PROVIDES", alias))


def _provider_name(sort: Sort | None, name: Meaning, provider: Meaning | None) -> Said:
    """The body's name out of its own column; where there is none or it is blank, out of the name of what it provides."""
    if provider is None or provider is name:
        if sort is not None and sort.chain:
            return Said(value([name.name], "chain_name"), "branches of a chain are of one provider")
        return Said(value([name.name], "organisation_name"), "no column says who runs it: a body of its own name")
    own = value([provider.name], "organisation_name")
    if len(provider.column.filled) >= 0.9 * len(provider.column.values):
        return Said(own, provider.why)
    instead = value([name.name], "organisation_name")
    return Said(first_of([own, instead]), f"{provider.why}; where it is blank, a body of its own name")


def add_needs(
    made: Draft, alias: str, sort: Sort | None, known: Sequence[Meaning], name: Meaning, category: list[Meaning]
) -> None:
    """The needs it meets: that of its sort, else what its own words tell."""
    edge = "MEETS" if made.nodes[alias].label == "Service" else "OFFERS"
    words = {"words": said(category)} if category else {}
    if sort and sort.need:
        made.nodes["need"] = NodeDraft("Need", key=[{"const": sort.need}], why=f"every {sort.sort} meets it")
        made.edges.append(EdgeDraft(alias, edge, "need", dict(words)))
        if edge == "MEETS":
            return
    read = [name.name, *(one.name for one in (*category, *of(known, "description")))]
    which = "told" if "need" in made.nodes else "need"
    each = value(read, "needs_in_text")
    made.nodes[which] = NodeDraft("Need", each=each, key=["code"], why="needs that its own words tell")
    own = words if which == "need" and words else {"words": Said(f"{which}.words")}
    made.edges.append(EdgeDraft(alias, edge, which, own))
