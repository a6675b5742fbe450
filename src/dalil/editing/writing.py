"""Writes a record as YAML in the manner of the house: plain words where YAML allows them, quotation marks elsewhere.

What is written is read again by the loader's own parser before it is believed, so that a value survives whatever it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import yaml

from dalil.problems.characters import SPACES
from dalil.problems.gate import passes
from dalil.reading.nodes import Loader

WIDTH = 120
ODD_START = re.compile(f"^ *[{SPACES}]")
"""A line that starts with a space which the check refuses there."""
STEP = "  "
ESCAPES = {
    '"': '\\"',
    "\\": "\\\\",
    "\0": "\\0",
    "\t": "\\t",
    "\n": "\\n",
    "\r": "\\r",
    "\x85": "\\N",
    "\u2028": "\\L",
    "\u2029": "\\P",
}
NULLS = ("", "~", "null")
"""Plain scalars that the reader takes for an empty value."""

Value = str | Sequence[Any] | Mapping[str, Any]
"""A value as the reader gives it: text, list or mapping, all the way down."""


def record_lines(record_id: str, fields: Mapping[str, Value], locales: Iterable[str]) -> list[str]:
    """The lines of a record, without line ends. A mapping of locales to words is a text and gets a line a language."""
    codes = frozenset(locales)
    lines = [f"{record_id}:"]
    for name, value in fields.items():
        lines += _entry(f"{name}:", value, STEP, codes, top=True)
    return lines


def field_lines(name: str, value: Value, locales: Iterable[str]) -> list[str]:
    """The lines of one field of a record, as `record_lines` writes them."""
    return _entry(f"{name}:", value, STEP, frozenset(locales), top=True)


def _entry(head: str, value: Value, indent: str, codes: frozenset[str], *, top: bool = False) -> list[str]:
    """The lines of `head` with its value: on one line where it fits, below it otherwise."""
    if isinstance(value, str):
        return _scalar_lines(f"{indent}{head}", value, indent + STEP)
    one = flow(value)
    on_one_line = f"{indent}{head} {one}"
    is_short = len(on_one_line) <= WIDTH and not _has_text(value, codes)
    if not value or (is_short and not (top and isinstance(value, Mapping)) and not _holds_mappings(value)):
        return [on_one_line]
    return [f"{indent}{head}", *_below(value, indent + STEP, codes)]


def _below(value: Any, indent: str, codes: frozenset[str]) -> list[str]:
    lines = []
    if isinstance(value, Mapping):
        for name, part in value.items():
            lines += _entry(f"{_key(name)}:", part, indent, codes)
        return lines
    for item in value:
        on_one_line = f"{indent}- {flow(item)}"
        if isinstance(item, str) or (len(on_one_line) <= WIDTH and not _has_text(item, codes)) or not item:
            lines.append(on_one_line)
        else:
            first, *rest = _below(item, indent + STEP, codes)
            lines += [f"{indent}- {first.removeprefix(indent + STEP)}", *rest]
    return lines


def _holds_mappings(value: Value) -> bool:
    return isinstance(value, Sequence) and any(isinstance(item, Mapping) for item in value)


def _has_text(value: Any, codes: frozenset[str]) -> bool:
    if isinstance(value, Mapping):
        return set(value) <= codes or any(_has_text(part, codes) for part in value.values())
    return not isinstance(value, str) and any(_has_text(item, codes) for item in value)


def flow(value: Any) -> str:
    """A value on one line."""
    if isinstance(value, str):
        return scalar(value, flow=True)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_key(name)}: {flow(part)}" for name, part in value.items()) + "}"
    return "[" + ", ".join(flow(item) for item in value) + "]"


def _key(name: str) -> str:
    node = _parsed(f"{{{name}: x}}")
    plain = isinstance(node, yaml.MappingNode) and node.value[0][0].value == name and not node.value[0][0].style
    return name if plain and "\n" not in name else quoted(name)


def _scalar_lines(head: str, text: str, indent: str) -> list[str]:
    """A field that is text: on the line of its name if it fits, folded over several lines if it can be."""
    one = f"{head} {scalar(text, flow=False)}"
    if "\n" in text:
        block = [f"{head} |-", *(f"{indent}{line}" if line else "" for line in text.split("\n"))]
    elif len(one) > WIDTH:
        block = [f"{head} >-", *_folded(text, indent)]
    else:
        return [one]
    node = _parsed("\n".join(block).strip(" ") + "\n")
    # What cannot be seen, or is taken for indentation, is written by its number, and only quotation marks allow that.
    is_plain = passes(text) and not any(ODD_START.search(line) for line in block)
    survives = (
        is_plain and isinstance(node, yaml.MappingNode) and len(node.value) == 1 and node.value[0][1].value == text
    )
    # Editors' programs cut blanks at the end of a line, and with them the value.
    return block if survives and all(line == line.rstrip() for line in block) else [one]


def _folded(text: str, indent: str) -> list[str]:
    lines, line = [], ""
    for word in text.split(" "):
        if line and len(f"{indent}{line} {word}") > WIDTH:
            lines.append(indent + line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return [*lines, indent + line]


def scalar(text: str, *, flow: bool) -> str:
    """A text on one line, in quotation marks only where YAML needs them; `flow` within brackets or braces."""
    node = _parsed(f"{{k: {text}}}" if flow else f"k: {text}")
    # A blank at either end, of whatever width, is lost on people and cut by their programs.
    is_plain = text not in NULLS and "\n" not in text and passes(text) and text == text.strip()
    if is_plain and isinstance(node, yaml.MappingNode) and len(node.value) == 1:
        value = node.value[0][1]
        if (
            isinstance(value, yaml.ScalarNode)
            and not value.style
            and value.value == text
            and not value.tag.startswith("!")
        ):
            return text
    return quoted(text)


def quoted(text: str) -> str:
    """A text in double quotation marks, or in single ones where those need no escapes."""
    if any(mark in text for mark in '"\\') and text.isprintable():
        return "'" + text.replace("'", "''") + "'"
    return '"' + "".join(_escaped(character) for character in text) + '"'


def _escaped(character: str) -> str:
    if character in ESCAPES:
        return ESCAPES[character]
    if character.isprintable() or character == "\u200c":
        return character
    number = ord(character)
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"


def _parsed(text: str) -> Any:
    try:
        return yaml.compose(text, Loader=Loader)
    except (yaml.YAMLError, ValueError):
        return None
