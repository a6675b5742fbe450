"""Words of other people's servers, made fit for a terminal, a file and a summary: one line, nothing without a shape."""

from __future__ import annotations

import unicodedata

from dalil.problems.gate import visible

LONGEST = 300
"""Characters of a title, a reason or an address that are worth telling."""
BREAKS = ("Cc", "Zl", "Zp")
"""Unicode's general categories of controls and of ends of lines."""


def tame(words: str, longest: int = LONGEST) -> str:
    """The words in one line, without what a terminal obeys, what turns the line round, and what has no shape."""
    # No more is looked at than may be shown; what is taken out rarely makes up most of it.
    parted = "".join(" " if unicodedata.category(one) in BREAKS else one for one in words[: longest * 8])
    line = " ".join(visible(parted).split())
    return line if len(line) <= longest else f"{line[: longest - 1]}…"
