"""Boxes and ways of a diagram: ways meet their boxes, pass beside the others, and do not share a port."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dalil.render.geometry.diagram import HALF, MARGIN, Height, Layout, Way

ROWS = [["a", "b"], ["c", "d"], ["e", "f", "g"], ["h", "i", "j"]]


def points(way: Way) -> list[tuple[float, Height]]:
    return [(line.x1, line.y1) for line in way.lines] + [(way.lines[-1].x2, way.lines[-1].y2)]


def test_rows_are_centred() -> None:
    layout = Layout(ROWS)
    assert [layout.place[box][0] for box in "abe"] == [0, 0, 2]
    assert [layout.place[box][1] for box in "abe"] == pytest.approx([1 / 3, 2 / 3, 1 / 6])


def test_boxes_of_neighbouring_rows_are_joined_from_edge_to_edge() -> None:
    (way,) = Layout(ROWS).ways([("a", "c")])
    assert [x for x, _ in points(way)] == pytest.approx([1 / 3, 1 / 3])
    assert [y for _, y in points(way)] == [Height(0.25, -MARGIN), Height(0.25, MARGIN)]


def test_upwards_a_way_leaves_at_the_top() -> None:
    (way,) = Layout(ROWS).ways([("c", "a")])
    assert [y for _, y in points(way)] == [Height(0.25, MARGIN), Height(0.25, -MARGIN)]


def test_neighbours_in_a_row_are_joined_side_to_side() -> None:
    (way,) = Layout(ROWS).ways([("j", "i")])
    assert [x for x, _ in points(way)] == pytest.approx([5 / 6 - HALF / 3, 0.5 + HALF / 3])
    assert [y for _, y in points(way)] == [Height(7 / 8)] * 2
    assert way.y.pixels < 0, "the number stands over the line, not on it"


def test_a_long_way_passes_beside_the_boxes_between() -> None:
    layout = Layout(ROWS)
    (way,) = layout.ways([("b", "i")])
    passing = [line for line in way.lines if line.x1 == line.x2 and line.y1.share != line.y2.share]
    assert [line.x1 for line in passing] == [pytest.approx(0.5), pytest.approx(2 / 3)]


BOXES = [box for row in ROWS for box in row]
EDGES = st.lists(
    st.tuples(st.sampled_from(BOXES), st.sampled_from(BOXES)).filter(lambda edge: edge[0] != edge[1]),
    max_size=12,
    unique=True,
)


@given(EDGES)
def test_every_way_stays_in_the_drawing_and_off_the_boxes(edges: list[tuple[str, str]]) -> None:
    layout = Layout(ROWS)
    edges = [edge for edge in edges if layout.place[edge[0]][0] != layout.place[edge[1]][0]]
    ports: list[tuple[str, float, float]] = []
    for (start, end), way in zip(edges, layout.ways(edges), strict=True):
        for x, y in points(way):
            assert 0 <= x <= 1
            assert 0 <= y.share <= 1
        for box, (x, y) in ((start, points(way)[0]), (end, points(way)[-1])):
            row, middle = layout.place[box]
            assert abs(x - middle) <= layout.half
            assert y.share in (pytest.approx(row / 4), pytest.approx((row + 1) / 4))
            ports.append((box, round(x, 6), y.share))
        for line in way.lines:
            if line.y1.share != line.y2.share:
                row = round(min(line.y1.share, line.y2.share) * 4)
                assert all(abs(line.x1 - layout.place[box][1]) > layout.half for box in ROWS[row])
        for one, other in zip(way.lines, way.lines[1:], strict=False):
            assert (one.x2, one.y2) == (other.x1, other.y1)
    assert len(ports) == len(set(ports))
