"""A small picture for a README: how many percent of each language are done."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from dalil.translation.tally import Progress

HEIGHT, LETTER, PAD = 20, 7, 6
"""Pixels: the height, the width of a letter at 11 pixels, and the space beside words."""
GREEN, AMBER, GREY = "#1f7a3f", "#8a5a00", "#555555"
"""Dark enough for white letters (WCAG 2.2, contrast of 4.5)."""


def badge_of(progress: Sequence[Progress]) -> str:
    """An SVG picture, readable as text too."""
    parts = [("translations", GREY), *((f"{one.locale} {one.all.percent}%", _colour(one)) for one in progress)]
    boxes, at = Markup(""), 0
    for words, colour in parts:
        width = LETTER * len(words) + 2 * PAD
        boxes += Markup('<rect x="{}" width="{}" height="{}" fill="{}"/><text x="{}" y="14">{}</text>').format(
            at, width, HEIGHT, colour, at + PAD, words
        )
        at += width
    label = ", ".join(words for words, _ in parts)
    head = Markup('<svg xmlns="http://www.w3.org/2000/svg" width="{}" height="{}" role="img" aria-label="{}">').format(
        at, HEIGHT, label
    )
    style = Markup('<g font-family="DejaVu Sans,Verdana,sans-serif" font-size="11" fill="#fff">')
    return f"{head}{style}{boxes}</g></svg>\n"


def _colour(one: Progress) -> str:
    return GREEN if one.all.percent == 100 else AMBER if one.all.percent >= 50 else GREY
