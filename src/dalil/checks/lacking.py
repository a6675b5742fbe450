"""Does a picture lack anything that the statements say? Each thing that it lacks is named with the line to add.

These are faults of what a reader is told, not of a record: the site can be made with them, and a preview shows them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

from dalil.model.pictures import Bar, Column, CountryMap, Look, Matrix, Picture
from dalil.model.records import Statement
from dalil.model.values import Condition
from dalil.problems import Place, Problems, phrase
from dalil.store import Store
from dalil.store.derive import fits, select
from dalil.store.drawn import classes_of, rows_of, said_of, value_of

ABOUT = ("object", "at")
"""The fields of a statement that say what it is about."""


def check(store: Store, problems: Problems) -> None:
    """Notes countries without class, row or shape, statements without a cell, and parts of a sum without a bar."""
    for picture in store.pictures.values():
        if picture.map is not None:
            _check_map(picture, picture.map, store, problems)
        if picture.matrix is not None:
            _check_matrix(picture, picture.matrix, store, problems)
        if picture.bars is not None:
            _check_bars(picture, picture.bars, store, problems)


def _check_map(picture: Picture, record: CountryMap, store: Store, problems: Problems) -> None:
    outline, table = store.outlines.get(record.area), store.pictures.get(record.table)
    if outline is None or table is None or table.matrix is None:
        return  # The checks of references and pictures name the fault.
    rows, spoken = rows_of(table.matrix, store), said_of(store)
    groups = classes_of(record, spoken)
    countries = {one.id: one.code for one in store.entities.values() if one.code}
    fitting = {entity: number for number, group in enumerate(groups) for entity in group}
    for entity in [*rows, *(one for one in fitting if one not in rows)]:
        code = countries.get(entity)
        if code is None:
            continue  # A map shows countries, whatever else the table lists.
        if entity in fitting and code not in outline.shapes:
            place = store.place("pictures", picture.id, "map", "classes", fitting[entity], "all")
            problems.add("picture-lacks", place, id=entity, reason=phrase("lacks-shape", area=record.area))
        elif entity not in fitting and code in outline.shapes:
            said = [one.cell.statements for one in rows[entity] if one is not None and one.cell.whose == "subject"]
            place = store.place("pictures", picture.id, "map", "classes", key=True)
            reason = phrase("lacks-class", table=table.id)
            line, asks = _class(record, said, store), _asked(record, spoken.get(entity, []))
            problems.add("picture-lacks", place, id=entity, reason=reason, line=line, asks=asks)
        elif entity in fitting and entity not in rows:
            place = store.place("pictures", table.id, "matrix", "columns", key=True)
            condition = record.classes[fitting[entity]].all[0]
            reason, line = phrase("lacks-row", map=picture.id), f"- {_cell(condition, store)}"
            problems.add("picture-lacks", place, id=entity, reason=reason, line=line)


def _check_matrix(picture: Picture, record: Matrix, store: Store, problems: Problems) -> None:
    rows = rows_of(record, store)
    kinds = {store.entities[entity].kind for entity in rows}
    for number, column in enumerate(record.columns):
        place = store.place("pictures", picture.id, "matrix", "columns", number, "cells", key=True)
        for statement in _unsaid(column, store):
            entity = store.entities.get(statement.subject)
            if (
                entity is not None
                and entity.kind in kinds
                and _is_missing(statement, column, rows.get(entity.id), number)
            ):
                fields = {name: [value] for name in ("role", *ABOUT) if (value := getattr(statement, name))}
                line = f"- {_cell(Condition.model_validate(fields), store)}"
                reason = phrase("lacks-cell", statement=statement.id)
                problems.add("picture-lacks", place, id=statement.subject, reason=reason, line=line)


def _unsaid(column: Column, store: Store) -> Iterator[Statement]:
    """The statements about what a column is about that fit none of its cells."""
    topics = {name: _topics(column, name) for name in ABOUT}
    for statement in store.statements.values():
        about = statement.retracted is None and any(getattr(statement, name) in topics[name] for name in ABOUT)
        if about and not any(fits(statement, cell.statements) for cell in column.cells):
            yield statement


def _topics(column: Column, name: str) -> set[str]:
    return {one for cell in column.cells for one in getattr(cell.statements, name) or ()}


def _is_missing(statement: Statement, column: Column, row: Any, number: int) -> bool:
    """Whether a reader misses a statement: all that is said of the column's own object, and whatever else was said
    there of one whose cell is empty.
    """
    return statement.object in _topics(column, "object") or row is None or row[number] is None


def _check_bars(picture: Picture, bars: list[Bar], store: Store, problems: Problems) -> None:
    shown = {bar.statement for bar in bars if bar.statement}
    for number, bar in enumerate(bars):
        value = value_of(bar, store) if bar.claim else None
        if value is None or value.sum is None:
            continue
        parts = [statement.id for statement in select(value.sum, store)]
        for part in parts if shown & set(parts) else ():
            if part not in shown:
                place: Place = store.place("pictures", picture.id, "bars", number)
                reason = phrase("lacks-bar", claim=bar.claim, value=bar.value)
                line = f"- {{statement: {part}, onward: yes}}"
                problems.add("picture-lacks", place, id=part, reason=reason, line=line)


def _class(record: CountryMap, said: list[Condition], store: Store) -> str:
    """A class of a map for those of whom all this is said; empty where it is said of others."""
    if not said:
        return ""
    looks = get_args(Look)
    free = [look for look in looks if look not in {one.look for one in record.classes}]
    conditions = ", ".join(map(_condition, said))
    return f"- {{label: {_label(store)}, look: {(free or looks)[0]}, all: [{conditions}]}}"


def _asked(record: CountryMap, said: list[Statement]) -> list[str]:
    """What the classes still ask for that all but fit, as conditions."""
    unmet = [[one for one in group.all if not any(fits(each, one) for each in said)] for group in record.classes]
    return list(dict.fromkeys(_condition(one[0]) for one in unmet if len(one) == 1))


def _cell(condition: Condition, store: Store) -> str:
    return f"{{sign: partly, label: {_label(store)}, statements: {_condition(condition)}}}"


def _label(store: Store) -> str:
    return f"{{{', '.join(f'{code}: …' for code in store.written)}}}"


def _condition(condition: Condition) -> str:
    """A condition as it is written in a file."""
    parts = []
    for name, field in type(condition).model_fields.items():
        value = getattr(condition, name)
        if isinstance(value, Condition):
            parts.append(f"{field.alias or name}: {_condition(value)}")
        elif value is not None:
            parts.append(f"{name}: {value[0]}" if len(value) == 1 else f"{name}: [{', '.join(value)}]")
    return f"{{{', '.join(parts)}}}"
