"""A matrix: entities by what statements say of them."""

from __future__ import annotations

from markupsafe import Markup, escape

from dalil.model.pictures import Cell, Matrix
from dalil.model.records import Statement
from dalil.render.alphabet import sort_key
from dalil.render.picture_views import Caption, CellView, MatrixRow, MatrixView, SaidView
from dalil.render.shared import Shared
from dalil.render.texts import Assert, Link
from dalil.store.drawn import rows_of


def matrix_view(record: Matrix, caption: Caption, shared: Shared, way: Link, claim: Assert) -> MatrixView:
    """A matrix with the marks of every statement."""
    found_of = rows_of(record, shared.store)
    links = sorted(
        (shared.link("entities", entity, way) for entity in found_of), key=lambda link: (sort_key(link.html), link.id)
    )

    def cell(number: int, entity: str) -> CellView:
        found = found_of[entity][number]
        if found is None:
            return CellView("none", len(record.columns[number].cells), escape(""), [])
        said = [SaidView(claim(one.id), _detail(one, found.cell, shared, way)) for one in found.statements]
        return CellView(found.cell.sign, found.rank, shared.texts.html(found.cell.label), said)

    # Row by row, so that the numbers of sources rise as one reads.
    rows = [MatrixRow(link, [cell(number, link.id) for number in range(len(record.columns))]) for link in links]
    return MatrixView(caption, [shared.texts.html(column.label) for column in record.columns], rows)


def _detail(statement: Statement, cell: Cell, shared: Shared, way: Link) -> Markup | None:
    """Who acted for the row, or the reason that is given."""
    cells = shared.cells(statement, way)
    return cells["subject"] if cell.whose == "object" else cells.get("by") or cells.get("reason")
