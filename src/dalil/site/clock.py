"""The build's clock. That of the machine is never asked, so that the same input gives the same site to the byte."""

from __future__ import annotations

import calendar
import datetime
import os
import re

from dalil.problems import Place, Problems, ProblemsFound, phrase
from dalil.project.whole import Checked

GIVEN = "SOURCE_DATE_EPOCH"
"""A variable of the environment (reproducible-builds.org/specs/source-date-epoch)."""


def clock(checked: Checked) -> str:
    """Seconds since 1970 that stand for now: SOURCE_DATE_EPOCH, or noon of the day of the store's last change.

    Raises ProblemsFound when what is given is no number of seconds that a date has.
    """
    given = os.environ.get(GIVEN)
    if given and not re.fullmatch(r"[0-9]{1,11}", given):
        problems = Problems()
        problems.add("bad-value", Place(GIVEN), found=given[:60], nearest="", expected=phrase("seconds-since-1970"))
        raise ProblemsFound(problems)
    return given or str(calendar.timegm((*checked.store.site.updated.last.timetuple()[:3], 12, 0, 0)))


def today(checked: Checked) -> datetime.date:
    """The day of the clock, in universal time."""
    return datetime.datetime.fromtimestamp(int(clock(checked)), datetime.UTC).date()
