"""Which letters count as the same, by what it is asked for."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dalil.text.letters import as_ascii, as_file, as_quoted, as_said, as_title

SPELLINGS = [
    # (one, other, by which notions they are the same)
    ("Cafe\u0301", "Café", {"file", "said", "quoted", "title", "ascii"}),
    ("Treaty", "tREATY", {"file", "said", "quoted", "title", "ascii"}),
    ("Straße", "STRASSE", {"file", "said", "quoted", "title"}),
    ("si", "sí", {"quoted", "title", "ascii"}),
    ("وقّعت", "وقعت", {"said", "quoted", "title", "ascii"}),
    ("ســلام", "سلام", {"said", "quoted", "title"}),
    ("שָׁלוֹם", "שלום", {"said", "quoted", "title", "ascii"}),
    ("treaty\u00ad", "treaty", {"said", "quoted", "title"}),
    ("إعلان", "اعلان", {"quoted", "title", "ascii"}),
    ("المعاهدة", "المعاهده", {"title"}),
    ("٢٠٢٦", "2026", {"quoted", "title"}),
    ("a-treaty", "a treaty", {"title"}),
    ("treaty", "treaties", set()),
]
NOTIONS = {"file": as_file, "said": as_said, "quoted": as_quoted, "title": as_title, "ascii": as_ascii}
TEXTS = st.text(st.sampled_from("aeéíñßAŁ أإاآةهىيءؤ٢2אבש-"), max_size=12)
OPTIONAL = st.sampled_from("\u064e\u0651\u0652\u0670\u0640\u00ad\u200c\u200f\u05b8\u06d6")


@pytest.mark.parametrize(("one", "other", "same"), SPELLINGS)
def test_each_notion_knows_what_is_the_same(one: str, other: str, same: set[str]) -> None:
    assert {name for name, notion in NOTIONS.items() if notion(one) == notion(other)} == same


@given(TEXTS, st.sampled_from(["NFC", "NFD"]))
def test_how_accents_are_encoded_makes_no_difference(text: str, form: str) -> None:
    for name, notion in NOTIONS.items():
        assert notion(unicodedata.normalize(form, text)) == notion(text), name  # type: ignore[arg-type]


@given(TEXTS, OPTIONAL, st.integers(0, 12))
def test_what_a_typesetter_puts_in_makes_no_difference(text: str, mark: str, place: int) -> None:
    marked = text[:place] + mark + text[place:]
    assert as_said(marked) == as_said(text)
    assert as_quoted(marked) == as_quoted(text)
    assert as_title(marked) == as_title(text)


@given(TEXTS)
def test_what_is_folded_stays_as_it_is(text: str) -> None:
    for name, notion in NOTIONS.items():
        assert notion(notion(text)) == notion(text), name
