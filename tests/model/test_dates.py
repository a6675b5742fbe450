"""Dates: every date of the calendar survives writing and reading; nothing else passes."""

from __future__ import annotations

import datetime
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dalil.model.dates import PATTERN, Date

DAYS = st.dates(datetime.date(1, 1, 1))


@given(DAYS, st.sampled_from([4, 7, 10]), st.booleans())
def test_round_trip(day: datetime.date, length: int, about: bool) -> None:
    text = day.isoformat()[:length] + ("~" if about else "")
    date = Date.parse(text)
    assert str(date) == text
    assert date.first <= day <= date.last
    assert date.start.approximate is about


@given(DAYS, DAYS)
def test_a_range_runs_forward(one: datetime.date, other: datetime.date) -> None:
    first, last = sorted((one, other))
    date = Date.parse(f"{first}/{last}")
    assert (date.first, date.last) == (first, last)
    if first != last:
        with pytest.raises(ValueError, match="date-backwards"):
            Date.parse(f"{last}/{first}")


@given(DAYS, st.sampled_from([4, 7, 10]), st.booleans())
def test_the_pattern_of_schemas_knows_every_date(day: datetime.date, length: int, about: bool) -> None:
    assert re.search(PATTERN, day.isoformat()[:length] + ("~" if about else ""))


@pytest.mark.parametrize(
    "text", ["2026-13", "2026-00", "2026-02-30", "2026-04-31", "2026-03-32", "26", "2026-3", "2026-03-05/", "٢٠٢٦"]
)
def test_the_pattern_of_schemas_knows_what_is_no_date(text: str) -> None:
    assert not re.search(PATTERN, text)
    with pytest.raises(ValueError, match=r"."):
        Date.parse(text)


@given(st.text(max_size=12))
def test_anything_else_is_refused_with_a_reason(text: str) -> None:
    try:
        date = Date.parse(text)
    except ValueError as error:
        assert str(error)
    else:
        assert str(date) == text.strip()


@pytest.mark.parametrize("text", ["2026-13-40", "2026-02-30", "0000", "2026-3-5", "5 March 2026", "2026-03-05/", ""])
def test_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        Date.parse(text)
