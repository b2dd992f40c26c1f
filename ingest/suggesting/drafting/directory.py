"""A draft for a directory: services or assets, who provides them, where they are, whom they are for."""

from collections.abc import Sequence
from typing import Any

from ingest.suggesting import keys
from ingest.suggesting.draft import Draft, NodeDraft, Said
from ingest.suggesting.drafting.offer import offer_props
from ingest.suggesting.drafting.places import add_area
from ingest.suggesting.drafting.provision import add_needs, add_provider
from ingest.suggesting.happened import of
from ingest.suggesting.meaning import Meaning
from ingest.suggesting.opening import Table
from ingest.suggesting.profile import Column
from ingest.suggesting.sorts import Sort, is_sort_header, sort_of
from ingest.suggesting.values import said


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
    made = Draft(source, table.reading, _about(label, sort, why), private=False)
    made.key = _key(table, known, name)
    made.required = [name.name] if not name.column.nested else []
    alias = label.lower()
    made.nodes[alias] = NodeDraft(label, offer_props(label, sort, known, name, category), key=_node_key(made, sort))
    if checked := of(known, "checked_date")[:1]:
        made.recorded_on = said(checked, "date")
    add_provider(made, alias, sort, known, name, provider)
    add_area(made, alias, known)
    add_needs(made, alias, sort, known, name, category)
    return made


def _about(label: str, sort: Sort | None, why: str) -> str:
    what = "an asset" if label == "Asset" else "a service"
    return f"{what}: {sort.sort}; {why}" if sort and sort.sort != label.lower() else f"{what}; {why}"


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
    other = max(column.share("person"), column.share("text"), column.share("hours", "email", "url", "street"))
    return named and other < 0.5


def _first(table: Table, known: Sequence[Meaning]) -> Meaning | None:
    """The first column of a list is what it lists, whatever its header, unless it has another meaning."""
    column = table.columns[0]
    told = next((one for one in known if one.name == column.name and one.kept and not one.doubtful), None)
    if not may_name(column) or (told is not None and told.field not in ("description", "category")):
        return None
    return Meaning(column, "offer_name", None, None, True, "the first column, and its values differ from row to row", True)


def _body(known: Sequence[Meaning]) -> Meaning | None:
    named = [one for one in known if one.field in ("full_name", "offer_name")]
    return next((one for one in named if one.role is not None and one.role.role == "provider"), None)


def _key(table: Table, known: Sequence[Meaning], name: Meaning) -> Said:
    found = keys.named_by(known, ("record_id",)) or _number(table, known)
    if found:
        return found
    where = of(known, "postcode")[:1]
    if where and keys.together(name.column, where[0].column):
        why = "the file has no number of its own: its name and where it is tell one from the next"
        return Said([name.name, where[0].name], why)
    return Said([name.name], f"the file has no number of its own; {keys.told(name.column)}")


def _number(table: Table, known: Sequence[Meaning]) -> Said | None:
    taken = {one.name for one in known}
    return keys.by_header(table.columns[:2], taken) or keys.by_values(table.columns[:2], taken)


def _node_key(made: Draft, sort: Sort | None) -> list[Any]:
    """The row's key with the sort before it, so that lists of two sorts do not meet by chance."""
    return [{"const": sort.sort if sort else made.source}, *made.key.value]
