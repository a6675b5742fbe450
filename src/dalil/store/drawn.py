"""What statements put into a picture: which countries a map has in each class, and which rows a matrix has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dalil.model.pictures import Bar, Cell, Column, CountryMap, MapClass, Matrix
from dalil.model.records import Statement
from dalil.model.values import Value
from dalil.store import Store
from dalil.store.derive import fits


@dataclass(frozen=True)
class Found:
    """What the store says for a cell."""

    rank: int
    """Which of the column's cells it is."""
    cell: Cell
    """That cell."""
    statements: list[Statement]
    """The statements that fit."""


def cells_of(column: Column, store: Store) -> dict[str, Found]:
    """Entity to its cell in a column: the first for which a statement fits."""
    found: dict[str, Found] = {}
    for rank, cell in enumerate(column.cells):
        fitting: dict[str, list[Statement]] = {}
        for statement in store.statements.values():
            entity = getattr(statement, cell.whose)
            if entity in store.entities and fits(statement, cell.statements):
                fitting.setdefault(entity, []).append(statement)
        for entity, statements in fitting.items():
            found.setdefault(entity, Found(rank, cell, statements))
    return found


def rows_of(matrix: Matrix, store: Store) -> dict[str, list[Found | None]]:
    """Entity to its cell in each column, for every entity of which a cell says something."""
    columns = [cells_of(column, store) for column in matrix.columns]
    entities = dict.fromkeys(entity for column in columns for entity in column)
    return {entity: [column.get(entity) for column in columns] for entity in entities}


def class_of(classes: Sequence[MapClass], said: Sequence[Statement]) -> int:
    """The first class that a country fits of which this is said; the number after the last when it fits none."""
    for number, one in enumerate(classes):
        if all(any(fits(statement, condition) for statement in said) for condition in one.all):
            return number
    return len(classes)


def said_of(store: Store) -> dict[str, list[Statement]]:
    """Entity to the statements of which it is the subject."""
    found: dict[str, list[Statement]] = {}
    for statement in store.statements.values():
        found.setdefault(statement.subject, []).append(statement)
    return found


def classes_of(record: CountryMap, said: Mapping[str, Sequence[Statement]]) -> list[list[str]]:
    """The entities that fit each class of a map, drawn or not."""
    groups: list[list[str]] = [[] for _ in range(len(record.classes) + 1)]
    for entity, statements in said.items():
        groups[class_of(record.classes, statements)].append(entity)
    return groups[:-1]


def value_of(bar: Bar, store: Store) -> Value | None:
    """The value that a bar shows, where there is one."""
    if bar.statement is not None:
        statement = store.statements.get(bar.statement)
        return statement.value if statement else None
    claim = store.claims.get(bar.claim or "")
    return claim.values.get(bar.value or "") if claim else None
