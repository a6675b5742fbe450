"""Events on a calendar of one row a month, each as exact as its date is.

A line of time would press most events of a busy month into one point. Here every month has the same width, a day stands
at the same place in every row, and months without events are passed over.
"""

from __future__ import annotations

import calendar as months
import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from dalil.model.dates import Date

DAYS = 31
"""Days that the width of a row stands for, whatever the month."""

Shape = Literal["day", "range", "month", "year"]


@dataclass(frozen=True)
class Placed:
    """An event in a row."""

    id: str
    """The event."""
    shape: Shape
    """day: that day. range: from one day to another. month, year: some day in it."""
    start: float
    """Where it begins, as a share of the row's width."""
    length: float
    """How far it reaches, likewise; a day's is one day's width."""
    lane: int
    """Which line of the row it stands on, counted from 0."""
    approximate: bool
    """Whether the date is only about right."""
    begins: bool
    """Whether it begins in this row; a range over several months has a piece in each."""


@dataclass(frozen=True)
class Row:
    """A month, or a year when no more is known of an event."""

    year: int
    """The year."""
    month: int | None
    """The month, or none."""
    placed: list[Placed] = field(default_factory=list)
    """Its events."""
    lanes: int = 1
    """How many lines it needs."""
    gap: bool = False
    """Whether months without events were passed over before it."""


def rows(events: Iterable[tuple[str, Date]]) -> list[Row]:
    """Events as rows, oldest first. Events of one row are in the order of their dates."""
    pieces: dict[tuple[int, int | None], list[tuple[float, float, str, Shape, bool, bool]]] = {}
    for event, date in sorted(events, key=lambda one: (one[1].first, one[1].last, one[0])):
        for key, start, length, shape, begins in _pieces(date):
            pieces.setdefault(key, []).append((start, length, event, shape, date.start.approximate, begins))
    found: list[Row] = []
    for year, month in sorted(pieces, key=lambda key: (key[0], key[1] or 0)):
        placed, lanes = _in_lanes(pieces[year, month])
        gap = bool(found) and _months(year, month) - _months(found[-1].year, found[-1].month) > 1
        found.append(Row(year, month, placed, lanes, gap))
    return found


def _months(year: int, month: int | None) -> int:
    return year * 12 + (month or 1)


def _pieces(date: Date) -> Iterator[tuple[tuple[int, int | None], float, float, Shape, bool]]:
    """(row, start, length, shape, whether it begins here) for each row that a date touches."""
    if date.precision == "year":
        for year in range(date.first.year, date.last.year + 1):
            yield (year, None), 0.0, 1.0, "year", year == date.first.year
        return
    first = date.first
    while first <= date.last:
        month_end = first.replace(day=months.monthrange(first.year, first.month)[1])
        last = min(month_end, date.last)
        shape: Shape = "month" if date.precision == "month" else "range" if date.last > date.first else "day"
        length = (last.day - first.day + 1) / DAYS
        yield (first.year, first.month), (first.day - 1) / DAYS, length, shape, first == date.first
        if month_end == datetime.date.max:
            return
        first = month_end + datetime.timedelta(days=1)


def _in_lanes(pieces: list[tuple[float, float, str, Shape, bool, bool]]) -> tuple[list[Placed], int]:
    """Puts each piece on the first line on which nothing stands in its way."""
    ends: list[float] = []
    placed = []
    for start, length, event, shape, approximate, begins in sorted(pieces, key=lambda piece: (piece[0], -piece[1])):
        lane = next((number for number, end in enumerate(ends) if end <= start + 1e-9), len(ends))
        ends[lane : lane + 1] = [start + length]
        placed.append(Placed(event, shape, start, length, lane, approximate, begins))
    return placed, len(ends)
