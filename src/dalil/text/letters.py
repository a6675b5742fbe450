"""Which letters count as the same? Each notion once, by what it is for.

Search has a notion of its own (`folding`), a table which browsers apply too; so has the order of lists.
"""

from __future__ import annotations

import re
import unicodedata

LATIN_MARKS = "\u0300-\u036f"
"""Accents of Latin, Greek and Cyrillic letters, which tell words apart in many languages: si is not sí."""
HEBREW_MARKS = "\u0591-\u05c7"
ARABIC_MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u08d3-\u08ff"
"""Vowel signs, and those of recitation; as a rule they are left out."""
STRETCH = "\u0640"
"""The tatweel, which only makes a word longer."""
INVISIBLE = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
"""Soft hyphens, joiners, marks of direction."""
TYPESET = f"{HEBREW_MARKS}{ARABIC_MARKS}{STRETCH}{INVISIBLE}"
"""What a typesetter may put in or leave out of a word, for a class of a regular expression."""
MARKS = f"{LATIN_MARKS}{TYPESET}"
"""The same and the accents, which some write and some do not."""

DIGITS = {ord(digit): str(unicodedata.digit(digit)) for digit in "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹"}
EXCHANGED = str.maketrans("أإآٱىةؤئ", "ااااي" + "ه" + "وي")
"""Arabic letters that are often written one for the other."""
_MARK, _TYPESET = re.compile(f"[{MARKS}]"), re.compile(f"[{TYPESET}]")


def as_file(name: str) -> str:
    """What a name is on a disk that tells neither capitals nor the spelling of accents apart."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def as_said(text: str) -> str:
    """A text as it would be read out: what a typesetter chooses and capitals set aside, accents kept."""
    return unicodedata.normalize("NFC", _TYPESET.sub("", unicodedata.normalize("NFC", text))).casefold()


def as_quoted(word: str) -> str:
    """A word as it is found again in another's document: without accents, marks, capitals, and in plain digits."""
    plain = _MARK.sub("", unicodedata.normalize("NFKD", word))
    return unicodedata.normalize("NFC", plain.casefold().translate(DIGITS))


def as_title(text: str) -> str:
    """The words of a title in one spelling, a space between them: as quoted, and with letters that are often exchanged
    as one.
    """
    # First, since what makes an alef into one with hamza is a mark once it is decomposed, and goes with the marks.
    text = _MARK.sub("", unicodedata.normalize("NFC", text)).translate(EXCHANGED)
    text = unicodedata.normalize("NFKD", text).casefold().translate(DIGITS)
    return " ".join(re.findall(r"[^\W_]+", without_accents(text)))


def as_ascii(text: str) -> str:
    """A text in small letters, of which those that have accents are written without them, for names and ids."""
    return without_accents(unicodedata.normalize("NFKD", text)).lower()


def without_accents(text: str) -> str:
    """A decomposed text without what combines with the letter before it, in whatever script."""
    return "".join(character for character in text if not unicodedata.combining(character))
