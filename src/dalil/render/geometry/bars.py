"""Figures as lengths."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal


def lengths(amounts: Sequence[tuple[Decimal, bool]]) -> list[tuple[float, float]]:
    """(start, length) of each bar as shares of the width, for (amount, whether it starts where the one before ends).

    All bars share one scale that begins at nought, so their lengths are as their amounts; a negative amount has none.
    """
    spans: list[tuple[Decimal, Decimal]] = []
    for amount, onward in amounts:
        start = sum(spans[-1], Decimal(0)) if onward and spans else Decimal(0)
        spans.append((start, max(amount, Decimal(0))))
    end = max((start + length for start, length in spans), default=Decimal(0))
    return [(float(start / end), float(length / end)) if end else (0.0, 0.0) for start, length in spans]
