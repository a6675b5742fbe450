"""Where a catalogue names a record, to the character: in names of messages, in links, in what translators are told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from dalil.translation.catalogue import PROPOSED
from dalil.translation.hints import naming

LINE = re.compile(
    r'^(?:#~\||#\||#~)?[ \t]*(?:(?P<keyword>msgctxt|msgid|msgstr)[ \t]+)?"(?P<words>(?:[^"\\]|\\.)*)"[ \t]*\r?\n?',
    re.MULTILINE,
)
"""A line with a string, or with a further part of one."""
COMMENT = re.compile(r"^#\. .*?(?=\r?$)", re.MULTILINE)

Run = tuple[int, int]
"""Where some characters start and end in the file."""


@dataclass
class _String:
    """A string of a message, which may be broken over lines."""

    keyword: str
    parts: list[tuple[str, int]] = field(default_factory=list)
    """Words as they are written, and where they start in the file."""
    end: int = 0
    """Where its last line ends."""

    @property
    def words(self) -> str:
        return "".join(words for words, _ in self.parts)

    def runs(self, start: int, end: int) -> list[Run]:
        """Where some of its characters stand in the file: a run a line."""
        found, before = [], 0
        for words, at in self.parts:
            first, last = max(start - before, 0), min(end - before, len(words))
            if first < last:
                found.append((at + first, at + last))
            before += len(words)
        return found


def mentions(text: str, kind: str, record_id: str, links: Sequence[str]) -> Iterator[list[Run]]:
    """Each place that names a record of a folder, as runs of characters, since a line may end within an id.

    `links` are the words by which links lead to this kind, such as `entity`. Nothing is found in translators' remarks.
    """
    own = re.escape(record_id)
    name = re.compile(rf"{kind}/({own})/")
    link = re.compile(rf"\]\((?:{'|'.join(links)}):({own})\)") if links else None
    for string in _strings(text):
        if string.keyword == "msgctxt":
            found = [match] if (match := name.match(string.words)) else []
        else:
            found = list(link.finditer(string.words)) if link else []
        yield from (string.runs(*match.span(1)) for match in found)
    patterns = [re.compile(rf"^#\. {PROPOSED}{kind}/({own})/"), *naming(kind, record_id), *([link] if link else [])]
    for comment in COMMENT.finditer(text):
        for pattern in patterns:
            for match in pattern.finditer(comment[0]):
                yield [(comment.start() + match.start(1), comment.start() + match.end(1))]


def in_the_way(text: str, kind: str, old: str, new: str) -> Iterator[Run]:
    """Messages of a record that is gone and was called `new`, of texts that `old` has too: one name, one message."""
    start, messages = 0, dict[str, Run]()
    for string in _strings(text):
        if string.keyword == "msgctxt":
            key = string.words
        elif string.keyword == "msgid" and not string.words:
            key = ""
        elif string.keyword == "msgstr":
            messages[key] = (start, string.end)
            start = string.end
    for key, run in messages.items():
        parts = key.split("/", 2)
        if parts[:2] == [kind, new] and "/".join([kind, old, *parts[2:]]) in messages:
            yield run


def _strings(text: str) -> Iterator[_String]:
    """The strings of a catalogue, in its order."""
    string = _String("")
    for line in LINE.finditer(text):
        if line["keyword"]:
            if string.keyword:
                yield string
            string = _String(line["keyword"])
        string.parts.append((line["words"], line.start("words")))
        string.end = line.end()
    if string.keyword:
        yield string
