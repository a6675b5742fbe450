"""Two versions of a sentence, word by word."""

from __future__ import annotations

import datetime
from decimal import Decimal
from itertools import accumulate

import pytest
from babel.dates import format_date, format_time
from babel.numbers import format_currency, format_decimal
from hypothesis import given, settings
from hypothesis import strategies as st
from icu4py.breakers import CharacterBreaker

from dalil.desk.impact.words import Run, runs, says_the_same, words_of

WORDS = st.text(st.sampled_from("ab وقعت دةّ 17.,-小路ึ่ก\u0301\u200d👩\u202f"), max_size=40)
LOCALES = [
    "ar", "ar_EG", "bn", "de", "de_CH", "en", "en_IN", "es", "fa", "fr", "he", "hi", "ja", "ko", "my", "pl", "pt", "ru", "sv", "th",
    "tr", "ur", "zh_Hant",
]  # fmt: skip
DAYS = st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 1, 1))
FIGURES = st.one_of(
    st.builds(
        lambda number, code: format_decimal(number, "#,##0.######", locale=code, numbering_system="default"),
        st.decimals(-(10**9), 10**9, places=3) | st.integers(0, 10**13).map(Decimal), st.sampled_from(LOCALES),
    ),
    st.builds(
        lambda number, code: format_currency(number, "USD", "#,##0.00", locale=code, numbering_system="default"),
        st.decimals(0, 10**9, places=2), st.sampled_from(LOCALES),
    ),
    DAYS.map(str),
    st.builds(lambda day, form: format_date(day, form), DAYS, st.sampled_from(["dd.MM.yyyy", "d/M/yy", "yyyy-MM-dd"])),
    st.times().map(lambda time: format_time(time, "HH:mm:ss")),
    st.builds(lambda one, other, dash: f"{one}{dash}{other}", st.integers(0, 3000), st.integers(0, 3000), st.sampled_from("-–—/:")),
)  # fmt: skip
"""Numbers, dates and times as twenty languages write them."""
OTHERS = st.sampled_from(
    [
        "signed",
        "café",
        "cafe\u0301",
        "don’t",
        "وَقَّعَتِ",
        "وقعت",
        "وبالعربية",
        "الــدول",
        "می‌خواهم",
        "हिन्दी",
        "क्षेत्र",
        "શબ્દ",
        "שָׁלוֹם",
        "한국어",
        "각국",
        "👩\u200d👩\u200d👧",
        "Việt",
    ]
)
SENTENCES = st.lists(FIGURES | OTHERS, min_size=1, max_size=7)
BETWEEN = st.sampled_from([" ", ", ", "، ", "; ", " – ", "\n", ". ", "।  ", " (", "\u00a0€ "])


def cuts(text: str, others: str, found: list[Run]) -> set[int]:
    """Where one version is cut by marks; `others`: the kind of words that it does not have."""
    places = set(accumulate(len(words) for kind, words in found if kind != others))
    return places - {0, len(text)}


@given(WORDS, WORDS)
def test_both_versions_can_be_read_off(before: str, after: str) -> None:
    found = runs(before, after)
    assert "".join(words for kind, words in found if kind != "new") == before
    assert "".join(words for kind, words in found if kind != "gone") == after


@given(WORDS)
def test_a_sentence_does_not_differ_from_itself(words: str) -> None:
    assert {kind for kind, _ in runs(words, words)} <= {"same"}


@settings(max_examples=400, deadline=None)
@given(SENTENCES, SENTENCES, BETWEEN, st.data())
def test_no_mark_falls_within_a_number_or_a_word(
    before: list[str], after: list[str], between: str, data: st.DataObject
) -> None:
    """Sentences that share some of their words, in whatever order."""
    after = [data.draw(st.sampled_from(before)) if data.draw(st.booleans()) else word for word in after]
    old, new = (f"{between.join(words)}." for words in (before, after))
    found = runs(old, new)
    for text, words, others in ((old, before, "new"), (new, after, "gone")):
        starts = accumulate((len(word) + len(between) for word in words), initial=0)
        inner = {
            place for start, word in zip(starts, words, strict=False) for place in range(start + 1, start + len(word))
        }
        assert not cuts(text, others, found) & inner


