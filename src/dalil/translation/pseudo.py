"""Pseudo-translations: texts that nobody wrote, to see whether the design bears longer words and another direction."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable

ACCENTED, MIRRORED = "en-150", "yi"
"""CLDR locales that no site of ours is written in: one runs as English does, the other as Hebrew."""
LONGER = 2
"""Every so-manieth vowel is doubled, which makes a text about a third longer, as German or Finnish often is."""
_PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ACCENTS = str.maketrans(_PLAIN, "áƀçđéƒǵĥíĵķĺɱñóþǫŕšţúṽŵẋýžÁƁÇĐÉƑǴĤÍĴĶĹṀÑÓÞǪŔŠŢÚṼŴẊÝŽ")
_HEBREW = str.maketrans(_PLAIN, "אבגדהוזחטיכלמנסעפצקרשתאבגד" * 2)
_VOWEL = re.compile(r"[aeiou]", re.IGNORECASE)
_TARGET = re.compile(r"\]\([a-z]+:[^()\s]*\)")


def accented(text: str) -> str:
    """An English text with accents, and longer."""

    def change(words: str) -> str:
        longer = _VOWEL.sub(lambda vowel: vowel[0] * (2 if next(number) % LONGER == 0 else 1), words)
        return longer.translate(_ACCENTS)

    number = itertools.count()

    return _changed(text, change)


def mirrored(text: str) -> str:
    """An English text in Hebrew letters."""
    return _changed(text, lambda words: words.translate(_HEBREW))


PSEUDO: dict[str, Callable[[str], str]] = {ACCENTED: accented, MIRRORED: mirrored}
"""Pseudo-locale to what it makes of a text."""


def _changed(text: str, change: Callable[[str], str]) -> str:
    """A message with its words changed. ICU's syntax stands at odd depths of its braces; links keep their targets."""
    found, depth, start = [], 0, 0
    for at, sign in enumerate(text):
        if sign in "{}":
            found.append(_prose(text[start:at], change) if depth % 2 == 0 else text[start:at])
            found.append(sign)
            depth += 1 if sign == "{" else -1
            start = at + 1
    found.append(_prose(text[start:], change))
    return "".join(found)


def _prose(words: str, change: Callable[[str], str]) -> str:
    kept, at = [], 0
    for target in _TARGET.finditer(words):
        kept += [change(words[at : target.start()]), target[0]]
        at = target.end()
    return "".join([*kept, change(words[at:])])
