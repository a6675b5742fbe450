"""Setting: lines fit, no letter is lost, and a text takes as few lines as it can."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dalil.render.cards.fonts import Fonts
from dalil.render.cards.setting import Type, set_block
from support import ROOT

FONTS = Fonts(ROOT / "fonts")
WORDS = st.lists(
    st.text(st.sampled_from("abcdefABC123وقعإعلانبالمشتركة،.()"), min_size=1, max_size=12), min_size=1, max_size=40
).map(" ".join)
SIZES = (80, 60, 40)


@settings(max_examples=60)
@given(WORDS, st.sampled_from([300, 700, 1000]))
def test_lines_fit_and_nothing_is_lost(text: str, width: int) -> None:
    block = set_block(text, Type(FONTS, 600, "ar", SIZES), width, 100_000)
    assert all(FONTS.width(line, 600) * block.size <= width + 0.5 for line in block.lines) or block.size == SIZES[-1]
    assert "".join(block.lines).replace(" ", "") == text.replace(" ", "")


@settings(max_examples=60)
@given(WORDS)
def test_a_text_that_is_too_long_is_cut_to_the_height(text: str) -> None:
    block = set_block(text, Type(FONTS, 600, "ar", SIZES), 500, 120)
    assert block.height <= 120
    shown = " ".join(block.lines)
    assert shown.endswith("…") or "".join(block.lines).replace(" ", "") == text.replace(" ", "")


def test_lines_are_of_about_one_length() -> None:
    text = "The Joint Security Declaration was signed on 5 March 2026, in English and in Spanish, by 17 countries."
    block = set_block(text, Type(FONTS, 600, "en", (60,)), 1030, 400)
    lengths = [FONTS.width(line, 600) * 60 for line in block.lines]
    assert len(lengths) == 3
    assert min(lengths) > 0.75 * max(lengths)


@pytest.mark.parametrize("width", range(150, 700, 50))
def test_the_two_names_of_a_month_stay_on_a_line(width: int) -> None:
    block = set_block("في 5 مارس/آذار 2026 وقّعوا", Type(FONTS, 600, "ar", (60,)), width, 10_000)
    assert any("مارس/آذار" in line for line in block.lines)
    assert "\u2060" not in "".join(block.lines)
