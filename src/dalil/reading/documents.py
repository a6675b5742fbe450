"""Reads a YAML file into plain mappings, lists and strings, and remembers where each stood.

Every scalar stays text: its type is the model's business, so `no`, `0123` or a date never changes its meaning by
standing in YAML. A file whose YAML is broken is read again record by record, so that one slip hides no other.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate, islice
from pathlib import Path
from typing import Any

import yaml

from dalil.problems import Place, Problems
from dalil.problems.gate import passes, stopped
from dalil.problems.limits import MAX_BYTES
from dalil.reading.bounds import REGISTERS, keep_bounds
from dalil.reading.files.real import NotReal, note_unreal, read_real, size_of
from dalil.reading.nodes import MAX_DEPTH, Node, Pairs, TooDeep, compose
from dalil.reading.places import in_yaml
from dalil.reading.splitting import without_splits
from dalil.reading.yaml_faults import note_fault
from dalil.text.cleaning import MOST_NOTED, has_conflict, mended, place_of, without_unseen
from dalil.text.encodings import broken_words

MAX_NODES = 200_000
"""Counted with aliases written out, so that a nest of aliases (a YAML bomb) cannot fill the memory."""

GLUED_COMMENT = re.compile(r"\s+(#[^\s#].*)")
"""A comment without a space after its sign: most often a number or a tag that was meant as text."""

KeyPath = tuple[str | int, ...]
RECORD_ID = re.compile(r"^([A-Za-z0-9][\w.-]*) *:", re.MULTILINE)
RECORD_START = re.compile(r"^(?![\s#\-}\]])\S", re.MULTILINE)


@dataclass
class Document:
    """One YAML file: its data, and the place of every key and value in it."""

    path: str
    """Relative to the project, with forward slashes."""
    text: str = ""
    data: dict[str, Any] = field(default_factory=dict)
    values: dict[KeyPath, tuple[int, int]] = field(default_factory=dict)
    """Line and column (from 0) at which the value of a path starts."""
    keys: dict[KeyPath, tuple[int, int]] = field(default_factory=dict)
    lost: set[str] = field(default_factory=set)
    """Ids of records that stand in the file but could not be read."""

    @cached_property
    def _lines(self) -> list[str]:
        return self.text.split("\n")

    @cached_property
    def _starts(self) -> list[int]:
        """The offset at which each line starts."""
        return list(accumulate((len(line) + 1 for line in self._lines), initial=0))

    def place(self, path: KeyPath, *, key: bool = False, words: str = "", offset: int | None = None) -> Place:
        """The place of a path, or of the nearest thing around it that the file has.

        With `key`, the place of the key; with `words`, where those words first stand in the value; with `offset`, where
        the letter of the value stands that comes after so many.
        """
        if offset is not None and (letter := self._letter(path, offset)):
            return letter
        marks = self.keys if key else self.values
        for length in range(len(path), 0, -1):
            at = marks.get(path[:length]) or self.keys.get(path[:length]) or self.values.get(path[:length])
            if at is not None:
                found = self._find(words, *at) if words and length == len(path) else None
                line, column = found or at
                return Place(self.path, line + 1, column + 1)
        return Place(self.path)

    def _letter(self, path: KeyPath, offset: int) -> Place | None:
        """Where a letter of a text stands, if there is one at that path."""
        value: Any = self.data
        for part in path:
            value = value[part]
        if not isinstance(value, str):
            return None
        line, column = self.values[path]
        at = in_yaml(self.text, self._starts[line] + column, value, offset)
        line = bisect.bisect_right(self._starts, at) - 1
        return Place(self.path, line + 1, at - self._starts[line] + 1)

    def _find(self, words: str, first: int, start: int) -> tuple[int, int] | None:
        """Looks for `words` within the value that starts at line `first`, column `start`; later lines are indented."""
        lines = self._lines
        indent = len(lines[first]) - len(lines[first].lstrip()) if first < len(lines) else 0
        for number in range(first, len(lines)):
            line = lines[number]
            if number > first and line.strip() and len(line) - len(line.lstrip()) <= indent:
                return None
            column = line.find(words, start if number == first else 0)
            if column >= 0:
                return number, column
        return None


def read(root: Path, path: Path, problems: Problems) -> Document:
    """Reads one file. Faults go to `problems`; what could be read is returned."""
    document = Document(path.relative_to(root).as_posix())
    text = read_text(path, document.path, problems)
    if text is None:
        document.text = whatever_is_there(path)
        document.lost = ids_in(document.text)
        return document
    text = mended(document.path, text, problems)
    document.text = text
    try:
        _fill(document, text, compose(text), 0, problems)
    except (yaml.YAMLError, ValueError):
        for start, part in _parts(text):
            read_part(document, part, start, problems)
    if document.path.startswith("data/"):
        keep_bounds(document, problems)
    if not document.data and not problems.speak_of(document.path):
        problems.add("file-empty", Place(document.path))
    return document


def read_text(path: Path, name: str, problems: Problems, limit: int = MAX_BYTES) -> str | None:
    """The text of a UTF-8 file with Unix line ends and at most `limit` bytes, or None with the fault noted."""
    try:
        size = size_of(path)
        if size > limit:
            problems.add("file-too-large", Place(name), size=size, limit=limit)
            return None
        raw = read_real(path)
    except NotReal as error:
        note_unreal(Place(name), error.what, problems)
        return None
    except OSError as error:
        problems.add("file-unreadable", Place(name), reason=error.strerror or error)
        return None
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8")
        byte = f"0x{raw[error.start]:02X}"
        problems.add("not-utf8", place_of(name, before, len(before)), byte=byte)
        return None
    if text.startswith("\ufeff"):
        problems.add("byte-order-mark", Place(name))
        text = text[1:]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return None if has_conflict(name, text, problems) else without_unseen(name, text, problems)


def whatever_is_there(path: Path) -> str:
    """The text of a file that cannot be used, as far as it goes, to see which records it was to hold."""
    try:
        return read_real(path, MAX_BYTES).decode("utf-8", errors="replace")
    except OSError:
        return ""


def ids_in(text: str) -> set[str]:
    """What stands at the start of a line like the id of a record."""
    return set(RECORD_ID.findall(text))


def _parts(text: str) -> Iterator[tuple[int, str]]:
    """The top-level records of a text that is not sound as a whole, each with the line on which it starts (from 0)."""
    starts = [match.start() for match in RECORD_START.finditer(text)] or [0]
    line = counted = 0
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        line += text.count("\n", counted, start)
        counted = start
        yield line, text[start:end]


def read_part(document: Document, text: str, first_line: int, problems: Problems) -> None:
    """Reads one YAML mapping that starts on `first_line` (from 0) of the file into `document`."""
    try:
        nodes = compose(text)
    except TooDeep as error:
        document.lost |= ids_in(text)
        problems.add("too-deep", _moved(document.path, error.at, first_line), limit=MAX_DEPTH)
    except (yaml.YAMLError, ValueError) as error:
        document.lost |= ids_in(text)
        note_fault(error, document.path, text, first_line, problems)
    else:
        _fill(document, text, nodes, first_line, problems)


def _moved(path: str, at: tuple[int, int], first_line: int) -> Place:
    return Place(path, at[0] + first_line + 1, at[1] + 1)


def _fill(document: Document, text: str, nodes: list[Node], first_line: int, problems: Problems) -> None:
    """Puts what was read into a document; notes what is no mapping of records."""

    def place(node: Node) -> Place:
        return _moved(document.path, node.at, first_line)

    if len(nodes) > 1:
        problems.add("several-documents", place(nodes[1]))
    if not nodes or nodes[0].content == "":
        return
    root = nodes[0]
    if not isinstance(root.content, Pairs):
        problems.add("not-a-mapping", place(root))
        return
    budget = [MAX_NODES]
    lines = text.split("\n")

    noted = [0]

    def note_stopped(node: Node) -> None:
        """What the escapes of a text stand for passes the gate as what is written does."""
        assert isinstance(node.content, str)
        for word in islice(broken_words(node.content), max(0, MOST_NOTED - noted[0])):
            # What is written so has been told at its place; an escape says it without writing it, and in a register
            # it is what somebody's page says.
            if word.word not in text and not document.path.startswith(REGISTERS):
                noted[0] += 1
                word.note(place(node), problems)
        if noted[0] <= MOST_NOTED and not passes(node.content):
            start = sum(len(line) + 1 for line in lines[: node.at[0]]) + node.at[1]
            # Each character once, and no more than anybody reads: a hostile file has as many as it has letters.
            for one in list({one.character: one for one in islice(stopped(node.content), MOST_NOTED)}.values()):
                noted[0] += 1
                if noted[0] > MOST_NOTED:
                    return
                line, column = line_of(text, as_written(text, start, one.character))
                one.note(_moved(document.path, (line, column), first_line), problems)

    def convert(node: Node, path: KeyPath, above: tuple[int, ...]) -> Any:
        budget[0] -= 1
        if budget[0] < 0:
            raise _TooManyNodes(node)
        if id(node) in above:
            problems.add("alias-cycle", place(node))
            return None
        if len(above) > MAX_DEPTH:
            raise TooDeep(node.at)
        document.values.setdefault(path, (node.at[0] + first_line, node.at[1]))
        if node.sign and document.path.startswith("data/"):
            problems.add("needs-quotes", place(node), sign=node.sign)
        if not isinstance(node.content, list):
            line, column = node.end or (len(lines), 0)
            if line < len(lines) and (rest := GLUED_COMMENT.match(lines[line], column)):
                place_of_rest = _moved(document.path, (line, rest.start(1)), first_line)
                problems.add("comment-in-text", place_of_rest, rest=rest[1][:20])
            if node.empty:
                return None
            note_stopped(node)
            return node.content
        above = (*above, id(node))
        if not isinstance(node.content, Pairs):
            return [convert(item, (*path, index), above) for index, item in enumerate(node.content)]
        mapping: dict[str, Any] = {}
        entries, splits = without_splits(node.content, lines)
        for split in splits:
            where = _moved(document.path, split.at, first_line)
            problems.add("comma-splits", where, found=split.written[:40], write=split.write)
        for key_node, value_node in entries:
            if isinstance(key_node.content, list):
                problems.add("key-not-text", place(key_node))
                continue
            key = key_node.content
            note_stopped(key_node)
            if key in mapping or (not path and key in document.data):
                line, column = document.keys[(*path, key)]
                first = Place(document.path, line + 1, column + 1)
                problems.add("duplicate-key", place(key_node), key=key, first=first)
                continue
            document.keys[(*path, key)] = (key_node.at[0] + first_line, key_node.at[1])
            mapping[key] = convert(value_node, (*path, key), above)
        return mapping

    try:
        document.data.update(convert(root, (), ()))
    except _TooManyNodes as error:
        document.lost |= ids_in(document.text)
        problems.add("too-many-nodes", place(error.node), limit=MAX_NODES)
    except TooDeep as error:
        document.lost |= ids_in(document.text)
        problems.add("too-deep", _moved(document.path, error.at, first_line), limit=MAX_DEPTH)


ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
"""A character by its number or its letter, within double quotes (YAML 1.2.2, 5.7)."""
LETTERS = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b",
    "N": "\x85", "L": "\u2028", "P": "\u2029",
}  # fmt: skip
"""Letter of an escape to the character that does not pass the gate."""


def as_written(text: str, start: int, character: str) -> int:
    """The offset at which a character of a scalar that begins at `start` is written, as itself or as an escape."""
    for match in re.finditer(rf"{ESCAPE.pattern}|{re.escape(character)}", text[start:], re.DOTALL):
        number = match[1] or match[2] or match[3]
        if match[0] == character or character == (chr(int(number, 16)) if number else LETTERS.get(match[4])):
            return start + match.start()
    return start


def line_of(text: str, offset: int) -> tuple[int, int]:
    """Line and column (from 0) of an offset."""
    return text.count("\n", 0, offset), offset - (text.rfind("\n", 0, offset) + 1)


class _TooManyNodes(Exception):
    def __init__(self, node: Node) -> None:
        super().__init__()
        self.node = node
