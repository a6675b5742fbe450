"""Sets a text into lines: breaks where ICU allows one, and lines of about one length."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from itertools import accumulate

from icu4py.breakers import CharacterBreaker, LineBreaker

from dalil.render.cards.fonts import Fonts

LEADING = 1.24
"""From baseline to baseline, in ems: room for Arabic vowel marks above and tails below."""
JOINER = "\u2060"


@dataclass(frozen=True)
class Block:
    """A text in lines."""

    lines: tuple[str, ...]
    size: int
    """Size of the type, in pixels."""

    @property
    def height(self) -> float:
        """In pixels."""
        return len(self.lines) * self.size * LEADING


@dataclass(frozen=True)
class Type:
    """How a text is set."""

    fonts: Fonts
    weight: int
    locale: str
    sizes: tuple[int, ...]
    """The sizes to try, the largest first."""


def set_block(text: str, kind: Type, width: float, height: float) -> Block:
    """The text in the largest size that fits; what does not fit in the smallest is cut with an ellipsis."""
    block = Block((), kind.sizes[-1])
    for size in kind.sizes:
        block = Block(_lines(text, kind, width / size), size)
        if block.height <= height and all(kind.fonts.width(line, kind.weight) * size <= width for line in block.lines):
            return block
    fitting = max(1, int(height // (block.size * LEADING)))
    if len(block.lines) <= fitting:
        return block
    kept = block.lines[:fitting]
    return Block((*kept[:-1], kept[-1].rstrip("،,;:؛. ") + "…"), block.size)


def _lines(text: str, kind: Type, width: float) -> tuple[str, ...]:
    """Lines of at most `width` ems, in as few lines as can be, none much longer than the others."""
    # A pair such as two names of a month stays on a line: a word joiner (UAX #14) after its slash forbids the break.
    parts = [part.replace(JOINER, "") for part in LineBreaker(text.replace("/", f"/{JOINER}"), kind.locale)]
    pieces = [piece for part in parts for piece in _small(part, kind, width)]
    lengths = [kind.fonts.width(piece.rstrip(), kind.weight) for piece in pieces]
    spaces = [kind.fonts.width(" ", kind.weight) if piece != piece.rstrip() else 0.0 for piece in pieces]
    most = _fill(lengths, spaces, width)
    low, high = max(lengths, default=0.0), width
    for _ in range(12):
        middle = (low + high) / 2
        low, high = (low, middle) if len(_fill(lengths, spaces, middle)) == len(most) else (middle, high)
    ends = list(accumulate(_fill(lengths, spaces, high)))
    return tuple("".join(pieces[start:end]).strip() for start, end in zip([0, *ends], ends, strict=False))


def _fill(lengths: list[float], spaces: list[float], width: float) -> list[int]:
    """How many pieces each line takes."""
    counts: list[int] = []
    at = 0.0
    for index, length in enumerate(lengths):
        if counts and at + length <= width:
            counts[-1] += 1
        else:
            counts.append(1)
            at = 0.0
        at += length + spaces[index]
    return counts


def _small(piece: str, kind: Type, width: float) -> list[str]:
    """A piece as it is, or letter by letter when it is wider than a line; joined letters are never parted."""
    if kind.fonts.width(piece.rstrip(), kind.weight) <= width or any(
        unicodedata.bidirectional(character) == "AL" for character in piece
    ):
        return [piece]
    return list(CharacterBreaker(piece, kind.locale))
