"""Composes YAML text into nodes with their places, in one pass over the parser's events.

A scalar stays the text that it is, so none of YAML's guesses at types are made. Nothing here recurses, and what is
nested too deep is refused, so that no text can exhaust the stack.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import yaml

Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

MAX_DEPTH = 40
"""No record is that deep."""


class Pairs(list["Node"]):
    """The content of a mapping: key, value, key, value …, in the order of the text."""


@dataclass(slots=True, eq=False)
class Node:
    """A scalar, a sequence or a mapping."""

    at: tuple[int, int]
    """Line and column (from 0) at which it starts."""
    content: str | list[Node] | Pairs
    """A text; the items of a sequence; the pairs of a mapping."""
    empty: bool = False
    """Whether nothing stands there, or what YAML reads as nothing: `~` or `null`."""
    end: tuple[int, int] | None = None
    """Where a text without quotation marks ends."""
    sign: str = ""
    """`!` or `&` where a tag, or the anchor of no alias, stands before it: most often a text that was to start so."""


class TooDeep(ValueError):
    """More than `MAX_DEPTH` levels stand inside each other; `at` is where."""

    def __init__(self, at: tuple[int, int]) -> None:
        super().__init__()
        self.at = at


def compose(text: str) -> list[Node]:
    """The root node of each document of a text. An alias is the very node that it names.

    Raises yaml.YAMLError where it is no YAML, TooDeep where it is nested too deep.
    """
    roots: list[Node] = []
    anchors: dict[str, Node] = {}
    used: set[int] = set()
    marked: list[Node] = []
    above: list[list[Node]] = []
    for event in yaml.parse(text, Loader=Loader):
        mark: Any = event.start_mark
        if isinstance(event, yaml.ScalarEvent):
            empty = not event.style and event.value in ("", "~", "null")
            end: Any = None if event.style else event.end_mark
            node = Node((mark.line, mark.column), event.value, empty, (end.line, end.column) if end else None)
        elif isinstance(event, yaml.CollectionStartEvent):
            node = Node((mark.line, mark.column), Pairs() if isinstance(event, yaml.MappingStartEvent) else [])
        elif isinstance(event, yaml.AliasEvent):
            if event.anchor not in anchors:
                raise yaml.composer.ComposerError(None, None, f"undefined alias {event.anchor}", mark)
            used.add(id(anchors[event.anchor]))
            (above[-1] if above else roots).append(anchors[event.anchor])
            continue
        else:
            if isinstance(event, yaml.CollectionEndEvent):
                above.pop()
            elif isinstance(event, yaml.DocumentStartEvent):
                anchors = {}
            continue
        (above[-1] if above else roots).append(node)
        if event.anchor:
            anchors[event.anchor] = node
            marked.append(node)
        if event.tag:
            node.sign = "!"
        if isinstance(node.content, list):
            above.append(node.content)
            if len(above) > MAX_DEPTH:
                raise TooDeep(node.at)
    for node in marked:
        if id(node) not in used:
            node.sign = "&"
    return roots
