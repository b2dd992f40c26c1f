"""A draft for a directory: services or assets, who provides them, where they are, whom they are for."""

from collections.abc import Sequence
from typing import Any

from ingest.suggesting import keys
from ingest.suggesting.draft import AGENCY, Draft, EdgeDraft, NodeDraft, Said
from ingest.suggesting.drafting.places import add_area
from ingest.suggesting.drafting.times import meets_when
from ingest.suggesting.happened import of
from ingest.suggesting.meanings import Meaning
from ingest.suggesting.opening import Table
from ingest.suggesting.profile import Column
from ingest.suggesting.sorts import Sort, is_sort_header, sort_of
from ingest.suggesting.values import address, because, first_of, said, value

CONTACTS = ("contact", "phone", "email")
AGES = {"minimum_age": "minimum_age", "maximum_age": "maximum_age"}
ASSET_HINTS = frozenset({"category", "area_name", "opening_hours", "contact", "description", "venue"})
SERVICE_HINTS = frozenset({"eligibility", "age_range", "minimum_age", "maximum_age", "price", "status"})


def draft(table: Table, meanings: Sequence[Meaning | None], source: str) -> Draft | None:
    """A mapping of services or assets; None where no column names them."""
    known = [one for one in meanings if one is not None]
    provider = _body(known)
    name = _name(known) or _first(table, known) or provider or next(iter(of(known, "venue")), None)
    if name is None:
        return None
    known = [one for one in known if one.name != name.name]
    category = of(known, "category")[:1]
    sort, why = _sort(table, known, category, name)
    label = sort.label if sort else "Service"
    made = Draft(
        source,
        table.reading,
        f"{'an asset' if label == 'Asset' else 'a service'}{f': {sort.sort}' if sort else ''}; {why}",
        private=False,
    )
    made.key = _key(table, known, name)
    made.required = [name.name] if not name.column.nested else []
    alias = label.lower()
    made.nodes[alias] = NodeDraft(label, _props(label, sort, known, name, category), key=_node_key(made, sort))
    if checked := of(known, "checked_date")[:1]:
        made.recorded_on = said(checked, "date")
    _add_provider(made, alias, sort, known, name, provider)
    add_area(made, alias, known)
    _add_needs(made, alias, sort, known, name, category)
    return made


def _sort(table: Table, known: Sequence[Meaning], category: list[Meaning], name: Meaning) -> tuple[Sort | None, str]:
    found = sort_of(table.file, table.columns, category[0].column if category else None, name.column)
    return found if found else (None, "a name with an address, a time or a web address beside it")


def _name(known: Sequence[Meaning]) -> Meaning | None:
    named = [one for one in known if one.role is None and one.field in ("offer_name", "full_name")]
    return next((one for one in named if is_sort_header(one.name)), None) or next(iter(named), None)


def may_name(column: Column) -> bool:
    """Whether a column may name what a directory lists: short words that differ from row to row, and no people."""
    filled, distinct = len(column.filled), column.distinct
    named = filled > 1 and distinct >= 0.8 * filled and column.share("name_like") >= 0.9
    return (
        named
        and column.share("person") < 0.5
        and column.share("text") < 0.5
        and column.share("hours", "email", "url", "street") < 0.5
    )


def _first(table: Table, known: Sequence[Meaning]) -> Meaning | None:
    """The first column of a list is what it lists, whatever its header, unless it has another meaning."""
    column = table.columns[0]
    told = {one.name: one for one in known if one.kept}
    if not may_name(column) or (column.name in told and told[column.name].field not in ("description", "category")):
        return None
    return Meaning(column, "offer_name", None, None, True, "the first column, and its values differ from row to row", True)


def _body(known: Sequence[Meaning]) -> Meaning | None:
    return next(
        (
            one
            for one in known
            if one.role is not None and one.role.role == "provider" and one.field in ("full_name", "offer_name")
        ),
        None,
    )


def _key(table: Table, known: Sequence[Meaning], name: Meaning) -> Said:
    found = keys.named_by(known, ("record_id",)) or _number(table, known)
    if found:
        return found
    where = of(known, "postcode")[:1]
    if where and keys.together(name.column, where[0].column):
        return Said(
            [name.name, where[0].name], "the file has no number of its own: its name and where it is tell one from the next"
        )
    return Said([name.name], f"the file has no number of its own; {keys.told(name.column)}")


def _number(table: Table, known: Sequence[Meaning]) -> Said | None:
    taken = {one.name for one in known}
    return keys.by_header(table.columns[:2], taken) or keys.by_values(table.columns[:2], taken)


def _node_key(made: Draft, sort: Sort | None) -> list[Any]:
    """The row's key with the sort before it, so that lists of two sorts do not meet by chance."""
    return [{"const": sort.sort if sort else made.source}, *made.key.value]


def _props(label: str, sort: Sort | None, known: Sequence[Meaning], name: Meaning, category: list[Meaning]) -> dict[str, Said]:
    told: dict[str, Said | None] = {"full_name": _named(sort, name)}
    told["description"] = _words(known, "description")
    told["status"] = (
        said(found, "text") if (found := of(known, "status")[:1]) else Said({"const": "active"}, "no column says otherwise")
    )
    told["url"] = _links(known)
    told["meets_when"] = meets_when(known)
    told["contact"] = said(found, "text") if (found := _filled(of(known, *CONTACTS))) else None
    told["address"], told["postcode"] = address(known), said(found[:1], "postcode") if (found := of(known, "postcode")) else None
    for prop, field in (("lat", "latitude"), ("lon", "longitude")):
        told[prop] = said(found[:1], "number") if (found := of(known, field)) else None
    told |= _service(known, category) if label == "Service" else _asset(known, sort, category)
    return {prop: value for prop, value in told.items() if value is not None}


