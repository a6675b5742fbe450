"""The build's clock. That of the machine is never asked, so that the same input gives the same site to the byte."""

from __future__ import annotations

import calendar
import datetime
import os

from dalil.project import Checked


def clock(checked: Checked) -> str:
    """Seconds since 1970 that stand for now: SOURCE_DATE_EPOCH, or noon of the day of the store's last change."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    return given or str(calendar.timegm((*checked.store.site.updated.last.timetuple()[:3], 12, 0, 0)))


def today(checked: Checked) -> datetime.date:
    """The day of the clock, in universal time."""
    return datetime.datetime.fromtimestamp(int(clock(checked)), datetime.UTC).date()
