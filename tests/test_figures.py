"""The figure that a page shows is the record's: what a reader would read back from it, in twenty locales and more."""

from __future__ import annotations

import datetime
import re
import unicodedata
from decimal import Decimal

import babel
import pytest
from babel import numbers
from hypothesis import given
from hypothesis import strategies as st

from dalil.model.dates import Date
from dalil.model.locales import Locale
from dalil.model.site import LocaleSettings
from dalil.model.values import MAX_DIGITS, Money
from dalil.store.derive import _percent
from dalil.text.messages import SHOWN, parse

LOCALES = {
    code: Locale(code, LocaleSettings(digits=digits))
    for code, digits in {
        "ar": "latn", "ar-EG": "arab", "bn": "beng", "cs": "latn", "cy": "latn", "de": "latn", "de-CH": "latn", "en": "latn",
        "es": "latn", "fa": "arabext", "fr": "latn", "he": "latn", "hi": "deva", "ja": "latn", "ko": "latn", "lt": "latn",
        "pl": "latn", "pt-BR": "latn", "ru": "latn", "sv": "latn", "sw": "latn", "th": "thai", "tr": "latn", "zh-Hant": "latn",
    }.items()
}  # fmt: skip
LOCALE = st.sampled_from(sorted(LOCALES))
NUMBER = st.builds(
    lambda digits, places: Decimal(digits).scaleb(-places),
    st.integers(-(10**MAX_DIGITS) + 1, 10**MAX_DIGITS - 1),
    st.integers(0, 12),
)
"""A number as an editor may write it, with all its digits: 2.50 is not 2.5."""


def read(words: str, code: str) -> Decimal:
    """The number that a reader of a locale reads in some words, with as many digits as there are."""
    system = LOCALES[code].settings.digits
    locale = babel.Locale.parse(code, sep="-")
    minus = numbers.get_minus_sign_symbol(locale, numbering_system=system).strip("\u200e\u200f\u061c")
    mark = numbers.get_decimal_symbol(locale, numbering_system=system)
    text = ""
    for character in words:
        if character.isdecimal():
            text += str(unicodedata.decimal(character))
        elif character in ("-", minus):
            text += "-"
        elif character == mark:
            text += "."
    return Decimal(text.rstrip("."))


def scale_of(words: str, code: str) -> int:
    """The power of ten that the word in an amount stands for, by CLDR's own table of such words."""
    formats = babel.Locale.parse(code, sep="-").compact_decimal_formats
    known: dict[str, int] = {}
    for table in (formats.get("long"), formats.get("short") if "long" not in formats else None):
        for patterns in (table or {}).values():
            for size, pattern in patterns.items():
                positive = pattern.pattern.partition(";")[0]
                if word := _letters(positive.replace("'", "")):
                    known[word] = len(size) - positive.count("0")
    found = _letters(words)
    return known[found] if found else 0


def _letters(text: str) -> str:
    return "".join(character for character in text if character.isalpha() or unicodedata.category(character) == "Mn")


def exactly(one: Decimal, other: Decimal) -> bool:
    return one == other and one.as_tuple().exponent == other.as_tuple().exponent


@given(NUMBER, LOCALE)
def test_a_number_keeps_every_digit(number: Decimal, code: str) -> None:
    assert exactly(read(LOCALES[code].number(number), code), number if number else abs(number))


@given(NUMBER, LOCALE)
def test_a_percentage_keeps_every_digit(number: Decimal, code: str) -> None:
    assert exactly(read(LOCALES[code].percent(number), code), number if number else abs(number))


@given(
    NUMBER, st.sampled_from(["unit", "million", "billion", "trillion"]), LOCALE, st.sampled_from(["USD", "EUR", "JPY"])
)
def test_an_amount_keeps_every_digit(amount: Decimal, scale: str, code: str, currency: str) -> None:
    money = Money.model_validate({"amount": str(amount), "scale": scale, "currency": currency})
    said = LOCALES[code].money(money)
    read_back = read(said.number, code)
    assert read_back.scaleb(scale_of(said.number, code)) == money.units
    assert len(read_back.as_tuple().digits) >= len(amount.normalize().as_tuple().digits)
    assert said.scaled == bool(scale_of(said.number, code))


