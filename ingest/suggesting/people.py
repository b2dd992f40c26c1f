"""The people of a row: whose name, birth, number and address the columns tell."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ingest.suggesting.meaning import Meaning
from ingest.suggesting.phrases import Role
from ingest.suggesting.tokens import tokens

NAMING = ("full_name", "forename", "surname")
IDENTIFYING = (*NAMING, "nhs", "upn", "person_id")
OF_A_PERSON = frozenset(
    {
        *IDENTIFYING, "known_as", "dob", "sex", "phone", "relationship", "address", "address_line", "house_number", "street",
        "locality", "town", "postcode",
    }
)  # fmt: skip
REACH = 2
"""A telephone number no further than this behind a relative's name is theirs."""


@dataclass
class Block:
    """The columns about one of a row's people."""

    role: Role | None
    index: str | None
    meanings: list[Meaning] = field(default_factory=list)

    @property
    def alias(self) -> str:
        """What the draft calls them."""
        name = self.role.role if self.role else "subject"
        return f"{name}_{self.index}" if self.index and self.role else name

    def of(self, *fields: str) -> list[Meaning]:
        """The columns of these fields, in the order of the fields."""
        return [meaning for name in fields for meaning in self.meanings if meaning.field == name]

    @property
    def named(self) -> bool:
        """Whether a name or a number tells who it is."""
        return bool(self.of(*IDENTIFYING))


@dataclass
class Cast:
    """A row's people: whom it is about, and those around them."""

    subject: Block
    others: list[Block]


def cast_of(meanings: Sequence[Meaning | None]) -> Cast | None:
    """The people that columns tell; None where they tell of nobody."""
    blocks: dict[tuple[str | None, str | None], Block] = {}
    last: Block | None = None
    since = 0
    loose: list[tuple[Meaning, Block | None]] = []
    for meaning in meanings:
        since += 1
        if (
            meaning is None
            or meaning.field not in OF_A_PERSON
            or (meaning.role and meaning.role.group not in ("subjects", "relatives"))
        ):
            continue
        if meaning.role is None and (meaning.field == "relationship" or (meaning.field == "phone" and since <= REACH)):
            loose.append((meaning, last))
            continue
        block = blocks.setdefault(_key(meaning), Block(meaning.role, meaning.index))
        block.meanings.append(meaning)
        if meaning.role and meaning.role.group == "relatives":
            last, since = block, 0
    found = _cast(_joined(list(blocks.values())))
    if found is not None:
        _settle(found, loose)
    return found


def _key(meaning: Meaning) -> tuple[str | None, str | None]:
    if meaning.role is None:
        return None, None
    return meaning.role.role, meaning.index


def _joined(blocks: list[Block]) -> list[Block]:
    """A block without a name belongs to the one whose name's header has its word: `Carer / Mother`, `Carer NHS`."""
    named = [block for block in blocks if block.of(*NAMING)]
    kept = []
    for block in blocks:
        owner = next((one for one in named if one is not block and _mentions(one, block)), None) if block.role else None
        owner = owner or _of_index(named, block)
        if owner is not None and not block.of(*NAMING):
            owner.meanings += block.meanings
        else:
            kept.append(block)
    return kept


def _of_index(named: list[Block], block: Block) -> Block | None:
    """The only one who is named under the same number: `Priority 1`, then `P1 Relationship`."""
    same = [one for one in named if one is not block and block.index and one.index == block.index]
    return same[0] if len(same) == 1 and block.role is not None else None


def _mentions(owner: Block, block: Block) -> bool:
    heard = {word for meaning in owner.of(*NAMING) for word in tokens(meaning.name)}
    return block.role is not None and any(words <= heard for words in block.role.says) and owner.index == block.index


def _cast(blocks: Iterable[Block]) -> Cast | None:
    """Whom a row is about: the person without a role or with a subject's, else the first who is named."""
    listed = list(blocks)
    plain = [block for block in listed if block.role is None]
    subjects = [block for block in listed if block.role is not None and block.role.group == "subjects"]
    relatives = [block for block in listed if block.role is not None and block.role.group == "relatives"]
    first = next((block for block in (*plain, *subjects, *relatives) if block.of("full_name", "forename")), None)
    first = first or next((block for block in (*plain, *subjects, *relatives) if block.of(*NAMING)), None)
    first = first or next((block for block in listed if block.named), None)
    if first is None:
        return None
    for block in plain:
        if block is not first:
            # A surname beside somebody's full name is the family's.
            first.meanings += [one for one in block.meanings if one.field not in NAMING]
    others = [block for block in (*subjects, *relatives) if block is not first]
    for block in subjects:
        # "Tenant", then "Applicant DOB": another word for the same person, unless another name stands there.
        if block is not first and not block.of(*NAMING):
            first.meanings += block.meanings
            others.remove(block)
    return Cast(first, [block for block in others if block.named])


def _settle(cast: Cast, loose: list[tuple[Meaning, Block | None]]) -> None:
    """Relationships and telephone numbers that say not whose they are go to the relative they stand behind."""
    for meaning, behind in loose:
        owner = behind if behind in cast.others else None
        if meaning.field == "relationship" and owner is None and cast.others:
            owner = next((one for one in cast.others if not one.of("relationship")), None)
        if meaning.field == "phone" and owner is not None and owner.of("phone"):
            owner = None
        if owner is not None:
            owner.meanings.append(meaning)
        elif meaning.field != "relationship":
            cast.subject.meanings.append(meaning)
