"""Dates as sources give them: to the day, the month or the year, exact or about, single or a range.

The notation is the usual part of EDTF (ISO 8601-2): `2026-03-05`, `2026-03`, `2026`, `2026-03-05~` for *about*, and
`2026-03-04/2026-03-05` for a range.
"""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import PydanticCustomError, core_schema

from dalil.problems import Phrase, phrase

Precision = Literal["day", "month", "year"]
SINGLE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(~?)", re.ASCII)
MONTH_AND_DAY = (
    r"(0[13578]|1[02])(-(0[1-9]|[12][0-9]|3[01]))?|(0[469]|11)(-(0[1-9]|[12][0-9]|30))?|02(-(0[1-9]|[12][0-9]))?"
)
PATTERN = rf"^\s*[0-9]{{4}}(-({MONTH_AND_DAY}))?~?(/[0-9]{{4}}(-({MONTH_AND_DAY}))?~?)?\s*$"
"""The notation as a regular expression, which knows all of it but leap years and the order of a range."""
FORM = "a date such as 2026-03-05, 2026-03 or 2026; 2026-03-05~ for “about”; 2026-03-04/2026-03-05 for a range"


class BadDate(ValueError):
    """A text that is no date; `reason` says why."""

    def __init__(self, reason: Phrase) -> None:
        super().__init__(reason.key)
        self.reason = reason


@dataclass(frozen=True)
class Day:
    """One date: first and last day that it may mean, its precision, and whether it is approximate."""

    first: datetime.date
    last: datetime.date
    precision: Precision
    approximate: bool = False


@dataclass(frozen=True)
class Date:
    """A date or a range of dates."""

    start: Day
    end: Day | None = None

    @classmethod
    def parse(cls, text: str) -> Date:
        """Reads the notation of this module; raises BadDate."""
        first, slash, second = text.strip().partition("/")
        start = _parse_day(first)
        if not slash:
            return cls(start)
        end = _parse_day(second)
        if end.first < start.first:
            raise BadDate(phrase("date-backwards"))
        return cls(start, None if end == start else end)

    @classmethod
    def on(cls, day: datetime.date) -> Date:
        """One day, exactly."""
        return cls(Day(day, day, "day"))

    @property
    def first(self) -> datetime.date:
        """The earliest day it may mean."""
        return self.start.first

    @property
    def last(self) -> datetime.date:
        """The latest day it may mean."""
        return (self.end or self.start).last

    @property
    def precision(self) -> Precision:
        """How exactly it is known."""
        return self.start.precision

    def __str__(self) -> str:
        def show(day: Day) -> str:
            length = {"day": 10, "month": 7, "year": 4}[day.precision]
            return day.first.isoformat()[:length] + ("~" if day.approximate else "")

        return show(self.start) + (f"/{show(self.end)}" if self.end else "")

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        def validate(value: Any) -> Date:
            if isinstance(value, cls):
                return value
            try:
                if not isinstance(value, str):
                    raise BadDate(phrase("date-form"))
                return cls.parse(value)
            except BadDate as error:
                raise PydanticCustomError("bad_date", "not a date", {"reason": error.reason}) from error

        return core_schema.no_info_plain_validator_function(
            validate,
            serialization=core_schema.plain_serializer_function_ser_schema(str),
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        message = f"Expected: {FORM}."
        text = {"type": "string", "pattern": PATTERN, "errorMessage": message}
        year = {"type": "integer", "minimum": 1, "maximum": 9999, "errorMessage": message}
        return {"anyOf": [text, year]}


def _parse_day(text: str) -> Day:
    match = SINGLE.fullmatch(text)
    if not match:
        raise BadDate(phrase("date-form"))
    year, month, day = (int(part) if part else None for part in match.groups()[:3])
    if not year:
        raise BadDate(phrase("date-year"))
    if month is not None and not 1 <= month <= 12:
        raise BadDate(phrase("date-month", month=f"{month:02d}"))
    if month is not None and day is not None:
        days = calendar.monthrange(year, month)[1]
        if not 1 <= day <= days:
            raise BadDate(phrase("date-day", month=f"{month:02d}", year=year, days=days, day=f"{day:02d}"))
    first = datetime.date(year, month or 1, day or 1)
    if day:
        return Day(first, first, "day", bool(match[4]))
    if month:
        return Day(first, first.replace(day=calendar.monthrange(year, month)[1]), "month", bool(match[4]))
    return Day(first, datetime.date(year, 12, 31), "year", bool(match[4]))
