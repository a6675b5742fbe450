"""Two versions of a sentence, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import accumulate, pairwise
from typing import Literal

from icu4py.breakers import CharacterBreaker, WordBreaker

from dalil.text.letters import as_said

Run = tuple[Literal["same", "gone", "new"], str]
"""Words that stand in both versions, only in the older, or only in the newer."""

NUMBER = re.compile(
    r"(?:(?<!\w)[-+\u2212\u00b1])?\d+(?:(?:[.,:/'’\u066b\u066c\u2044\u2010-\u2015\u2212-]"
    r"|[\u00a0\u2009\u202f](?=\d{3}(?!\d))| (?=\d{3}(?!\d)))\d+)*"
)
"""A number with its sign and separators, a date or time in figures, or a range of them: in any digits of Unicode."""
COMPARED = 1_000
"""Words and spaces that are compared one by one, which takes the square of their number; a longer stretch is shown as
gone and new as a whole."""
LONGEST = 20_000
"""Characters of a sentence that are compared word by word; no store that passes its check has one so long."""
WORD = re.compile(rf"(?P<number>{NUMBER.pattern})|\w+")
HALVES = re.compile("[\ud800-\udfff]")
SPACES = re.compile(r"\s")
DASHES = re.compile(r"[\u2010-\u2015\u2212]")


def words_of(text: str) -> list[str]:
    """The text in pieces of which none is less than a word: words, numbers, runs of space, single signs.

    Words are those of Unicode (UAX 29), and of ICU's dictionaries in scripts that part none by spaces; a word keeps its
    accents, vowels and joiners, a number its separators.
    """
    inner = {place for found in NUMBER.finditer(text) for place in range(found.start() + 1, found.end())}
    # ICU takes no halves of pairs, which a stranger's JSON may name.
    whole = HALVES.sub("\ufffd", text)
    ends = sorted(_ends(WordBreaker(whole, "en")) & _ends(CharacterBreaker(whole, "en")) - inner)
    return [text[start:end] for start, end in pairwise([0, *ends])]


def _ends(pieces: Iterable[str]) -> set[int]:
    return set(accumulate(len(piece) for piece in pieces))


def runs(before: str, after: str) -> list[Run]:
    """What is the same, gone and new, in reading order; gone stands before new.

    The words that are same or gone give back `before`, those that are same or new give back `after`.
    """
    if max(len(before), len(after)) > LONGEST and before != after:
        whole: list[Run] = [("gone", before), ("new", after)]
        return [run for run in whole if run[1]]
    old, new = words_of(before), words_of(after)
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
    """Whether two versions differ in nothing but what a typesetter chooses, spaces and capitals."""
    return _bare(before) == _bare(after)


def _bare(text: str) -> list[str]:
    """The words and numbers; of a number without what a typesetter may choose, the space and the dash in it."""
    found = WORD.finditer(as_said(text))
    return [DASHES.sub("-", SPACES.sub("", one[0])) if one["number"] else one[0] for one in found]


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
