"""The project's own font files: which letters they have, and how wide words are in them.

Shaping is HarfBuzz's, so that the width of joined Arabic letters is that of the forms that are drawn.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import uharfbuzz as hb

from dalil.reading.files.real import is_real

SUFFIXES = {".ttf", ".otf"}
SPACES = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " "})
"""Spaces that forbid a break or are narrow; few fonts have them, and on a line that is broken already they are one."""


@dataclass(frozen=True)
class Face:
    """One font file."""

    path: Path
    family: str
    weight: int
    """100 to 900, as in CSS."""
    letters: frozenset[int]
    """Code points that it has."""
    font: hb.Font
    """Scaled so that its em is 1000 units."""


class Fonts:
    """All fonts of a folder, in order of their names; the first that has a word's letters shows it."""

    def __init__(self, folder: Path) -> None:
        files = sorted(path for path in folder.glob("*") if path.suffix.lower() in SUFFIXES and is_real(path))
        self.faces = [_face(path) for path in files]
        self.digest = hashlib.sha256(b"".join(hashlib.sha256(path.read_bytes()).digest() for path in files)).hexdigest()
        """Changes with any font file."""
        self._widths: dict[tuple[str, int], float] = {}

    @property
    def families(self) -> list[str]:
        """Names of the families, without repetition."""
        return list(dict.fromkeys(face.family for face in self.faces))

    def missing(self, text: str) -> set[str]:
        """The letters of a text that no font has; marks that are never drawn do not count."""
        return {
            character
            for character in set(text.translate(SPACES))
            if unicodedata.category(character) not in ("Cf", "Cc", "Zl", "Zp")
            and not any(ord(character) in face.letters for face in self.faces)
        }

    def width(self, text: str, weight: int) -> float:
        """How wide a text is, in ems."""
        key = (text, weight)
        if key not in self._widths:
            self._widths[key] = _width(text.translate(SPACES), self._fitting(text, weight).font)
        return self._widths[key]

    def _fitting(self, text: str, weight: int) -> Face:
        """The face nearest in weight among those that lack the fewest letters of a text."""

        def unfit(face: Face) -> tuple[int, int]:
            return sum(ord(character) not in face.letters for character in text), abs(face.weight - weight)

        return min(self.faces, key=unfit)


def glyphs(text: str, font: hb.Font) -> list[tuple[int, int]]:
    """(glyph, advance in thousandths of an em) of a text as HarfBuzz shapes it."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(font, buffer)
    positions: Iterable[hb.GlyphPosition] = buffer.glyph_positions or []
    return [(info.codepoint, place.x_advance) for info, place in zip(buffer.glyph_infos, positions, strict=True)]


def _width(text: str, font: hb.Font) -> float:
    return sum(advance for _, advance in glyphs(text, font)) / 1000


def _face(path: Path) -> Face:
    face = hb.Face(hb.Blob.from_file_path(str(path)))
    font = hb.Font(face)
    font.scale = (1000, 1000)
    names = hb.OTNameIdPredefined
    family = face.get_name(names.TYPOGRAPHIC_FAMILY) or face.get_name(names.FONT_FAMILY) or path.stem
    weight = round(font.get_style_value(hb.StyleTag.WEIGHT))
    return Face(path, family, weight, frozenset(face.unicodes), font)
