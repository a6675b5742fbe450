"""Two versions of a sentence, word by word."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import Literal

Run = tuple[Literal["same", "gone", "new"], str]
"""Words that stand in both versions, only in the older, or only in the newer."""

COMBINING = r"\u0300-\u036f\u064b-\u065f\u0670"
r"""Accents and Arabic vowels; to `\w` they are no letters, yet they belong to their word."""
TOKEN = re.compile(rf"[\w{COMBINING}]+|\s+|.", re.DOTALL)
MARKS = re.compile(rf"[{COMBINING}\u0640]")


def runs(before: str, after: str) -> list[Run]:
    """What is the same, gone and new, in reading order; gone stands before new.

    The words that are same or gone give back `before`, those that are same or new give back `after`.
    """
    old, new = TOKEN.findall(before), TOKEN.findall(after)
    found: list[Run] = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            found.append(("same", "".join(old[a:b])))
            continue
        if a < b:
            found.append(("gone", "".join(old[a:b])))
        if c < d:
            found.append(("new", "".join(new[c:d])))
    return _joined(found)


def says_the_same(before: str, after: str) -> bool:
    """Whether two versions differ in nothing but marks, spaces and capitals."""
    return _bare(before) == _bare(after)


def _bare(text: str) -> list[str]:
    return re.findall(r"\w+", MARKS.sub("", text).casefold())


def _joined(found: list[Run]) -> list[Run]:
    """Joins changes that are parted by nothing but a space, so that a phrase is marked as one."""
    joined: list[Run] = []
    changes: tuple[Literal["gone", "new"], ...] = ("gone", "new")
    pending = dict.fromkeys(changes, "")

    def flush() -> None:
        joined.extend((kind, pending[kind]) for kind in changes if pending[kind])
        pending.update(dict.fromkeys(changes, ""))

    for number, (kind, words) in enumerate(found):
        between = kind == "same" and words.isspace() and 0 < number < len(found) - 1
        if kind != "same":
            pending[kind] += words
        elif between:
            for change in changes:
                pending[change] += words
        else:
            flush()
            joined.append((kind, words))
    flush()
    return joined
