"""What a reader reads back from a page is the record's value: a whole claim as a macro makes it, in 24 locales.

The reader knows nothing of how a figure was written; it has the symbols, month names and patterns of CLDR, and takes a
text apart by them. What it cannot account for, sign for sign, is a fault.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from functools import cache
from html.parser import HTMLParser
from typing import Any

import babel
import pytest
from babel import numbers
from babel.dates import match_skeleton, tokenize_pattern
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from dalil.model.dates import BadDate, Date
from dalil.model.locales import Locale
from dalil.model.records import Claim, Statement
from dalil.model.site import LocaleSettings
from dalil.model.values import MAX_DIGITS, SCALES
from dalil.problems import Problems
from dalil.project.whole import Checked
from dalil.render.calls import read_calls
from dalil.render.page import Page
from dalil.render.skeletons import Skeleton
from dalil.render.texts import Texts
from support import Project
from test_figures import LOCALES, exactly

CLAIM = "two-signed"
OPEN, CLOSE = "⟦", "⟧"
CURRENCIES = ("USD", "EUR", "JPY")
QUICK = settings(
    max_examples=150,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink],
    suppress_health_check=list(HealthCheck),
)
LOCALE = st.sampled_from(sorted(LOCALES))


class Words(HTMLParser):
    """The text of some HTML, as a reader has it: without what is marked as hidden."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = ""
        self.feed(html)
        self.close()

    def handle_data(self, data: str) -> None:
        """Takes on the text between two tags."""
        self.text += data


class Site:
    """A sound project, with whose macros a claim of any values is shown in any locale."""

    def __init__(self, checked: Checked) -> None:
        self.checked = checked
        found = Problems()
        calls = read_calls("docs/example.md", f'{{{{ claims("{CLAIM}") }}}}', 1, found)
        assert calls, found.sorted()
        self.skeleton = Skeleton("docs/example.md", "", "example/", "home", (), "", (), (), calls)

    def shown(
        self, code: str, values: Mapping[str, Any], text: str, worth: Mapping[str, Any] | None = None
    ) -> tuple[list[str], list[str]]:
        """What stands between the brackets of a claim's text, on the page and in the plain words of it.

        `worth`: statements to their values.
        """
        store = self.checked.store
        claim = store.claims[CLAIM].model_dump(by_alias=True, exclude_none=True, exclude={"values", "text"})
        made = Claim.model_validate({**claim, "id": CLAIM, "text": {code: text}, "values": values})
        statements = {
            one: Statement.model_validate(
                {**row.model_dump(by_alias=True, exclude_none=True), "value": (worth or {}).get(one)}
            )
            for one, row in store.statements.items()
        }
        locale = ARABIC if code == "ar" else LOCALES[code]
        spoken = store.site.model_copy(update={"locales": {**store.site.locales, code: locale.settings}})
        store = replace(store, site=spoken, claims={**store.claims, CLAIM: made}, statements=statements)
        first, english = self.checked.shared["ar"], Texts(store, self.checked.shared["en"].locale)
        texts = Texts(store, locale)
        texts.fallbacks = [english]
        english.fallbacks = [texts]
        shared = replace(first, store=store, locale=locale, texts=texts, judgements={})
        html = self.checked.renderer.templates.render(self.skeleton, Page(shared, "example/", "home"))
        return _between(Words(html).text), _between(shared.plain_sentence(made))


ARABIC = Locale("ar", LocaleSettings(second_months="ar-SY"))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return Site(Project(tmp_path_factory.mktemp("figures") / "project").check())


def _between(words: str) -> list[str]:
    return re.findall(f"{OPEN}([^{CLOSE}]*){CLOSE}", words)


def holding(*names: str) -> str:
    return " ".join(f"{OPEN}{{{name}}}{CLOSE}" for name in names)


def without_directions(words: str) -> str:
    """Words without the signs that only say in which direction they run, and with one kind of space."""
    return re.sub(r"\s", " ", re.sub("[\u061c\u200e\u200f\u2066-\u2069]", "", words))


# The reader


