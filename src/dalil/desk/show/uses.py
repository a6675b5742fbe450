"""Where an id is used: the records that name or link it, the values that count it, and the pages that show it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pydantic import BaseModel

from dalil.checks.references import references_of
from dalil.model.records import Entity, Statement
from dalil.model.texts import texts_of
from dalil.model.values import Condition, Selection, Value
from dalil.problems import Place
from dalil.render.naming import named
from dalil.render.pages import Renderer
from dalil.store import LINK_KINDS, Store
from dalil.store.derive import fits
from dalil.text import inline


@dataclass(frozen=True)
class Use:
    """One place where a record is named."""

    kind: str
    """Folder of the record that names it."""
    id: str
    field: str
    """The field in which it stands, such as `citations.0.source`; `text.en` for a link in a text."""
    place: Place


@dataclass(frozen=True)
class Counted:
    """A derived value, or a part of a picture, that takes a record into account."""

    kind: str
    id: str
    field: str
    place: Place


@dataclass(frozen=True)
class Shown:
    """A page on which a record is met."""

    page: str
    """Id of the page; empty for the record's own."""
    address: str
    """Relative to the root of a locale."""
    how: str
    """own: it is the record's page. called: the page calls it. through: the page shows a record that names it."""


def uses_of(store: Store, kind: str, record_id: str) -> list[Use]:
    """Every field and text of the store that names a record, in the order of the files."""
    found: dict[tuple[str, str, str], Use] = {}
    for folder, other, record in _records(store):
        for path, folders, target in references_of(record):
            if target == record_id and kind in folders:
                _note(found, store, folder, other, path)
        if kind == "sources" and getattr(record, "origin", None) == record_id and other != record_id:
            _note(found, store, folder, other, ("origin",))
        for path, text in texts_of(record):
            for code, words in text.items():
                for word, target, _ in inline.links(words):
                    if target == record_id and LINK_KINDS.get(word) == kind:
                        _note(found, store, folder, other, (*path, code))
    return sorted(found.values(), key=lambda use: use.place)


def _records(store: Store) -> Iterator[tuple[str, str, BaseModel]]:
    for folder in store.loaded.records:
        for record_id, record in store.of_kind(folder).items():
            yield folder, record_id, record


def _note(
    found: dict[tuple[str, str, str], Use], store: Store, kind: str, record_id: str, path: tuple[str | int, ...]
) -> None:
    field = ".".join(str(part) for part in path)
    found.setdefault((kind, record_id, field), Use(kind, record_id, field, store.place(kind, record_id, *path)))


def counted_in(store: Store, record: object) -> list[Counted]:
    """The derived values and parts of pictures that take a statement or an entity into account."""
    found = [
        Counted(kind, record_id, field, store.place(kind, record_id, *path))
        for kind, record_id, path, field, value in _values(store)
        if any(_selects(selection, record) for selection in _selections(value))
    ]
    for picture in store.pictures.values():
        for path, condition in _conditions(picture):
            if isinstance(record, Statement) and fits(record, condition):
                place = store.place("pictures", picture.id, *path)
                found.append(Counted("pictures", picture.id, ".".join(str(part) for part in path), place))
    return found


def _values(store: Store) -> Iterator[tuple[str, str, tuple[str, ...], str, Value]]:
    for kind in store.loaded.records:
        for record_id, record in store.of_kind(kind).items():
            for field in ("values", "rests_on"):
                values: Mapping[str, Value] = getattr(record, field, {})
                for name, value in values.items():
                    yield kind, record_id, (field, name), f"{field}.{name}", value
    for statement in store.statements.values():
        if statement.value is not None:
            yield "statements", statement.id, ("value",), "value", statement.value


def _selections(value: Value) -> list[Selection]:
    share = [value.share.part, value.share.whole] if value.share else []
    return [selection for selection in (value.count, value.sum, value.list, *share) if selection is not None]


def _selects(selection: Selection, record: object) -> bool:
    if isinstance(record, Statement):
        return selection.statements is not None and fits(record, selection.statements)
    if isinstance(record, Entity) and selection.entities is not None:
        kinds = selection.entities.kind
        return kinds is None or record.kind in kinds
    return False


def _conditions(picture: object) -> Iterator[tuple[tuple[str | int, ...], Condition]]:
    country_map, matrix = getattr(picture, "map", None), getattr(picture, "matrix", None)
    for number, one in enumerate(country_map.classes if country_map else ()):
        for index, condition in enumerate(one.all):
            yield ("map", "classes", number, "all", index), condition
    for number, column in enumerate(matrix.columns if matrix else ()):
        for index, cell in enumerate(column.cells):
            yield ("matrix", "columns", number, "cells", index), cell.statements


def pages_of(renderer: Renderer, kind: str, record_id: str, uses: list[Use]) -> list[Shown]:
    """The pages on which a record is met; `renderer` must have rendered its plain pages."""
    store = renderer.store
    addresses = renderer.shared[store.site.default].addresses
    found: dict[str, Shown] = {}
    own = addresses.of(kind, record_id)
    if own is not None:
        found[own] = Shown(record_id if kind == "pages" else "", own, "own")

    def note(page: str, how: str) -> None:
        address = addresses.of("pages", page)
        if address is not None:
            found.setdefault(address, Shown(page, address, how))

    takes = ("assertions", kind) if kind in ("claims", "statements") else (kind,)
    for skeleton in renderer.skeletons:
        if any(record_id in named(skeleton, renderer.templates.macros, one) for one in takes):
            note(skeleton.page, "called")
    for page in renderer.shown_on.get(record_id, ()):
        note(page, "called")
    for use in uses:
        for page in renderer.shown_on.get(use.id, ()) if use.kind in ("claims", "statements") else ():
            note(page, "through")
    return list(found.values())
