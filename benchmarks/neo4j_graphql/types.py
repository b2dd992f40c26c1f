"""What @neo4j/graphql is told of the graph: one question by its Cypher, and the same rows as nodes and relations."""

import re

from queries.who_knows_family import WhoKnowsFamily

KINDS = {"informal": "Boolean", "restricted": "Boolean", "guarded": "Boolean", "school": "Boolean", "lead": "Boolean"}
KINDS |= dict.fromkeys(("span_from", "span_to"), "Int") | {"sure": "Float"}
KINDS |= dict.fromkeys(("first", "last", "ended", "recorded_on"), "Date")
KINDS |= dict.fromkeys(("employers", "agencies", "perhaps"), "[String]")
"""What is no text of the columns."""
NODES = """
type Family @node {
  uid: String!
  restricted: Boolean
  members: [Person!]! @relationship(type: "MEMBER_OF", direction: IN)
}
type Person @node {
  uid: String!
  full_name: String
  mentions: [Mention!]! @relationship(type: "SAME_AS", direction: IN)
}
type Mention @node {
  uid: String!
  supporters: [Practitioner!]! @relationship(type: "SUPPORTS", direction: IN, properties: "Supports")
  records: [Record!]! @relationship(type: "SAYS", direction: IN)
}
type Supports @relationshipProperties {
  capacity: String
  first: Date
  last: Date
  ended: Date
  strength: String
  words: String
}
type Practitioner @node {
  uid: String!
  full_name: String
  organisation: String
  informal: Boolean
}
type Record @node {
  uid: String!
  file_key: String
  recorded_on: Date
}
"""
BY_RELATIONS = """query ($family: String!) { families(where: {uid: {eq: $family}}) { restricted members { uid full_name
  mentions { supportersConnection { edges { properties { capacity first last ended strength words }
    node { uid full_name organisation informal } } } records { file_key recorded_on } } } } }"""


def columns() -> list[str]:
    """The columns that who_knows_family reads, in order."""
    text = WhoKnowsFamily.text()
    return re.findall(r"\bAS (\w+)(?=[,\s])", text[text.index("RETURN") :])


def types() -> str:
    """The type definitions."""
    fields = "\n".join(f"  {name}: {KINDS.get(name, 'String')}" for name in columns())
    row = ", ".join(f"{name}: {name}" for name in columns())
    statement = f"CALL {{ {_read()} }} RETURN {{{row}}} AS row"
    asked = f'whoKnowsFamily(family: String!): [Tie!]! @cypher(statement: """{statement}""", columnName: "row")'
    return f"type Tie {{\n{fields}\n}}\ntype Query {{\n  {asked}\n}}\n{NODES}"


def by_cypher() -> str:
    """The question as it is asked of the Cypher."""
    return f"query ($family: String!) {{ whoKnowsFamily(family: $family) {{ {' '.join(columns())} }} }}"


def _read() -> str:
    """The question's own text, on one line."""
    return " ".join(line.strip() for line in WhoKnowsFamily.text().splitlines() if not line.startswith("//"))