def _cldr(code: str) -> babel.Locale:
    return babel.Locale.parse(code, sep="-")


SYMBOLS = (numbers.get_minus_sign_symbol, numbers.get_decimal_symbol, numbers.get_group_symbol)


@cache
def _number_form(code: str) -> re.Pattern[str]:
    """A whole figure as the locale writes it."""
    system = LOCALES[code].settings.digits
    symbols = [symbol(_cldr(code), numbering_system=system) for symbol in SYMBOLS]
    minus, mark, group = (re.escape(without_directions(one)) for one in symbols)
    zero = numbers_of(system)
    digit = f"[{zero}-{chr(ord(zero) + 9)}]"
    return re.compile(
        f"(?P<minus>{minus}|-)?(?P<whole>{digit}+(?:{group}{digit}{{2,3}})*)(?:{mark}(?P<rest>{digit}+))?"
    )


def numbers_of(system: str) -> str:
    """The nought of a numbering system (UTS 35)."""
    return {"latn": "0", "arab": "٠", "arabext": "۰", "beng": "০", "deva": "०", "thai": "๐"}[system]


def read_number(words: str, code: str) -> Decimal:
    """The number that some words are, every sign accounted for."""
    found = _number_form(code).fullmatch(words)
    assert found, f"{words!r} is no figure of {code}"
    return _decimal(found)


def _decimal(found: re.Match[str]) -> Decimal:
    whole = "".join(str(unicodedata.decimal(one)) for one in found["whole"] if one.isdecimal())
    rest = "".join(str(unicodedata.decimal(one)) for one in found["rest"] or "")
    return Decimal(("-" if found["minus"] else "") + whole + ("." + rest if rest else ""))


def read_percent(words: str, code: str) -> Decimal:
    """The hundredths that some words say."""
    sign = without_directions(_cldr(code).number_symbols.get(LOCALES[code].settings.digits, {}).get("percentSign", "%"))
    assert words.count(sign) == 1, f"{words!r} has no {sign}"
    return read_number(words.replace(sign, "").strip(), code)


@cache
def _scales(code: str) -> Mapping[str, set[int]]:
    """Words for powers of ten, by CLDR; no word is for units."""
    formats = _cldr(code).compact_decimal_formats
    found: dict[str, set[int]] = {"": {0}}
    for patterns in formats["short" if code.partition("-")[0] in ("ja", "ko", "zh") else "long"].values():
        for size, pattern in patterns.items():
            positive = pattern.pattern.partition(";")[0]
            if (word := _letters(positive.replace("'", ""))) and "0" in positive:
                found.setdefault(word, set()).add(len(size) - positive.count("0"))
    return found


@cache
def _currencies(code: str) -> Mapping[str, str]:
    locale = _cldr(code)
    return {
        _letters(numbers.get_currency_name(currency, count=count, locale=locale)): currency
        for currency in CURRENCIES
        for count in (None, 0, 1, 2, 3, 11, 100, Decimal("1.5"))
    }


def _letters(text: str) -> str:
    return "".join(one for one in text if one.isalpha() or unicodedata.category(one) in ("Mn", "Mc"))


def read_money(words: str, code: str) -> set[tuple[Fraction, str]]:
    """Every amount and currency that some words may mean."""
    found = _number_form(code).search(words)
    assert found, f"no figure in {words!r}"
    said = _letters(words[: found.start()] + words[found.end() :])
    return {
        (Fraction(_decimal(found)) * 10**power, currency)
        for name, currency in _currencies(code).items()
        if said.endswith(name)
        for power in _scales(code).get(said.removesuffix(name), ())
    }


PATTERNS = {"full": "", "day-month": "MMMMd", "month-year": "yMMMM", "year": "y"}