def _named(sort: Sort | None, name: Meaning) -> Said:
    """A name as it stands; where lists of the sort give the town alone and this one does, with the sort's word."""
    if sort and sort.named and not any(sort.sort in written.lower() for written in name.column.counted):
        return Said(value([name.name], sort.named), f"{name.why}; the names are of places and lack the word {sort.sort}")
    return said([name], "text")


def _words(known: Sequence[Meaning], field: str) -> Said | None:
    found = _filled(of(known, field))
    return said(found, "text") if found else None


def _filled(found: list[Meaning]) -> list[Meaning]:
    """Of several columns those with a value; a lone one also without."""
    return [one for one in found if one.column.filled] or found[:1]


def _links(known: Sequence[Meaning]) -> Said | None:
    found = _filled(of(known, "website"))
    return Said(first_of([value([one.name], "web_address") for one in found]), because(found)) if found else None


def _service(known: Sequence[Meaning], category: list[Meaning]) -> dict[str, Said | None]:
    """What only a service has: ages, whom it is for, what it costs, when it was confirmed."""
    told: dict[str, Said | None] = {}
    for prop, cleaner in AGES.items():
        if own := of(known, prop)[:1]:
            told[prop] = said(own, "whole")
        elif span := of(known, "age_range")[:1]:
            told[prop] = said(span, cleaner)
    whom = of(known, "eligibility")
    several = [one for one in category if _differs(one) and not of(known, "description")]
    told["eligibility"] = said([*several, *whom], "text") if several or whom else None
    told["charge"] = _words(known, "price")
    told["confirmed_on"] = said(found[:1], "date") if (found := of(known, "checked_date")) else None
    return told


def _differs(category: Meaning) -> bool:
    """Whether a column of sorts tells the rows apart: not where nearly all are of one."""
    return bool(category.column.filled) and category.column.counted.most_common(1)[0][1] < 0.9 * len(category.column.filled)


def _asset(known: Sequence[Meaning], sort: Sort | None, category: list[Meaning]) -> dict[str, Said | None]:
    """What only an asset has: its kind. A column of kinds describes it where nothing else does."""
    if category and (sort is None or sort.sort == "asset" or of(known, "description")):
        return {"kind": said(category)}
    told: dict[str, Said | None] = {"kind": Said({"const": sort.sort}, "after the sort of list")} if sort else {}
    return told | ({"description": said(category)} if category and not of(known, "description") else {})


def _add_provider(
    made: Draft, alias: str, sort: Sort | None, known: Sequence[Meaning], name: Meaning, provider: Meaning | None
) -> None:
    """Who runs it: a column that says so, the sender of the list, or a body of the same name."""
    if sort and sort.agency_runs and provider is None:
        told, why = Said({"const": AGENCY}, f"a {sort.sort} is run by whoever sends the list; say the name here too"), ""
    else:
        told, why = _provider_name(sort, name, provider)
    node = NodeDraft("Organisation", {"full_name": told}, why=why)
    for prop, clean in (("charity_number", "charity_number"), ("company_number", "company_number"), ("org_id", None)):
        if found := of(known, prop)[:1]:
            node.props[prop] = said(found, clean)
    made.nodes["provider"] = node
    made.edges.append(EdgeDraft("provider", "PROVIDES", alias))


def _provider_name(sort: Sort | None, name: Meaning, provider: Meaning | None) -> tuple[Said, str]:
    if provider is None or provider is name:
        branches = sort is not None and sort.chain
        clean = "chain_name" if branches else "organisation_name"
        why = "branches of a chain are of one provider" if branches else "no column says who runs it: a body of its own name"
        return Said(value([name.name], clean), why), ""
    own = value([provider.name], "organisation_name")
    if len(provider.column.filled) < 0.9 * len(provider.column.values):
        return Said(
            first_of([own, value([name.name], "organisation_name")]), f"{provider.why}; where it is blank, a body of its own name"
        ), ""
    return Said(own, provider.why), ""


def _add_needs(
    made: Draft, alias: str, sort: Sort | None, known: Sequence[Meaning], name: Meaning, category: list[Meaning]
) -> None:
    """The needs it meets: that of its sort, else what its own words tell."""
    edge = "MEETS" if made.nodes[alias].label == "Service" else "OFFERS"
    words_of = {"words": said(category)} if category else {}
    if sort and sort.need:
        made.nodes["need"] = NodeDraft("Need", key=[{"const": sort.need}], why=f"every {sort.sort} meets it")
        made.edges.append(EdgeDraft(alias, edge, "need", dict(words_of)))
    if sort is None or sort.need is None or edge == "OFFERS":
        read = [name.name, *(one.name for one in (*category, *of(known, "description")))]
        which = "told" if "need" in made.nodes else "need"
        made.nodes[which] = NodeDraft(
            "Need", each=value(read, "needs_in_text"), key=["code"], why="needs that its own words tell"
        )
        told = words_of if which == "need" and words_of else {"words": Said(f"{which}.words")}
        made.edges.append(EdgeDraft(alias, edge, which, told))
