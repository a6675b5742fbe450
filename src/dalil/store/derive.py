"""Values that follow from the records: counts, sums, shares and lists over statements or entities."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal, localcontext
from typing import Any

from dalil.model.dates import Date
from dalil.model.records import Statement
from dalil.model.values import LONGEST, SCALES, Condition, Duration, Money, Selection, Value
from dalil.problems import phrase
from dalil.store import Store


class CannotDerive(ValueError):
    """A derived value has nothing to stand on: no record fits, or a value is missing or of another kind."""

    def __init__(self, key: str, **details: object) -> None:
        super().__init__(key)
        self.reason = phrase(key, **details)


@dataclass(frozen=True)
class Names:
    """Entities to be named, one or a list."""

    ids: tuple[str, ...]
    many: bool
    ordered: bool = field(default=False, compare=False)
    """Whether somebody put them into this order; a list of which nobody did is shown in each language's own."""


@dataclass(frozen=True)
class Percent:
    """A share in hundredths."""

    number: Decimal
    rounded: bool = False
    """Whether it was worked out, and is shown with fewer digits than it has."""


Resolved = int | Decimal | Percent | Money | Date | Duration | Names
"""What a value is once derived."""


def fits(statement: Statement, condition: Condition) -> bool:
    """Whether a statement fits every field of a condition; a withdrawn one fits none, so that nothing counts it."""
    if statement.retracted is not None:
        return False
    for name in ("subject", "role", "object", "at"):
        wanted: list[str] | None = getattr(condition, name)
        if wanted is not None and getattr(statement, name) not in wanted:
            return False
    return condition.except_ is None or not fits(statement, condition.except_)


def select(selection: Selection, store: Store) -> list[Statement]:
    """The statements of a selection, in the order of the store."""
    condition = selection.statements or Condition()
    return [statement for statement in store.statements.values() if fits(statement, condition)]


def resolve(value: Value, store: Store) -> Resolved:
    """What a value comes to; raises CannotDerive, and KeyError for the date of an unknown event."""
    try:
        with localcontext(prec=LONGEST):
            return _resolve(value, store)
    except RecursionError:
        raise CannotDerive("value-of-itself") from None


def _resolve(value: Value, store: Store) -> Resolved:
    match value.kind:
        case "integer" | "decimal" | "money" | "date" | "duration":
            plain: Resolved = getattr(value, value.kind)
            return plain
        case "percent":
            assert value.percent is not None
            return Percent(value.percent)
        case "date_of":
            return store.events[value.date_of or ""].date
        case "entity":
            return Names((value.entity or "",), many=False)
        case "entities":
            return Names(tuple(value.entities or ()), many=True, ordered=True)
        case "count":
            assert value.count is not None
            return _count(value.count, store)
        case "sum":
            assert value.sum is not None
            return _sum(value.sum, store)
        case "share":
            assert value.share is not None
            part, whole = (_units(_sum(selection, store)) for selection in (value.share.part, value.share.whole))
            if not whole:
                raise CannotDerive("whole-is-nothing")
            return _percent(part / whole * 100)
        case _:
            assert value.list is not None
            subjects = [statement.subject for statement in select(value.list, store)]
            if not subjects:
                raise CannotDerive("no-statement-fits")
            return Names(tuple(dict.fromkeys(subjects)), many=True)


def typed(value: Value, store: Store) -> dict[str, Any]:
    """A value that stays what `value` comes to today, as it would stand in a file; raises what `resolve` does."""
    match resolve(value, store):
        case Percent(number=number):
            found: dict[str, Any] = {"percent": str(number)}
        case Money() as money:
            scale = {} if money.scale == "unit" else {"scale": money.scale}
            found = {"money": {"amount": str(money.amount), **scale, "currency": money.currency}}
        case Names(ids=ids, many=many):
            found = {"entities": list(ids)} if many else {"entity": ids[0]}
        case Duration(number=number, unit=unit):
            found = {"duration": f"{number} {unit}s"}
        case Date() as date:
            found = {"date": str(date)}
        case int() as whole:
            found = {"integer": str(whole)}
        case number:
            found = {"decimal": str(number)}
    return found if value.show == "full" else {**found, "show": value.show}


def _percent(exact: Decimal) -> Percent:
    """A worked-out share in whole hundredths, or with the digits that tell it from nothing and from the whole."""
    shown = exact.quantize(Decimal(1), ROUND_HALF_UP)
    if shown != exact and shown in (0, 100):
        between = min(abs(exact), abs(100 - exact))
        shown = exact.quantize(Decimal(1).scaleb(min(between.adjusted(), -1)), ROUND_HALF_UP)
    return Percent(shown, rounded=shown != exact)


def _count(selection: Selection, store: Store) -> int:
    if selection.entities is not None:
        kinds = selection.entities.kind
        return sum(1 for entity in store.entities.values() if kinds is None or entity.kind in kinds)
    found = len({statement.subject for statement in select(selection, store)})
    if not found:
        raise CannotDerive("no-statement-fits")
    return found


def _sum(selection: Selection, store: Store) -> Decimal | Money:
    amounts = [_amount(statement, store) for statement in select(selection, store)]
    if not amounts:
        raise CannotDerive("no-statement-fits")
    money = [amount for amount in amounts if isinstance(amount, Money)]
    if not money:
        return sum((_units(amount) for amount in amounts), Decimal(0))
    if len(money) < len(amounts) or len({amount.currency for amount in money}) > 1:
        raise CannotDerive("values-of-several-kinds")
    scale = min((amount.scale for amount in money), key=lambda scale: SCALES[scale])
    total = sum((amount.amount.scaleb(SCALES[amount.scale] - SCALES[scale]) for amount in money), Decimal(0))
    # Not held to the digits of what somebody writes.
    return Money.model_construct(amount=total, scale=scale, currency=money[0].currency)


def _amount(statement: Statement, store: Store) -> Decimal | Money:
    if statement.value is None:
        raise CannotDerive("statement-without-value", id=statement.id)
    resolved = _resolve(statement.value, store)
    if isinstance(resolved, Money):
        return resolved
    if isinstance(resolved, int | Decimal):
        return Decimal(resolved)
    raise CannotDerive("statement-without-number", id=statement.id)


def measure(value: Resolved) -> tuple[str, Decimal] | None:
    """(unit, amount) of a value that has a length, such as ("USD", 518·10⁹); None of dates, names and durations."""
    match value:
        case Money():
            return value.currency, value.units
        case Percent():
            return "%", value.number
        case int() | Decimal():
            return "", Decimal(value)
        case _:
            return None


def _units(amount: Decimal | Money) -> Decimal:
    return amount.units if isinstance(amount, Money) else amount