@cache
def _date_form(code: str, show: str) -> re.Pattern[str]:
    """A date as CLDR writes it in a locale; its day may be two."""
    locale = _cldr(code)
    skeleton = PATTERNS[show]
    if skeleton:
        known = (
            skeleton if skeleton in locale.datetime_skeletons else match_skeleton(skeleton, locale.datetime_skeletons)
        )
        pattern = "y" if skeleton == "y" else locale.datetime_skeletons[known].pattern
    else:
        pattern = locale.date_formats["long"].pattern
    return re.compile("".join(_part(kind, value, locale, code) for kind, value in tokenize_pattern(pattern)))


def _part(kind: str, value: Any, locale: babel.Locale, code: str) -> str:
    if kind == "chars":
        return re.escape(without_directions(value))
    field, length = value
    if field == "y":
        return r"(?P<year>\d{4})"
    if field in "ML":
        if length < 3:
            return r"(?P<month>\d+)"
        names = locale.months["format" if field == "M" else "stand-alone"]["wide"].values()
        both = r"(?:/[^\W\d]+(?: [^\W\d]+)*)?" if code == "ar" else ""
        return f"(?P<name>{'|'.join(sorted(map(re.escape, names), key=len, reverse=True))}){both}"
    if field == "d":
        return r"(?P<day>\d{1,2})(?:–(?P<last>\d{1,2}))?"
    assert field == "G", field
    return r"\S+"


def _ends(words: str, code: str, show: str) -> list[dict[str, int]]:
    """The date, or the two of a range within a month, that some words are; nothing when they are none of that form."""
    found = _date_form(code, show).fullmatch(words)
    if not found:
        return []
    fields = {name: int(value) for name, value in found.groupdict().items() if value and name != "name"}
    if name := found.groupdict().get("name"):
        months = _cldr(code).months
        fields["month"] = next(
            month for table in ("format", "stand-alone") for month, one in months[table]["wide"].items() if one == name
        )
    last = fields.pop("last", None)
    return [fields] if last is None else [fields, {**fields, "day": last}]


ABOUT = ("about", "نحو")


def _exact(words: str) -> tuple[str, str]:
    """Words without the one for “about”, and EDTF's sign for it where it was there."""
    for about in ABOUT:
        if words.startswith(f"{about} "):
            return words.removeprefix(f"{about} "), "~"
    return words, ""


def read_date(words: str, code: str) -> set[str]:
    """Every date or range, as EDTF writes it, that some words may mean."""
    whole = {
        _edtf(ends, about)
        for show in ("full", "month-year", "year")
        for said, about in [_exact(words)]
        for ends in [_ends(said, code, show)]
        if ends
    }
    for cut in re.finditer(" – ", words):
        (one, first), (other, last) = _exact(words[: cut.start()]), _exact(words[cut.end() :])
        # What stands before both is of both.
        for end in (_ends(other, code, show) for show in ("full", "month-year", "year")):
            for start in (_ends(one, code, show) for show in ("full", "month-year", "year", "day-month")):
                if len(start) == len(end) == 1:
                    starting = {**{"year": end[0]["year"]}, **start[0]}
                    whole.add(f"{_edtf([starting], first)}/{_edtf(end, last)}")
    return whole


def _edtf(ends: list[dict[str, int]], about: str) -> str:
    return "/".join(
        f"{end['year']:04}" + "".join(f"-{end[field]:02}" for field in ("month", "day") if field in end) + about
        for end in ends
    )


# What is read back

NUMBER = st.builds(
    lambda digits, places: Decimal(digits).scaleb(-places),
    st.one_of(st.integers(-(10**MAX_DIGITS) + 1, 10**MAX_DIGITS - 1), st.integers(-9999, 9999)),
    st.integers(0, 12),
)


@QUICK
@given(NUMBER, st.integers(-(10**MAX_DIGITS), 10**MAX_DIGITS), NUMBER, LOCALE)
def test_numbers(site: Site, decimal: Decimal, whole: int, percent: Decimal, code: str) -> None:
    values = {"d": {"decimal": str(decimal)}, "n": {"integer": str(whole)}, "p": {"percent": str(percent)}}
    text = f"{holding('d', 'n', 'p')} {{n, plural, other {{{OPEN}#{CLOSE}}}}} {{d, plural, other {{{OPEN}#{CLOSE}}}}}"
    for words in site.shown(code, values, text):
        one, many, share, chosen, fraction = (without_directions(word) for word in words)
        for shown in (one, fraction):
            assert exactly(read_number(shown, code), decimal if decimal else abs(decimal))
        for shown in (many, chosen):
            assert read_number(shown, code) == whole
        assert exactly(read_percent(share, code), percent if percent else abs(percent))


