"""Reads the outlines of a map."""

from __future__ import annotations

import re

Box = tuple[int, int, int, int]
"""Left, top, right, bottom."""

TOKEN = re.compile(r"[MmLlHhVvZz]|-?\d+")


def bounds(path: str) -> Box | None:
    """The box around an SVG path of straight lines with whole coordinates; None of an empty path.

    The grammar is that of SVG 2, section 9.3, as far as the commands M, L, H, V and Z go, absolute and relative.
    """
    x = y = 0
    start = (0, 0)
    command = ""
    numbers: list[int] = []
    left = top = right = bottom = 0
    first = True
    for token in TOKEN.findall(path):
        if token.isalpha():
            command, numbers = token, []
            if command in "Zz":
                x, y = start
            continue
        numbers.append(int(token))
        kind, relative = command.upper(), command.islower()
        if kind == "H":
            x = numbers.pop() + (x if relative else 0)
        elif kind == "V":
            y = numbers.pop() + (y if relative else 0)
        elif len(numbers) == 2:
            dx, dy = numbers
            numbers = []
            x, y = (x + dx, y + dy) if relative else (dx, dy)
            if kind == "M":
                start = (x, y)
                command = "l" if relative else "L"
        else:
            continue
        left, right = (x, x) if first else (min(left, x), max(right, x))
        top, bottom = (y, y) if first else (min(top, y), max(bottom, y))
        first = False
    return None if first else (left, top, right, bottom)


def touches(box: Box, window: tuple[int, int, int, int]) -> bool:
    """Whether a box shows in a window of x, y, width and height."""
    x, y, width, height = window
    return box[0] < x + width and box[2] > x and box[1] < y + height and box[3] > y


def within(box: Box, window: tuple[int, int, int, int]) -> bool:
    """Whether a box lies in a window altogether."""
    x, y, width, height = window
    return box[0] >= x and box[2] <= x + width and box[1] >= y and box[3] <= y + height
