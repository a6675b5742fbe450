"""What an editor most likely meant by a plain value where a mapping or a list must stand."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any, get_args, get_origin

from dalil.model.parts import Locator
from dalil.model.values import Money, Value

NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")
DAY = re.compile(r"\d{4}-\d{2}(-\d{2})?~?")
PAGE = re.compile(r"(?:p{1,2}|pages?|pág|ص|صفحة)\.? *(\d+(?:[-–]\d+)?)", re.IGNORECASE)
PLAIN = re.compile(r"[\w.][\w .-]*")


def instead_of(found: Any, annotation: Any) -> tuple[str, ...]:
    """How a plain value may be written so that it fits an annotation of a model: each way that there is, or none."""
    if not isinstance(found, str) or not found.strip() or "\n" in found or len(found) > 60:
        return ()
    for option in (annotation, *get_args(annotation)):
        if option in WAYS:
            return WAYS[option](found.strip())
        if get_origin(option) is list:
            return (f"[{_written(found)}]",)
        if get_origin(option) is dict:
            return ("{ar: …, en: …}",)
    return ()


def _locator(found: str) -> tuple[str, ...]:
    if found.isdecimal():
        return f"{{paragraph: {found}}}", f'{{page: "{found}"}}'
    if page := PAGE.fullmatch(found):
        return (f'{{page: "{page[1]}"}}',)
    return (f"{{words: {_written(found)}}}", f"{{section: {_written(found)}}}")


def _value(found: str) -> tuple[str, ...]:
    if NUMBER.fullmatch(found):
        return (f"{{{'decimal' if '.' in found else 'integer'}: {found}}}",)
    if DAY.fullmatch(found):
        return (f"{{date: {found}}}",)
    share = re.fullmatch(r"([\d.]+) *[%٪]", found)
    return (f"{{percent: {share[1]}}}",) if share else ()


def _money(found: str) -> tuple[str, ...]:
    return (f"{{amount: {found}, currency: USD}}",) if NUMBER.fullmatch(found) else ()


WAYS: dict[Any, Callable[[str], tuple[str, ...]]] = {Locator: _locator, Value: _value, Money: _money}
"""Model to how a plain value may be written as one of it."""


def _written(text: str) -> str:
    return text if PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)
