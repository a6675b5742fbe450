"""Reads a YAML file into plain mappings, lists and strings, and remembers where each stood.

Every scalar stays text: its type is the model's business, so `no`, `0123` or a date never changes its meaning by
standing in YAML. A file whose YAML is broken is read again record by record, so that one slip hides no other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from dalil.problems import Phrase, Place, Problems, phrase

Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

MAX_BYTES = 2_000_000
"""A hand-written file is far smaller; a larger one is a mistake (an export, a picture)."""
MAX_DEPTH = 40
MAX_NODES = 200_000
"""Counted with aliases written out, so that a nest of aliases (a YAML bomb) cannot fill the memory."""

KeyPath = tuple[str | int, ...]
RECORD_START = re.compile(r"^(?![\s#\-}\]])\S", re.MULTILINE)
CONFLICT = re.compile(r"^(<{7}|>{7}|={7}$|\|{7})", re.MULTILINE)


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

    def place(self, path: KeyPath, *, key: bool = False, words: str = "") -> Place:
        """The place of a path, or of the nearest thing around it that the file has.

        With `key`, the place of the key; with `words`, where those words first stand in the value.
        """
        marks = self.keys if key else self.values
        for length in range(len(path), 0, -1):
            at = marks.get(path[:length]) or self.keys.get(path[:length]) or self.values.get(path[:length])
            if at is not None:
                found = self._find(words, at[0]) if words and length == len(path) else None
                line, column = found or at
                return Place(self.path, line + 1, column + 1)
        return Place(self.path)

    def _find(self, words: str, first: int) -> tuple[int, int] | None:
        """Looks for `words` within the value that starts on line `first`, whose later lines are indented."""
        lines = self.text.split("\n")
        indent = len(lines[first]) - len(lines[first].lstrip()) if first < len(lines) else 0
        for number in range(first, len(lines)):
            line = lines[number]
            if number > first and line.strip() and len(line) - len(line.lstrip()) <= indent:
                return None
            column = line.find(words)
            if column >= 0:
                return number, column
        return None


def read(root: Path, path: Path, problems: Problems) -> Document:
    """Reads one file. Faults go to `problems`; what could be read is returned."""
    document = Document(path.relative_to(root).as_posix())
    text = read_text(path, document.path, problems)
    if text is None:
        return document
    document.text = text
    if conflict := CONFLICT.search(text):
        problems.add("merge-conflict", _at(document.path, text, conflict.start()))
        return document
    for start, part in _parts(text):
        read_part(document, part, start, problems)
    if not document.data and not any(problem.place.path == document.path for problem in problems.sorted()):
        problems.add("file-empty", Place(document.path))
    return document


def read_text(path: Path, name: str, problems: Problems) -> str | None:
    """The text of a UTF-8 file with Unix line ends, or None with the fault noted."""
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            problems.add("file-too-large", Place(name), size=size, limit=MAX_BYTES)
            return None
        raw = path.read_bytes()
    except OSError as error:
        problems.add("file-unreadable", Place(name), reason=error.strerror or error)
        return None
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8")
        byte = f"0x{raw[error.start]:02X}"
        problems.add("not-utf8", _at(name, before, len(before)), byte=byte)
        return None
    if text.startswith("\ufeff"):
        problems.add("byte-order-mark", Place(name))
        text = text[1:]
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _at(path: str, text: str, offset: int) -> Place:
    line = text.count("\n", 0, offset)
    return Place(path, line + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1)


def _parts(text: str) -> Iterator[tuple[int, str]]:
    """The whole text when it parses; otherwise its top-level records, each with the line it starts on."""
    try:
        depth = 0
        for event in yaml.parse(text, Loader=Loader):
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            if depth > MAX_DEPTH:
                break
        yield 0, text
        return
    except (yaml.YAMLError, ValueError):
        pass
    starts = [match.start() for match in RECORD_START.finditer(text)] or [0]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        yield text.count("\n", 0, start), text[start:end]


def read_part(document: Document, text: str, first_line: int, problems: Problems) -> None:
    """Reads one YAML mapping that starts on `first_line` (from 0) of the file into `document`."""

    def at(mark: Any) -> tuple[int, int]:
        return (mark.line + first_line, mark.column)

    def place(mark: Any) -> Place:
        line, column = at(mark)
        return Place(document.path, line + 1, column + 1)

    try:
        depth = 0
        for event in yaml.parse(text, Loader=Loader):
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            if depth > MAX_DEPTH:
                problems.add("too-deep", place(event.start_mark), limit=MAX_DEPTH)
                return
        nodes = list(yaml.compose_all(text, Loader=Loader))
    except yaml.MarkedYAMLError as error:
        # What was never closed is noticed only at the end; the place where it was opened is the one to mend.
        at_end = error.context_mark is not None and _ends_there(error, text)
        mark = error.context_mark if at_end else error.problem_mark or error.context_mark
        where = place(mark) if mark else Place(document.path, first_line + 1)
        line = text.split("\n")[mark.line] if mark and mark.line < text.count("\n") + 1 else ""
        if "\t" in line[: len(line) - len(line.lstrip())]:
            problems.add("tab-in-indent", Place(document.path, where.line, line.index("\t") + 1))
        else:
            problems.add("yaml-syntax", where, reason=_reason(error, text))
        return
    except (yaml.YAMLError, ValueError) as error:
        reason = str(error).splitlines()[0]
        position = getattr(error, "position", None)
        where = _at(document.path, text, position) if isinstance(position, int) else Place(document.path)
        problems.add("yaml-syntax", Place(where.path, where.line + first_line, where.column), reason=reason)
        return
    if len(nodes) > 1:
        problems.add("several-documents", place(nodes[1].start_mark))
    if not nodes or nodes[0] is None:
        return
    root = nodes[0]
    if not isinstance(root, yaml.MappingNode):
        if not (isinstance(root, yaml.ScalarNode) and root.value == ""):
            problems.add("not-a-mapping", place(root.start_mark))
        return
    budget = [MAX_NODES]

    def convert(node: Any, path: KeyPath, above: tuple[int, ...]) -> Any:
        budget[0] -= 1
        if budget[0] < 0:
            raise _TooManyNodes(node)
        if id(node) in above:
            problems.add("alias-cycle", place(node.start_mark))
            return None
        document.values.setdefault(path, at(node.start_mark))
        if isinstance(node, yaml.ScalarNode):
            is_null = not node.style and node.value in ("", "~", "null")
            return None if is_null else node.value
        above = (*above, id(node))
        if isinstance(node, yaml.SequenceNode):
            return [convert(item, (*path, index), above) for index, item in enumerate(node.value)]
        mapping: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                problems.add("key-not-text", place(key_node.start_mark))
                continue
            key = key_node.value
            if key in mapping or (not path and key in document.data):
                line, column = document.keys[(*path, key)]
                first = Place(document.path, line + 1, column + 1)
                problems.add("duplicate-key", place(key_node.start_mark), key=key, first=first)
                continue
            document.keys[(*path, key)] = at(key_node.start_mark)
            mapping[key] = convert(value_node, (*path, key), above)
        return mapping

    try:
        document.data.update(convert(root, (), ()))
    except _TooManyNodes as error:
        problems.add("too-many-nodes", place(error.node.start_mark), limit=MAX_NODES)


def _ends_there(error: yaml.MarkedYAMLError, text: str) -> bool:
    mark = error.problem_mark
    return mark is not None and not "\n".join(text.split("\n")[mark.line :]).strip()


def _reason(error: yaml.MarkedYAMLError, text: str) -> Phrase | str:
    if error.context and _ends_there(error, text):
        return phrase("never-closed", what=error.context)
    return str(error.problem or error.context)


class _TooManyNodes(Exception):
    def __init__(self, node: Any) -> None:
        super().__init__()
        self.node = node
