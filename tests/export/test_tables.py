"""Tables: what is written as CSV is read back as it was, byte order mark, line ends and all."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from dalil.render.export import models
from dalil.render.export.cells import inert
from dalil.render.export.cells import read as cell_text
from dalil.render.export.models import Exported, ExportedEntity, VersionRow
from dalil.render.export.tables import columns, csv_text

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
            label={"ar": cell_text(row[2]), "en": cell_text(row[3])},
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


FORMULAS = [
    '=HYPERLINK("https://evil.example/x";"x")', "=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\u00a0=1", '"=1', "'=1", "''-x",
    "＝1+1", "＋1", "－1+1", "＠SUM(A1)", "−1 day", "﹦1", "|cmd", "%0A", "-5%", "+٥", "-", "=", "- a list", "\n=1", "\ufeff=1", "\u3000@x",
]  # fmt: skip


@pytest.mark.parametrize("text", FORMULAS, ids=ascii)
def test_no_cell_is_a_formula_and_the_text_can_be_had(text: str) -> None:
    """In every column that holds words: of one language, of names, of ids, and of one text."""
    label = {"ar": text, "en": f"x{text}"}
    [_, row] = read(
        csv_text([VersionRow(dispute=text, number=-5, label=label, claims=[text, "b"])], VersionRow, LOCALES)
    )
    assert row[:3] + row[4:] == [f"'{text}", "-5", f"'{text}", f"'{text}; b"]
    assert [cell_text(cell) for cell in row] == [text, "-5", text, f"x{text}", f"{text}; b"]


@pytest.mark.parametrize("text", ["-5", "+3.25", "0", "a=b", "x", "", "'a'", '"a"', " a", "٥", "5-3", "«=1»"])
def test_what_is_no_formula_stays_as_it_is(text: str) -> None:
    assert inert(text) == text == cell_text(text)


@given(st.text(st.sampled_from("='\"+-@ \t\r1.a＝"), max_size=6) | TEXTS)
def test_every_cell_leads_back_to_its_text(text: str) -> None:
    assert cell_text(inert(text)) == text
    assert inert(text).lstrip(" \"'\ufeff\u00a0")[:1] not in {*"=@"} or inert(text).startswith("'")


@given(st.lists(TEXTS, min_size=2, max_size=9, unique=True))
def test_no_two_texts_have_one_cell(texts: list[str]) -> None:
    assert len({inert(text) for text in texts}) == len(texts)
