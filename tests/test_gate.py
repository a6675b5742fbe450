"""The gate for characters: what passes, what does not, and that every file of a project goes through it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dalil.problems import Problems
from dalil.problems.characters import name_of
from dalil.problems.gate import is_blank, passes, stopped, visible
from dalil.reading.documents import Document, read_part

PASS = {
    "Persian": "می‌روم و نمی‌توانم",
    "Arabic abbreviation": "سنة 1447 ه‍",
    "Hindi": "नमस्‌ते क्‍ष",
    "Bengali": "র‌্যাব",
    "Malayalam": "അവന്‍",
    "Sinhala": "ශ්‍රී ලංකා",
    "Mongolian": "ᠰᠠᠷ᠎ᠠ ᠮᠣᠩᠭᠣᠯ",
    "a family": "👩‍👩‍👧",
    "a skin tone": "👩🏽‍🚀",
    "the rainbow": "🏳️‍🌈",
    "a heart": "❤️ ☎︎",
    "a key": "1️⃣ #️⃣",
    "England": "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    "a variant of an ideograph": "葛\U000e0100城",
    "French": "« L\u2019été\u00a0: 3\u202f000 »",
    "Japanese": "日本語\u3000ガギグ",
    "Hebrew": "שָׁלוֹם",
    "Amharic": "ሰላም",
    "Cherokee": "ᏣᎳᎩ",
    "a sign of the Quran": "\u06dd\u0600",
    "ancient": "𓀀𒀀",
}
"""What people write."""
STOP = {
    "control-character": "\0\x01\t\v\f\r\x1b\x7f\x80\x9f\ud800\udfff\ufdd0\ufdef\ufffe\uffff\U0001fffe\U0010ffff",
    "private-character": "\ue000\ue001\ue002\uf8ff\U000f0000\U0010fffd",
    "bidi-control": "\u061c\u200e\u200f\u202a\u202e\u2066\u2069",
    "invisible-character": (
        "\u00ad\u034f\u115f\u1160\u17b4\u180b\u180e\u200b\u200c\u200d\u2028\u2029\u2060\u2064\u206a\u2800\u3164\ufe0f"
        "\ufeff\uffa0\ufff9\ufffc\U0001d159\U0001d173\U000e0001\U000e0041\U000e007f\U000e0100\U000e0fff\x85"
    ),
}


@pytest.mark.parametrize("name", PASS)
def test_what_people_write_passes(name: str) -> None:
    assert [name_of(one.character) for one in stopped(PASS[name])] == []


@pytest.mark.parametrize(
    ("code", "character"), [(code, one) for code, found in STOP.items() for one in found], ids=ascii
)
def test_what_nobody_writes_does_not(code: str, character: str) -> None:
    for text in (character, f"a{character}b", f"{character}{character}", f" {character} ", f"«{character}»"):
        found = list(stopped(text))
        assert found
        assert {(one.code, one.character) for one in found} == {(code, character)}
        assert passes(visible(text))


@pytest.mark.parametrize(
    "text", ["می‌‌روم", "🏴\U000e0067\U000e0062\U000e007f", "a\u200db", "👩\u200d", "x\ufe0f", "ᠠ\u180e"]
)
def test_a_joiner_or_selector_where_it_means_nothing_does_not(text: str) -> None:
    assert not passes(text)


def test_every_code_point_that_unicode_calls_a_control_private_or_none_is_stopped() -> None:
    for number in range(0x110000):
        letter = chr(number)
        category = unicodedata.category(letter)
        if category in ("Cc", "Co", "Cs") and letter != "\n":
            assert not passes(letter), hex(number)
        elif category[0] in "LNPSZ" and category not in ("Zl", "Zp"):
            expected = letter not in "\u115f\u1160\u2800\u3164\uffa0\ufffc\U00016fe4\U0001d159"
            assert passes(letter) is expected, hex(number)


@given(st.text(st.characters()))
def test_what_is_left_passes_and_is_what_was_there(text: str) -> None:
    left = visible(text)
    found = [one.offset for one in stopped(text)]
    assert left == "".join(letter for number, letter in enumerate(text) if number not in found)
    assert found == sorted(set(found))


@pytest.mark.parametrize(
    "text", ["", " ", "\u3164", "\u2800\u2800", "\u200d", "\u00a0\u3000", "\ufe0f", "\U000e0041", "\n\t"]
)
def test_a_text_of_which_nobody_sees_anything_is_blank(text: str) -> None:
    assert is_blank(text)
    assert not is_blank(f"{text}x")


ESCAPES = ["\\0", "\\x00", "\\uE000", "\\U000E0041", "\\u200B", "\\N", "\\L", "\\e", "\\t", "\\uFFFE"]


@pytest.mark.parametrize("escape", ESCAPES)
def test_an_escape_is_named_where_it_stands(escape: str) -> None:
    """After other escapes, in a list of a list, in a second part of a file, and as a key."""
    for text, line, column in (
        (f'a: "x\\n{escape}"\n', 1, 8),
        (f'a:\n  - [b, "\\\\x00 {escape}"]\n', 2, 16),
        (f'"k{escape}": a\n', 1, 3),
        (f'a: "long\n  words {escape} end"\n', 2, 9),
    ):
        problems = Problems()
        read_part(Document("data/a.yml", text), text, 0, problems)
        assert [(one.place.line, one.place.column) for one in problems.sorted()] == [(line, column)], text
