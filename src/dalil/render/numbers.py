"""Lengths as SVG writes them."""

from __future__ import annotations


def percent(share: float) -> str:
    """A share as a percentage, to a hundredth: `33.33%`."""
    return f"{plain(share * 100)}%"


def plain(number: float) -> str:
    """A number without needless digits."""
    shown = f"{number:.2f}".rstrip("0").rstrip(".")
    return "0" if shown == "-0" else shown


def mirrored(start: float, length: float = 0, *, rtl: bool) -> float:
    """Where something begins, counted from the left, that begins at `start` of the way in which the page is read."""
    return 1 - start - length if rtl else start
