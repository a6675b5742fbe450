"""A calendar: the events of the store on rows of months, each as exact as its date."""

from __future__ import annotations

import datetime

from markupsafe import Markup, escape

from dalil.model.dates import Date, Day
from dalil.model.records import Event
from dalil.render.geometry.calendar import DAYS, Placed, Row, rows
from dalil.render.numbers import mirrored, percent
from dalil.render.picture_views import CalendarRow, CalendarView, EntryView
from dalil.render.shared import Shared
from dalil.render.texts import Link
from dalil.render.views import LinkView

TICKS = (1, 5, 10, 15, 20, 25, 30)
"""Days of the month that get a line."""
SHAPES = ("day", "range", "month", "year")


def calendar_view(topic: str | None, shared: Shared, way: Link) -> CalendarView:
    """A calendar of all events, or of one topic's."""
    rtl = shared.locale.direction == "rtl"
    events = {one.id: one for one in shared.store.events.values() if topic in (None, one.topic) and not one.retracted}
    found = rows((event.id, event.date) for event in events.values())
    ticks = [
        LinkView(str(day), percent(mirrored((day - 0.5) / DAYS, rtl=rtl)), escape(shared.locale.number(day)))
        for day in TICKS
    ]
    shapes = {placed.shape for row in found for placed in row.placed}
    return CalendarView(
        [_row(row, events, shared, way, rtl=rtl) for row in found],
        ticks,
        [shape for shape in SHAPES if shape in shapes],
    )


def _row(row: Row, events: dict[str, Event], shared: Shared, way: Link, *, rtl: bool) -> CalendarRow:
    first = datetime.date(row.year, row.month or 1, 1)
    label = shared.texts.date_html(Date(Day(first, first, "month" if row.month else "year")))
    entries = [_entry(placed, row, events[placed.id], shared, way, rtl=rtl) for placed in row.placed]
    return CalendarRow(label, row.gap, row.lanes, entries)


def _entry(placed: Placed, row: Row, event: Event, shared: Shared, way: Link, *, rtl: bool) -> EntryView:
    texts = shared.texts
    middle = placed.shape == "day"
    start = mirrored(placed.start + (placed.length / 2 if middle else 0), 0 if middle else placed.length, rtl=rtl)
    name = texts.html(event.name)
    link = LinkView(event.id, way("events", event.id), name, _day(placed, row, event, shared))
    return EntryView(
        id=event.id,
        shape=placed.shape,
        x=percent(start),
        width=percent(placed.length),
        lane=placed.lane,
        approximate=placed.approximate,
        link=link if placed.begins else None,
        spoken=f"{texts.date_html(event.date).striptags()}: {name.striptags()}",
    )


def _day(placed: Placed, row: Row, event: Event, shared: Shared) -> Markup | None:
    """The day or days where the row's label does not say them."""
    date = event.date
    if placed.shape == "day":
        return escape(shared.locale.number(date.first.day))
    if placed.shape != "range":
        return None
    if (date.last.year, date.last.month) == (row.year, row.month):
        return escape("–").join(shared.locale.number(day.day) for day in (date.first, date.last))
    return shared.texts.date_html(date)