AMOUNT = st.fixed_dictionaries(
    {"amount": NUMBER.map(str), "scale": st.sampled_from(sorted(SCALES)), "currency": st.sampled_from(CURRENCIES)}
)


def _units(amount: Mapping[str, str]) -> Fraction:
    return Fraction(amount["amount"]) * Fraction(10 ** SCALES[amount["scale"]])


@QUICK
@given(AMOUNT, LOCALE)
def test_amounts(site: Site, amount: dict[str, str], code: str) -> None:
    for (words,) in site.shown(code, {"m": {"money": amount}}, holding("m")):
        assert read_money(without_directions(words), code) == {(_units(amount), amount["currency"])}, words


ROWS = ("argentina-signed", "chile-signed")
ALL = {"statements": {"role": "signed"}}
PART = {"statements": {"role": "signed", "subject": "argentina"}}


WIDE = {"amount": "9" * MAX_DIGITS, "scale": "trillion", "currency": "EUR"}
TINY = {"amount": "0.000000000001", "scale": "unit", "currency": "EUR"}


@QUICK
@given(AMOUNT, AMOUNT, LOCALE)
@example(WIDE, TINY, "en")
@example(TINY, WIDE, "ar")
def test_what_is_derived(site: Site, one: dict[str, str], other: dict[str, str], code: str) -> None:
    other = {**other, "currency": one["currency"]}
    part, rest = (_units(amount) for amount in (one, other))
    values: dict[str, Any] = {"s": {"sum": ALL}, "n": {"count": ALL}}
    if part + rest:
        values["p"] = {"share": {"part": PART, "whole": ALL}}
    worth = dict(zip(ROWS, ({"money": one}, {"money": other}), strict=True))
    for words in site.shown(code, values, holding(*values), worth):
        total, count, *share = (without_directions(word) for word in words)
        assert read_money(total, code) == {(part + rest, one["currency"])}
        assert read_number(count, code) == 2
        if share:
            _share_is(share[0], part * 100 / (part + rest), code)


def _share_is(words: str, exact: Fraction, code: str) -> None:
    """A share says that it is rounded where it is; it is nothing, or the whole, only where it is that."""
    said, about = _exact(words)
    shown = Fraction(read_percent(said, code))
    assert bool(about) == (shown != exact), words
    assert abs(shown - exact) <= Fraction(1, 2), words
    assert (shown in (0, 100)) == (exact in (0, 100)), words


@st.composite
def _dates(draw: st.DrawFn) -> str:
    """A date or range as EDTF writes it; the ends of a range are near one another as often as not."""
    about = st.sampled_from(["", "", "~"])
    cut = st.sampled_from([10, 10, 7, 4])
    first = draw(st.dates(datetime.date(1000, 1, 1), datetime.date(2999, 1, 1)))
    start = first.isoformat()[: draw(cut)]
    if draw(st.booleans()):
        return start + draw(about)
    last = first + datetime.timedelta(draw(st.one_of(st.integers(0, 40), st.integers(0, 400), st.integers(0, 40000))))
    end = last.isoformat()[: len(start) if draw(st.booleans()) else draw(cut)]
    return f"{start}{draw(about)}/{end}{draw(about)}"


def _date(text: str) -> Date | None:
    try:
        return Date.parse(text)
    except BadDate:
        return None


DATE = _dates().map(_date).filter(lambda date: date is not None)


@settings(QUICK, max_examples=400)
@given(DATE, LOCALE)
def test_dates(site: Site, date: Date, code: str) -> None:
    for (words,) in site.shown(code, {"d": {"date": str(date)}}, holding("d")):
        assert read_date(without_directions(words), code) == {str(date)}, words