@pytest.mark.parametrize(
    ("amount", "scale", "english", "arabic", "spanish"),
    [
        ("1500", "billion", "1.5 trillion", "1.5 ترليون", "1,5 billones"),
        ("1250", "million", "1.25 billion", "1.25 مليار", "1,25 mil millones"),
        ("2.10", "trillion", "2.10 trillion", "2.10 ترليون", "2,10 billones"),
        ("1234567", "trillion", "1,234,567 trillion", "1,234,567 ترليون", "1.234.567 billones"),
        ("0.364", "trillion", "364 billion", "364 مليار", "364 mil millones"),
        ("999999", "million", "999.999 billion", "999.999 مليار", "999,999 mil millones"),
        ("0.0005", "million", "500", "500", "500"),
        ("-0.0", "million", "0", "0", "0"),
    ],
)
def test_amounts(amount: str, scale: str, english: str, arabic: str, spanish: str) -> None:
    money = Money.model_validate({"amount": amount, "scale": scale, "currency": "EUR"})
    assert [LOCALES[code].money(money).number for code in ("en", "ar", "es")] == [english, arabic, spanish]


@pytest.mark.parametrize(
    ("number", "words"),
    [("6.54", "6.54%"), ("99.96", "99.96%"), ("0.004", "0.004%"), ("65", "65%"), ("65.0", "65.0%"), ("-0.0", "0.0%")],
)
def test_percentages(number: str, words: str) -> None:
    assert LOCALES["en"].percent(Decimal(number)) == words
    assert LOCALES["ar"].percent(Decimal(number)) == words


@given(st.decimals(0, 100, places=20))
def test_a_rounded_share_says_so_and_is_never_nothing_or_the_whole(exact: Decimal) -> None:
    share = _percent(exact)
    assert share.rounded == (share.number != exact)
    assert (share.number in (0, 100)) == (exact in (0, 100))
    assert abs(share.number - exact) <= Decimal("0.5")


DAYS = st.dates(datetime.date(1000, 1, 1), datetime.date(2999, 12, 31))


@given(DAYS, LOCALE)
def test_a_date_shows_its_day_and_year(day: datetime.date, code: str) -> None:
    words = LOCALES[code].date(Date.on(day))
    figures = [_figure(found) for found in re.findall(r"\d+", words)]
    assert {day.day, day.year} <= set(figures)
    months = babel.Locale.parse(code, sep="-").months["format"]["wide"]
    assert day.month in figures or months[day.month] in words


@given(DAYS, DAYS, LOCALE)
def test_a_range_shows_both_ends(one: datetime.date, other: datetime.date, code: str) -> None:
    start, end = sorted((one, other))
    words = LOCALES[code].date(Date.parse(f"{start:%Y-%m-%d}/{end:%Y-%m-%d}"))
    figures = [_figure(found) for found in re.findall(r"\d+", words)]
    assert {start.day, end.day, start.year, end.year} <= set(figures)
    assert ("–" in words) == (start != end)


def _figure(text: str) -> int:
    return int("".join(str(unicodedata.decimal(character)) for character in text))


@pytest.mark.parametrize(
    ("code", "text", "show", "words"),
    [
        ("ja", "2026-07-05/2026-07-07", "full", "2026年7月5–7日"),
        ("zh-Hant", "2026-07-05/2026-07-07", "day-month", "7月5–7日"),
        ("ja", "2026-07-05/2026-07-07", "month-year", "2026年7月"),
        ("en", "2026-07-05/2026-07-07", "full", "July 5–7, 2026"),
        ("en", "2026-07-05/2026-08-07", "full", "July 5 – August 7, 2026"),
        ("en", "2026-07-05/2026-08-07", "month-year", "July 2026 – August 2026"),
        ("en", "2026-07-05/2026-08-07", "year", "2026"),
    ],
)
def test_ranges(code: str, text: str, show: str, words: str) -> None:
    """The days stand where the pattern has its day, though the month or year may have the same figure."""
    assert LOCALES[code].date(Date.parse(text), show) == words


def test_a_range_of_one_day_is_that_day() -> None:
    for text in ("2026-03-05", "2026-03", "2026~"):
        assert Date.parse(f"{text}/{text}") == Date.parse(text)


@pytest.mark.parametrize(
    ("text", "spelt"),
    [
        (
            "{n, plural, one {# team} other {# teams}}",
            f"{{n, plural, one {{{{{SHOWN}n}} team}} other {{{{{SHOWN}n}} teams}}}}",
        ),
        (
            "{n} of { m } {n, plural, other {# { n }}}",
            f"{{{SHOWN}n}} of {{ m }} {{n, plural, other {{{{{SHOWN}n}} {{{SHOWN}n}}}}}}",
        ),
        ("no. # of {n, plural, other {'#' #}}", f"no. # of {{n, plural, other {{'#' {{{SHOWN}n}}}}}}"),
        ("{n, plural, offset:1 other {# more}}", "{n, plural, offset:1 other {# more}}"),
    ],
)
def test_a_number_within_a_choice_is_spelt_by_the_locale(text: str, spelt: str) -> None:
    """ICU would show 3.14159 as 3.142."""
    assert parse(text).spelt == spelt
