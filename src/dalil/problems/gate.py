r"""The one gate for characters: which may not stand in a text that is published, whatever file or field it comes from.

What a file holds passes it twice: as it is written, and again as its fields are read, since an escape such as `\uE000`
shows what it is only then. Letters, marks, digits, signs and spaces of every script pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dalil.problems import Place, Problems
from dalil.problems.characters import BREAKS, INVISIBLE, name_of

BIDI_CONTROLS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
"""The direction marks, embeddings, overrides and isolates of Unicode's bidirectional algorithm (UAX 9), as a range of a
pattern."""
CONTROLS = "\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f"
"""C0 and C1 (Unicode's category Cc) but for tab, line feed and what YAML takes for line ends."""
NO_CHARACTERS = "\ud800-\udfff\ufdd0-\ufdef" + "".join(
    f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(17)
)
"""Halves of a pair, and code points that Unicode keeps from ever being characters (23.7)."""
PRIVATE = "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd"
"""Code points that mean what two parties agree on. The engine holds the places of values with some of them."""
JOINERS = "\u200c\u200d"
"""Zero-width non-joiner and joiner."""
SELECTORS = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
MONGOLIAN = "\u180b-\u180f"
"""Mongolian's own selectors, and its vowel separator."""
TAGS = "\U000e0000-\U000e007f"
FLAG = re.compile(
    "\U0001f3f4\U000e0067\U000e0062(?:\U000e0065\U000e006e\U000e0067|\U000e0073\U000e0063\U000e0074"
    "|\U000e0077\U000e006c\U000e0073)\U000e007f"
)
"""The flags of England, Scotland and Wales: the only sequences of tags that Unicode recommends (UTS 51)."""

JOINED = (
    "\u0600-\u06ff\u0700-\u074f\u0750-\u077f\u07c0-\u07ff\u0840-\u085f\u0860-\u08ff\u0900-\u0dff\u0e80-\u0eff"
    "\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff\u1800-\u18af\u1900-\u194f\u1980-\u1aaf\u1b00-\u1c4f\ua800-\ua82f"
    "\ua840-\ua8df\ua900-\ua9df\ua9e0-\uaa7f\uaae0-\uaaff\uabc0-\uabff\ufb50-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc"
    "\U00010a00-\U00010aff\U00010d00-\U00010d3f\U00010f30-\U00010f6f\U00011000-\U00011fff\U0001e900-\U0001e95f"
)
"""Scripts whose letters join or form clusters: Arabic, Syriac, N'Ko, Mongolian, and those that come from Brahmi."""
PICTURES = (
    "\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u27ff\u2900-\u2bff\u3030\u303d\u3297\u3299"
    "\U0001f000-\U0001faff"
)
"""Signs that may be shown as emoji, and the blocks around them."""
IDEOGRAPHS = "\u2e80-\u303e\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff60\U00020000-\U0003ffff"
STANDARDISED = (
    f"\u0030\u2200-\u22ff{IDEOGRAPHS}\u1000-\u109f\uaa60-\uaa7f\ua840-\ua87f\U00010ac0-\U00010aff\U00013000-\U0001345f"
)
"""Where Unicode's StandardizedVariants.txt has sequences beside those of emoji."""
IN_PLACE = re.compile(
    rf"(?<=[{JOINED}])[{JOINERS}](?![{JOINERS}])|(?<![{JOINERS}])[{JOINERS}](?=[{JOINED}])"
    rf"|(?:(?<=[{PICTURES}])|(?<=[{PICTURES}]\ufe0f))\u200d(?=[{PICTURES}])"
    rf"|(?<=[{PICTURES}])[\ufe0e\ufe0f]|(?<=[0-9#*])\ufe0f(?=\u20e3)|(?<=[{STANDARDISED}])[\ufe00-\ufe02]"
    rf"|(?<=[{IDEOGRAPHS}])[\U000e0100-\U000e01ef]"
    rf"|(?<=[\u1807\u1820-\u18aa])(?:[\u180b-\u180d\u180f]|\u180e(?=[\u1820-\u18aa]))"
)
"""Joiners and selectors where they mean something: Persian and Indic words, emoji, variants of letters."""
STOPPED = re.compile(
    f"[{CONTROLS}{BREAKS}{BIDI_CONTROLS}{NO_CHARACTERS}{PRIVATE}{INVISIBLE}{JOINERS}{SELECTORS}{MONGOLIAN}{TAGS}]"
)
"""What does not pass, or only where it means something."""
IN_FIELDS = re.compile(rf"\t|{STOPPED.pattern}")
CODES = {
    "control-character": re.compile(f"[\t{CONTROLS}{NO_CHARACTERS}]"),
    "private-character": re.compile(f"[{PRIVATE}]"),
    "bidi-control": re.compile(f"[{BIDI_CONTROLS}]"),
    "invisible-character": STOPPED,
}
"""Code of a problem to the characters that it is about, the last to all that are left."""
BLANK = re.compile(rf"[\s{INVISIBLE}{JOINERS}{SELECTORS}{MONGOLIAN}{TAGS}{BIDI_CONTROLS}{CONTROLS}]*")
"""A text of which nobody sees anything."""


@dataclass(frozen=True)
class Stopped:
    """A character that did not pass."""

    offset: int
    character: str

    @property
    def code(self) -> str:
        """The code of the problem that it is."""
        return next(code for code, pattern in CODES.items() if pattern.match(self.character))

    def note(self, place: Place, problems: Problems) -> None:
        """Notes it at a place."""
        problems.add(self.code, place, name=name_of(self.character))


def stopped(text: str, *, raw: bool = False) -> Iterator[Stopped]:
    """The characters of a text that do not pass, in order. Files as they are written, `raw`, may hold tabs."""
    flags: list[tuple[int, int]] | None = None
    for match in (STOPPED if raw else IN_FIELDS).finditer(text):
        if IN_PLACE.match(text, match.start()):
            continue
        if flags is None:
            flags = [flag.span() for flag in FLAG.finditer(text)]
        if not any(start < match.start() < end for start, end in flags):
            yield Stopped(match.start(), match[0])


def passes(text: str) -> bool:
    """Whether every character of a text passes."""
    return next(stopped(text), None) is None


def is_blank(text: str) -> bool:
    """Whether a text shows nothing."""
    return BLANK.fullmatch(text) is not None


def visible(text: str) -> str:
    """A text without what does not pass."""
    found = {one.offset for one in stopped(text)}
    return "".join(letter for offset, letter in enumerate(text) if offset not in found) if found else text


def blanked(text: str) -> str:
    """A text with a space for each character that does not pass, so that every place in it stays true."""
    found = [one.offset for one in stopped(text, raw=True)]
    if not found:
        return text
    letters = list(text)
    for offset in found:
        letters[offset] = " "
    return "".join(letters)
