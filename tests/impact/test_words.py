"""Two versions of a sentence, word by word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dalil.impact.words import runs, says_the_same

WORDS = st.text(st.sampled_from("ab وقعت دةّ 17.,-"), max_size=40)


@given(WORDS, WORDS)
def test_both_versions_can_be_read_off(before: str, after: str) -> None:
    found = runs(before, after)
    assert "".join(words for kind, words in found if kind != "new") == before
    assert "".join(words for kind, words in found if kind != "gone") == after


@given(WORDS)
def test_a_sentence_does_not_differ_from_itself(words: str) -> None:
    assert {kind for kind, _ in runs(words, words)} <= {"same"}


def test_only_what_differs_is_marked() -> None:
    assert runs("Chile has 17 allies.", "Chile has 18 allies.") == [
        ("same", "Chile has "),
        ("gone", "17"),
        ("new", "18"),
        ("same", " allies."),
    ]


def test_a_phrase_is_marked_as_one() -> None:
    assert runs("It was signed in Miami city.", "It was agreed at Doral city.") == [
        ("same", "It was "),
        ("gone", "signed in Miami"),
        ("new", "agreed at Doral"),
        ("same", " city."),
    ]


def test_an_arabic_word_is_marked_whole() -> None:
    assert [words for kind, words in runs("وقّعت دولة", "وقَعت دولة") if kind == "gone"] == ["وقّعت"]


@pytest.mark.parametrize(
    ("before", "after", "same"),
    [
        ("Signed, at once.", "Signed at once", True),
        ("وقّعت الدولة", "وقعت الدولة", True),
        ("Seventeen signed", "seventeen signed", True),
        ("17 signed", "18 signed", False),
        ("It did sign", "It did not sign", False),
    ],
)
def test_marks_alone_change_no_meaning(before: str, after: str, same: bool) -> None:
    assert says_the_same(before, after) is same
