"""What a locale needs: direction, plural categories, and how it writes numbers, dates, names and lists (CLDR)."""

from __future__ import annotations

import copy
import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext

import babel
from babel import dates, lists, numbers

from dalil.model.codes import LOCALE_PATTERN
from dalil.model.dates import Date, Day
from dalil.model.site import LocaleSettings
from dalil.model.values import LONGEST, Duration, Money
from dalil.text.messages import format_message
from dalil.text.near import nearest

SKELETONS = {"full": "yMMMMd", "day-month": "MMMMd", "month-year": "yMMMM", "year": "y"}
"""CLDR date skeletons by how much of a date is shown."""


WORDS = re.compile("(?:[^\\W\\d_]|[\u064b-\u0652])+")
"""Words, with the vowel marks of Arabic, which are no letters."""
MARKS = re.compile("[\u061c\u200e\u200f]")
"""Direction marks, which CLDR puts into some patterns; on a page, elements say the direction."""


MYRIADS = {"ja", "ko", "yue", "zh"}
"""Languages whose short words for large numbers are their long ones too; CLDR gives them once, as the short ones."""


PERCENT_WORDS = {"ar": {"بالمئة", "بالمائة", "في المئة", "في المائة"}, "en": {"per cent", "percent"}}
"""Ways to write hundredths in words that CLDR lacks, or has for another region."""


@dataclass(frozen=True)
class Amount:
    """An amount of money in words. CLDR does not say how to join its parts (Spanish: millones de)."""

    number: str
    currency: str
    scaled: bool
    """Whether the number has a word such as million in it."""


class UnknownLocale(ValueError):
    """CLDR has no such locale; `nearest` is one that it has, where one is near."""

    def __init__(self, code: str, nearest: str = "") -> None:
        super().__init__(code)
        self.nearest = nearest


class _Fields(dates.DateTimeFormat):
    """The fields of a date, with the days of a range in the place of its day."""

    def __init__(self, day: datetime.date, locale: babel.Locale, days: str) -> None:
        super().__init__(day, locale)
        self._days = days

    def __getitem__(self, name: str) -> str:
        return self._days if name.startswith("d") else str(super().__getitem__(name))


