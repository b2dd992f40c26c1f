"""A draft for documents with lists of people inside each object: a family's members, the workers around them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ingest.suggesting import happened, keys
from ingest.suggesting.draft import Draft, EdgeDraft, NodeDraft, Said
from ingest.suggesting.meaning import Meaning
from ingest.suggesting.opening import Table
from ingest.suggesting.people import NAMING
from ingest.suggesting.phrases import roles
from ingest.suggesting.tokens import tokens
from ingest.suggesting.values import person_name, said, worker_name

PROPS = (
    ("dob", "birth_date"),
    ("sex", "sex"),
    ("nhs", "nhs_number"),
    ("upn", "upn"),
    ("phone", "phone"),
    ("postcode", "postcode"),
)


@dataclass
class Group:
    """A list or an object of a document that names people, and what its paths mean."""

    path: str
    meanings: list[Meaning]
    is_list: bool

    @property
    def alias(self) -> str:
        """What the draft calls each of its people."""
        return self.path.rpartition(".")[2].lower()

    def leaf(self, field: str) -> str | None:
        """The name, inside an item, of the path that holds a field."""
        return next((one.name.removeprefix(f"{self.path}.") for one in self.meanings if one.field == field), None)

    @property
    def works(self) -> bool:
        """Whether these are workers: the path says so, or each has a role and nobody a birth."""
        said = frozenset(tokens(self.path.rpartition(".")[2]))
        by_path = any(words <= said for role in roles().values() if role.group == "workers" for words in role.says)
        return by_path or "team" in said or (self.leaf("role_in_event") is not None and self.leaf("dob") is None)


def draft(table: Table, meanings: Sequence[Meaning | None], source: str) -> Draft | None:
    """A mapping in which every item of a list is a person; None where no list names residents."""
    known = [one for one in meanings if one is not None]
    groups = _groups(known)
    families = [group for group in groups if group.is_list and not group.works]
    if not families:
        return None
    own = [one for one in known if "." not in one.name]
    made = Draft(source, table.reading, f"a record with {families[0].alias.replace('_', ' ')}")
    made.key = keys.named_by(own, ("record_key", "person_id")) or _any_identifier(table) or Said([])
    made.recorded_on = happened.recorded_on(own)
    made.subject = families[0].alias
    for group in families:
        _add_family(made, group)
    for group in groups:
        if group.works:
            _add_workers(made, group, families[0], own)
    return made


def _any_identifier(table: Table) -> Said | None:
    found = next(
        (column for column in table.columns if "." not in column.name and column.unique and "identifier" in tokens(column.name)),
        None,
    )
    return Said([found.name], f"its name says so; {keys.told(found)}") if found else None


def _groups(known: Sequence[Meaning]) -> list[Group]:
    """Lists and objects with a name in each item."""
    found: dict[str, Group] = {}
    for one in known:
        outer = one.column.list_at or one.name.rpartition(".")[0]
        if outer and one.kept:
            found.setdefault(outer, Group(outer, [], one.column.list_at is not None)).meanings.append(one)
    return [
        group
        for group in found.values()
        if any(one.field in NAMING and one.column.share("person") >= 0.5 for one in group.meanings)
    ]


def _inner(group: Group, told: Said) -> Said:
    """A value of the mapping language with its columns named inside the item."""
    cut = f"{group.path}."
    value: Any = told.value
    if isinstance(value, str):
        value = value.removeprefix(cut)
    else:
        value = {
            name: inner.removeprefix(cut)
            if name == "column"
            else [c.removeprefix(cut) for c in inner]
            if name == "columns"
            else inner
            for name, inner in value.items()
        }
    return Said(value, told.why)


def _add_family(made: Draft, group: Group) -> None:
    """Each member, and how the first grown-up among them is related to each."""
    props = {"full_name": _inner(group, name)} if (name := person_name(group.meanings)) else {}
    for prop, clean in PROPS:
        if found := happened.of(group.meanings, prop)[:1]:
            props[prop] = _inner(group, said(found, clean))
    field = f"{group.path}:{{{group.leaf('full_name') or group.leaf('forename')}}}"
    made.nodes[group.alias] = NodeDraft("Mention", props, each=group.path, field=field, why="one for each item of the list")
    if kin := group.leaf("relationship"):
        first = NodeDraft("Mention", dict(props), each={"column": group.path, "clean": "first_adult"}, field=field)
        first.why = "relationships are taken to be to the first grown-up of the list"
        made.nodes["first_adult"] = first
        made.edges.append(EdgeDraft("first_adult", "RELATED_TO", group.alias, {"kin": Said(f"{group.alias}.{kin}")}))


def _add_workers(made: Draft, group: Group, family: Group, own: Sequence[Meaning]) -> None:
    """Each worker of a list, with the part they have in it and the dates of the record."""
    name = worker_name(group.meanings)
    if name is None:
        return
    node = NodeDraft(
        "Practitioner", {"full_name": _inner(group, name)}, each=group.path, why="one for each item" if group.is_list else ""
    )
    part = group.leaf("role_in_event")
    column = next((one.column for one in group.meanings if one.field == "role_in_event"), None)
    if part and column is not None and any(", " in value for value in column.filled):
        node.props["organisation"] = Said(
            {"column": part, "clean": "employer_in_role"}, f"some of {part} name an employer behind a comma"
        )
    made.nodes[group.alias] = node
    props = {
        "capacity": Said(f"{group.alias}.{part}") if part and group.is_list else Said({"const": group.alias.replace("_", " ")})
    }
    props |= happened.contact_dates(own, of_tenancy=False) | {"strength": Said({"const": "relationship"})}
    if told := happened.words(own):
        props["words"] = told
    made.edges.append(EdgeDraft(group.alias, "SUPPORTS", family.alias, props))
