"""Boxes around outlines, against a reckoning that goes point by point."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dalil.render.geometry.paths import bounds, touches, within

POINTS = st.lists(st.tuples(st.integers(-2000, 2000), st.integers(-2000, 2000)), min_size=3, max_size=20)


def relative(points: list[tuple[int, int]]) -> str:
    steps = [f"{x - a},{y - b}" for (x, y), (a, b) in zip(points[1:], points, strict=False)]
    return f"M{points[0][0]},{points[0][1]}l" + " ".join(steps).replace(" -", "-").replace(",-", "-") + "z"


@given(POINTS)
def test_the_box_of_a_relative_path(points: list[tuple[int, int]]) -> None:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    assert bounds(relative(points)) == (min(xs), min(ys), max(xs), max(ys))


@given(POINTS, POINTS)
def test_a_path_of_two_parts(one: list[tuple[int, int]], other: list[tuple[int, int]]) -> None:
    xs, ys = [x for x, _ in one + other], [y for _, y in one + other]
    assert bounds(relative(one) + relative(other)) == (min(xs), min(ys), max(xs), max(ys))


def test_every_command() -> None:
    assert bounds("M10 20H30V5L40,50z") == (10, 5, 40, 50)
    assert bounds("m10,20h20v-15l10,45zm1,1l5,5z") == (10, 5, 40, 50)
    assert bounds("M1 1 9 9") == (1, 1, 9, 9)
    assert bounds("M5,5l1,0z m100,0l1,1z") == (5, 5, 106, 6), "after a shape is closed, the pen is where it began"
    assert bounds("") is None


def test_a_window() -> None:
    window = (10, 10, 20, 20)
    assert within((10, 10, 30, 30), window)
    assert not within((9, 10, 30, 30), window)
    assert touches((0, 0, 11, 11), window)
    assert not touches((0, 0, 10, 50), window), "what only meets the edge does not show"
