"""The published Arabic face, shaped by HarfBuzz: each mark on each letter has a glyph, and a place of its own."""

from __future__ import annotations

import io
import unicodedata

import pytest
import uharfbuzz as hb
from fontTools.ttLib import TTFont

from support import ROOT

LETTERS = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي"
JOINING = "بتثجحخسشصضطظعغفقكلمنهي"
MARKS = [chr(code) for code in (*range(0x64B, 0x656), 0x670)]
SHADDA = "\u0651"
CLUSTERS = [*MARKS, *(SHADDA + mark for mark in MARKS[:6]), SHADDA + "\u0670"]
FACES = [ROOT / "overrides" / "fonts" / "markazi-text-arabic.woff2", *sorted((ROOT / "fonts").glob("*.ttf"))]


@pytest.fixture(scope="module", params=FACES, ids=lambda path: path.name)
def font(request: pytest.FixtureRequest) -> hb.Font:
    face, file = TTFont(request.param), io.BytesIO()
    face.flavor = None
    face.save(file)
    return hb.Font(hb.Face(file.getvalue()))


def shaped(font: hb.Font, text: str) -> list[tuple[int, int, int, int]]:
    """(glyph, advance, shift to the right, shift upwards) of each."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(font, buffer)
    places = buffer.glyph_positions or []
    return [
        (one.codepoint, at.x_advance, at.x_offset, at.y_offset)
        for one, at in zip(buffer.glyph_infos, places, strict=True)
    ]


def words() -> list[str]:
    """Each letter by itself, and at each place in a word."""
    joined = [word for letter in JOINING for word in (f"{letter}*م", f"م{letter}*م", f"م{letter}*")]
    return [*(f"{letter}*" for letter in LETTERS), *joined]


@pytest.mark.parametrize("cluster", CLUSTERS, ids=lambda marks: "-".join(f"{ord(mark):04x}" for mark in marks))
def test_a_mark_is_drawn_at_its_place_and_takes_no_room(font: hb.Font, cluster: str) -> None:
    for word in words():
        if not unicodedata.is_normalized("NFC", word.replace("*", cluster)):
            continue  # Unicode has a letter for the two.
        bare, marked = shaped(font, word.replace("*", "")), shaped(font, word.replace("*", cluster))
        assert all(glyph for glyph, *_ in marked), f"{word}: no glyph"
        assert sum(advance for _, advance, *_ in marked) == sum(advance for _, advance, *_ in bare), word
        marks = [one for one in marked if not one[1]]
        assert len(marks) >= 1, word
        assert all(x or y for _, _, x, y in marks), f"{word}: a mark is where the pen happens to be"


def test_an_unknown_letter_is_told(font: hb.Font) -> None:
    assert not all(glyph for glyph, *_ in shaped(font, "\u05d0"))
