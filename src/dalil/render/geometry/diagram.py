"""Boxes in rows and the lines between them.

Widths are shares of the drawing's width. Heights cannot be known when a page is built: rows grow with their words, all
to the same height. So a height is a share of the drawing's height plus a number of pixels, and a line can end exactly
at a box's edge in any font and at any width: each box keeps a margin of `MARGIN` pixels above and below within its row.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

MARGIN = 28
"""Pixels between a box and the edge of its row; pictures.css gives boxes the same."""
HALF = 0.4
"""Half of a box's width, as a share of its column's; pictures.css gives boxes the same."""
SPREAD = 0.6
"""How much of a box's side its lines take up."""


@dataclass(frozen=True)
class Height:
    """A height: a share of the whole and some pixels."""

    share: float
    """Share of the drawing's height."""
    pixels: float = 0
    """Pixels below it."""


@dataclass(frozen=True)
class Line:
    """A straight piece of a way."""

    x1: float
    """Where it starts, as a share of the width."""
    y1: Height
    """And how far down."""
    x2: float
    """Where it ends."""
    y2: Height
    """And how far down."""


@dataclass(frozen=True)
class Way:
    """How an edge runs, from its first box to its second."""

    lines: list[Line]
    """Its pieces, in order."""
    x: float
    """Where its number stands."""
    y: Height
    """And how far down."""


class Layout:
    """Where every box of a diagram stands. Rows are centred; the widest fills the width."""

    def __init__(self, rows: Sequence[Sequence[str]]) -> None:
        self.rows = rows
        self.columns = max(len(row) for row in rows)
        self.place: dict[str, tuple[int, float]] = {}
        """Box to its row, counted from 0, and its middle."""
        for number, row in enumerate(rows):
            for index, box in enumerate(row):
                middle = ((self.columns - len(row)) / 2 + index + 0.5) / self.columns
                self.place[box] = (number, middle)
        self.half = HALF / self.columns
        """Half of a box's width."""

    def ways(self, edges: Sequence[tuple[str, str]]) -> list[Way]:
        """The ways of edges from box to box. Neighbours in a row are joined side to side, others top to bottom."""
        bends = [self._bends(start, end) for start, end in edges]
        ports = self._ports(edges, bends)
        return [self._way(number, edge, bends[number], ports) for number, edge in enumerate(edges)]

    def _bends(self, start: str, end: str) -> list[tuple[int, float]]:
        """(row, x) at which a way passes each row between its ends: beside the boxes, as near to straight as it can."""
        (top, x1), (bottom, x2) = sorted((self.place[start], self.place[end]))
        found = []
        for row in range(top + 1, bottom):
            straight = x1 + (x2 - x1) * (row - top) / (bottom - top)
            found.append((row, self._beside(row, straight)))
        return found if self.place[start][0] <= self.place[end][0] else found[::-1]

    def _beside(self, row: int, x: float) -> float:
        """The place in a row nearest to `x` where no box stands."""
        middles = [self.place[box][1] for box in self.rows[row]]
        clear = 0.5 / self.columns
        if all(abs(x - middle) >= clear for middle in middles):
            return x
        sides = [middle + side * clear for middle in middles for side in (-1, 1)]
        free = [side for side in sides if all(abs(side - middle) >= clear - 1e-9 for middle in middles)]
        return min(free, key=lambda side: (abs(side - x), side))

    def _ports(
        self, edges: Sequence[tuple[str, str]], bends: list[list[tuple[int, float]]]
    ) -> dict[tuple[int, str], float]:
        """(edge, box) to where the edge meets the box: the lines of a side are spread and do not cross there."""
        sides: dict[tuple[str, bool], list[tuple[float, int]]] = {}
        for number, (start, end) in enumerate(edges):
            for box, other, near in ((start, end, 0), (end, start, -1)):
                row, _ = self.place[box]
                towards, x = bends[number][near] if bends[number] else self.place[other]
                if towards != row:
                    sides.setdefault((box, towards > row), []).append((x, number))
        found = {}
        for (box, _), meeting in sides.items():
            for index, (_, number) in enumerate(sorted(meeting)):
                offset = (index + 0.5) / len(meeting) - 0.5
                found[number, box] = self.place[box][1] + offset * 2 * self.half * SPREAD
        return found

    def _way(
        self, number: int, edge: tuple[str, str], bends: list[tuple[int, float]], ports: dict[tuple[int, str], float]
    ) -> Way:
        start, end = edge
        (row1, x1), (row2, x2) = self.place[start], self.place[end]
        count = len(self.rows)
        if row1 == row2:
            side = self.half if x2 > x1 else -self.half
            level = Height((row1 + 0.5) / count)
            line = Line(x1 + side, level, x2 - side, level)
            return Way([line], (x1 + x2) / 2, Height(level.share, -MARGIN / 2))
        down = 1 if row2 > row1 else -1

        def edge_of(row: int, *, leaving: bool) -> float:
            """The share of height of a row's edge on the way."""
            return (row + (1 if (down > 0) == leaving else 0)) / count

        leave, reach = edge_of(row1, leaving=True), edge_of(row2, leaving=False)
        first = (ports[number, start], Height(leave, -down * MARGIN))
        last = (ports[number, end], Height(reach, down * MARGIN))
        points = [first]
        for row, x in bends:
            points += [(x, Height(edge_of(row, leaving=leaving))) for leaving in (False, True)]
        points.append(last)
        lines = [Line(a, y, b, z) for (a, y), (b, z) in pairwise(points)]
        # The last piece is the one that no box hides and that is nearest to what the edge leads to.
        final = lines[-1]
        return Way(lines, (final.x1 + final.x2) / 2, Height(reach, (final.y1.pixels + final.y2.pixels) / 2))
