"""Messages: what a text asks for is read in every branch, and broken texts are refused with a reason."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dalil.text.messages import MessageError, fixed_words, format_message, parse

NAMES = st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True)
WORDS = st.text(
    st.characters(codec="utf-8", exclude_characters="{}'#|<>", exclude_categories=["Cs", "Cc"]), max_size=20
)


@given(st.lists(st.tuples(WORDS, NAMES), max_size=4), WORDS)
def test_every_argument_is_found_and_placed(parts: list[tuple[str, str]], end: str) -> None:
    text = "".join(f"{words}{{{name}}}" for words, name in parts) + end
    assert parse(text).arguments == {name for _, name in parts}
    expected = "".join(f"{words}<{name}>" for words, name in parts) + end
    assert format_message(text, "en", {name: f"<{name}>" for _, name in parts}) == expected


@given(st.text(max_size=40))
def test_no_text_raises_anything_else(text: str) -> None:
    try:
        parse(text)
    except MessageError as error:
        assert error.fault.reason
        assert 0 <= error.fault.offset <= len(text)


def test_arguments_within_branches_are_found() -> None:
    message = parse("{n, plural, one {{a} country} other {# of {b, select, x {{c}} other {}}}}")
    assert message.arguments == {"n", "a", "b", "c"}
    assert message.plurals == {"n"}
    assert {(choice.argument, choice.options) for choice in message.choices} == {
        ("n", frozenset({"one", "other"})),
        ("b", frozenset({"x", "other"})),
    }


@pytest.mark.parametrize("text", ["{", "{a", "a}", "{n, plural, one {x}", "{n, plural}", "{a b}", "{n, plural, one x}"])
def test_broken_texts_are_refused(text: str) -> None:
    with pytest.raises(MessageError):
        parse(text)


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "لا دول"), (1, "دولة"), (2, "دولتان"), (3, "3 دول"), (11, "11 دولة"), (100, "100 دولة"), (102, "102 دولة")],
)
def test_arabic_has_six_forms(number: int, words: str) -> None:
    text = "{n, plural, zero {لا دول} one {دولة} two {دولتان} few {# دول} many {# دولة} other {# دولة}}"
    assert format_message(text, "ar@numbers=latn", {"n": number}) == words


def test_a_typographic_apostrophe_needs_no_quoting() -> None:
    assert format_message("Panama’s {a}", "en", {"a": "x"}) == "Panama’s x"


def test_fixed_words_leave_out_whatever_may_change() -> None:
    text = "{who} joined, with {n, plural, one {# country} other {# [countries](entity:a) of {x}}}, on {day}."
    assert fixed_words(text).split() == ["joined,", "with", ",", "on", "."]
    assert fixed_words("{open") == "{open"
