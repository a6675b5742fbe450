"""Cleaning: what is put right keeps every place, and only what misleads is put right."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dalil.problems import Problems
from dalil.problems.characters import DASHES, LETTERS, SIGNS, mixed_words, name_of, plain
from dalil.text.cleaning import mended, without_unseen

TRICKY = st.text(
    st.one_of(
        st.characters(codec="utf-8"),
        st.sampled_from([*LETTERS, *DASHES, *SIGNS, *"abc:- \n\u00a0\u200b\u2028\u202e\u3000٣３"]),
    ),
    max_size=60,
)


@given(TRICKY)
def test_nothing_moves(text: str) -> None:
    problems = Problems()
    after = mended("a.yml", without_unseen("a.yml", text, problems), problems)
    assert len(after) == len(text)
    assert [index for index, one in enumerate(after) if one == "\n"] == [
        index for index, one in enumerate(text) if one == "\n"
    ]
    if after != text:
        assert len(problems)
    for problem in problems.sorted():
        line = text.split("\n")[problem.place.line - 1]
        assert line[problem.place.column - 1] == (problem.details.get("character") or line[problem.place.column - 1])
        if problem.code == "broken-encoding":
            assert line[problem.place.column - 1 :].startswith(str(problem.details["found"]))
            continue
        assert str(problem.details["name"]).startswith(f"U+{ord(line[problem.place.column - 1]):04X}")


@given(st.text(st.characters(codec="ascii", exclude_categories=["Cc"]) | st.sampled_from("\n\t")))
def test_ascii_is_left_alone(text: str) -> None:
    problems = Problems()
    assert mended("a.yml", without_unseen("a.yml", text, problems), problems) == text
    assert not len(problems)
    assert plain(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "Москва",
        "ΝΑΤΟ",
        "شيء ما",
        "naïve",
        "α-synuclein",
        "5 µm",
        "東京",
        "über",
        "Ελλάδα and more",
        "سنة ٢٠٢٦",
        "l’été",
    ],
)
def test_words_of_other_alphabets_are_meant(text: str) -> None:
    problems = Problems()
    assert mended("a.yml", f"x: {text}\n", problems) == f"x: {text}\n"
    assert [problem.code for problem in problems.sorted()] == []


@given(st.sampled_from(sorted(LETTERS)))
def test_a_look_alike_is_named_and_replaced(letter: str) -> None:
    assert mixed_words(f"first-s{letter}urce") == [(0, f"first-s{letter}urce")]
    assert plain(f"s{letter}t").isascii()
    assert unicodedata.name(letter) in name_of(letter)
    assert unicodedata.name(letter).split()[0] in ("CYRILLIC", "GREEK")
