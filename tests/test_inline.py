"""Inline markup: nothing of a text is lost, and only what is written down is markup."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dalil.text import inline

WORDS = st.text(st.characters(codec="utf-8", exclude_characters="[]()*\\\n", exclude_categories=["Cs"]), max_size=15)


@given(WORDS, WORDS.filter(str.strip), WORDS)
def test_a_link_is_found_between_any_words(before: str, words: str, after: str) -> None:
    text = f"{before}[{words}](entity:argentina){after}"
    found = [piece for piece in inline.pieces(text) if piece.kind != "text"]
    assert found == [inline.Piece(words, "entity", "argentina")]
    assert inline.without_markup(text) == before + words + after
    assert inline.links(text) == [("entity", "argentina", f"[{words}](entity:argentina)")]
    assert inline.strays(text) == []


@given(
    st.text(
        st.characters(codec="utf-8", exclude_characters="\n", exclude_categories=["Cs"]), min_size=1, max_size=15
    ).filter(str.strip)
)
def test_what_a_backslash_stands_before_is_shown_as_it_stands_in_markup_too(words: str) -> None:
    escaped = re.sub(r"([\[\]*\\])", r"\\\1", words)
    assert inline.without_markup(escaped) == words
    assert inline.pieces(f"[{escaped}](lang:es)") == [inline.Piece(words, "lang", "es")]
    assert inline.pieces(f"*{escaped}*") == [inline.Piece(words, "emphasis")]
    assert inline.strays(f"[{escaped}](lang:es)") == []


@given(st.text(max_size=60))
def test_text_without_markup_stays_as_it_is(text: str) -> None:
    plain = text.replace("[", "").replace("]", "").replace("*", "").replace("\\", "")
    assert inline.without_markup(plain) == plain


@given(st.text(max_size=60))
def test_blanking_links_keeps_offsets(text: str) -> None:
    assert len(inline.outside_links(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("*[Chile](entity:chile) says* so", "*[Chile](ent"),
        ("*[palabra](lang:es)*", "*[palabra](l"),
        ("[*palabra*](lang:es)", "[*palabra*]("),
        ("a*b [x*y](lang:es) c", "*b [x*y](lan"),
        ("**bold**", "**bold**"),
        ("[](entity:chile)", "[](entity:ch"),
        ("[ ](entity:chile)", "[ ](entity:c"),
        ("*{n} [x](entity:chile)*", "*{n} [x](ent"),
        (r"\\[Chile here.", "[Chile here."),
        (r"\[x](entity:nowhere)", "](entity:now"),
    ],
)
def test_what_is_no_markup_is_told(text: str, told: str) -> None:
    assert inline.strays(text)[0] == told


@pytest.mark.parametrize(
    "text",
    [
        "2 * 3 and 4 * 5",
        r"[a \] b](lang:es)",
        r"\[sic\]",
        r"[\*](lang:es)",
        "*{n} countries*",
        r"*a \* b*",
        "{n, plural, one {a * b} other {c * [d](entity:x)}}",
    ],
)
def test_what_is_meant_is_not_told(text: str) -> None:
    assert inline.strays(text) == []


def test_no_link_begins_with_a_bracket_that_a_backslash_makes_plain() -> None:
    assert inline.links(r"\[x](entity:nowhere)") == []
    assert inline.links(r"\\[x](entity:chile)") == [("entity", "chile", "[x](entity:chile)")]


def test_markup() -> None:
    text = r"*So* [he](entity:x) said [sí](lang:es) \[sic\] 2 \* 3"
    assert inline.pieces(text) == [
        inline.Piece("So", "emphasis"),
        inline.Piece(" "),
        inline.Piece("he", "entity", "x"),
        inline.Piece(" said "),
        inline.Piece("sí", "lang", "es"),
        inline.Piece(" "),
        inline.Piece("["),
        inline.Piece("sic"),
        inline.Piece("]"),
        inline.Piece(" 2 "),
        inline.Piece("*"),
        inline.Piece(" 3"),
    ]
    assert inline.foreign(text) == [("es", "[sí](lang:es)")]
    assert inline.strays("[words] (entity:x) and ]") == ["[words] (ent", "]"]
