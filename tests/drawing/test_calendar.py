"""Events on a calendar: where, how long, and never one over another."""

from __future__ import annotations

import datetime
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from dalil.model.dates import Date
from dalil.render.geometry.calendar import DAYS, Row, rows


def one(text: str) -> list[Row]:
    return rows([("event", Date.parse(text))])


def test_a_day_has_one_day_s_width() -> None:
    (row,) = one("2026-03-07")
    (placed,) = row.placed
    assert (row.year, row.month) == (2026, 3)
    assert (placed.shape, placed.start, placed.length) == ("day", 6 / DAYS, 1 / DAYS)


def test_a_range_counts_both_its_ends() -> None:
    (placed,) = one("2026-03-04/2026-03-05")[0].placed
    assert (placed.shape, placed.start, placed.length) == ("range", 3 / DAYS, 2 / DAYS)


def test_a_month_and_a_year() -> None:
    (placed,) = one("2025-02")[0].placed
    assert (placed.shape, placed.start, placed.length) == ("month", 0, 28 / DAYS)
    (row,) = one("2025")
    assert (row.month, row.placed[0].shape, row.placed[0].length) == (None, "year", 1)


def test_a_range_over_months_has_a_piece_in_each_and_begins_once() -> None:
    found = one("2025-12-30/2026-02-02")
    assert [(row.year, row.month) for row in found] == [(2025, 12), (2026, 1), (2026, 2)]
    assert [row.placed[0].begins for row in found] == [True, False, False]
    assert [round(row.placed[0].length * DAYS) for row in found] == [2, 31, 2]


def test_the_last_month_that_a_calendar_has() -> None:
    assert [(row.year, row.month) for row in one("9999-12-30/9999-12-31")] == [(9999, 12)]


def test_months_without_events_are_passed_over() -> None:
    found = rows([(text, Date.parse(text)) for text in ("2026-03-01", "2025-11-03", "2025-12-04", "2025-02")])
    assert [(row.year, row.month, row.gap) for row in found] == [
        (2025, 2, False),
        (2025, 11, True),
        (2025, 12, False),
        (2026, 3, True),
    ]


DAY = st.dates(datetime.date(2024, 1, 1), datetime.date(2026, 12, 31))
RANGE = st.tuples(DAY, DAY).map(lambda pair: "/".join(day.isoformat() for day in sorted(pair)))
DATE = st.one_of(DAY.map(str), RANGE, DAY.map(lambda day: str(day)[:7]), DAY.map(lambda day: f"{str(day)[:7]}~"))


@given(st.lists(DATE, max_size=25))
def test_nothing_stands_over_anything_or_outside_its_row(texts: list[str]) -> None:
    found = rows([(f"event-{number}", Date.parse(text)) for number, text in enumerate(texts)])
    keys = [(row.year, row.month) for row in found]
    assert keys == sorted(set(keys))
    for row in found:
        for placed in row.placed:
            assert placed.start >= 0
            assert placed.start + placed.length <= 1 + 1e-9
            assert 0 <= placed.lane < row.lanes
        for a, b in combinations(row.placed, 2):
            if a.lane == b.lane:
                assert a.start + a.length <= b.start + 1e-9 or b.start + b.length <= a.start + 1e-9
    begun = [placed.id for row in found for placed in row.placed if placed.begins]
    assert sorted(begun) == sorted(f"event-{number}" for number in range(len(texts)))
