"""Typed values: a figure, date or name stands here once, and texts, tables and pictures take it from here."""

from __future__ import annotations

import re
from decimal import Decimal, localcontext
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, GetJsonSchemaHandler, model_validator
from pydantic_core import CoreSchema, PydanticCustomError

from dalil.model.dates import Date


class Strict(BaseModel):
    """The base of everything in the store: frozen, and closed to unknown fields."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True, populate_by_name=True)


ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
Id = Annotated[str, Field(pattern=ID_PATTERN)]
"""An id: ASCII letters in lower case, digits and single hyphens."""


def one_or_many(value: Any) -> Any:
    """Lets an editor write one id where a list of ids may stand."""
    return [value] if isinstance(value, str) else value


Ids = Annotated[list[Id], BeforeValidator(one_or_many, json_schema_input_type=Id | list[Id])]


def listed(value: Any) -> Any:
    """Refuses a lone text where a list must stand, instead of taking it apart into letters."""
    if isinstance(value, str):
        raise PydanticCustomError("list_type", "a list")
    return value


MAX_DIGITS = 18
"""More digits than any figure that is counted; a longer one is a slip of the keyboard."""


def _plain_digits(value: Any) -> Any:
    """Decimal also reads the digits of other scripts, which the whole numbers of pydantic do not."""
    if isinstance(value, str) and not value.isascii():
        raise PydanticCustomError("decimal_parsing", "a number")
    return value


Number = Annotated[Decimal, Field(max_digits=MAX_DIGITS), BeforeValidator(_plain_digits)]
Whole = Annotated[int, Field(ge=-(10**MAX_DIGITS), le=10**MAX_DIGITS)]


LONGEST = 120
"""Digits of what is worked out from such figures: none of a sum is lost, and a share has enough to be rounded."""


SCALES = {"unit": 0, "million": 6, "billion": 9, "trillion": 12}
"""Scale to its power of ten, the smallest first."""


class Money(Strict):
    """An amount of money."""

    amount: Number
    """The number that stands before the scale."""
    scale: Literal["unit", "million", "billion", "trillion"] = "unit"
    """billion is 10⁹ and trillion 10¹², in every language."""
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
    """ISO 4217 code, such as USD."""

    @property
    def units(self) -> Decimal:
        """The amount in whole units of the currency, with the digits that the amount has."""
        with localcontext(prec=LONGEST):
            return self.amount.scaleb(SCALES[self.scale])


DURATION = re.compile(r"([0-9]+) (day|week|month|year|hour|minute)s?")


class Duration(Strict):
    """A length of time in one unit, written such as `50 days`."""

    number: Whole
    """How many units."""
    unit: Literal["minute", "hour", "day", "week", "month", "year"]
    """Of what length."""

    @model_validator(mode="before")
    @classmethod
    def _parse(cls, value: Any) -> Any:
        if isinstance(value, str):
            match = DURATION.fullmatch(value.strip())
            if not match:
                raise PydanticCustomError("bad_duration", "a duration is written such as 50 days")
            return {"number": match[1], "unit": match[2]}
        return value

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        message = "Expected: a length of time such as 50 days."
        text = {"type": "string", "pattern": rf"^\s*{DURATION.pattern}\s*$", "errorMessage": message}
        return {"anyOf": [text, handler(schema)]}


class Condition(Strict):
    """Which statements count; a statement must fit every field that is given."""

    subject: Ids | None = None
    """The subject is one of these entities."""
    role: Ids | None = None
    """The role is one of these."""
    object: Ids | None = None
    """The object is one of these."""
    at: Ids | None = None
    """It took place at one of these events."""
    except_: Condition | None = Field(None, alias="not")
    """Statements that fit this are left out."""


class EntityCondition(Strict):
    """Which entities count."""

    kind: Ids | None = None
    """The kind is one of these."""


class Selection(Strict):
    """The records over which a value is derived."""

    statements: Condition | None = None
    """Statements that fit this condition."""
    entities: EntityCondition | None = None
    """Entities that fit this condition."""

    @model_validator(mode="after")
    def _one(self) -> Selection:
        if (self.statements is None) == (self.entities is None):
            raise PydanticCustomError("statements_or_entities", "either statements or entities")
        return self


class Share(Strict):
    """A part of a whole, both sums over statements' values."""

    part: Selection
    """What is counted."""
    whole: Selection
    """What it is a share of."""


VALUE_KINDS = (
    "integer", "decimal", "percent", "money", "date", "date_of", "duration", "entity", "entities",
    "count", "sum", "share", "list",
)  # fmt: skip
NUMERIC_KINDS = {"integer", "decimal", "count"}
"""Kinds that may choose a plural form."""
DERIVED_KINDS = ("date_of", "count", "sum", "share", "list")
"""Kinds that follow from other records, and move when those do."""


class Value(Strict):
    """One typed value: exactly one of the fields below, and perhaps `show`."""

    integer: Whole | None = None
    """A whole number."""
    decimal: Number | None = None
    """A number with a fraction."""
    percent: Number | None = None
    """A share in hundredths: 65 is shown as 65 %."""
    money: Money | None = None
    """An amount of money."""
    date: Date | None = None
    """A date with its precision."""
    date_of: Id | None = None
    """The date of an event."""
    duration: Duration | None = None
    """A length of time."""
    entity: Id | None = None
    """The name of an entity, linked."""
    entities: Ids | None = None
    """The names of entities, as a list, linked."""
    count: Selection | None = None
    """How many records fit."""
    sum: Selection | None = None
    """The sum of the fitting statements' values."""
    share: Share | None = None
    """One sum in hundredths of another."""
    list: Selection | None = None
    """The subjects of the fitting statements, as a list, linked."""
    show: Literal["full", "day-month", "month-year", "year"] = "full"
    """How much of a date is shown."""

    @model_validator(mode="after")
    def _one(self) -> Value:
        given = [name for name in VALUE_KINDS if getattr(self, name) is not None]
        if len(given) != 1:
            raise PydanticCustomError("one_of", "exactly one", {"kinds": VALUE_KINDS, "example": "{integer: 17}"})
        return self

    @property
    def kind(self) -> str:
        """Which of the fields is given."""
        return next(name for name in VALUE_KINDS if getattr(self, name) is not None)


class Derived(Value):
    """A value that follows from other records: exactly one of date_of, count, sum, share and list."""

    @model_validator(mode="after")
    def _follows(self) -> Derived:
        if self.kind not in DERIVED_KINDS:
            raise PydanticCustomError(
                "one_of",
                "exactly one",
                {"kinds": DERIVED_KINDS, "example": "{count: {statements: {role: signed}}}"},
            )
        return self


NAME_PATTERN = r"^[a-z][a-z0-9_]*$"
RestsOn = dict[Annotated[str, Field(pattern=NAME_PATTERN)], Derived]
"""What words rest on without placing it: a name of one's own for each value."""
