"""Where the strings of a PO file stand in it, to the character: what no reader of such files tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

LINE = re.compile(
    r"^(?P<mark>#~\||#\||#~)?[ \t]*(?:(?P<keyword>msgctxt|msgid|msgstr)[ \t]+)?"
    r'"(?P<words>(?:[^"\\]|\\.)*)"[ \t]*\r?\n?',
    re.MULTILINE,
)
"""A line with a string, or with a further part of one."""

Run = tuple[int, int]
"""Where some characters start and end in the file."""


@dataclass
class String:
    """A string of a message, which may be broken over lines."""

    keyword: str
    mark: str = ""
    """What its line starts with: `#~` of a message that is gone, `#|` of a former text."""
    parts: list[tuple[str, int]] = field(default_factory=list)
    """Words as they are written, and where they start in the file."""
    end: int = 0
    """Where its last line ends."""

    @property
    def start(self) -> int:
        """Where its first words start."""
        return self.parts[0][1]

    @property
    def words(self) -> str:
        """All of it, as it is written."""
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


def strings(text: str) -> Iterator[String]:
    """The strings of a catalogue, in its order."""
    string = String("")
    for line in LINE.finditer(text):
        if line["keyword"]:
            if string.keyword:
                yield string
            string = String(line["keyword"], line["mark"] or "")
        string.parts.append((line["words"], line.start("words")))
        string.end = line.end()
    if string.keyword:
        yield string
