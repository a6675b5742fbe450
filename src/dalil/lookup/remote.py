"""Words of other people's servers, made fit for a terminal, a file and a summary: one line, nothing without a shape."""

from __future__ import annotations

import unicodedata

from dalil.cleaning import UNSEEN

LONGEST = 300
"""Characters of a title, a reason or an address that are worth telling."""
BREAKS = ("Cc", "Zl", "Zp")
"""Unicode's general categories of controls and of ends of lines."""
SHAPELESS = ("Cf", "Cs", "Co")
"""Of formats (direction marks and tags among them), halves of pairs, and private use."""
JOINERS = "\u200c\u200d"
"""Formats that spelling needs, in Persian and in Indian scripts."""
NONCHARACTERS = {
    *range(0xFDD0, 0xFDF0),
    *(plane + end for plane in range(0, 0x110000, 0x10000) for end in (0xFFFE, 0xFFFF)),
}


def tame(words: str, longest: int = LONGEST) -> str:
    """The words in one line, without what a terminal obeys, what turns the line round, and what has no shape."""
    # No more is looked at than may be shown; what is taken out rarely makes up most of it.
    line = " ".join("".join(_shown(one) for one in words[: longest * 8]).split())
    return line if len(line) <= longest else f"{line[: longest - 1]}…"


def _shown(character: str) -> str:
    category = unicodedata.category(character)
    if category in BREAKS:
        return " "
    shapeless = category in SHAPELESS and character not in JOINERS
    return "" if shapeless or ord(character) in NONCHARACTERS or UNSEEN.match(character) else character
