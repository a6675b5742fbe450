"""The kinds of record that pictures are drawn from: outlines of countries, and what a picture shows.

A picture names statements and claims and types no figure of its own, so it cannot say anything that the store does not.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from dalil.model.parts import Record, Text, Worded
from dalil.model.values import Condition, Id, Ids, Number, RestsOn, Strict, listed

CountryCode = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
"""ISO 3166-1 code."""
Path = Annotated[str, Field(pattern=r"^[MmLlHhVvZz0-9 ,.-]*$")]
"""The `d` of an SVG path: straight lines only."""
Point = Annotated[list[int], BeforeValidator(listed), Field(min_length=2, max_length=2)]
"""x and y."""
Window = Annotated[list[int], BeforeValidator(listed), Field(min_length=4, max_length=4)]
"""x, y, width and height."""


class Inset(Strict):
    """A part of a map that is shown again, enlarged."""

    window: Window
    """The part, in the map's units."""
    at: Point
    """The upper left corner of the enlarged part."""
    scale: Number
    """How much it is enlarged."""


class Outline(Record):
    """A part of the world as shapes of countries, projected; made by a script."""

    width: int = Field(ge=1)
    """Width in the drawing's units."""
    height: int = Field(ge=1)
    """Height in the drawing's units."""
    shapes: dict[CountryCode, Path]
    """Country code to outline. The order is that in which a keyboard walks through them."""
    land: Path = ""
    """Land that belongs to no country of the list."""
    markers: dict[CountryCode, Point] = {}
    """Where a country too small to be seen gets a circle."""
    inset: Inset | None = None
    """A crowded part, shown again."""


Look = Literal["solid", "lines", "dots", "crosses"]


class MapClass(Strict):
    """What a group of countries have in common, and how it looks on a map."""

    label: Text
    """Names the group in the legend."""
    look: Look
    """Its pattern: told from the others without colour."""
    all: Annotated[list[Condition], BeforeValidator(listed), Field(min_length=1)]
    """A country belongs here when, for each of these conditions, a statement fits of which it is the subject."""


class CountryMap(Strict):
    """A map on which each country belongs to the first class that it fits."""

    area: Id
    """The outlines that it is drawn from."""
    alt: Text
    """What one sees on it, for those who do not."""
    classes: Annotated[list[MapClass], BeforeValidator(listed), Field(min_length=1)]
    """The classes, in the order in which they are tried."""
    other: Text
    """What holds of a country that fits none."""
    table: Id
    """The picture of kind matrix that lists the same statements with their sources."""


class Cell(Strict):
    """What a cell of a matrix says when a statement fits."""

    sign: Literal["yes", "no", "partly"]
    """The shape beside the word."""
    label: Text
    """The word."""
    statements: Condition
    """The statements that say so."""
    whose: Literal["subject", "object"] = "subject"
    """Which end of the statement the row is."""


class Column(Strict):
    """A column of a matrix."""

    label: Text
    """Heads the column."""
    cells: Annotated[list[Cell], BeforeValidator(listed), Field(min_length=1)]
    """What its cells may say; the first that fits is shown. The order is that in which the column is sorted."""


class Matrix(Strict):
    """A table of entities by what is said of them; its rows are those of which a cell says something."""

    columns: Annotated[list[Column], BeforeValidator(listed), Field(min_length=1)]
    """The columns."""


class Bar(Strict):
    """One bar: the value of a statement, or one value of a claim."""

    statement: Id | None = None
    """A statement with a value; it is called by its subject unless there is a label."""
    claim: Id | None = None
    """A claim."""
    value: str | None = None
    """Which of the claim's values it is."""
    label: Text | None = None
    """What the bar stands for."""
    onward: bool = False
    """Whether it starts where the one before ends."""
    at_least: bool = False
    """Whether the figure is a floor: a broken line goes on from the bar."""

    @model_validator(mode="after")
    def _one(self) -> Bar:
        if (self.statement is None) == (self.claim is None) or (self.claim is None) != (self.value is None):
            raise PydanticCustomError("statement_or_claim", "either a statement, or a claim and the name of its value")
        return self


class Edge(Strict):
    """How one thing relates to another."""

    start: Id = Field(alias="from")
    """An entity or event of the diagram."""
    to: Id
    """Another one."""
    sentence: Text
    """What the one is to the other, in words: places {from} and {to}, the names of the two, in any of their forms."""
    says: Id
    """The claim or statement that says so. It must name one of the two."""


class Diagram(Strict):
    """Entities and events with what lies between them."""

    rows: Annotated[list[Ids], BeforeValidator(listed), Field(min_length=1)]
    """The entities and events from top to bottom, each row in reading order."""
    edges: Annotated[list[Edge], BeforeValidator(listed), Field(min_length=1)]
    """What relates them."""


PICTURE_KINDS = ("map", "matrix", "bars", "diagram")


class Picture(Worded):
    """A picture: exactly one of `map`, `matrix`, `bars` and `diagram`."""

    topic: Id
    """The page on which it stands first; links to it lead there."""
    title: Text
    """Its caption."""
    note: Text | None = None
    """How to read it; guidance, never a fact about the subject."""
    map: CountryMap | None = None
    """Countries by what is said of them."""
    matrix: Matrix | None = None
    """Entities by what is said of them, as a table."""
    bars: Annotated[list[Bar], BeforeValidator(listed)] | None = None
    """Figures of one unit as lengths."""
    diagram: Diagram | None = None
    """How entities and events relate."""
    rests_on: RestsOn = {}
    """What its words rest on beyond what it draws: when it moves, the picture is due."""

    @model_validator(mode="after")
    def _one(self) -> Picture:
        if sum(getattr(self, name) is not None for name in PICTURE_KINDS) != 1:
            raise PydanticCustomError("one_of", "exactly one", {"kinds": PICTURE_KINDS})
        return self

    @property
    def kind(self) -> str:
        """Which of the four it is."""
        return next(name for name in PICTURE_KINDS if getattr(self, name) is not None)
