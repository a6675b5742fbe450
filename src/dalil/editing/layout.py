"""Where things stand in a file of the store, to the character, so that an edit touches nothing else.

Offsets count characters of the file's own text, line ends as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import yaml

from dalil.problems import Phrase
from dalil.reading.documents import KeyPath
from dalil.reading.nodes import Loader
from dalil.wording import detail_of

LINE_END = re.compile(r"\r\n|\n|\r")
PASSED_OVER = re.compile(r"#|\s*$")
"""A line between records: blank, or a comment at the start of a line. A comment further in belongs to its record."""


class CannotEdit(ValueError):
    """A file that cannot be changed as was asked; as a rule, one not written as records one below the other."""

    def __init__(self, reason: Phrase | None = None) -> None:
        self.reason = reason or Phrase("edit-layout")
        super().__init__(detail_of(self.reason))


@dataclass(frozen=True)
class Scalar:
    """A key or value that is text."""

    path: KeyPath
    """The path of the value; for a key, the path of what it names."""
    start: int
    end: int
    value: str
    style: str
    """The mark that it stands in: a quotation mark, `|`, `>`, or none."""
    key: bool


@dataclass(frozen=True)
class Block:
    """The lines of one record, from the start of its first to the end of its last."""

    id: str
    start: int
    end: int


class Layout:
    """The layout of one file."""

    def __init__(self, text: str) -> None:
        """Raises yaml.YAMLError for a text that is no YAML."""
        self.text = text
        self.root: Any = yaml.compose(text, Loader=Loader)

    @property
    def line_end(self) -> str:
        """How the file ends its lines."""
        found = LINE_END.search(self.text)
        return found[0] if found else "\n"

    @cached_property
    def blocks(self) -> list[Block]:
        """The records in the order of the file; raises CannotEdit."""
        if self.root is None:
            return []
        if not isinstance(self.root, yaml.MappingNode) or self.root.flow_style:
            raise CannotEdit
        keys = [key for key, _ in self.root.value]
        if any(key.start_mark.column for key in keys):
            raise CannotEdit
        starts = [key.start_mark.index for key in keys]
        return [
            Block(key.value, start, self._last_line(start, end))
            for key, start, end in zip(keys, starts, [*starts[1:], len(self.text)], strict=True)
        ]

    def _last_line(self, start: int, end: int) -> int:
        """The end of the last line of a record that starts at one offset and ends before another."""
        last = at = start
        for line in _lines(self.text[start:end]):
            at += len(line)
            if not PASSED_OVER.match(line):
                last = at
        return last

    @property
    def is_spaced(self) -> bool:
        """Whether blank lines part the records."""
        between = [self.text[one.end : other.start] for one, other in zip(self.blocks, self.blocks[1:], strict=False)]
        blank = [bool(re.search(r"^[ \t]*(?:\r\n|\n|\r)", text, re.MULTILINE)) for text in between]
        return sum(blank) * 2 > len(blank)

    def scalars(self) -> Iterator[Scalar]:
        """Every key and value that is text, in reading order; what an alias repeats comes once."""
        if self.root is not None:
            yield from _scalars(self.root, (), set())


def _lines(text: str) -> Iterator[str]:
    at = 0
    for found in LINE_END.finditer(text):
        yield text[at : found.end()]
        at = found.end()
    if at < len(text):
        yield text[at:]


def _scalars(node: Any, path: KeyPath, seen: set[int]) -> Iterator[Scalar]:
    if id(node) in seen:
        return
    seen.add(id(node))
    if isinstance(node, yaml.ScalarNode):
        yield _scalar(node, path, key=False)
    elif isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            yield from _scalars(item, (*path, index), seen)
    else:
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode):
                here = (*path, key.value)
                yield _scalar(key, here, key=True)
                yield from _scalars(value, here, seen)


def _scalar(node: Any, path: KeyPath, *, key: bool) -> Scalar:
    return Scalar(path, node.start_mark.index, node.end_mark.index, node.value, node.style or "", key)
