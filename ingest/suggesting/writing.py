"""A draft as YAML that people read: each guess under the reason for it, and what was left out as comments."""

import textwrap
from collections.abc import Iterator
from typing import Any

import yaml

from ingest.suggesting.draft import AGENCY, Draft, EdgeDraft, NodeDraft, Said

WIDTH = 116


def as_yaml(draft: Draft, file: str) -> str:
    """The draft's text; reading it gives just the draft's mapping.

    >>> from ingest.readers import Reading
    >>> print(as_yaml(Draft("roll", Reading(format="csv"), "a person"), "roll.csv").splitlines()[0])
    # Drafted from roll.csv by `kith map suggest`; a person has still to read it.
    """
    lines = [*_head(draft, file), *(draft.published.splitlines() if draft.published is not None else _body(draft)), *_tail(draft)]
    return "\n".join(lines) + "\n"


def _head(draft: Draft, file: str) -> Iterator[str]:
    yield f"# Drafted from {file} by `kith map suggest`; a person has still to read it."
    yield f"# See what its rows become:  kith map check {inline(file)} THIS_FILE"
    yield from comment(f"A row seems to be about {draft.about}.", "")
    for told in draft.advice:
        yield from comment(told, "")


def _body(draft: Draft) -> Iterator[str]:
    data = draft.as_data()
    yield f"source: {inline(draft.source)}"
    yield f"agency: {inline(draft.agency)}" + ("  # the file does not say" if draft.agency == AGENCY else "")
    yield from _said("mode", draft.mode, "")
    yield from _said("reads", Said(data["reads"], draft.found), "")
    if draft.key.value:
        yield from _said("key", Said(draft.key.value[0] if len(draft.key.value) == 1 else draft.key.value, draft.key.why), "")
    else:
        yield from comment(f"No key: {draft.key.why}", "")
    if draft.subject:
        yield f"subject: {inline(draft.subject)}"
    if draft.required:
        yield f"required: {inline(draft.required)}"
    if draft.recorded_on:
        yield from _said("recorded_on", draft.recorded_on, "")
    if draft.nodes:
        yield "nodes:"
        for alias, node in draft.nodes.items():
            yield from _node(alias, node)
    if draft.edges:
        yield "edges:"
        for edge in draft.edges:
            yield from _edge(edge)


def _node(alias: str, node: NodeDraft) -> Iterator[str]:
    yield from comment(node.why, "  ")
    yield f"  {inline(alias)}:"
    for name, value in node.as_data().items():
        if name != "props":
            yield f"    {name}: {inline(value)}"
    yield from _props(node.props, "    ")


def _edge(edge: EdgeDraft) -> Iterator[str]:
    yield from comment(edge.why, "  ")
    data = edge.as_data()
    ends = {name: data[name] for name in ("from", "type", "to")}
    if not edge.props and edge.when is None:
        yield f"  - {inline(ends)}"
        return
    yield f"  - from: {inline(ends['from'])}"
    yield f"    type: {inline(ends['type'])}"
    yield f"    to: {inline(ends['to'])}"
    if edge.when is not None:
        yield f"    when: {inline(edge.when)}"
    yield from _props(edge.props, "    ")


def _props(props: dict[str, Said], indent: str) -> Iterator[str]:
    if props:
        yield f"{indent}props:"
        for name, told in props.items():
            yield from _said(name, told, f"{indent}  ")


def _said(name: str, told: Said, indent: str) -> Iterator[str]:
    """A value with its reason behind it, or above it where the line would be too long."""
    line = f"{indent}{name}: {inline(told.value)}"
    if told.why and len(line) + len(told.why) + 4 <= WIDTH:
        yield f"{line}  # {told.why}"
    else:
        yield from comment(told.why, indent)
        yield line


def _tail(draft: Draft) -> Iterator[str]:
    if draft.left:
        yield "# Not taken in. To take one in, give it a property (docs/schema.md has them) or a condition:"
    for name, seen in draft.left:
        yield from comment(f"{inline({'column': name})}: {seen}", "#   ")


def comment(text: str, indent: str) -> Iterator[str]:
    """A reason as comment lines; nothing for none."""
    mark = indent if indent.startswith("#") else f"{indent}# "
    for line in textwrap.wrap(" ".join(text.split()), WIDTH - len(mark), break_long_words=False, break_on_hyphens=False):
        yield f"{mark}{line}"


def inline(value: Any) -> str:
    """A value of the mapping language on one line."""
    dumped = yaml.safe_dump(value, default_flow_style=True, width=100_000, allow_unicode=True, sort_keys=False)
    return dumped.removesuffix("...\n").strip()
