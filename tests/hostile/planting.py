"""Plants payloads in every text field of a project, as its models declare them: a new field is planted without a word here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

import yaml
from pydantic import BaseModel

from dalil.model.parts import Address, Text, Words
from support import Project

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Field:
    """A field of a record in which a text stands, or may stand."""

    name: str
    """Model and field, such as `Source.title`."""
    kind: str
    """text (in each language), words or address."""
    path: Path
    """Where it stands in its record."""
    given: bool


Choose = Callable[[Field, str, str], str]
"""(field, language or nothing, what stands there) to what is to stand there."""


def fields_of(record: BaseModel, path: Path = ()) -> Iterator[Field]:
    """Every text field of a record and of what it holds, those that are not given too."""
    for name, hint in get_type_hints(type(record), include_extras=True).items():
        if name in type(record).model_fields:
            alias = type(record).model_fields[name].alias or name
            yield from _fields_in(getattr(record, name), hint, f"{type(record).__name__}.{name}", (*path, alias))


def _fields_in(value: Any, hint: Any, name: str, path: Path) -> Iterator[Field]:
    if kind := kind_of(hint):
        yield Field(name, kind, path, given=value is not None)
    elif isinstance(value, BaseModel):
        yield from fields_of(value, path)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _fields_in(item, _item(hint), name, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _fields_in(item, _item(hint), name, (*path, index))


def kind_of(hint: Any) -> str | None:
    """What sort of text a field of this type holds, if any."""
    if get_origin(hint) in (Union, UnionType):
        kinds = [kind for kind in map(kind_of, get_args(hint)) if kind]
        return kinds[0] if kinds else None
    return "text" if hint == Text else "words" if hint == Words else "address" if hint == Address else None


def _item(hint: Any) -> Any:
    while get_origin(hint) in (Annotated, Union, UnionType):
        hint = get_args(hint)[0]
    return get_args(hint)[-1] if get_args(hint) else Any


def text_fields(model: type[BaseModel], seen: set[type] | None = None) -> set[str]:
    """The names of all text fields of a model and of the models that it holds."""
    seen = seen if seen is not None else set()
    found: set[str] = set()
    if model in seen:
        return found
    seen.add(model)
    for name, hint in get_type_hints(model, include_extras=True).items():
        stack = [hint] if name in model.model_fields else []
        while stack:
            one = stack.pop()
            if kind_of(one):
                found.add(f"{model.__name__}.{name}")
            elif isinstance(one, type) and issubclass(one, BaseModel):
                found |= text_fields(one, seen)
            else:
                stack += [inner for inner in get_args(one) if get_origin(one) is not None]
    return found


def plant(project: Project, choose: Choose) -> set[str]:
    """Changes every text of the project's records, those that are not given too; returns the names of the fields."""
    store = project.check().store
    planted: set[str] = set()
    for file in sorted({document.path for document in store.loaded.documents.values()}):
        data = yaml.load(project.read(file), yaml.CBaseLoader)
        for (kind, record_id), document in store.loaded.documents.items():
            record = store.of_kind(kind).get(record_id) if document.path == file else None
            for field in fields_of(record) if isinstance(record, BaseModel) else ():
                holder = data if kind == "site" else data[record_id]
                _changed(holder, field.path, partial(_with, field, choose, store.written))
                planted.add(field.name)
        project.write(file, yaml.dump(data, allow_unicode=True, width=10_000))
    return planted


def _changed(data: Any, path: Path, change: Callable[[Any], Any]) -> Any:
    """Data with one place of it changed; one value may stand for a list of one."""
    if not path:
        return change(data)
    step, rest = path[0], path[1:]
    if isinstance(step, int) and not isinstance(data, list):
        return _changed(data, rest, change)
    found = data[step] if isinstance(step, int) else data.get(step)
    data[step] = _changed(found, rest, change)
    return data


def _with(field: Field, choose: Choose, locales: list[str], value: Any) -> Any:
    if field.kind == "text":
        texts = value or {code: "س" if code == "ar" else "x" for code in locales}
        return {code: choose(field, code, words) for code, words in texts.items()}
    return choose(field, "", str(value or ("https://example.org/x" if field.kind == "address" else "x")))
