"""Cuts a text to a length, between words."""

from __future__ import annotations

OPENERS, CLOSER = "\u2066\u2067\u2068", "\u2069"
"""Characters that open and close an isolate (UAX #9)."""
TRAILING = " \u00a0،,;:؛.!?؟([{«“‘–—-·"


def cut(text: str, limit: int) -> str:
    """A text in at most `limit` characters, ended by an ellipsis after a whole word, with every isolate closed.

    A first word that is longer than the limit leaves nothing but the ellipsis.
    """
    text = " ".join(text.split())
    if len(text) <= limit and not _open(text):
        return text
    words = text.split(" ")
    for length in range(len(words), 0, -1):
        kept = " ".join(words[:length])
        kept = kept if length == len(words) else kept.rstrip(TRAILING)
        end = CLOSER * _open(kept) + ("" if length == len(words) else "…")
        if len(kept) + len(end) <= limit:
            return kept + end
    return "…"


def _open(text: str) -> int:
    """How many isolates a text leaves open."""
    depth = 0
    for character in text:
        depth += character in OPENERS
        depth -= character == CLOSER and depth > 0
    return depth
