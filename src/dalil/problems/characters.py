"""Characters that are not what they look like, and what was meant instead.

Look-alikes are those that keyboards of other scripts, word processors and web pages put in the place of the ASCII
characters of ids, field names, figures and YAML's own signs.
"""

from __future__ import annotations

import re
import unicodedata

LETTERS = {
    **dict(zip("аеорсухіјѕһԁԛԝӏАВЕІЈКМНОРСЅТУХ", "aeopcyxijshdqwlABEIJKMHOPCSTYX", strict=True)),  # Cyrillic
    **dict(zip("ονιρυΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ovipuABEZHIKMNOPTYX", strict=True)),  # Greek
}
"""Letters of other alphabets that no eye tells from ASCII's (a part of Unicode's confusables, UTS 39)."""
FULLWIDTH = "\uff10-\uff19\uff21-\uff3a\uff41-\uff5a"
"""Letters and digits as wide as an ideograph, as a range of a pattern."""
DASHES = dict.fromkeys("‐‑‒–—―−﹣－ـ", "-")
QUOTES = "“”„‟‘’‚‛«»＂＇"
"""Quotation marks that YAML takes for letters."""
SIGNS = {"،": ",", "，": ",", "؛": ";", "；": ";", "：": ":", "﹕": ":", "٫": ".", "．": ".", "～": "~"}
SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""Spaces that YAML takes for letters, as a range of a pattern."""
INVISIBLE = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u200b\u2060-\u2065\u206a-\u206f\u2800\u3164\ufeff\uffa0\ufff0-\ufffc"
    "\U00016fe4\U0001bca0-\U0001bca3\U0001d159\U0001d173-\U0001d17a\U000e0080-\U000e00ff\U000e01f0-\U000e0fff"
)
"""Characters without a shape that no text needs, as a range of a pattern: what Unicode lets programs ignore
(Default_Ignorable_Code_Point) and letters and signs that look like a blank. Joiners, selectors, tags and direction
marks are not here."""
BREAKS = "\u0085\u2028\u2029"
"""What YAML takes for the end of a line and editors do not."""
CONTROL_NAMES = {
    "\0": "NULL", "\t": "CHARACTER TABULATION", "\n": "LINE FEED", "\v": "LINE TABULATION", "\f": "FORM FEED",
    "\r": "CARRIAGE RETURN", "\x1b": "ESCAPE", "\x7f": "DELETE", "\x85": "NEXT LINE",
}  # fmt: skip
"""What Unicode calls some characters that have no name of their own (NameAliases.txt)."""

KNOWN = {**LETTERS, **DASHES, **SIGNS}


def plain(text: str) -> str:
    """A text with every look-alike replaced by the ASCII character that it looks like, or stands for."""
    return "".join(_plain(character) for character in text)


def _plain(character: str) -> str:
    if character.isascii():
        return character
    if character in KNOWN:
        return KNOWN[character]
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    if "\uff01" <= character <= "\uff5e":
        return chr(ord(character) - 0xFEE0)
    return character


IMPOSTERS = "".join(LETTERS) + FULLWIDTH
MIXED = re.compile(
    rf"(?<![\w-])(?=[\w-]*[A-Za-z])(?=[\w-]*[{IMPOSTERS}])[A-Za-z\u00c0-\u024f0-9_{IMPOSTERS}-]+(?![\w-])"
)
"""A word of ASCII and look-alikes. One that is wholly of another alphabet is left alone: it may be meant."""


def mixed_words(text: str) -> list[tuple[int, str]]:
    """(offset, word) of each word in which ASCII letters and look-alikes of other alphabets stand side by side."""
    return [] if text.isascii() else [(match.start(), match[0]) for match in MIXED.finditer(text)]


def first_of(characters: str, text: str) -> int:
    """The offset of the first of some characters, given as a range of a pattern; they must be there."""
    match = re.search(f"[{characters}]", text)
    assert match is not None
    return match.start()


def name_of(character: str) -> str:
    """A character's code point and Unicode name: `U+0430 CYRILLIC SMALL LETTER A`; or what it is instead (UAX 44)."""
    return f"U+{ord(character):04X} {unicodedata.name(character, '') or _label(character)}".strip()


def _label(character: str) -> str:
    if (ord(character) & 0xFFFE) == 0xFFFE or "\ufdd0" <= character <= "\ufdef":
        return "noncharacter"
    labels = {"Cc": "control", "Co": "private-use", "Cs": "surrogate"}
    return CONTROL_NAMES.get(character) or labels.get(unicodedata.category(character), "")
