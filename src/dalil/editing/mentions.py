"""Where a catalogue names a record, to the character: in names of messages, in links, in what translators are told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dalil.editing.hints import naming
from dalil.translation.catalogue import PROPOSED
from dalil.translation.strings import Run, strings

COMMENT = re.compile(r"^#\. .*?(?=\r?$)", re.MULTILINE)


def mentions(text: str, kind: str, record_id: str, links: Sequence[str]) -> Iterator[list[Run]]:
    """Each place that names a record of a folder, as runs of characters, since a line may end within an id.

    `links` are the words by which links lead to this kind, such as `entity`. Nothing is found in translators' remarks.
    """
    own = re.escape(record_id)
    name = re.compile(rf"{kind}/({own})/")
    link = re.compile(rf"\]\((?:{'|'.join(links)}):({own})\)") if links else None
    for string in strings(text):
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
    for string in strings(text):
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
