"""How a long task tells of its progress."""

from __future__ import annotations

from collections.abc import Callable

Step = Callable[[str, int, int], None]
"""Told of progress: what is being done, how much is done, how much there is."""


def silent(what: str, done: int, of: int) -> None:
    """A step that tells nobody."""
