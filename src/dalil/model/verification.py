"""When somebody last checked a record against its sources, and when it must be looked at again."""

from __future__ import annotations

import calendar
import datetime
import re
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, PlainValidator
from pydantic_core import PydanticCustomError

from dalil.model.dates import BadDate, Date
from dalil.model.values import Strict
from dalil.problems import phrase

NEVER = "never"
PERIOD = re.compile(r"([1-9]\d{0,3}) (day|week|month|year)s?")


def _one_day(date: Date) -> Date:
    if date.end is not None or date.precision != "day" or date.start.approximate:
        raise PydanticCustomError("not_a_day", "a single day such as 2026-03-05")
    return date


OneDay = Annotated[Date, AfterValidator(_one_day)]
"""A single day that is known exactly."""
Verified = OneDay
"""The day on which somebody checked a record."""


def _deadline(value: Any) -> Date | str:
    if value == NEVER:
        return NEVER
    try:
        if not isinstance(value, str):
            raise BadDate(phrase("date-form"))
        return Date.parse(value)
    except BadDate as error:
        raise PydanticCustomError("bad_date", "not a date", {"reason": error.reason}) from error


Deadline = Annotated[Date | Literal["never"], PlainValidator(_deadline, json_schema_input_type=Date | Literal["never"])]
"""The day by which a record must be looked at again, or `never`; of a month or year, its last day."""


def _period(text: str) -> str:
    if text != NEVER and not PERIOD.fullmatch(text):
        raise PydanticCustomError("bad_period", "a length of time such as 180 days, or never")
    return text


Period = Annotated[str, AfterValidator(_period)]
"""How long what was checked is trusted: `180 days`, `6 months`, `1 year` or `never` for without end."""


class Periods(Strict):
    """How long what was checked is trusted before it must be looked at again.

    The shaky comes round sooner than the firm: a claim or statement goes by its status, a source by its type.
    """

    confirmed: Period = "1 year"
    """Claims and statements that are confirmed."""
    attributed: Period = "1 year"
    """Those that are attributed."""
    single_source: Period = Field("6 months", alias="single-source")
    """Those with one source only."""
    disputed: Period = "3 months"
    """Those that a source disputes."""
    unconfirmed: Period = "3 months"
    """Those that nothing bears out."""
    superseded: Period = NEVER
    """Those whose place another has taken."""
    retracted: Period = NEVER
    """Those that are withdrawn, and sources that their publisher took back."""
    past: Period = NEVER
    """Confirmed ones that say what happened at an event that is over, or on a day that has passed."""
    dispute: Period = "3 months"
    """Disputed questions."""
    primary_document: Period = Field("2 years", alias="primary-document")
    """Sources of this type."""
    news: Period = "1 year"
    """Sources of this type."""
    analysis: Period = "1 year"
    """Sources of this type."""
    reference: Period = "6 months"
    """Sources of this type, whose pages are rewritten."""

    def of(self, kind: str) -> str:
        """The period under its name in the file, such as `single-source`."""
        period: str = getattr(self, kind.replace("-", "_"))
        return period


def later(day: datetime.date, period: str) -> datetime.date | None:
    """The day a period after `day`, within the month if the month is shorter; None for `never`."""
    match = PERIOD.fullmatch(period)
    if match is None:
        return None
    number, unit = int(match[1]), match[2]
    try:
        if unit in ("day", "week"):
            return day + datetime.timedelta(days=number * (7 if unit == "week" else 1))
        months = day.year * 12 + day.month - 1 + number * (12 if unit == "year" else 1)
        year, month = months // 12, months % 12 + 1
        return datetime.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
    except (OverflowError, ValueError):
        return datetime.date.max
