"""Changes one value of a YAML file, or adds one field, and leaves every other byte as it is."""

from __future__ import annotations

import json
import re
from typing import Any

import yaml

from dalil.editing.layout import CannotEdit, Layout
from dalil.problems import Problems, phrase
from dalil.reading.documents import Document, KeyPath, read_part

PLAIN, DOUBLE, SINGLE = "", '"', "'"


def replace_value(text: str, path: KeyPath, old: str, new: str) -> str:
    """The text of a file with the scalar at `path` changed from `old`; raises CannotEdit with the reason in words."""
    node = _node(text, path)
    if not isinstance(node, yaml.ScalarNode) or node.value != old:
        raise CannotEdit(phrase("edit-changed", field=path[-1]))
    if node.style not in (None, PLAIN, DOUBLE, SINGLE):
        raise CannotEdit(phrase("edit-lines", field=path[-1]))
    start, end = node.start_mark.index, node.end_mark.index
    for style in dict.fromkeys((node.style or PLAIN, DOUBLE)):
        changed = text[:start] + _scalar(new, style) + text[end:]
        if _is_changed(text, changed, path, new):
            return changed
    raise CannotEdit(phrase("edit-place", field=path[-1]))


def add_after(text: str, path: KeyPath, name: str, value: str) -> str:
    """The text of a file with the field `name` added after the field at `path`; raises CannotEdit."""
    *above, _ = path
    mapping = _node(text, tuple(above))
    key, node = next((key, value) for key, value in mapping.value if key.value == path[-1])
    target = (*above, name)
    for style in (PLAIN, DOUBLE):
        scalar = _scalar(value, style)
        if mapping.flow_style:
            place, added = node.end_mark.index, f", {name}: {scalar}"
        else:
            place, added = _next_line(text, node.end_mark.index, f"{' ' * key.start_mark.column}{name}: {scalar}")
        changed = text[:place] + added + text[place:]
        if _is_changed(text, changed, target, value):
            return changed
    raise CannotEdit(phrase("edit-add", field=name))


def _next_line(text: str, end: int, line: str) -> tuple[int, str]:
    """Where the line after a place begins, and a line to be put there, with the line's end that the file uses."""
    ending = re.compile("\r?\n").search(text, end)
    if ending is None:
        return len(text), ("\r\n" if "\r\n" in text else "\n") + line
    return ending.end(), line + ending[0]


def _scalar(value: str, style: str) -> str:
    if style == PLAIN:
        return value
    return json.dumps(value, ensure_ascii=False) if style == DOUBLE else f"'{value.replace(SINGLE, SINGLE * 2)}'"


def _node(text: str, path: KeyPath) -> Any:
    """The node at a path of a file's text; its marks count the characters of the text."""
    try:
        node = Layout(text).root
    except yaml.YAMLError as error:
        raise CannotEdit(phrase("edit-yaml")) from error
    for part in path:
        if isinstance(node, yaml.MappingNode):
            node = next((value for key, value in node.value if key.value == part), None)
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
            node = node.value[part]
        else:
            node = None
    if node is None:
        raise CannotEdit(phrase("edit-gone", field=path[-1]))
    return node


def _is_changed(before: str, after: str, path: KeyPath, value: str) -> bool:
    """Whether the two texts hold the same but for one value."""
    one, other = _data(before), _data(after)
    if one is None or other is None:
        return False
    place: Any = one
    for part in path[:-1]:
        place = place[part]
    place[path[-1]] = value
    return bool(one == other)


def _data(text: str) -> dict[str, Any] | None:
    document, problems = Document(""), Problems()
    read_part(document, text, 0, problems)
    return None if len(problems) else document.data
