"""The files under `/data/` on the site: each kind of record as JSON with its schema, and as CSV, all described."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from pydantic import create_model

from dalil.model.locales import Locale
from dalil.reading.files.generated import DATA
from dalil.render.downloads import ColumnView, DownloadView, FileView
from dalil.render.export import models
from dalil.render.export.package import data_package
from dalil.render.export.records import Export
from dalil.render.export.tables import Table
from dalil.render.shared import Shared

FOLDER = DATA


class Downloads:
    """What a site gives out, worked out once and only when it is asked for."""

    def __init__(self, shared: Mapping[str, Shared]) -> None:
        self._shared = shared

    @cached_property
    def tables(self) -> list[Table]:
        """Every table, those that readers ask for most often first."""
        one = next(iter(self._shared.values()))
        store, export = one.store, Export(self._shared)

        def table(name: str, model: type[models.Exported], records: list[Any], nested: bool = False) -> Table:
            return Table(name, model, records, store.locales, nested)

        return [
            table("claims", models.ExportedClaim, [export.claim(claim) for claim in store.claims.values()]),
            table("statements", models.ExportedStatement, [export.statement(s) for s in store.statements.values()]),
            table("citations", models.CitationRow, export.citation_rows(), nested=True),
            table("sources", models.ExportedSource, [export.source(source) for source in store.sources]),
            table("entities", models.ExportedEntity, [export.entity(entity) for entity in store.entities]),
            table("events", models.ExportedEvent, [export.event(event) for event in store.events]),
            table("points", models.ExportedPoint, export.points()),
            table("disputes", models.ExportedDispute, [export.dispute(dispute) for dispute in store.disputes]),
            table("versions", models.VersionRow, export.version_rows(), nested=True),
            table("terms", models.ExportedTerm, [export.term(term) for term in store.terms]),
        ]

    @cached_property
    def files(self) -> dict[str, str]:
        """Path on the site to text."""
        one = next(iter(self._shared.values()))
        found = {}
        for table in self.tables:
            found[f"{FOLDER}/{table.name}.csv"] = table.csv
            if not table.nested:
                whole = create_model(table.name.capitalize(), __base__=models.Exported, **_field(table))
                records = {table.name: [record.model_dump(mode="json") for record in table.records]}
                found[f"{FOLDER}/{table.name}.json"] = _json(records)
                found[f"{FOLDER}/schema/{table.name}.json"] = _json(whole.model_json_schema())
        package = data_package(self.tables, one.store, one.settings.address)
        found[f"{FOLDER}/datapackage.json"] = _json(package)
        return found

    def views(self, locale: Locale) -> list[DownloadView]:
        """The tables as a page in this locale shows them."""

        def file(path: str, form: str) -> FileView:
            return FileView(form, path, locale.size(len(self.files[path].encode())))

        found = []
        for table in self.tables:
            csv, json_file, schema = (f"{FOLDER}/{table.name}.csv", f"{FOLDER}/{table.name}.json", None)
            files = [file(csv, "CSV")]
            if json_file in self.files:
                files.append(file(json_file, "JSON"))
                schema = f"{FOLDER}/schema/{table.name}.json"
            fields = [ColumnView(column.name, column.type, column.text) for column in table.columns]
            found.append(DownloadView(table.name, len(table.records), files, schema, fields))
        return found


def _field(table: Table) -> dict[str, Any]:
    """The one field of the model of a JSON file: a list of the table's records."""
    return {table.name: (list[table.model], ...)}  # type: ignore[name-defined]


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
