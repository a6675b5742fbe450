"""What one language says of one code."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Wording:
    """What one code says."""

    message: str
    """What was found."""
    hints: tuple[str, ...]
    """What to do; the first whose details are all there is given."""
    reason: str
    """Why it is a problem at all."""


def worded(message: str, *hints: str, reason: str) -> Wording:
    """An entry of a language's table; `{name}` places a detail of the problem."""
    return Wording(message, hints, reason)
