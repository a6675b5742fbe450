"""Whether words are made of whole texts that are known, and of nothing else.

A *run* is a known text as a row of tokens, or a pattern: a text with places for numbers or for other runs. Words are
covered when they are runs set side by side. A run begins where an element does, or after punctuation; so two texts are
never joined within a line that is one text, and no part of a text stands without the rest.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

NUMBER, RUNS = object(), object()
"""Places in a pattern: for a number, and for a number or other runs."""
END = object()
"""Marks a node at which a run may end."""
UNSEEN = dict.fromkeys(map(ord, "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u00ad"))
"""Characters that no reader sees: they direct a line (UAX 9) or allow it to break."""
_MARKS = "".join(chr(code) for code in range(0x10000) if unicodedata.category(chr(code)).startswith("M"))
UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
"""Letters of scripts that set no spaces between words (Thai, Lao, Burmese, Khmer, Japanese, Chinese): each is a token,
so that a number or a name may stand right beside them.
"""
TOKEN = re.compile(rf"[{UNSPACED}][{_MARKS}]*|(?:(?![{UNSPACED}])[\w{_MARKS}])+|[^\w\s]")
BETWEEN = frozenset(".,،;؛:·()[]–—…/↑۔、。；：（）・")
"""Punctuation that may stand between runs. No sign that changes what a number or a sentence says is among them."""
SEPARATORS = frozenset(".,٫٬'’")
PERCENT = frozenset("%٪")

Item = str | object
Node = dict[Any, Any]


def clean(text: str) -> str:
    """Words as a reader gets them: white space collapsed, characters that nobody sees left out."""
    return " ".join(text.translate(UNSEEN).split())


@lru_cache(maxsize=50_000)
def tokens(text: str) -> tuple[str, ...]:
    """The words and signs of a text."""
    return tuple(TOKEN.findall(text.translate(UNSEEN)))


@dataclass
class Words:
    """Words of a page: one piece for each text node, in their order."""

    pieces: list[str] = field(default_factory=list)
    numbered: list[bool] = field(default_factory=list)
    """Of each piece, whether a number may stand in it by itself."""

    def add(self, piece: str, numbered: bool = False) -> None:
        """Adds a text node."""
        self.pieces.append(piece)
        self.numbered.append(numbered)

    def __bool__(self) -> bool:
        return any(piece and not piece.isspace() for piece in self.pieces)

    def __str__(self) -> str:
        return clean("".join(self.pieces))

    @property
    def key(self) -> tuple[str, ...]:
        """What these words have in common with others that need no second look."""
        return (*self.pieces, "".join("n" if one else "-" for one in self.numbered))


class Runs:
    """Known texts and patterns, as a tree of tokens."""

    def __init__(self) -> None:
        self._root: Node = {}
        self._whole: set[str] = set()
        self._covered: dict[tuple[str, ...], str | None] = {}

    def add(self, text: str) -> None:
        """A text that may stand as it is, as a whole."""
        self.add_pattern(tokens(text))

    def add_whole(self, text: str) -> None:
        """A text that may fill a line by itself, and be no part of one."""
        self._whole.add(clean(text))

    def add_pattern(self, items: Sequence[Item]) -> None:
        """A row of tokens and places; one without any word is only punctuation, and left out."""
        if not items:
            return
        node = self._root
        for item in items:
            node = node.setdefault(item, {})
        node[END] = True

    def uncovered(self, words: Words, more: Collection[str] = ()) -> str | None:
        """Where words stop to be made of runs, None when all of them are; `more` are texts that may stand here."""
        if not words:
            return None
        if more:
            plain = str(words)
            return None if plain in self._whole or plain in more else _Reading(words, self._root, more).fault()
        key = words.key
        if key not in self._covered:
            fine = str(words) in self._whole
            self._covered[key] = None if fine else _Reading(words, self._root).fault()
        return self._covered[key]


class _Reading:
    """One try to cover some words."""

    def __init__(self, words: Words, root: Node, more: Iterable[str] = ()) -> None:
        self._root = root
        self._tokens: list[str] = []
        self._opens: list[bool] = []
        """Whether a run may begin at a token, as far as elements tell."""
        self._glued: list[bool] = []
        """Whether a token goes on the one before without a space: a link may end within a word."""
        self._numbered: list[bool] = []
        self._pieces = [piece.translate(UNSEEN) for piece in words.pieces]
        space = True
        for piece, numbered in zip(self._pieces, words.numbered, strict=True):
            found = tokens(piece)
            first = not space and not piece[:1].isspace()
            self._tokens += found
            self._opens += [True, *[False] * (len(found) - 1)][: len(found)]
            self._glued += [first, *[False] * (len(found) - 1)][: len(found)]
            self._numbered += [numbered] * len(found)
            space = piece[-1:].isspace() if piece else space
        self._more = [tokens(text) for text in more]
        self._ends: dict[int, frozenset[int]] = {}
        self._filled: dict[int, frozenset[int]] = {}

    def fault(self) -> str | None:
        """The words at which no run goes on, None when runs cover all."""
        reached, furthest = {0}, 0
        waiting = [0]
        while waiting:
            at = waiting.pop()
            furthest = max(furthest, at)
            for end in self._steps(at):
                if end not in reached:
                    reached.add(end)
                    waiting.append(end)
        return None if len(self._tokens) in reached else self._from(furthest)

    def _from(self, at: int) -> str:
        """The words from a token on, as they stand on the page."""
        text = "".join(self._pieces)
        starts = [0]
        for piece in self._pieces:
            starts.append(starts[-1] + len(piece))
        found = [
            start + match.start()
            for start, piece in zip(starts, self._pieces, strict=False)
            for match in TOKEN.finditer(piece)
        ]
        return clean(text[found[at] :])

    def _steps(self, at: int) -> Iterator[int]:
        """Where a run, a sign between runs, or a number of its own that begins here may end."""
        if at >= len(self._tokens):
            return
        if self._tokens[at] in BETWEEN:
            yield at + 1
        if not self._begins(at):
            return
        if self._numbered[at]:
            yield from self._number(at)
        yield from self._runs(at)
        for text in self._more:
            if tuple(self._tokens[at : at + len(text)]) == text:
                yield at + len(text)

    def _begins(self, at: int) -> bool:
        return self._opens[at] or not self._tokens[at - 1][-1].isalnum()

    def _runs(self, at: int) -> frozenset[int]:
        if at not in self._ends:
            self._ends[at] = frozenset(self._walk(self._root, at, places=True))
        return self._ends[at]

    def _walk(self, node: Node, at: int, *, places: bool) -> Iterator[int]:
        """Where the runs below a node end. `places`: whether their places may hold runs; those of a run in a place
        hold numbers only.
        """
        waiting = [(node, at)]
        while waiting:
            node, at = waiting.pop()
            if END in node:
                yield at
            if at < len(self._tokens):
                for word, after in self._forms(at):
                    if word in node:
                        waiting.append((node[word], after))
                if NUMBER in node:
                    waiting += [(node[NUMBER], after) for after in self._number(at)]
                if RUNS in node and places:
                    waiting += [(node[RUNS], after) for after in self._filling(at)]

    def _forms(self, at: int) -> Iterator[tuple[str, int]]:
        """A token alone, and with those that go on the same word."""
        word = self._tokens[at]
        yield word, at + 1
        at += 1
        while at < len(self._tokens) and self._glued[at] and word[-1].isalnum() and self._tokens[at][0].isalnum():
            word += self._tokens[at]
            at += 1
            yield word, at

    def _filling(self, at: int) -> frozenset[int]:
        """Where what fills a place for runs may end."""
        if at not in self._filled:
            found: set[int] = set()
            waiting = [at]
            while waiting:
                start = waiting.pop()
                if start >= len(self._tokens):
                    continue
                ends: set[int] = set()
                if start == at or self._begins(start):
                    ends = {*self._walk(self._root, start, places=False), *self._number(start)}
                if self._tokens[start] in BETWEEN and start != at:
                    ends.add(start + 1)
                waiting += ends - found
                found |= ends
            self._filled[at] = frozenset(found)
        return self._filled[at]

    def _number(self, at: int) -> Iterator[int]:
        """Where a number that begins here ends: digits, perhaps in groups, perhaps in hundredths."""
        if not self._tokens[at].isdecimal():
            return
        at += 1
        while at + 1 < len(self._tokens) and self._tokens[at] in SEPARATORS and self._tokens[at + 1].isdecimal():
            at += 2
        yield at
        if at < len(self._tokens) and self._tokens[at] in PERCENT:
            yield at + 1
