"""A page as a tree of elements and texts, and the ways through it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

TEXT = "#text"
"""What a text is named, for want of a tag."""


@dataclass(slots=True, eq=False)
class Node:
    """An element or a text. Comments are left out: nobody sees them."""

    name: str
    parent: Node | None = None
    attrs: dict[str, str] = field(default_factory=dict)
    children: list[Node] = field(default_factory=list)
    """What stands in it, but in a template."""
    held: list[Node] = field(default_factory=list)
    """What stands in a template, which a script may take from it."""
    data: str = ""
    """The words of a text."""


def elements(node: Node) -> Iterator[Node]:
    """An element and those within it, in their order; what templates hold is not among them."""
    stack = [node]
    while stack:
        current = stack.pop()
        if current.name != TEXT:
            yield current
        stack.extend(reversed(current.children))


def children(node: Node) -> list[Node]:
    """What stands in an element; of a template, what a script may take from it."""
    return node.children + node.held if node.held else node.children


def classes(node: Node) -> list[str]:
    """The classes of an element."""
    return node.attrs.get("class", "").split()


def text_of(node: Node) -> str:
    """All text within an element."""
    found, stack = [], [node]
    while stack:
        current = stack.pop()
        if current.name == TEXT:
            found.append(current.data)
        else:
            stack.extend(reversed(children(current)))
    return "".join(found)


def above(node: Node, name: str) -> Node | None:
    """The nearest element of a name around a node, or the node itself."""
    current: Node | None = node
    while current is not None and current.name != name:
        current = current.parent
    return current
