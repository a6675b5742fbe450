"""Cuts a text to a length, between words."""

from __future__ import annotations

OPENERS, CLOSER = "\u2066\u2067\u2068", "\u2069"
"""Characters that open and close an isolate (UAX #9)."""
TRAILING = " \u00a0،,;:؛.!?؟([{«“‘–—-·"


def cut(text: str, limit: int) -> str:
    """A text in at most `limit` characters, ended by an ellipsis after a whole word, with every isolate closed.

    A first word that is longer than the limit leaves nothing but the ellipsis.
    """
    words = text.split()
    whole = " ".join(words)
    open_at_end = _open(whole)
    if len(whole) + open_at_end <= limit:
        return whole + CLOSER * open_at_end
    # One walk over the words: of each beginning only its length, without trailing marks, and its open isolates count.
    best, closing = 0, 0
    at = kept = depth = 0
    for word in words[:-1]:
        depth = _open(word, depth)
        if bare := word.rstrip(TRAILING):
            kept = at + len(bare)
        at += len(word) + 1
        if kept + 1 > limit:
            break
        if kept + depth + 1 <= limit:
            best, closing = kept, depth
    return whole[:best] + CLOSER * closing + "…"


def _open(text: str, depth: int = 0) -> int:
    """How many isolates are open after a text, when `depth` were open before it."""
    for character in text:
        depth += character in OPENERS
        depth -= character == CLOSER and depth > 0
    return depth
