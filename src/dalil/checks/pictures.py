"""Can every picture be drawn, and does it say only what the store says?"""

from __future__ import annotations

from dalil.checks.references import references_of
from dalil.checks.values import one_of_these
from dalil.model.pictures import Bar, CountryMap, Diagram, Edge, Matrix, Picture
from dalil.model.texts import texts_of
from dalil.model.values import Condition
from dalil.problems import Phrase, Place, Problems, phrase
from dalil.store import Store
from dalil.store.derive import CannotDerive, fits, measure, resolve
from dalil.store.drawn import value_of
from dalil.text import inline
from dalil.text.near import nearest

MAX_ROW = 4
"""Boxes that stand side by side on a phone and can still be read."""


def check(store: Store, problems: Problems) -> None:
    """Notes conditions that fit nothing, bars of several units, and edges that nothing bears out."""
    for picture in store.pictures.values():
        if picture.map is not None:
            _check_map(picture, picture.map, store, problems)
        if picture.matrix is not None:
            _check_matrix(picture, picture.matrix, store, problems)
        if picture.bars is not None:
            _check_bars(picture, picture.bars, store, problems)
        if picture.diagram is not None:
            _check_diagram(picture, picture.diagram, store, problems)


def _check_map(picture: Picture, record: CountryMap, store: Store, problems: Problems) -> None:
    outline = store.outlines.get(record.area)
    codes = {entity.id: entity.code for entity in store.entities.values()}
    for number, one in enumerate(record.classes):
        for index, condition in enumerate(one.all):
            fitting = [s.subject for s in store.statements.values() if fits(s, condition)]
            if outline is not None and not any(codes.get(subject) in outline.shapes for subject in fitting):
                place = store.place("pictures", picture.id, "map", "classes", number, "all", index)
                problems.add("picture-empty", place, what=phrase("statement-on-the-map"))
    table = store.pictures.get(record.table)
    if table is not None and table.kind != "matrix":
        place = store.place("pictures", picture.id, "map", "table")
        problems.add(
            "wrong-kind",
            place,
            id=table.id,
            found=phrase("picture-of-kind", kind=table.kind),
            expected=phrase("a-matrix"),
        )


def _check_matrix(picture: Picture, record: Matrix, store: Store, problems: Problems) -> None:
    for number, column in enumerate(record.columns):
        for index, cell in enumerate(column.cells):
            if not any(_concerns_entity(cell.statements, cell.whose, store)):
                place = store.place("pictures", picture.id, "matrix", "columns", number, "cells", index, "statements")
                problems.add("picture-empty", place, what=phrase(f"statement-with-{cell.whose}"))


def _concerns_entity(condition: Condition, whose: str, store: Store) -> list[bool]:
    return [getattr(s, whose) in store.entities for s in store.statements.values() if fits(s, condition)]


def _check_bars(picture: Picture, bars: list[Bar], store: Store, problems: Problems) -> None:
    first: str | None = None
    for number, bar in enumerate(bars):

        def place(*path: str, key: bool = False, number: int = number) -> Place:
            return store.place("pictures", picture.id, "bars", number, *path, key=key)

        if bar.claim is not None and bar.label is None:
            problems.add("missing-field", place(), field="label")
        value = value_of(bar, store)
        if value is None:
            claim = store.claims.get(bar.claim or "")
            if claim is not None:
                known = one_of_these(claim)
                near = nearest(bar.value or "", claim.values)
                problems.add("bad-value", place("value"), found=bar.value, nearest=near, expected=known)
            elif bar.statement in store.statements:
                problems.add(
                    "bar-value", place("statement"), reason=phrase("statement-without-value", id=bar.statement)
                )
            continue
        try:
            measured = measure(resolve(value, store))
        except (CannotDerive, KeyError):
            continue  # The checks of values and references name the fault.
        if measured is None:
            problems.add("bar-value", place(), reason=phrase("value-without-length", kind=value.kind))
        elif first is not None and measured[0] != first:
            units = [unit or phrase("plain-number") for unit in (first, measured[0])]
            problems.add("bar-value", place(), reason=phrase("units-differ", first=units[0], second=units[1]))
        else:
            first = measured[0]


def _check_diagram(picture: Picture, record: Diagram, store: Store, problems: Problems) -> None:
    def note(reason: Phrase, *path: str | int) -> None:
        problems.add("diagram", store.place("pictures", picture.id, "diagram", *path), reason=reason)

    places: dict[str, tuple[int, int]] = {}
    joined = {box for edge in record.edges for box in (edge.start, edge.to)}
    for number, row in enumerate(record.rows):
        if len(row) > MAX_ROW:
            note(phrase("row-too-long", count=len(row), limit=MAX_ROW), "rows", number)
        for index, box in enumerate(row):
            if box in places:
                note(phrase("box-twice", box=box), "rows", number, index)
            elif box not in joined:
                note(phrase("box-alone", box=box), "rows", number, index)
            places.setdefault(box, (number, index))
    for number, edge in enumerate(record.edges):
        missing = [(name, box) for name, box in (("from", edge.start), ("to", edge.to)) if box not in places]
        for name, box in missing:
            note(phrase("box-nowhere", box=box), "edges", number, name)
        if not missing:
            (row1, index1), (row2, index2) = places[edge.start], places[edge.to]
            if row1 == row2 and abs(index1 - index2) != 1:
                note(phrase("boxes-apart"), "edges", number)
        _check_said(picture, number, edge, store, problems)


def _check_said(picture: Picture, number: int, edge: Edge, store: Store, problems: Problems) -> None:
    record = store.claims.get(edge.says) or store.statements.get(edge.says)
    if record is None:
        return
    named = {target for _, _, target in references_of(record)}
    for _, text in texts_of(record):
        named |= {target for words in text.values() for _, target, _ in inline.links(words)}
    if not named & {edge.start, edge.to}:
        place = store.place("pictures", picture.id, "diagram", "edges", number, "says")
        problems.add("edge-unsaid", place, id=edge.says, start=edge.start, to=edge.to)
