"""Records as rows of a table, and tables as CSV (RFC 4180, UTF-8).

A field in several languages becomes one column a locale (`text_ar`, `text_en`); a list becomes one cell, its entries
parted by “; ”; what is nested deeper has a table of its own. The file starts with a byte order mark, without which
Excel does not read Arabic; other programs skip it. A text that a spreadsheet would run is marked (`export.cells`).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import NoneType
from typing import Any, get_args

from pydantic.fields import FieldInfo

from dalil.render.export.cells import inert
from dalil.render.export.models import ByLocale, Exported

BYTE_ORDER_MARK = "\ufeff"
SCALARS = ("string", "integer", "boolean")
"""What stands in one cell as it is, by its name in Table Schema."""
KINDS: dict[Any, str] = {
    str: "string",
    int: "integer",
    bool: "boolean",
    ByLocale: "locales",
    list[str]: "list",
    dict[str, list[str]]: "names",
}
"""Types of fields that have columns."""


@dataclass(frozen=True)
class Column:
    """One column of a table."""

    name: str
    """Its head."""
    type: str
    """Its type in Table Schema: string, integer or boolean."""
    text: str
    """What it means."""
    required: bool
    """Whether every row has a value in it."""


@dataclass(frozen=True)
class Table:
    """Records of one kind, for download."""

    name: str
    """Its files are called so, and its words among the interface strings `data.…`."""
    model: type[Exported]
    records: Sequence[Exported]
    locales: Sequence[str]
    nested: bool = False
    """Whether its rows stand within the records of another table where these are given out as JSON."""

    @cached_property
    def columns(self) -> list[Column]:
        """Its columns."""
        return columns(self.model, self.locales)

    @cached_property
    def csv(self) -> str:
        """It as CSV."""
        return csv_text(self.records, self.model, self.locales)


def columns(model: type[Exported], locales: Sequence[str]) -> list[Column]:
    """The columns of a table of such records."""
    found = []
    for name, field in model.model_fields.items():
        kind, required = _kind(field)
        names = [f"{name}_{code}" for code in locales] if kind == "locales" else [name] if kind else []
        column_type = kind if kind in SCALARS else "string"
        found += [Column(one, column_type, field.description or "", required) for one in names]
    return found


def _kind(field: FieldInfo) -> tuple[str | None, bool]:
    """What stands in a field, None for what has no column, and whether it is always there."""
    options = get_args(field.annotation) if NoneType in get_args(field.annotation) else (field.annotation, None)
    annotation = next(option for option in options if option is not NoneType)
    kind = KINDS.get(annotation)
    return kind, NoneType not in options and kind in (*SCALARS, "locales")


def rows(records: Iterable[Exported], model: type[Exported], locales: Sequence[str]) -> Iterator[list[str]]:
    """The cells of each record, in the order of `columns`; what is missing is an empty cell."""
    kinds = {name: _kind(field)[0] for name, field in model.model_fields.items()}
    for record in records:
        cells: list[str] = []
        for name, kind in kinds.items():
            value = getattr(record, name)
            if kind == "locales":
                cells += [inert((value or {}).get(code, "")) for code in locales]
            elif kind == "list":
                cells.append(inert("; ".join(value)))
            elif kind == "names":
                cells.append(inert("; ".join(dict.fromkeys(one for names in value.values() for one in names))))
            elif kind == "boolean":
                cells.append("true" if value else "false")
            elif kind == "string":
                cells.append(inert(value or ""))
            elif kind:
                cells.append("" if value is None else str(value))
        yield cells


def csv_text(records: Iterable[Exported], model: type[Exported], locales: Sequence[str]) -> str:
    """A whole CSV file, its byte order mark included."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow([column.name for column in columns(model, locales)])
    writer.writerows(rows(records, model, locales))
    return BYTE_ORDER_MARK + buffer.getvalue()
