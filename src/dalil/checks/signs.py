"""Does a text repeat a sign or word that the value beside it brings along: `{share}%`, `${sum}`, `{span} days`?"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from contextlib import suppress

from dalil.checks.messages import places_values
from dalil.model.locales import Locale, UnknownLocale
from dalil.model.records import Role
from dalil.model.site import InterfaceString
from dalil.model.texts import Path, texts_of
from dalil.model.values import Duration, Money, Value
from dalil.problems import Problems
from dalil.store import Store
from dalil.store.derive import CannotDerive, Percent, Resolved, resolve
from dalil.text.letters import ARABIC_MARKS

PLACED = re.compile(r"\{\s*(\w+)\s*\}")
CLOSING = re.compile(r"(?:[\s*]|\]\([a-z]+:[^\s()]*\))*")
"""What may part a value from the sign behind it: spaces of any kind, the end of emphasis, the rest of a link."""
OPENING = re.compile(r"[\s*\[]*$")
WORD = re.compile(r"(?:[^\W\d_][\u064b-\u0652]*){3,}")
"""A word of a value that is not there by chance: “US” may well follow an amount."""
MARKS = f"[{ARABIC_MARKS}]*"
"""Vowel signs, which one writes and another leaves out."""
NUMBERS = (0, 1, 2, 3, 11, 100)
"""A number of each plural category that any language has."""
SHARES = "%٪‰؉％﹪"
"""Signs of hundredths and thousandths in any script."""


def check(store: Store, problems: Problems) -> None:
    """Notes each sign or word that would be shown twice."""
    locales: dict[str, Locale] = {}
    for code, settings in store.site.locales.items():
        with suppress(UnknownLocale):  # The check of languages names it.
            locales[code] = Locale(code, settings)
    for kind, record_id, record in store.records():
        for path, text in texts_of(record):
            for code, words in text.items():
                if "{" not in words or code not in locales:
                    continue
                for snippet, name, sign in _doubled(store, record, path, words, locales[code]):
                    place = store.place(kind, record_id, *path, code, words=snippet)
                    problems.add("sign-twice", place, argument=name, sign=sign)


def _doubled(store: Store, record: object, path: Path, words: str, locale: Locale) -> Iterator[tuple[str, str, str]]:
    """(the value with the sign as they stand, the value's name, the sign) of each."""
    for match in PLACED.finditer(words):
        if not (values := _values(store, record, path, match[1])):
            continue
        before = words[: match.start()]
        close, opened = CLOSING.match(words, match.end()), OPENING.search(before)
        assert close is not None
        assert opened is not None
        behind = words[close.end() :]
        for value in values:
            if sign := _at_start(behind, value, locale):
                yield words[match.start() : close.end() + len(sign)], match[1], sign
                break
            if sign := _at_end(before[: opened.start()], value):
                yield before[opened.start() - len(sign) :] + match[0], match[1], sign
                break


def _values(store: Store, record: object, path: Path, name: str) -> list[Resolved | None]:
    """What a name may stand for in a text; None is what the interface is given in words."""
    if isinstance(record, InterfaceString):
        return [None] if record.arguments.get(name) == "text" else []
    if isinstance(record, Role):
        given = [one.value for one in store.by_role.get(record.id, ())] if name == "value" else []
    else:
        values: dict[str, Value] = getattr(record, "values", {}) if places_values(record, path) else {}
        given = [values.get(name)]
    found: list[Resolved | None] = []
    for value in given:
        with suppress(CannotDerive, KeyError):  # The check of values names the fault.
            found += [resolve(value, store)] if value else []
    return found


def _at_start(words: str, value: Resolved | None, locale: Locale) -> str:
    """The sign or word with which some words start, if a value that stands before them ends with it."""
    if words[:1] and _is_sign_of(words[0], value):
        return words[0]
    for own in sorted(_words_of(value, locale), key=len, reverse=True):
        letters = MARKS.join(re.escape(letter) for letter in own if not unicodedata.combining(letter))
        if match := re.match(rf"{letters}{MARKS}(?![^\W\d_])", words, re.IGNORECASE):
            return match[0]
    return ""


def _at_end(words: str, value: Resolved | None) -> str:
    """The sign with which some words end, if it belongs to a value that stands behind them."""
    if words and _is_sign_of(words[-1], value):
        return words[-1]
    return value.currency if isinstance(value, Money) and words.endswith(value.currency) else ""


def _is_sign_of(character: str, value: Resolved | None) -> bool:
    if isinstance(value, Money):
        return unicodedata.category(character) == "Sc"
    return (value is None or isinstance(value, Percent)) and character in SHARES


def _words_of(value: Resolved | None, locale: Locale) -> set[str]:
    match value:
        case Percent():
            return locale.percent_words
        case Money():
            said = locale.money(value)
            return {value.currency, said.currency, *WORD.findall(f"{said.number} {said.currency}")}
        case Duration():
            spans = (Duration(number=number, unit=value.unit) for number in NUMBERS)
            return {word for span in spans for word in WORD.findall(locale.duration(span))}
        case _:
            return set()
