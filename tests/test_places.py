"""Where a letter stands in a file: however YAML and PO write a text, each of its letters is found."""

from __future__ import annotations

from pathlib import Path

import polib
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from dalil.problems import Problems
from dalil.reading.documents import read
from dalil.translation.catalogue import parse_catalogue

LETTERS = st.characters(codec="utf-8", categories=["L", "M", "N", "P", "Zs"], exclude_characters="\u00a0\u2028\u2029")
TEXTS = st.text(LETTERS, min_size=1, max_size=120).map(lambda text: " ".join(text.split())).filter(bool)


@pytest.mark.parametrize("style", ["'", '"', "|", ">", ""])
@settings(deadline=None, max_examples=60)
@given(text=TEXTS, escaped=st.booleans())
def test_each_letter_of_a_yaml_text_is_found(style: str, text: str, escaped: bool, tmp_path_factory: pytest.TempPathFactory) -> None:  # fmt: skip
    root = tmp_path_factory.getbasetemp()
    (root / "data").mkdir(exist_ok=True)
    path = Path(root / "data" / "a.yml")
    written = yaml.dump({"a": {"b": text}}, default_style=style or None, allow_unicode=not escaped, width=30)
    path.write_text(written, encoding="utf-8")
    document = read(root, path, Problems())
    if not document.data or document.data["a"]["b"] != text:
        return  # What YAML folds or cannot hold is another text.
    lines = document.text.split("\n")
    for offset, letter in enumerate(text):
        place = document.place(("a", "b"), offset=offset)
        at = lines[place.line - 1][place.column - 1 :]
        assert letter == " " or at.startswith((letter, "\\")), (offset, letter, place, written)


@settings(deadline=None, max_examples=60)
@given(text=TEXTS)
def test_each_letter_of_a_translation_is_found(text: str) -> None:
    file = polib.POFile(wrapwidth=40)
    file.append(polib.POEntry(msgctxt="a/b", msgid="x", msgstr=text))
    catalogue = parse_catalogue(f'msgid ""\nmsgstr ""\n"Language: es\\n"\n{file}', "es", Problems())
    assert catalogue is not None
    lines = catalogue.text.split("\n")
    for offset, letter in enumerate(text):
        place = catalogue.place("a/b", offset=offset)
        assert lines[place.line - 1][place.column - 1 :].startswith((letter, f"\\{letter}"))
