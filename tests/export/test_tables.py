"""Tables: what is written as CSV is read back as it was, byte order mark, line ends and all."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from dalil.export import models
from dalil.export.models import Exported, ExportedEntity, VersionRow
from dalil.export.tables import columns, csv_text

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)
IDS = st.from_regex(r"[a-z]+(-[a-z]+)?", fullmatch=True)
LOCALES = ["ar", "en"]
VERSIONS = st.builds(
    VersionRow,
    dispute=IDS,
    number=st.integers(1, 99),
    label=st.fixed_dictionaries({"ar": TEXTS, "en": TEXTS}),
    claims=st.lists(IDS, max_size=3),
)
EXPORTED = [
    model for model in vars(models).values() if isinstance(model, type) and issubclass(model, BaseModel) and model is not Exported
]  # fmt: skip


def read(text: str) -> list[list[str]]:
    """A CSV file's rows, as a strict reader of RFC 4180 sees them."""
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))


@given(st.lists(VERSIONS, max_size=5))
def test_every_table_is_read_back(records: list[VersionRow]) -> None:
    head, *rows = read(csv_text(records, VersionRow, LOCALES))
    assert head == ["dispute", "number", "label_ar", "label_en", "claims"]
    again = [
        VersionRow(
            dispute=row[0],
            number=int(row[1]),
            label={"ar": row[2], "en": row[3]},
            claims=row[4].split("; ") if row[4] else [],
        )
        for row in rows
    ]
    assert again == records


def test_a_file_starts_with_a_byte_order_mark_and_ends_its_lines_as_the_standard_says() -> None:
    records = [VersionRow(dispute="d", number=1, label={"ar": 'قال «نعم»، ثم\n"لا"', "en": "a,b"}, claims=["x", "y"])]
    assert csv_text(records, VersionRow, LOCALES) == (
        '\ufeffdispute,number,label_ar,label_en,claims\r\nd,1,"قال «نعم»، ثم\n""لا""","a,b",x; y\r\n'
    )


def test_what_is_missing_is_an_empty_cell_and_a_name_stands_once() -> None:
    entity = ExportedEntity(
        id="x", kind="place", code=None, name={"ar": "س", "en": "X"}, aliases={"es": ["Y"], "pt": ["Y", "Z"]}, page=None
    )
    assert read(csv_text([entity], ExportedEntity, LOCALES))[1] == ["x", "place", "", "س", "X", "Y; Z", "", ""]


def test_columns_say_what_they_hold() -> None:
    found = {column.name: column for column in columns(models.CitationRow, LOCALES)}
    assert (found["number"].type, found["number"].required) == ("integer", True)
    assert (found["paragraph"].type, found["paragraph"].required) == ("integer", False)
    assert found["whole"].type == "boolean"
    assert not {column.name for column in columns(models.ExportedClaim, LOCALES)} & {"citations", "values", "revisions"}


@pytest.mark.parametrize("model", EXPORTED, ids=lambda model: model.__name__)
def test_every_field_that_is_given_out_is_described(model: type[BaseModel]) -> None:
    assert model.__doc__
    for name, field in model.model_fields.items():
        assert field.description, f"{model.__name__}.{name}"
