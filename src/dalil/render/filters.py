"""The filters and tests of macros: those that macros use, and no other. Each counts what it does before it does it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from jinja2 import Undefined, pass_context, pass_environment, pass_eval_context
from jinja2 import filters as jinja
from jinja2.nodes import EvalContext
from jinja2.runtime import Context
from markupsafe import Markup

from dalil.render.budget import Refused

PLAIN = (str, Markup, int, float, bool, type(None))
"""Types of which an operation costs no more than their length: no lists within lists."""
NUMBERS = (int, float, bool)
LONGEST_MARKUP = 50_000
"""Characters in which tags are looked for, which takes more than one pass."""


def plain(*values: Any) -> None:
    """Refuses values that are neither texts nor numbers, nor truth values, nor none."""
    for value in values:
        if type(value) not in PLAIN and not isinstance(value, Undefined):
            raise Refused("macro-not-plain", kind=type(value).__name__)


@pass_environment
def _list(environment: Any, value: Iterable[Any]) -> list[Any]:
    return list(environment.counted(value, 0))


@pass_eval_context
def _join(context: EvalContext, value: Iterable[Any], between: str = "") -> str:
    environment: Any = context.environment
    parts = _list(environment, value)
    plain(between, *parts)
    environment.budget.write(sum(len(str(part)) + len(str(between)) for part in parts))
    return jinja.sync_do_join(context, parts, between)


@pass_eval_context
def _replace(context: EvalContext, value: str, old: str, new: str) -> str:
    environment: Any = context.environment
    if not all(isinstance(one, str) for one in (value, old, new)):
        raise Refused("macro-not-plain", kind="replace")
    # What is not marked as markup is escaped on the way, which makes five characters of one at most.
    environment.budget.write(5 * (len(value) + (value.count(old) + 1) * len(new)))
    return jinja.do_replace(context, value, old, new)


@pass_environment
def _sum(environment: Any, value: Iterable[Any]) -> Any:
    numbers = _list(environment, value)
    if not all(type(number) in NUMBERS for number in numbers):
        raise Refused("macro-not-plain", kind="sum")
    return sum(numbers)


@pass_environment
def _unique(environment: Any, value: Iterable[Any]) -> Any:
    items = _list(environment, value)
    plain(*items)
    return jinja.do_unique(environment, items)


@pass_environment
def _groupby(environment: Any, value: Iterable[Any], attribute: str) -> list[Any]:
    items = _list(environment, value)
    key = jinja.make_attrgetter(environment, attribute)
    plain(*(key(item) for item in items))
    return jinja.sync_do_groupby(environment, items, attribute)


@pass_context
def _map(context: Context, value: Iterable[Any], *args: Any, **kwargs: Any) -> Iterable[Any]:
    environment: Any = context.environment
    return jinja.sync_do_map(context, environment.counted(value, 0), *args, **kwargs)


@pass_context
def _selectattr(context: Context, value: Iterable[Any], *args: Any, **kwargs: Any) -> Iterable[Any]:
    environment: Any = context.environment
    return jinja.sync_do_selectattr(context, environment.counted(value, 0), *args, **kwargs)


def _striptags(value: str) -> str:
    return jinja.do_striptags(_short(value))


def _short(value: Any) -> str:
    plain(value)
    if len(str(value)) > LONGEST_MARKUP:
        raise Refused("macro-markup-too-long", limit=LONGEST_MARKUP)
    return value  # type: ignore[no-any-return]


def _equal(value: Any, other: Any) -> bool:
    plain(value, other)
    return bool(value == other)


def filters(as_markdown: Callable[[str], str]) -> dict[str, Callable[..., Any]]:
    """Every filter by its name; `as_markdown` makes a heading's line."""
    return {
        "as_markdown": lambda value: as_markdown(_short(value)),
        "default": jinja.do_default,
        "groupby": _groupby,
        "join": _join,
        "length": len,
        "list": _list,
        "map": _map,
        "replace": _replace,
        "selectattr": _selectattr,
        "striptags": _striptags,
        "sum": _sum,
        "unique": _unique,
    }


TESTS: dict[str, Callable[..., Any]] = {"none": lambda value: value is None, "equalto": _equal}
