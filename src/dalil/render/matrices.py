"""A matrix: entities by what statements say of them."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup, escape

from dalil.derive import fits
from dalil.model.pictures import Cell, Column, Matrix
from dalil.model.records import Statement
from dalil.render.order import sort_key
from dalil.render.picture_views import Caption, CellView, MatrixRow, MatrixView, SaidView
from dalil.render.shared import Shared
from dalil.render.texts import Assert, Link
from dalil.store import Store


@dataclass(frozen=True)
class Found:
    """What the store says for a cell."""

    rank: int
    """Which of the column's cells it is."""
    cell: Cell
    """That cell."""
    statements: list[Statement]
    """The statements that fit."""


def matrix_view(record: Matrix, caption: Caption, shared: Shared, way: Link, claim: Assert) -> MatrixView:
    """A matrix with the marks of every statement."""
    columns = [cells_of(column, shared.store) for column in record.columns]
    entities = {entity for column in columns for entity in column}
    links = sorted(
        (shared.link("entities", entity, way) for entity in entities), key=lambda link: (sort_key(link.html), link.id)
    )

    def cell(number: int, entity: str) -> CellView:
        found = columns[number].get(entity)
        if found is None:
            return CellView("none", len(record.columns[number].cells), escape(""), [])
        said = [SaidView(claim(one.id), _detail(one, found.cell, shared, way)) for one in found.statements]
        return CellView(found.cell.sign, found.rank, shared.texts.html(found.cell.label), said)

    # Row by row, so that the numbers of sources rise as one reads.
    rows = [MatrixRow(link, [cell(number, link.id) for number in range(len(columns))]) for link in links]
    return MatrixView(caption, [shared.texts.html(column.label) for column in record.columns], rows)


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


def _detail(statement: Statement, cell: Cell, shared: Shared, way: Link) -> Markup | None:
    """Who acted for the row, or the reason that is given."""
    cells = shared.cells(statement, way)
    return cells["subject"] if cell.whose == "object" else cells.get("by") or cells.get("reason")
