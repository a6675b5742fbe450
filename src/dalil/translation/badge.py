"""A small picture for a README: how many percent of each language are done."""

from __future__ import annotations

from collections.abc import Sequence

from dalil.text.markup import element
from dalil.translation.tally import Progress

HEIGHT, LETTER, PAD = 20, 7, 6
"""Pixels: the height, the width of a letter at 11 pixels, and the space beside words."""
GREEN, AMBER, GREY = "#1f7a3f", "#8a5a00", "#555555"
"""Dark enough for white letters (WCAG 2.2, contrast of 4.5)."""


def badge_of(progress: Sequence[Progress]) -> str:
    """An SVG picture, readable as text too."""
    parts = [("translations", GREY), *((f"{one.locale} {one.all.percent}%", _colour(one)) for one in progress)]
    boxes, at = [], 0
    for words, colour in parts:
        width = LETTER * len(words) + 2 * PAD
        boxes.append(element("rect", {"x": at, "width": width, "height": HEIGHT, "fill": colour}))
        boxes.append(element("text", {"x": at + PAD, "y": 14}, words))
        at += width
    label = ", ".join(words for words, _ in parts)
    drawn = element("g", {"font-family": "DejaVu Sans,Verdana,sans-serif", "font-size": 11, "fill": "#fff"}, *boxes)
    size = {"xmlns": "http://www.w3.org/2000/svg", "width": at, "height": HEIGHT}
    return f"{element('svg', {**size, 'role': 'img', 'aria-label': label}, drawn)}\n"


def _colour(one: Progress) -> str:
    return GREEN if one.all.percent == 100 else AMBER if one.all.percent >= 50 else GREY
