"""Two versions of a sentence, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Literal

Run = tuple[Literal["same", "gone", "new"], str]
"""Words that stand in both versions, only in the older, or only in the newer."""

COMBINING = r"\u0300-\u036f\u064b-\u065f\u0670"
r"""Accents and Arabic vowels; to `\w` they are no letters, yet they belong to their word."""
TOKEN = re.compile(rf"[\w{COMBINING}]+|\s+|.", re.DOTALL)
COMPARED = 1_000
"""Words and spaces that are compared one by one, which takes the square of their number; a longer stretch is shown as
gone and new as a whole."""
MARKS = re.compile(rf"[{COMBINING}\u0640]")


def runs(before: str, after: str) -> list[Run]:
    """What is the same, gone and new, in reading order; gone stands before new.

    The words that are same or gone give back `before`, those that are same or new give back `after`.
    """
    old, new = TOKEN.findall(before), TOKEN.findall(after)
    start = _alike(old, new)
    end = _alike(old[start:][::-1], new[start:][::-1])
    middle = old[start : len(old) - end], new[start : len(new) - end]
    found: list[Run] = [("same", "".join(old[:start]))]
    if max(map(len, middle)) > COMPARED:
        found += [("gone", "".join(middle[0])), ("new", "".join(middle[1]))]
    else:
        found += _compared(*middle)
    found.append(("same", "".join(old[len(old) - end :])))
    return _joined([run for run in found if run[1]])


def _alike(old: list[str], new: list[str]) -> int:
    """How many words two lists start with alike."""
    return next(
        (number for number, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new))
    )


def _compared(old: list[str], new: list[str]) -> Iterator[Run]:
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            yield "same", "".join(old[a:b])
            continue
        if a < b:
            yield "gone", "".join(old[a:b])
        if c < d:
            yield "new", "".join(new[c:d])


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
