"""A draft for a table with people in it: a register, a case list, a roll, a list of contacts or events."""

from collections.abc import Sequence

from ingest.suggesting import happened, keys
from ingest.suggesting.draft import Draft, EdgeDraft, NodeDraft, Said
from ingest.suggesting.drafting.workers import add_workers
from ingest.suggesting.meaning import Meaning
from ingest.suggesting.opening import Table
from ingest.suggesting.people import Block, Cast, cast_of
from ingest.suggesting.tokens import tokens
from ingest.suggesting.values import address, person_name, said

KEYS = ("record_key", "person_id")
PUBLIC_KEYS = ("nhs", "upn")
BESIDE = ("line_no", "event_date", "ref_date", "last_contact", "person_id", "notice_date")
PERSONAL = frozenset({"person", "client", "patient", "pupil", "child", "resident", "member", "individual", "young_person"})
LEAVER = r"^left\b|\bleaver\b"


def draft(table: Table, meanings: Sequence[Meaning | None], source: str) -> Draft | None:
    """A mapping of people and those who work with them; None where no column names anybody."""
    cast = cast_of(meanings)
    if cast is None:
        return None
    known = [meaning for meaning in meanings if meaning is not None]
    made = Draft(source, table.reading, _about(cast))
    made.subject = cast.subject.alias
    made.mode = _mode(known)
    made.key = _key(table, cast, known)
    made.recorded_on = happened.recorded_on(known)
    add_people(made, cast)
    _add_relatives(made, cast, known)
    _add_school(made, cast, known)
    add_workers(made, cast, known)
    return made


def _about(cast: Cast) -> str:
    told = f"a person ({cast.subject.alias.replace('_', ' ')})" if cast.subject.role else "a person"
    return told + (f", with {', '.join(one.alias.replace('_', ' ') for one in cast.others)}" if cast.others else "")


def _mode(known: Sequence[Meaning]) -> Said:
    """Events that happened stay; a register without somebody says that they left it."""
    event = [one for one in happened.of(known, "event_date") if not one.doubtful]
    lasting = happened.of(known, "last_contact", "started", "closed_date", "case_status")
    if event and not lasting:
        return Said("delta", f"{event[0].name} is the day of an event, and events are only ever added")
    return Said("snapshot", "no column holds the day of an event, so a list without somebody says that they left it")


def _key(table: Table, cast: Cast, known: Sequence[Meaning]) -> Said:
    own = [one for one in known if one.role is None or one in cast.subject.meanings]
    taken = {one.name for one in known}
    found = keys.named_by(own, KEYS, BESIDE) or _pair(cast, known) or keys.by_header(table.columns[:3], taken)
    found = found or keys.named_by(own, PUBLIC_KEYS, BESIDE) or keys.by_values(table.columns, taken)
    return found or Said(
        [], "no column or pair of columns names a row, so its own content does: a row that is corrected is a new row"
    )


def _pair(cast: Cast, known: Sequence[Meaning]) -> Said | None:
    """In a list of who is related to whom, both numbers together."""
    numbers = [block.of("person_id")[0] for block in (cast.subject, *cast.others) if block.of("person_id")]
    if len(numbers) > 1 and keys.together(numbers[0].column, numbers[1].column):
        return Said([one.name for one in numbers[:2]], "one row for two people")
    return None


def add_people(made: Draft, cast: Cast) -> None:
    """Add the subject of a row and those around them."""
    subject = cast.subject
    made.nodes[subject.alias] = NodeDraft("Mention", _props(subject), why="whom a row is about")
    local = subject.of("person_id")[:1]
    own = made.key.value[0] if len(made.key.value) == 1 else None
    if not local and made.mode.value == "snapshot" and own and own not in {one.name for one in subject.of("nhs", "upn")}:
        made.nodes[subject.alias].props["local"] = Said(
            {"column": own, "clean": "local_number"}, "the row's own number stands for the person"
        )
    for block in cast.others:
        if block.role and block.role.shares_home:
            block.meanings += [
                one
                for one in subject.meanings
                if one.field in ("address", "address_line", "house_number", "street", "locality", "town", "postcode")
            ]
        made.nodes[block.alias] = NodeDraft("Mention", _props(block))
        made.edges.append(_related(subject, block))


def _props(block: Block) -> dict[str, Said]:
    """What a record says of one person, as a Mention has it."""
    told: dict[str, Said | None] = {"full_name": person_name(block.meanings)}
    for name, clean in (("known_as", None), ("dob", "birth_date"), ("sex", "sex"), ("nhs", "nhs_number"), ("upn", "upn")):
        told[name] = said(found[:1], clean) if (found := block.of(name)) else None
    phones = sorted(block.of("phone"), key=lambda one: "mob" not in one.name.lower())
    told["phone"] = said(phones, "phone") if phones else None
    told["address"] = address(block.meanings)
    told["postcode"] = said(found[:1], "postcode") if (found := block.of("postcode")) else None
    told["local"] = said(found[:1], "local_number") if (found := _numbers(block)) else None
    return {name: value for name, value in told.items() if value is not None}


def _numbers(block: Block) -> list[Meaning]:
    """The person's numbers, one that says so before that of a tenancy or an account."""
    return sorted(block.of("person_id"), key=lambda one: not PERSONAL & set(tokens(one.name)))


def _related(subject: Block, block: Block) -> EdgeDraft:
    kin = block.of("relationship")
    role = block.role
    props = {
        "kin": said(kin[:1]) if kin else Said({"const": role.kin if role and role.kin else "relative"}, "no column says how")
    }
    if role and role.shares_home:
        props["household"] = Said({"const": True}, "they share the home")
    return EdgeDraft(subject.alias, "RELATED_TO", block.alias, props)


def _add_relatives(made: Draft, cast: Cast, known: Sequence[Meaning]) -> None:
    """Relatives whom one cell names, each with a number or a name and what they are to the subject."""
    for one in happened.of(known, "relatives")[:1]:
        each = {"column": one.name, "clean": "relationships"}
        props = {
            "full_name": Said({"column": "full_name", "clean": "person_name"}),
            "local": Said({"column": "number", "clean": "local_number"}),
        }
        made.nodes["relative"] = NodeDraft("Mention", props, each=each, field=f"{one.name}:{{as_written}}", why=one.why)
        unless = {"not": {"column": "relative.no_contact", "matches": "true"}}
        made.edges.append(EdgeDraft(cast.subject.alias, "RELATED_TO", "relative", {"kin": Said("relative.kin")}, unless))


def _add_school(made: Draft, cast: Cast, known: Sequence[Meaning]) -> None:
    """Where the subject is on roll, unless the year group says they left."""
    school = next((one for one in known if one.role and one.role.role == "school" and one.field == "full_name"), None)
    if school is None:
        return
    made.nodes["school"] = NodeDraft("Organisation", {"full_name": said([school], "organisation_name")})
    left = next((one for one in happened.of(known, "year_group") if happened.matches(one, LEAVER)), None)
    when = {"not": {"column": left.name, "matches": LEAVER}} if left else None
    why = f"{left.name}: some rows say that the pupil left" if left else ""
    made.edges.append(EdgeDraft(cast.subject.alias, "ATTENDS", "school", when=when, why=why))
