"""Statements as the rows of a table, with the columns that tell something."""

from __future__ import annotations

from collections.abc import Sequence

from dalil.model.records import Statement
from dalil.render.shared import COLUMNS, Shared
from dalil.render.texts import Assert, Link
from dalil.render.views import RowView, TableView


def table_view(
    statements: Sequence[Statement], shared: Shared, way: Link, claim: Assert, *, every_column: bool = False
) -> TableView:
    """A row each. Columns whose cells are all alike are left out, unless every one with something in it is wanted."""
    rows = [
        RowView(
            claim(statement.id),
            shared.cells(statement, way),
            shared.texts.plain(shared.store.roles[statement.role].label),
        )
        for statement in statements
    ]

    def tells(column: str) -> bool:
        cells = {row.cells.get(column) for row in rows}
        if every_column or column in ("subject", "by"):
            return cells != {None}
        return len(cells) > 1

    columns = [column for column in COLUMNS if tells(column)]
    if every_column or len({row.role_label for row in rows}) > 1:
        columns.insert(1, "role")
    return TableView(columns, rows)
