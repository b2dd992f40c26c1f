"""One GraphQL operation for each thing that can be asked, said or followed, telling all of its answer."""

from graphql import (
    FieldDefinitionNode,
    InputValueDefinitionNode,
    InterfaceTypeDefinitionNode,
    NamedTypeNode,
    NonNullTypeNode,
    ObjectTypeDefinitionNode,
    TypeNode,
    parse,
    print_ast,
)

KINDS = {"Query": "query", "Mutation": "mutation", "Subscription": "subscription"}
LEFT_OUT = ("node",)
"""One node is asked for as one of `nodes`."""


def operations(sdl: str, followed: bool) -> str:
    """The document of all operations of a schema; those that follow only where the client can."""
    return Document(sdl).text([kind for kind in KINDS if followed or kind != "Subscription"])


class Document:
    """Operations and the fragments they share: a class of rows is one class in the client, wherever it is told.

    The nodes that stand beside uids in rows are not told: they can be asked for by `nodes`.
    """

    def __init__(self, sdl: str) -> None:
        found = [one for one in parse(sdl).definitions if isinstance(one, ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode)]
        self._types = {one.name.value: one for one in found}
        self._fragments: dict[str, str] = {}
        self._operations = {_operation_of(one.name.value) for kind in KINDS for one in self._types[kind].fields or ()}

    def text(self, kinds: list[str]) -> str:
        """The whole document."""
        fields = [(kind, one) for kind in kinds for one in self._types[kind].fields or ()]
        told = [self._operation(KINDS[kind], one) for kind, one in fields if one.name.value not in LEFT_OUT]
        return "\n".join([*told, *(self._fragments[name] for name in sorted(self._fragments))])

    def _operation(self, kind: str, field: FieldDefinitionNode) -> str:
        name, arguments = field.name.value, field.arguments or ()
        variables = ", ".join(_variable(one) for one in arguments)
        given = ", ".join(f"{one.name.value}: ${one.name.value}" for one in arguments)
        heading = f"{kind} {_operation_of(name)}" + (f"({variables})" if variables else "")
        return f"{heading} {{ {name}" + (f"({given})" if given else "") + f" {self._selected(field)} }}\n"

    def _selected(self, field: FieldDefinitionNode) -> str:
        named = _named(field.type)
        kind = self._types.get(named)
        if kind is None:
            return ""
        if isinstance(kind, InterfaceTypeDefinitionNode):
            return self._any_of(named)
        if named.endswith(("Connection", "Edge")):
            return f"{{ {self._fields(kind)} }}"
        return f"{{ ...{self._fragment(kind)} }}"

    def _any_of(self, interface: str) -> str:
        kinds = [one for one in self._types.values() if interface in {name.name.value for name in one.interfaces or ()}]
        spread = (f"... on {one.name.value} {{ ...{self._fragment(one)} }}" for one in kinds)
        return "{ __typename " + " ".join(spread) + " }"

    def _fragment(self, kind: ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode) -> str:
        """The fragment that tells a type; where an operation has its name, it has another."""
        name = kind.name.value
        fragment = f"{name}Told" if name in self._operations else name
        if fragment not in self._fragments:
            self._fragments[fragment] = f"fragment {fragment} on {name} {{ {self._fields(kind)} }}\n"
        return fragment

    def _fields(self, kind: ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode) -> str:
        return " ".join(f"{one.name.value} {self._selected(one)}" for one in kind.fields or () if not self._is_node(one))

    def _is_node(self, field: FieldDefinitionNode) -> bool:
        """Whether a field of a row leads to a node."""
        kind = self._types.get(_named(field.type))
        return kind is not None and (isinstance(kind, InterfaceTypeDefinitionNode) or bool(kind.interfaces))


def _operation_of(field: str) -> str:
    return field[0].upper() + field[1:]


def _variable(argument: InputValueDefinitionNode) -> str:
    """A variable; one with a default may be left out."""
    kind, default = argument.type, argument.default_value
    if default is None:
        return f"${argument.name.value}: {print_ast(kind)}"
    optional = kind.type if isinstance(kind, NonNullTypeNode) else kind
    return f"${argument.name.value}: {print_ast(optional)} = {print_ast(default)}"


def _named(kind: TypeNode) -> str:
    while not isinstance(kind, NamedTypeNode):
        kind = kind.type  # type: ignore[attr-defined]
    return kind.name.value
