"""Locales: CLDR's way of writing, with both Arabic month names."""

from __future__ import annotations

import datetime
import re
from decimal import Decimal

import babel
import pytest

from dalil.model.codes import LOCALE_PATTERN
from dalil.model.dates import Date
from dalil.model.locales import Amount, Locale, UnknownLocale
from dalil.model.site import LocaleSettings
from dalil.model.values import Duration, Money

ARABIC = Locale("ar", LocaleSettings(second_months="ar-SY"))
ENGLISH = Locale("en", LocaleSettings(formats="en-GB"))
EGYPTIAN = Locale("ar", LocaleSettings(digits="arab"))


@pytest.mark.parametrize(
    ("date", "show", "arabic", "english"),
    [
        ("2026-03-05", "full", "5 مارس/آذار 2026", "5 March 2026"),
        ("2026-03-05", "day-month", "5 مارس/آذار", "5 March"),
        ("2026-03-05", "year", "2026", "2026"),
        ("2026-03", "full", "مارس/آذار 2026", "March 2026"),
        ("2026", "day-month", "2026", "2026"),
        ("2026-03-04/2026-03-05", "full", "4–5 مارس/آذار 2026", "4–5 March 2026"),
        ("2026-02-27/2026-03-05", "full", "27 فبراير/شباط – 5 مارس/آذار 2026", "27 February – 5 March 2026"),
        ("2025-12-30/2026-01-02", "full", "30 ديسمبر/كانون الأول 2025 – 2 يناير/كانون الثاني 2026",
         "30 December 2025 – 2 January 2026"),
        ("2025-05-25/2025-05-26", "full", "25–26 مايو/أيار 2025", "25–26 May 2025"),
    ],
)  # fmt: skip
def test_dates(date: str, show: str, arabic: str, english: str) -> None:
    assert ARABIC.date(Date.parse(date), show) == arabic
    assert ENGLISH.date(Date.parse(date), show) == english


def test_every_month_has_both_names() -> None:
    months = [ARABIC.date(Date.parse(f"2026-{month:02d}")) for month in range(1, 13)]
    assert months[0] == "يناير/كانون الثاني 2026"
    assert all("/" in month for month in months)


def test_money_is_in_words() -> None:
    trade = Money.model_validate({"amount": "518", "scale": "billion", "currency": "USD"})
    assert ARABIC.money(trade) == Amount("518 مليار", "دولار أمريكي", scaled=True)
    assert ENGLISH.money(trade) == Amount("518 billion", "US dollars", scaled=True)
    output = Money.model_validate({"amount": "6.54", "scale": "trillion", "currency": "USD"})
    assert ENGLISH.money(output) == Amount("6.54 trillion", "US dollars", scaled=True)


def test_numbers_and_shares() -> None:
    assert ENGLISH.number(12345) == "12,345"
    assert EGYPTIAN.number(12345) == "١٢٬٣٤٥"
    assert EGYPTIAN.date(Date.parse("2026-03-05")) == "٥ مارس ٢٠٢٦"
    assert ENGLISH.percent(Decimal("65")) == "65%"
    assert ENGLISH.percent(Decimal("65.5")) == "65.5%"


@pytest.mark.parametrize(("number", "arabic"), [(1, "يوم"), (2, "يومان"), (3, "3 أيام"), (50, "50 يومًا")])
def test_durations(number: int, arabic: str) -> None:
    assert ARABIC.duration(Duration(number=number, unit="day")) == arabic


def test_lists_and_names() -> None:
    assert ENGLISH.list(["a", "b", "c"]) == "a, b and c"
    assert ARABIC.list(["أ", "ب"]) == "أ وب"
    assert ARABIC.country("GY") == "غيانا"
    assert ENGLISH.language("fa") == "Persian"
    assert (ARABIC.direction, ENGLISH.direction) == ("rtl", "ltr")


def test_an_unknown_locale_is_refused() -> None:
    with pytest.raises(UnknownLocale):
        Locale("qq")


def test_every_locale_that_cldr_has_can_be_written() -> None:
    """However little CLDR knows of a locale, whatever a page may ask of it is answered."""
    written = 0
    for name in babel.localedata.locale_identifiers():
        code = name.replace("_", "-")
        if not re.match(LOCALE_PATTERN, code):
            continue
        digits = babel.Locale.parse(name).default_numbering_system
        locale = Locale(code, LocaleSettings(digits=digits))
        day = Date.on(datetime.date(2026, 3, 5))
        said = [
            locale.name,
            locale.number(12345),
            locale.percent(Decimal("66.5")),
            locale.money(Money(amount=Decimal(518), currency="USD", scale="billion")).number,
            locale.size(123_456),
            locale.duration(Duration(number=3, unit="day")),
            *(locale.date(day, show) for show in ("full", "day-month", "month-year", "year")),
            locale.list(["a", "b", "c"]),
            locale.country("AR"),
            locale.language("es"),
        ]
        assert all(words.strip() for words in said), code
        assert locale.direction in ("rtl", "ltr")
        assert "other" in locale.plural_categories
        first = babel.Locale.parse(name).months["format"]["wide"][1]
        assert locale.months or first[:1].isdecimal(), code
        written += 1
    assert written > 1000


def test_words_of_numbers_durations_and_countries_are_spelled_as_the_site_spells_them() -> None:
    """Whole words only: a word that is part of another stays."""
    spelling = {"ترليون": "تريليون", "يومًا": "يوما", "أورغواي": "الأوروغواي", "trillion": "million million", "mil": "x"}
    money = Money(amount=Decimal("4.3"), scale="trillion", currency="USD")
    days = Duration(number=50, unit="day")
    plain, spelled = Locale("ar"), Locale("ar", LocaleSettings(spelling=spelling))
    assert (plain.money(money).number, plain.duration(days), plain.country("UY")) == (
        "4.3 ترليون",
        "50 يومًا",
        "أورغواي",
    )
    assert (spelled.money(money).number, spelled.duration(days), spelled.country("UY")) == (
        "4.3 تريليون", "50 يوما", "الأوروغواي",
    )  # fmt: skip
    english = Locale("en", LocaleSettings(spelling={"trill": "x", "trillion": "million million"}))
    assert english.money(money).number == "4.3 million million"
