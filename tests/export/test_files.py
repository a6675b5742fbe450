"""The files under /data/: they hold the whole store, keep to their schemas, and are a valid Data Package."""

from __future__ import annotations

import csv
import io
import json
import warnings
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from dalil.project.whole import Checked, check_project
from dalil.render.export.cells import read as cell_text
from support import ROOT

with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)
    from frictionless import Package

KINDS = ("claims", "statements", "sources", "entities", "events", "disputes", "terms")


@pytest.fixture(scope="module", params=["real", "tea"])
def checked(request: pytest.FixtureRequest, tea: Callable[[], Path]) -> Checked:
    return check_project(ROOT if request.param == "real" else tea())


@pytest.mark.parametrize("kind", KINDS)
def test_a_json_file_holds_every_record_and_keeps_to_its_schema(checked: Checked, kind: str) -> None:
    files = checked.renderer.downloads.files
    data, schema = json.loads(files[f"data/{kind}.json"]), json.loads(files[f"data/schema/{kind}.json"])
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(data)
    assert [record["id"] for record in data[kind]] == list(checked.store.of_kind(kind))


def table(checked: Checked, name: str) -> list[dict[str, str]]:
    text = checked.renderer.downloads.files[f"data/{name}.csv"].removeprefix("\ufeff")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


@pytest.mark.parametrize("kind", KINDS)
def test_a_csv_file_holds_the_same(checked: Checked, kind: str) -> None:
    data = json.loads(checked.renderer.downloads.files[f"data/{kind}.json"])[kind]
    rows = table(checked, kind)
    assert [row["id"] for row in rows] == [record["id"] for record in data]
    for row, record in zip(rows, data, strict=True):
        for name, value in record.items():
            if isinstance(value, str):
                assert cell_text(row[name]) == value
            elif (
                isinstance(value, dict)
                and set(value) == set(checked.store.locales)
                and name not in ("values", "aliases")
            ):
                assert {code: cell_text(row[f"{name}_{code}"]) for code in value} == value


def test_every_citation_and_version_is_a_row(checked: Checked) -> None:
    store = checked.store
    wanted = [(a.id, str(n), c.source) for _, a in store.assertions() for n, c in enumerate(a.citations, 1)]
    assert [(row["assertion"], row["number"], row["source"]) for row in table(checked, "citations")] == wanted
    versions = [(d.id, "; ".join(version.claims)) for d in store.disputes.values() for version in d.versions]
    assert [(row["dispute"], row["claims"]) for row in table(checked, "versions")] == versions


def test_every_point_of_a_summary_is_given_out(checked: Checked) -> None:
    store = checked.store
    wanted = [
        (kind, record_id, str(number), "; ".join(point.claims))
        for kind in ("pages", "entities", "events")
        for record_id, record in store.of_kind(kind).items()
        for number, point in enumerate(record.summary, 1)
    ]
    found = table(checked, "points")
    assert [(row["kind"], row["record"], row["number"], row["claims"]) for row in found] == wanted
    data = json.loads(checked.renderer.downloads.files["data/points.json"])["points"]
    assert [cell_text(row["text_" + store.site.default]) for row in found] == [
        point["text"][store.site.default] for point in data
    ]
    schema = json.loads(checked.renderer.downloads.files["data/schema/points.json"])
    Draft202012Validator(schema).validate({"points": data})


def test_the_description_is_a_valid_data_package_and_the_tables_keep_to_it(checked: Checked, tmp_path: Path) -> None:
    for name, text in checked.renderer.downloads.files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(text.encode())
    package = Package(str(tmp_path / "data" / "datapackage.json"))
    report = package.validate()
    assert report.valid, report.flatten(["type", "message"])
    assert [task.name for task in report.tasks] == [table.name for table in checked.renderer.downloads.tables]
    assert sum(task.stats["rows"] for task in report.tasks) >= 40
    assert package.licenses[0]["name"] == checked.store.site.licence.spdx  # type: ignore[union-attr]
    day = checked.store.site.updated.last
    assert package.version == f"{day.year}.{day.month}.{day.day}"
    for resource in package.resources:
        assert (tmp_path / "data" / str(resource.path)).stat().st_size == resource.bytes


def test_every_file_is_offered_on_the_page(checked: Checked) -> None:
    files = checked.renderer.downloads.files
    for code in checked.store.locales:
        views = checked.renderer.shared[code].downloads()
        offered = {file.path for view in views for file in view.files} | {view.schema for view in views if view.schema}
        assert offered == set(files) - {"data/datapackage.json"}
        (page,) = [one for one in checked.plain_pages if (one.locale, one.path) == (code, "data.md")]
        for path in offered:
            assert f'/{path.removeprefix("data/")}"' in page.text or f'"{path.removeprefix("data/")}"' in page.text
        for view in views:
            assert str(view.rows) in page.text
