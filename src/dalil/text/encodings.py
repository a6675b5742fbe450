"""Text that some program read in another encoding than it was written in: Ã© for é, â€™ for ’, Ø§Ù„ or ط§ظ„ for ال.

Which signs betray it, and what was meant, ftfy knows for the encodings of Europe; Arabic Windows has its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dalil.problems import Place, Problems

LOST = "\ufffd"
"""What programs put in the place of what they could not read."""
SEEN_ALONE = (
    "\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014\u2018-\u201e\u2020-\u2022\u2026\u2030"
    "\u2039\u203a\u20ac\u2122"
)
"""What Windows-1252 shows for the bytes 0x80 to 0x9F."""
BETRAYED = re.compile(rf"[\u00c2-\u00f4][\u0080-\u00bf{SEEN_ALONE}]")
"""The first two bytes of a character of UTF-8, as Latin-1 or Windows-1252 shows them."""
ARABIC_BETRAYED = re.compile("[\u0637\u0638\u00d8\u00d9][^\\s\u0621-\u064a]")
"""The same of an Arabic letter, as Windows-1256 shows it."""
ARABIC = re.compile("[\u0600-\u06ff]{2,}")
WORD = re.compile(r"[^ \n\t\"]+")


@dataclass(frozen=True)
class Broken:
    """A word in a broken encoding."""

    offset: int
    word: str
    meant: str
    """What it most likely was; empty if that is lost."""

    def note(self, place: Place, problems: Problems) -> None:
        """Notes it at a place."""
        problems.add("broken-encoding", place, found=self.word[:60], meant=self.meant[:60])


def broken_words(text: str) -> Iterator[Broken]:
    """The words of a text whose encoding is broken, in order."""
    if text.isascii() or not (BETRAYED.search(text) or ARABIC_BETRAYED.search(text) or LOST in text):
        return
    for match in WORD.finditer(text):
        word = match[0]
        if word.isascii():
            continue
        if (meant := _meant(word)) is not None:
            yield Broken(match.start(), word, "" if LOST in meant else meant)


def _meant(word: str) -> str | None:
    """What a word was before its encoding was broken, or None if it is sound."""
    if LOST in word:
        return word
    if BETRAYED.search(word):
        import ftfy  # Most texts need it not.

        if (meant := ftfy.fix_encoding(word)) != word:
            return meant
    return _arabic(word) if ARABIC_BETRAYED.search(word) else None


def _arabic(word: str) -> str | None:
    """What UTF-8 says of a word that Windows-1256 shows, if that is Arabic."""
    try:
        meant = word.encode("cp1256").decode("utf-8")
    except UnicodeError:
        return None
    return meant if ARABIC.search(meant) else None
