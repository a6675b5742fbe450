"""Wording: each language says every code, in its own words, on lines that no quotation can break or turn around."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dalil.model.locales import Locale
from dalil.problems import Phrase, Place, Problem, either, phrase
from dalil.text.messages import parse
from dalil.wording import LANGUAGES, detail_of, hint_of, message_of, preferred, reason_of, say, sentence
from dalil.wording.saying import STEERING, placed, set_apart
from support import foreign_words

ENGLISH, ARABIC = LANGUAGES["en"], LANGUAGES["ar"]
CODES = sorted(ENGLISH.wording)


def test_both_languages_have_the_same_codes_phrases_and_sentences() -> None:
    assert set(ARABIC.wording) == set(ENGLISH.wording)
    assert set(ARABIC.phrases) == set(ENGLISH.phrases)
    assert set(ARABIC.sentences) == set(ENGLISH.sentences)


@pytest.mark.parametrize("code", CODES)
def test_both_languages_place_the_same_details(code: str) -> None:
    english, arabic = ENGLISH.wording[code], ARABIC.wording[code]
    assert placed(arabic.message) == placed(english.message)
    assert [placed(hint) for hint in arabic.hints] == [placed(hint) for hint in english.hints]
    assert not placed(arabic.reason) | placed(english.reason)


@pytest.mark.parametrize("key", sorted(ENGLISH.phrases))
def test_both_languages_place_the_same_in_a_phrase(key: str) -> None:
    assert placed(ARABIC.phrases[key]) == placed(ENGLISH.phrases[key])


@pytest.mark.parametrize("key", sorted(ENGLISH.sentences))
def test_sentences_count_in_every_form_of_their_language(key: str) -> None:
    english, arabic = parse(ENGLISH.sentences[key]), parse(ARABIC.sentences[key])
    assert arabic.arguments == english.arguments
    for message, code in ((english, "en"), (arabic, "ar")):
        for choice in message.choices:
            assert choice.options == Locale(code).plural_categories


@pytest.mark.parametrize("code", CODES)
def test_arabic_is_arabic(code: str) -> None:
    """Every letter of another script stands between isolates."""
    wording = ARABIC.wording[code]
    for words in (wording.message, *wording.hints):
        problem = Problem(code, Place("a.yml"), dict.fromkeys(placed(words), "some-id"))
        for said in (message_of(problem, "ar"), hint_of(problem, "ar"), reason_of(code, "ar")):
            assert not foreign_words(said), said
    assert re.search("[\u0620-\u064a]", wording.message)
    assert re.search("[\u0620-\u064a]", wording.reason)


@pytest.mark.parametrize("key", sorted(ARABIC.phrases))
def test_arabic_phrases_are_arabic(key: str) -> None:
    said = detail_of(phrase(key, **dict.fromkeys(placed(ARABIC.phrases[key]), "some-id")), "ar")
    assert not foreign_words(said), said


@pytest.mark.parametrize("table", ["wording", "phrases", "sentences"])
def test_arabic_has_its_own_punctuation(table: str) -> None:
    for key, entry in getattr(ARABIC, table).items():
        texts = [entry] if isinstance(entry, str) else [entry.message, *entry.hints, entry.reason]
        for text in texts:
            assert not re.search(r"[\u0620-\u064a]\s?[,;?]|ـ(?![)« ])|[“”]", text), (key, text)


@given(st.sampled_from(CODES), st.sampled_from(sorted(LANGUAGES)), st.data())
def test_no_quotation_breaks_a_line_or_turns_words_around(code: str, language: str, data: st.DataObject) -> None:
    wording = LANGUAGES[language].wording[code]
    names = {name for text in (wording.message, *wording.hints) for name in placed(text)}
    details = {name: data.draw(st.text(max_size=40)) for name in sorted(names)}
    said = say(Problem(code, Place("a.yml", 3, 4), details), language)
    lines = said.split("\n")
    assert lines[0].startswith(f"a.yml:3:4: error[{code}]: ")
    assert len(said.splitlines()) == len(lines) <= 2
    for line in lines:
        assert len(re.findall("[\u2066-\u2068]", line)) == line.count("\u2069")
        assert not re.search(STEERING, re.sub("[\u2067-\u2069]", "", line))


@given(st.text(max_size=40), st.sampled_from(sorted(LANGUAGES)))
def test_a_quotation_on_a_line_of_its_own_commands_nothing(text: str, language: str) -> None:
    said = set_apart(text, language)
    assert len(said.splitlines()) <= 1
    assert len(re.findall("[\u2066-\u2068]", said)) == said.count("\u2069")
    assert not re.search(STEERING, re.sub("[\u2066-\u2069]", "", said))


@pytest.mark.parametrize("command", ["\x1b]0;owned\x07", "\x1b[2J", "\x9b2J", "\u202egnp", "a\u2069b", "\u200b"])
def test_hostile_words_are_shown_by_their_numbers(command: str) -> None:
    assert "U+" in set_apart(command, "en")


def test_words_that_are_set_apart_already_stay_so() -> None:
    assert set_apart("en: \u2068الكلمة\u2069.", "en") == "en: \u2068الكلمة\u2069."


def test_a_file_name_cannot_break_a_line() -> None:
    assert say(Problem("file-empty", Place("data/\x1b[31m\n.yml"))).startswith("data/U+001B[31m .yml:1:1: error[")


def test_phrases_and_lists_are_said_in_each_language() -> None:
    detail = either(phrase("entity"), phrase("event"))
    assert (detail_of(detail), detail_of(detail, "ar")) == ("entity or event", "كيان أو حدث")
    assert detail_of(("a", Phrase("source"))) == "a, source"
    assert detail_of(("a", Phrase("source")), "ar") == "⁨a⁩، ⁨مصدر⁩"


def test_a_sample_keeps_its_own_direction() -> None:
    problem = Problem("unknown-argument", Place("a.yml"), {"argument": "day", "nearest": ""})
    assert message_of(problem, "ar") == "يطلب النص «⁨{day}⁩» ولا قيمة بهذا الاسم"
    assert say(problem, "ar") == (
        "a.yml:1:1: error[unknown-argument]: \u2067يطلب النص «⁨{day}⁩» ولا قيمة بهذا الاسم\u2069\n"
        "  \u2067العلاج: أضفها تحت «⁨values⁩».\u2069"
    )


@pytest.mark.parametrize(
    ("number", "english", "arabic"),
    [
        (1, "1 problem.", "خطأ واحد."),
        (2, "2 problems.", "خطآن."),
        (3, "3 problems.", "3 أخطاء."),
        (11, "11 problems.", "11 خطأ."),
        (100, "100 problems.", "100 خطأ."),
        (103, "103 problems.", "103 أخطاء."),
    ],
)
def test_problems_are_counted(number: int, english: str, arabic: str) -> None:
    assert sentence("problems", "en", n=number) == english
    assert sentence("problems", "ar", n=number) == arabic


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "ar_EG.UTF-8"}, "ar"),
        ({"LANG": "ar"}, "ar"),
        ({"LANG": "fr_FR.UTF-8"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "en_GB", "LC_MESSAGES": "ar_SA"}, "ar"),
        ({"LC_MESSAGES": "ar_SA", "LC_ALL": "en_US.UTF-8"}, "en"),
        ({"LC_ALL": "", "LANG": "ar_SY@euro"}, "ar"),
        ({"LC_ALL": "en_US", "DALIL_LANG": "ar"}, "ar"),
        ({"LANG": "arn_CL"}, "en"),
    ],
)
def test_the_terminal_says_the_language(environment: dict[str, str], language: str) -> None:
    assert preferred(environment) == language
