"""The starter's files in the languages that were asked for, with everything else in them as it stands.

In a starter's file, `"@title.en"` is a value to be filled in, and a comment that begins with `#en ` is for those who
read English.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

import yaml

from dalil.reading.nodes import Loader

COMMENT = re.compile(r"^( *)#([a-z]{2,3}) (.*\n)", re.MULTILINE)

Cut = tuple[int, int, str]
"""Where a passage starts and ends, and what takes its place."""


def filled(text: str, values: Mapping[str, str]) -> str:
    """A text with YAML in the place of each `"@name"`; raises KeyError for a name that has no value."""
    return re.sub(r'"@([\w.-]+)"', lambda match: values[match[1]], text)


def quoted(words: str) -> str:
    """Words as a YAML string, whatever they are."""
    return json.dumps(words, ensure_ascii=False)


def listed(words: Collection[str]) -> str:
    """Words as a YAML list on one line."""
    return f"[{', '.join(map(quoted, words))}]"


def without(text: str, dropped: Collection[str], kept: Collection[str]) -> str:
    """A file of the store without the texts, settings and comments of some languages; YAML that can be read."""
    text = replaced(text, list(_cuts(yaml.compose(text, Loader=Loader), text, dropped)))
    return COMMENT.sub(lambda match: f"{match[1]}# {match[3]}" if match[2] in kept else "", text)


def with_text(text: str, path: tuple[str, ...], words: Mapping[str, str]) -> str:
    """A file of the store with other words, language by language, in the text at a path, which must be there."""
    node: Any = yaml.compose(text, Loader=Loader)
    for name in path:
        node = next(value for key, value in node.value if key.value == name)
    cuts = [(*span(value, text), quoted(words[key.value])) for key, value in node.value if key.value in words]
    return replaced(text, cuts)


def span(node: Any, text: str) -> tuple[int, int]:
    """Where a node's own text starts and ends; PyYAML lets a block end where the next thing starts."""
    start = node.start_mark.index
    return start, max(start, len(text[: node.end_mark.index].rstrip()))


def replaced(text: str, cuts: list[Cut]) -> str:
    """A text with other passages."""
    for start, end, words in sorted(cuts, reverse=True):
        text = text[:start] + words + text[end:]
    return text


def _cuts(node: Any, text: str, dropped: Collection[str], key: str = "") -> Iterator[Cut]:
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _cuts(item, text, dropped)
    elif isinstance(node, yaml.MappingNode):
        for number, (name, value) in enumerate(node.value):
            # Names in other languages (aliases) are lists, and welcome in any language.
            if name.value in dropped and (isinstance(value, yaml.ScalarNode) or key == "locales"):
                yield (*_entry(node, number, text), "")
            else:
                yield from _cuts(value, text, dropped, name.value)


def _entry(node: Any, number: int, text: str) -> tuple[int, int]:
    """Where an entry of a mapping starts, and where what follows it does."""
    key, value = node.value[number]
    after = node.value[number + 1][0].start_mark if number + 1 < len(node.value) else None
    if not node.flow_style:
        start = key.start_mark.index - key.start_mark.column
        return start, after.index - after.column if after else span(value, text)[1] + 1
    if after:
        return key.start_mark.index, after.index
    return (span(node.value[number - 1][1], text)[1] if number else key.start_mark.index), span(value, text)[1]
