"""Cutting: never within a word, never too long, and every isolate that is left open is closed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dalil.render.cutting import CLOSER, OPENERS, TRAILING, cut

WORD = st.text(st.sampled_from("abcأبجد1.،\u2067\u2068\u2069ّ"), min_size=1, max_size=12)
TEXTS = st.lists(WORD, max_size=30).map(" ".join)


def depths(text: str) -> tuple[int, int]:
    """(isolates left open, isolates closed that were never opened)."""
    depth = strays = 0
    for character in text:
        if character in OPENERS:
            depth += 1
        elif character == CLOSER:
            depth, strays = (depth - 1, strays) if depth else (0, strays + 1)
    return depth, strays


@given(TEXTS, st.integers(1, 120))
def test_a_cut_text_is_whole_words_within_the_limit(text: str, limit: int) -> None:
    found = cut(text, limit)
    assert len(found) <= limit
    if found == text:
        return
    kept = found.removesuffix("…").rstrip(CLOSER)
    assert text.startswith(kept)
    rest = text[len(kept) :].lstrip(TRAILING + CLOSER)
    assert not kept or not rest or text[len(kept)] in TRAILING + CLOSER


@given(TEXTS, st.integers(1, 120))
def test_no_isolate_is_left_open(text: str, limit: int) -> None:
    assert depths(cut(text, limit))[0] == 0


def test_a_cut_text_ends_without_a_stray_mark() -> None:
    assert cut("The treaty, which nobody signed", 12) == "The treaty…"
    assert cut("وُقّع الإعلان، ثم نُشر", 15) == "وُقّع الإعلان…"
    assert cut("short.", 12) == "short."
    assert cut("one  two", 12) == "one two"


def test_a_word_longer_than_the_limit_leaves_only_an_ellipsis() -> None:
    assert cut("a" * 30, 10) == "…"


def test_an_isolate_that_is_cut_open_is_closed() -> None:
    assert cut("as \u2067الصحيفة التي نشرت الخبر\u2069 says", 14) == "as \u2067الصحيفة\u2069…"
