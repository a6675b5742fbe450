"""Finds every text of a record, wherever its model declares one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel

from dalil.model.parts import Text

Path = tuple[str | int, ...]


class Stale(str):
    """A translation whose original has changed since it was made."""


def key_of(kind: str, record_id: str, path: Path) -> str:
    """The name of a text in catalogues: `claims/two-signed/text`."""
    return "/".join(map(str, (kind, record_id, *path)))


def texts_of(model: BaseModel, path: Path = ()) -> Iterator[tuple[Path, dict[str, str]]]:
    """(path in the record, locale to text) for each text that is given."""
    for name, annotation in _fields_with_texts(type(model)):
        value = getattr(model, name)
        if value is not None:
            yield from _texts_in(value, annotation, (*path, name))


@cache
def _fields_with_texts(model: type[BaseModel]) -> tuple[tuple[str, Any], ...]:
    fields = ((name, field.annotation) for name, field in model.model_fields.items())
    return tuple((name, annotation) for name, annotation in fields if _may_hold_texts(annotation))


def _may_hold_texts(annotation: Any) -> bool:
    if annotation == Text or (isinstance(annotation, type) and issubclass(annotation, BaseModel)):
        return True
    return any(map(_may_hold_texts, get_args(annotation)))


def _texts_in(value: Any, annotation: Any, path: Path) -> Iterator[tuple[Path, dict[str, str]]]:
    if annotation == Text or (get_origin(annotation) in (Union, UnionType) and Text in get_args(annotation)):
        yield path, value
    elif isinstance(value, BaseModel):
        yield from texts_of(value, path)
    elif isinstance(value, dict) and get_args(annotation):
        for key, item in value.items():
            yield from _texts_in(item, get_args(annotation)[-1], (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            if isinstance(item, BaseModel):
                yield from texts_of(item, (*path, index))