class Locale:
    """One locale of the site."""

    def __init__(self, code: str, settings: LocaleSettings | None = None) -> None:
        self.code = code
        self.settings = settings or LocaleSettings()
        self._babel = _babel(self.settings.formats or code)
        self._months = _babel(self.settings.second_months) if self.settings.second_months else None

    @property
    def direction(self) -> str:
        """`rtl` or `ltr`."""
        return _direction(self._babel)

    @property
    def script(self) -> str:
        """The script of its letters, such as `arabic`; empty where it is not known."""
        return script_of(self.code).lower()

    @property
    def name(self) -> str:
        """The locale's name in its own language."""
        name = _babel(self.code).get_display_name() or self.code
        return name[:1].upper() + name[1:]

    @property
    def icu(self) -> str:
        """The locale's name for ICU, with its numbering system."""
        return f"{(self.settings.formats or self.code).replace('-', '_')}@numbers={self.settings.digits}"

    @property
    def plural_categories(self) -> frozenset[str]:
        """The plural categories that CLDR gives the language, `other` among them."""
        return frozenset(self._babel.plural_form.tags) | {"other"}

    @property
    def months(self) -> frozenset[str]:
        """The months' names in full, in every form that CLDR gives."""
        forms = self._babel.months.values()
        return frozenset(name for widths in forms for name in widths["wide"].values() if not name[:1].isdecimal())

    @property
    def samples(self) -> list[str]:
        """Words that CLDR has in the language, in which all its letters occur: months and countries."""
        return [*self.months, *map(str, self._babel.territories.values())]

    def number(self, value: int | Decimal) -> str:
        """A number with the locale's marks and every digit that it is given with; a year or id is no number."""
        return self._written(self._babel.decimal_formats[None], Decimal(value))

    def _written(self, pattern: numbers.NumberPattern, value: Decimal) -> str:
        """A number by a pattern of CLDR, but with all of its digits: the pattern's own limits would round it."""
        exact = copy.copy(pattern)
        digits = _fraction_digits(value.scaleb(pattern.scale))
        exact.frac_prec = (digits, digits)
        # A pattern for millions has no marks for the thousands of them.
        exact.grouping = self._babel.decimal_formats[None].grouping
        with localcontext(prec=LONGEST):
            # Nothing has no sign.
            text = exact.apply(value or abs(value), self._babel, numbering_system=self.settings.digits)
        return self._digits(MARKS.sub("", text))

    def _digits(self, text: str) -> str:
        """Babel knows a numbering system's marks but not its digits; ICU knows them."""
        if self.settings.digits == "latn":
            return text
        shown = {ord(str(digit)): format_message("{n, number}", self.icu, {"n": digit}) for digit in range(10)}
        return text.translate(shown)

    def percent(self, value: Decimal) -> str:
        """A share in hundredths, with every digit that it is given with."""
        sign = self._babel.number_symbols.get(self.settings.digits, {}).get("percentSign", "%")
        with localcontext(prec=LONGEST):
            text = self._written(self._babel.percent_formats[None], value.scaleb(-2))
        return text.replace("%", MARKS.sub("", sign))  # Babel has one sign for every numbering system.

    @property
    def percent_words(self) -> set[str]:
        """What the locale says for hundredths in words: `percent`, `por ciento`; also as they are spelt beside CLDR."""
        message, own = (
            "{n, number, ::unit/percent unit-width-full-name}",
            PERCENT_WORDS.get(self._babel.language, set()),
        )
        forms = (format_message(message, self.icu, {"n": n}) for n in (0, 1, 2, 3, 11, 100))
        return {"".join(one for one in form if not one.isdecimal()).strip() for form in forms} | own

    def money(self, money: Money) -> Amount:
        """An amount of money in the scale that the locale has for it, with every digit that it is given with."""
        currency = numbers.get_currency_name(money.currency, count=money.units, locale=self._babel)
        with localcontext(prec=LONGEST):
            number = None if money.scale == "unit" else self._scaled(money)
            return Amount(self._spelled(number or self.number(money.units)), currency, scaled=number is not None)

    def _spelled(self, text: str) -> str:
        """Words of CLDR as this site spells them."""
        return WORDS.sub(lambda word: self.settings.spelling.get(word[0], word[0]), text)

    def _scaled(self, money: Money) -> str | None:
        """The number with a word such as million, by CLDR's compact formats; None where they have no word.

        UTS 35, part 3, “Compact Number Formats”: a pattern stands for a power of ten, of which as many zeros belong to
        the number as the pattern has noughts, less one.
        """
        formats = self._babel.compact_decimal_formats.get("short" if self._babel.language in MYRIADS else "long")
        if formats is None:
            return None
        reached = max((size for size in map(int, formats["other"]) if size <= abs(money.units)), default=0)
        pattern = formats["other"].get(str(reached))
        positive = pattern.pattern.partition(";")[0] if pattern else "0"
        if positive == "0":
            return None
        number = money.units.scaleb(positive.count("0") - len(str(reached)))
        if not _fraction_digits(money.amount):
            number = number.normalize()  # the zeros of 1500 are no digits of 1.5
        plural = formats.get(self._babel.plural_form(abs(number)), {})
        return self._written(plural.get(str(reached), pattern), number)

    def size(self, size: int) -> str:
        """A file's size, given in bytes, in kilobytes or megabytes."""
        number, unit = (round(size / 1_000_000, 1), "megabyte") if size >= 1_000_000 else (-(-size // 1000), "kilobyte")
        return format_message(f"{{n, number, ::unit/{unit} unit-width-short}}", self.icu, {"n": number})

    def duration(self, duration: Duration) -> str:
        """A length of time in words."""
        message = f"{{n, number, ::unit/{duration.unit} unit-width-full-name}}"
        return self._spelled(format_message(message, self.icu, {"n": duration.number}))

    def date(self, date: Date, show: str = "full") -> str:
        """A date to the precision it has; a range within a month or year says what is common once."""
        if date.end is None:
            return self._day(date.start, show)
        start, end = date.start, date.end
        if start.precision == end.precision == "day" and start.first.year == end.first.year:
            if start.first.month == end.first.month and show in ("full", "day-month"):
                return self._day(end, show, "–".join(self.number(day.first.day) for day in (start, end)))
            if show == "full":
                return f"{self._day(start, 'day-month')} – {self._day(end, show)}"
        shown = [self._day(day, show) for day in (start, end)]
        return " – ".join(dict.fromkeys(shown))

    def _day(self, day: Day, show: str, days: str = "") -> str:
        """One date; `days` are the days of a range, to stand where its day would."""
        wanted = show if day.precision == "day" else {"month": "month-year", "year": "year"}[day.precision]
        text = self._format(day.first, SKELETONS[wanted], days)
        if self._months is not None and wanted != "year":
            first = dates.format_date(day.first, "MMMM", locale=self._babel)
            second = dates.format_date(day.first, "MMMM", locale=self._months)
            if first != second:
                text = text.replace(first, f"{first}/{second}")
        return text

    def _format(self, day: datetime.date, skeleton: str, days: str) -> str:
        pattern = self._pattern(skeleton)
        text = pattern.apply(day, self._babel)
        if days:
            text = pattern % _Fields(day, self._babel, days)
        return self._digits(MARKS.sub("", text))

    def _pattern(self, skeleton: str) -> dates.DateTimePattern:
        """How the locale writes a date of which these fields are shown."""
        if skeleton == SKELETONS["full"]:
            long: dates.DateTimePattern = self._babel.date_formats["long"]
            return long
        known: Mapping[str, dates.DateTimePattern] = self._babel.datetime_skeletons
        found = skeleton if skeleton in known else dates.match_skeleton(skeleton, known)
        return dates.parse_pattern("y") if skeleton == SKELETONS["year"] or found is None else known[found]

    def list(self, items: Sequence[str]) -> str:
        """Items joined as the locale joins them: A, B and C."""
        return lists.format_list(items, locale=self._babel) if items else ""

    def country(self, code: str) -> str:
        """A country's name, in English where CLDR lacks it; raises KeyError for a code that CLDR does not know."""
        return self._spelled(str(self._babel.territories.get(code) or _babel("en").territories[code]))

    def language(self, code: str) -> str:
        """A language's name in this locale."""
        return _babel(code).get_display_name(self._babel) or code


def _babel(code: str) -> babel.Locale:
    try:
        return babel.Locale.parse(code, sep="-")
    except (babel.UnknownLocaleError, ValueError) as error:
        raise UnknownLocale(code) from error


def is_known(code: str) -> bool:
    """Whether CLDR knows the locale by this very code; Babel also takes old ones, and reads over an unknown script."""
    try:
        found = _babel(code)
    except UnknownLocale:
        return False
    return set(code.split("-")) <= {found.language, found.script, found.territory}


def _direction(locale: babel.Locale) -> str:
    """HTML's two directions: Mongolian script, which runs from top to bottom, is laid out from left to right."""
    return "rtl" if locale.text_direction == "rtl" else "ltr"


def known_code(code: str) -> str:
    """A code as BCP 47 writes it (pt-BR for pt_br); raises UnknownLocale for one that CLDR does not know."""
    parts = code.replace("_", "-").split("-")
    shaped = [parts[0].lower(), *(part.title() if len(part) == 4 else part.upper() for part in parts[1:])]
    found = "-".join(shaped)
    if re.match(LOCALE_PATTERN, found) and is_known(found):
        return found
    known = [one.replace("_", "-") for one in babel.localedata.locale_identifiers()]
    raise UnknownLocale(code, babel.core.get_global("language_aliases").get(found) or nearest(found, known))


def _fraction_digits(amount: Decimal) -> int:
    exponent = amount.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


SCRIPTS = {
    "Arab": "ARABIC", "Armn": "ARMENIAN", "Beng": "BENGALI", "Cyrl": "CYRILLIC", "Deva": "DEVANAGARI",
    "Geor": "GEORGIAN", "Grek": "GREEK", "Hebr": "HEBREW", "Latn": "LATIN", "Thai": "THAI",
}  # fmt: skip
"""ISO 15924 codes of scripts to the word with which Unicode starts the names of their letters."""


def script_of(code: str) -> str:
    """The first word of the Unicode names of a language's letters, such as ARABIC; empty where it is not known."""
    parts = code.split("-")
    script = next((part for part in parts[1:] if len(part) == 4), "")
    if not script:
        likely = babel.core.get_global("likely_subtags").get(parts[0], "").split("_")
        script = likely[1] if len(likely) > 1 else ""
    return SCRIPTS.get(script, "")


def direction_of(code: str) -> str:
    """The direction of a language, `ltr` where CLDR does not know it."""
    try:
        return _direction(_babel(code))
    except UnknownLocale:
        return "ltr"
