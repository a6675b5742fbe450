"""Which words are near: the right one first, and the same one on every machine."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dalil.text.near import is_slip, likeness, most_alike, nearest

IDS = st.text("abc-", min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("written", "meant", "others"),
    [
        ("argentna", "argentina", ("armenia", "argonne")),
        ("pubilsher", "publisher", ("published", "public")),
        ("nmae", "name", ("nave", "mane", "game")),
        ("traety", "treaty", ("tray", "trace", "try")),
        ("first-sorce", "first-source", ("first-course", "fourth-source")),
        ("tow-signed", "two-signed", ("ten-signed", "signed")),
        ("المعهادة", "المعاهدة", ("المعاهدات", "المعاهد")),
    ],
)
def test_what_was_meant_comes_first(written: str, meant: str, others: tuple[str, ...]) -> None:
    for names in ([meant, *others], [*others, meant]):
        assert nearest(written, names) == meant


def test_what_is_far_is_not_offered() -> None:
    assert nearest("treaty", ["bank", "zurich", ""]) == ""
    assert nearest("", ["a"]) == ""


def test_the_fewest_slips_break_a_tie() -> None:
    """Both share two of three letters with what was written; one swap parts it from the one, two from the other."""
    assert likeness("abc", "acb") == likeness("abc", "bcd")
    assert nearest("abc", ["bcd", "acb"]) == "acb"


@given(IDS, st.lists(IDS, max_size=12), st.randoms())
def test_the_order_of_names_changes_nothing(word: str, names: list[str], chance: object) -> None:
    shuffled = list(names)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert most_alike(word, names, 0.3) == most_alike(word, shuffled, 0.3)
    assert nearest(word, names) == nearest(word, shuffled)


@given(IDS, st.lists(IDS, min_size=1))
def test_a_name_that_there_is_is_the_nearest_to_itself(word: str, names: list[str]) -> None:
    assert most_alike(word, [*names, word], 0.3)[0] == word


@given(IDS, IDS)
def test_likeness_is_that_of_both_sides(one: str, other: str) -> None:
    assert likeness(one, other) == likeness(other, one)
    assert (likeness(one, other) == 1) == (one == other)
    assert likeness(one, other, 0.8) in (0, likeness(one, other))


@pytest.mark.parametrize("one", ["treat", "treaty-", "treqty", "teraty", "treaty"])
def test_one_slip_is_a_slip(one: str) -> None:
    assert is_slip(one, "treaty")
    assert is_slip("treaty", one)


@pytest.mark.parametrize("one", ["trea", "treatise", "yeartt", "traetly"])
def test_two_are_more_than_a_slip(one: str) -> None:
    assert not is_slip(one, "treaty")
