"""How long what was checked is trusted."""

from __future__ import annotations

import datetime
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from dalil.model.verification import Periods, later
from support import ROOT


@pytest.mark.parametrize(
    ("day", "period", "expected"),
    [
        ("2026-01-31", "1 month", "2026-02-28"),
        ("2028-01-31", "1 month", "2028-02-29"),
        ("2028-02-29", "1 year", "2029-02-28"),
        ("2026-11-23", "3 months", "2027-02-23"),
        ("2026-12-01", "2 weeks", "2026-12-15"),
        ("2026-12-31", "1 day", "2027-01-01"),
        ("2026-01-01", "9999 years", "9999-12-31"),
    ],
)
def test_a_period_ends_on_the_same_day_of_the_month_or_on_its_last(day: str, period: str, expected: str) -> None:
    assert later(datetime.date.fromisoformat(day), period) == datetime.date.fromisoformat(expected)


def test_never_has_no_end() -> None:
    assert later(datetime.date(2026, 1, 1), "never") is None


@given(
    st.dates(max_value=datetime.date(9000, 1, 1)),
    st.integers(1, 500),
    st.sampled_from(["day", "days", "weeks", "months", "year"]),
)
def test_a_period_is_as_long_as_it_says(day: datetime.date, number: int, unit: str) -> None:
    end = later(day, f"{number} {unit}")
    assert end is not None
    least = {"d": 1, "w": 7, "m": 28, "y": 365}[unit[0]] * number
    most = {"d": 1, "w": 7, "m": 31, "y": 366}[unit[0]] * number
    assert least <= (end - day).days <= most


@pytest.mark.parametrize(
    "period", ["", "0 days", "3", "days", "-3 days", "3 hours", "3 fortnights", "10000 days", "Never"]
)
def test_a_period_is_a_length_of_time_or_never(period: str) -> None:
    with pytest.raises(ValidationError):
        Periods.model_validate({"news": period})


def test_every_name_of_a_file_is_a_name_of_a_period() -> None:
    given_periods = Periods.model_validate({"single-source": "9 days", "primary-document": "never"})
    assert (given_periods.of("single-source"), given_periods.of("primary-document")) == ("9 days", "never")
    assert given_periods.of("news") == Periods().news


def test_the_store_s_readme_has_every_period() -> None:
    text = (ROOT / "data" / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (`[^|]*) \| ([^|`]*) \|$", text, re.MULTILINE)
    documented = {name: period for names, period in rows for name in re.findall(r"`([a-z-]+)`", names)}
    known = {field.alias or name: field.default for name, field in Periods.model_fields.items()}
    assert {name: documented.get(name) for name in known} == known
