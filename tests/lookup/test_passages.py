"""Passages: found whatever a typesetter did to them, and what is most like them where an author changed them."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dalil.desk.lookup.passages import Text, fold
from dalil.model.register import SoughtPassage
from dalil.problems.gate import is_blank


def seek(text: str, words: str) -> SoughtPassage:
    [found] = Text(text).seek([words])
    return found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Today two countries have signed it.", "two countries have signed"),
        ("TWO  countries\n\u00a0have\tsigned", "two countries have signed"),
        ("two countries, have “signed”", "two countries have signed"),
        ("“two countries have signed”", "two countries have signed"),
        ("the so-called ‘Don’t’ rule", "so‑called 'don't' rule"),
        ("a well–known fact", "well-known fact"),
        ("versiones en inglés y español", "versiones en ingles y espanol"),
        ("versiones en ingle\u0301s", "versiones en inglés"),
        ("وَقَّعَتِ الدُّوَلُ الميثاقَ", "وقعت الدول الميثاق"),
        ("وقعت الــدول الميثاق", "وقعت الدول الميثاق"),
        ("في ٢٠٢٦ وقعت", "في 2026 وقعت"),
        ("شُكْرًا؛ قال «نعم»،", "شكرا قال نعم"),
        ("שָׁלוֹם עֲלֵיכֶם", "שלום עליכם"),
        ("inter\u00adnational \u200bagreement", "international agreement"),
        ("the international agree- ment was", "international agreement"),
        ("theinternationalagreement", "international agreement"),
        ("ﬁrst ﬂight", "first flight"),
        ("1,000 soldiers", "1,000 soldiers"),
        ("Straße nach Kiel", "STRASSE NACH KIEL"),
        ("我们今天签署了协议", "签署了协议"),
        ("two countries, it was said at night, have signed", "two countries … have signed"),
        ("price: 5 €", "€"),
        ("\u202bوقعت\u202c الدول", "وقعت الدول"),
    ],
)
def test_found(text: str, words: str) -> None:
    assert seek(text, words) == SoughtPassage(words=words, found=True)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a party in the park", "art"),
        ("two country have signed", "two countries have signed"),
        ("have signed, two countries", "two countries … have signed"),
        ("", "two"),
        ("£", "€"),
        ("we sign off", "sign o"),
    ],
)
def test_not_found(text: str, words: str) -> None:
    assert not seek(text, words).found


@pytest.mark.parametrize(
    ("text", "words", "nearest"),
    [
        ("Then two nations have signed it at last.", "two countries have signed", "two nations have signed"),
        (
            "Then “two countries’  have\nalso signed” it.",
            "two countries have signed",
            "two countries’ have also signed",
        ),
        ("الدول التي وقّعت على الميثاق أمس", "الدول التي وقعت الميثاق أمس", "الدول التي وقّعت على الميثاق أمس"),
        ("the declaraton was read", "declaration", "declaraton"),
        ("Two signed. Others came. Two countries had signed.", "two countries have signed", "Two countries had signed"),
    ],
)
def test_the_nearest_passage_is_given_as_it_stands(text: str, words: str, nearest: str) -> None:
    found = seek(text, words)
    assert found.nearest == nearest
    assert found.alike is not None
    assert 60 <= found.alike < 100


def test_nothing_near_is_given_where_nothing_is() -> None:
    assert seek("Cats sleep all day long.", "two countries have signed") == SoughtPassage(
        words="two countries have signed", found=False
    )


WORDS = st.text(st.characters(categories=("L", "N")), min_size=1, max_size=8).filter(fold)


@given(st.lists(WORDS, min_size=1, max_size=30), st.data())
def test_every_run_of_a_text_s_own_words_is_found(words: list[str], data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    glue = data.draw(st.sampled_from([" ", "\n", ", ", " – ", "\u00a0"]))
    assert seek(glue.join(words), " ".join(words[start:end])).found


@given(
    st.text(max_size=200),
    st.text(min_size=1, max_size=40).filter(lambda words: "\n" not in words and not is_blank(words)),
)
def test_no_text_and_no_passage_is_too_odd(text: str, words: str) -> None:
    found = seek(text, words)
    assert found.nearest is None or not found.found


def test_a_long_page_is_searched_in_a_moment() -> None:
    """A hundred thousand words, of which most are those that are sought: no search may be quadratic."""
    text = "the treaty of the sea and the land " * 15_000
    start = time.monotonic()
    assert not seek(text, "the treaty of the moon and").found
    assert time.monotonic() - start < 20
