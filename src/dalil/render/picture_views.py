"""What the macros of pictures receive, in the manner of `views`.

Lengths are percentages of a width, as SVG writes them, counted from the left: in a page that runs from right to left
they are mirrored already.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from dalil.render.views import AssertionView, LinkView


@dataclass(frozen=True)
class Caption:
    """What stands with every picture."""

    id: str
    """The picture's id, its anchor."""
    title_html: Markup
    """Its title."""
    note_html: Markup | None
    """How to read it."""


@dataclass(frozen=True)
class CountryView:
    """A country on a map."""

    code: str
    """Its ISO code; it ends the id of its shape."""
    name: str
    """Its name."""
    url: str | None
    """Its page."""
    look: str
    """The pattern of its class, or `none`."""
    says: str
    """What is said of it: the label of its class."""
    path: str
    """Its outline."""
    marker: list[int] | None
    """Where it gets a circle because it is too small to be seen; in the enlarged part, if that shows it."""
    inset: str
    """How the enlarged part shows it: `no`, `part`, or `whole`; a keyboard meets it there if it is whole."""


@dataclass(frozen=True)
class ClassView:
    """A class of countries in a map's legend."""

    look: str
    """Its pattern."""
    label_html: Markup
    """What they have in common."""
    count: int
    """How many there are."""
    countries: list[LinkView]
    """Which, in alphabetical order."""


@dataclass(frozen=True)
class MapView:
    """A map."""

    caption: Caption
    """Its title."""
    alt: str
    """What one sees on it."""
    width: int
    """Its width in units of the drawing."""
    height: int
    """Its height."""
    countries: list[CountryView]
    """Its countries."""
    land: str
    """Outline of land that belongs to none of them."""
    window: list[int] | None
    """The part that is shown enlarged: x, y, width and height."""
    frame: list[str]
    """Where it is shown: x, y, width and height."""
    scale: str
    """What undoes the enlargement, for patterns."""
    classes: list[ClassView]
    """Its legend."""
    table: LinkView
    """The table that lists the same with its sources."""


@dataclass(frozen=True)
class SaidView:
    """What one statement says in a cell."""

    assertion: AssertionView
    """The statement."""
    detail_html: Markup | None
    """Who acted, or why."""


@dataclass(frozen=True)
class CellView:
    """A cell of a matrix."""

    sign: str
    """yes, no, partly or none."""
    rank: int
    """Its place when the column is sorted."""
    label_html: Markup
    """The word."""
    said: list[SaidView]
    """The statements that say so; empty when none does."""


@dataclass(frozen=True)
class MatrixRow:
    """An entity as a row of a matrix."""

    link: LinkView
    """The entity."""
    cells: list[CellView]
    """What is said of it."""


@dataclass(frozen=True)
class MatrixView:
    """A matrix."""

    caption: Caption
    """Its title."""
    columns: list[Markup]
    """The heads of its columns."""
    rows: list[MatrixRow]
    """Its rows, in alphabetical order."""


@dataclass(frozen=True)
class BarView:
    """A bar."""

    label_html: Markup
    """What it stands for."""
    value_html: Markup
    """The figure in words."""
    x: str
    """Where it begins."""
    width: str
    """How long it is."""
    end: str
    """Where it ends: the side of the page to which it grows."""
    at_least: bool
    """Whether the figure is a floor."""
    assertion: AssertionView
    """What says so."""


@dataclass(frozen=True)
class BarsView:
    """Bars on one scale."""

    caption: Caption
    """Its title."""
    bars: list[BarView]
    """The bars."""


@dataclass(frozen=True)
class NodeView:
    """A box of a diagram."""

    id: str
    """The entity or event."""
    kind: str
    """Its kind, or `event`."""
    kind_label: str
    """The kind in words."""
    link: LinkView
    """Its name, and the date of an event."""


@dataclass(frozen=True)
class PieceView:
    """A straight piece of an edge."""

    x1: str
    """Where it starts."""
    x2: str
    """Where it ends."""
    y1: str
    """And how far down, in percent."""
    y2: str
    """Where it ends, in percent."""
    from_y: str
    """Pixels below `y1`."""
    to_y: str
    """Pixels below `y2`."""


@dataclass(frozen=True)
class EdgeView:
    """An edge of a diagram."""

    number: int
    """Its number in picture and list."""
    label: str
    """The number as the locale writes it."""
    anchor: str
    """The id of its entry in the list."""
    pieces: list[PieceView]
    """How it runs; the last piece bears the arrowhead."""
    x: str
    """Where its number stands."""
    y: str
    """And how far down, in percent."""
    below: str
    """Pixels below `y`."""
    sentence_html: Markup
    """What it says in words."""
    assertion: AssertionView
    """What bears it out."""


@dataclass(frozen=True)
class DiagramView:
    """A diagram."""

    caption: Caption
    """Its title."""
    columns: int
    """How many boxes the widest row has."""
    rows: list[list[NodeView]]
    """Its boxes."""
    kinds: list[NodeView]
    """One box of each kind, for the legend."""
    edges: list[EdgeView]
    """Its edges."""


@dataclass(frozen=True)
class EntryView:
    """An event in a calendar."""

    id: str
    """Its id."""
    shape: str
    """day, range, month or year."""
    x: str
    """Where its mark begins; of a day, its middle."""
    width: str
    """How long the mark is."""
    lane: int
    """Which line of the row it stands on, counted from 0."""
    approximate: bool
    """Whether the date is only about right."""
    link: LinkView | None
    """Its name, with the day where the row does not say it; None where it goes on from a row before."""
    spoken: str
    """Name and date, for a mark that one points at."""


@dataclass(frozen=True)
class CalendarRow:
    """A month of a calendar, or a year."""

    label_html: Markup
    """The month."""
    gap: bool
    """Whether months without events were passed over before it."""
    lanes: int
    """How many lines its marks take up."""
    entries: list[EntryView]
    """Its events."""


@dataclass(frozen=True)
class CalendarView:
    """Events on a calendar."""

    rows: list[CalendarRow]
    """Its rows, oldest first."""
    ticks: list[LinkView]
    """Some days of the month: `url` is where they stand, `html` the number."""
    shapes: list[str]
    """The shapes that occur, for the legend."""