@given(WORDS | st.text(max_size=40), WORDS | st.text(max_size=40))
def test_no_mark_falls_within_what_a_reader_takes_for_one_letter(before: str, after: str) -> None:
    found = runs(before, after)
    for text, others in ((before, "new"), (after, "gone")):
        letters = set(accumulate(len(one) for one in CharacterBreaker(text, "en")))
        assert cuts(text, others, found) <= letters


@pytest.mark.parametrize(
    ("before", "after", "gone", "new"),
    [
        ("It is 4.304 km.", "It is 4.434 km.", "4.304", "4.434"),
        ("It is 4,304 km.", "It is 4,434 km.", "4,304", "4,434"),
        ("1\u202f500 euros", "1\u202f600 euros", "1\u202f500", "1\u202f600"),
        ("1 500 euros", "1 600 euros", "1 500", "1 600"),
        ("1’500 francs", "1’600 francs", "1’500", "1’600"),
        ("On 2026-07-01.", "On 2026-08-01.", "2026-07-01", "2026-08-01"),
        ("Am 1.7.2026.", "Am 1.8.2026.", "1.7.2026", "1.8.2026"),
        ("At 12:30.", "At 12:45.", "12:30", "12:45"),
        ("It fell by −5 points", "It fell by −6 points", "−5", "−6"),
        ("1–17 July", "1–18 July", "1–17", "1–18"),
        ("نحو ٤٬٣٠٤٫٥ كم", "نحو ٤٬٤٣٤٫٥ كم", "٤٬٣٠٤٫٥", "٤٬٤٣٤٫٥"),
        ("قال وبالعربية", "قال بالعربية", "وبالعربية", "بالعربية"),
        ("قالت الــدول", "قالت الــدولة", "الــدول", "الــدولة"),
        ("هذا می‌خواهم", "هذا نمی‌خواهم", "می‌خواهم", "نمی‌خواهم"),
        ("le café fermé", "le cafe\u0301s fermé", "café", "cafe\u0301s"),
        ("說這條小路每年點亮", "說這條大路每年點亮", "小路", "大路"),
        ("ภาษาไทยง่าย", "ภาษาลาวง่าย", "ไทย", "ลาว"),
        ("हिन्दी भाषा", "हिन्दू भाषा", "हिन्दी", "हिन्दू"),
        ("a 👩\u200d👩\u200d👧 b", "a 👩\u200d👩\u200d👦 b", "👩\u200d👩\u200d👧", "👩\u200d👩\u200d👦"),
        ("they don’t sign", "they can’t sign", "don’t", "can’t"),
        ("on the 17th day", "on the 18th day", "17th", "18th"),
    ],
)  # fmt: skip
def test_the_least_part_is_a_word(before: str, after: str, gone: str, new: str) -> None:
    found = runs(before, after)
    assert [words for kind, words in found if kind == "gone"] == [gone]
    assert [words for kind, words in found if kind == "new"] == [new]


def test_a_sentence_without_end_is_shown_as_a_whole() -> None:
    before, after = "word " * 20_000, "other " * 20_000
    assert runs(before, after) == [("gone", before), ("new", after)]
    assert runs("", after) == [("new", after)]
    assert runs(before, "") == [("gone", before)]


def test_halves_of_pairs_are_borne() -> None:
    assert "".join(words_of("a\ud83d\ude00b\udc00")) == "a\ud83d\ude00b\udc00"


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
        ("It is 1.500 km", "It is 1,500 km", False),
        ("It is 1 500 km", "It is 1\u202f500 km", True),
        ("It fell to -5", "It fell to −5", True),
        ("It fell to −5", "It fell to 5", False),
        ("From 1-17 July", "From 1–17 July", True),
        ("They don't sign", "They don’t sign", True),
    ],
)
def test_marks_alone_change_no_meaning(before: str, after: str, same: bool) -> None:
    assert says_the_same(before, after) is same
