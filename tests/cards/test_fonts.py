"""Fonts: letters that are joined are measured and drawn as they join."""

from __future__ import annotations

from pathlib import Path

import pytest

from dalil.render.cards.fonts import Fonts, glyphs
from support import ROOT

JOINER_OFF = "\u200c"
"""Keeps two letters from joining (zero width non-joiner)."""


@pytest.fixture(scope="module")
def fonts() -> Fonts:
    return Fonts(ROOT / "fonts")


def apart(word: str) -> str:
    return JOINER_OFF.join(word)


@pytest.mark.parametrize("word", ["الأمريكتين", "كليهما", "بيت", "ميامي"])
def test_arabic_letters_take_the_forms_of_their_neighbours(fonts: Fonts, word: str) -> None:
    face = fonts.faces[0]
    joined = {glyph for glyph, _ in glyphs(word, face.font)}
    isolated = {glyph for glyph, _ in glyphs(apart(word), face.font)}
    assert joined != isolated
    assert 0 not in joined, "a letter is missing"
    assert fonts.width(word, 400) < fonts.width(apart(word), 400)


def test_lam_and_alef_are_one_glyph(fonts: Fonts) -> None:
    assert len(glyphs("لا", fonts.faces[0].font)) == 1


def test_the_weight_nearest_to_the_one_asked_for_is_measured(fonts: Fonts) -> None:
    assert [face.weight for face in fonts.faces] == [400, 600]
    assert fonts.width("Americas", 700) == fonts.width("Americas", 600) != fonts.width("Americas", 400)


def test_letters_that_no_font_has_are_named(fonts: Fonts) -> None:
    assert fonts.missing("درع الأمريكتين, Americas\u00a017–18 «é» \u2067\u2069") == set()
    assert fonts.missing("shalom שלום") == set("שלום")


def test_a_folder_without_fonts_has_no_letters(tmp_path: Path) -> None:
    assert Fonts(tmp_path / "none").missing("a") == {"a"}
