"""`datapackage.json`: the tables described after the Data Package standard (Frictionless Data), version 1."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from dalil.render.export.tables import Table
from dalil.store import Store

CELLS = (
    "In the CSV files a text that a spreadsheet would take for a formula starts with an apostrophe: one that begins, "
    "behind any blanks, apostrophes or quotation marks, with = + - @ | % or a line break, or with a minus sign or a "
    "wide or small form of those signs, and is no plain number. A program takes off that one apostrophe; the JSON "
    "files hold the texts as they are."
)
"""How the exact text of a cell is had (`export.cells`)."""
KEYS = {
    "citations": ["assertion", "number"],
    "versions": ["dispute", "number"],
    "points": ["kind", "record", "number"],
}
"""What tells the rows of a table apart, where it is not their id."""
REFERENCES = {
    "statements": {"subject": "entities", "by": "entities", "at": "events"},
    "claims": {"attribution": "entities", "superseded_by": "claims"},
    "citations": {"source": "sources"},
    "sources": {"via": "sources"},
    "events": {"place": "entities"},
    "versions": {"dispute": "disputes"},
    "terms": {"entity": "entities"},
}
"""Table to its columns that hold ids of another."""


def data_package(tables: Sequence[Table], store: Store, address: str) -> dict[str, Any]:
    """The description of all tables; `address` is the site's on the web."""
    site = store.site
    day = site.updated.last
    titles = [site.title[code] for code in store.locales if code in site.title]
    package: dict[str, Any] = {
        "profile": "tabular-data-package",
        "name": next((slug for slug in map(_slug, titles) if slug), "data"),
        "id": f"{address}data/",
        "title": " · ".join(titles),
        "description": CELLS,
        "homepage": f"{address}data/",
        "version": f"{day.year}.{day.month}.{day.day}",
        "created": f"{day.isoformat()}T00:00:00Z",
    }
    if site.licence:
        licence = {"name": site.licence.spdx, "path": site.licence.url, "title": site.licence.name[site.default]}
        package["licenses"] = [licence]
    return {**package, "resources": [_resource(table) for table in tables]}


def _slug(title: str) -> str:
    return re.sub("[^a-z0-9]+", "-", title.lower()).strip("-")


def _resource(table: Table) -> dict[str, Any]:
    fields = [
        {
            "name": column.name,
            "type": column.type,
            "description": column.text,
            "constraints": {"required": column.required},
        }
        for column in table.columns
    ]
    references = [
        {"fields": field, "reference": {"resource": "" if other == table.name else other, "fields": "id"}}
        for field, other in REFERENCES.get(table.name, {}).items()
    ]
    schema: dict[str, Any] = {"fields": fields, "primaryKey": KEYS.get(table.name, ["id"])}
    if references:
        schema["foreignKeys"] = references
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.csv",
        "description": (table.model.__doc__ or "").strip(),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(table.csv.encode()),
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True},
        "schema": schema,
    }
