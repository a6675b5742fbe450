"""Mends how the marks of an Arabic face stand: on any letter, and in any browser.

WebKitGTK 2.50 draws a mark at its own height and leaves out how much its letter raises it. The marks of Markazi Text
are drawn low, so that the shadda of وقّع lies within its letter. Here each is drawn as high as the highest letter wants
it, or as low as nearly all do, and its anchor moves along: a browser that raises marks draws them where it did before.
And its ligatures of a shadda with a vowel have no anchors at all; they are given those of the shadda.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables

SHADDA = "uni0651"
MARK = 3
"""GDEF's class of marks."""
HIGHEST = "uni0623"
"""Alef with a hamza above: no letter of Arabic is higher."""
LOW = 0.1
"""The share of letters that want a mark below them still lower."""


def mend_marks(font: TTFont) -> None:
    """Anchors the ligatures of marks, and draws every mark at the height of its place."""
    anchor_ligatures(font)
    _raise(font, {mark: _height(by_letter) for mark, by_letter in _offsets(font).items()})


def _subtables(font: TTFont, kind: type[Any]) -> Iterator[Any]:
    for lookup in font["GPOS"].table.LookupList.Lookup:
        yield from (one for one in lookup.SubTable if isinstance(one, kind))


def anchor_ligatures(font: TTFont) -> None:
    """Gives each ligature of marks the anchor of a shadda; doing it again changes nothing."""
    glyphs, classes = font["glyf"], font["GDEF"].table.GlyphClassDef.classDefs
    shadda = glyphs[SHADDA]
    found = sorted(_ligatures_of_marks(font, classes))
    for name in found:
        classes[name] = MARK
    for table in (*_subtables(font, otTables.MarkBasePos), *_subtables(font, otTables.MarkLigPos)):
        records = dict(zip(table.MarkCoverage.glyphs, table.MarkArray.MarkRecord, strict=True))
        for name in found:
            glyph, like = glyphs[name], records[SHADDA]
            record, anchor = otTables.MarkRecord(), otTables.Anchor()
            anchor.Format, anchor.XCoordinate = 1, (glyph.xMin + glyph.xMax) // 2
            anchor.YCoordinate = glyph.yMin - shadda.yMin + like.MarkAnchor.YCoordinate
            record.Class, record.MarkAnchor = like.Class, anchor
            records[name] = record
        table.MarkCoverage.glyphs = sorted(records, key=font.getGlyphID)
        table.MarkArray.MarkRecord = [records[name] for name in table.MarkCoverage.glyphs]
        table.MarkArray.MarkCount = len(records)


def _ligatures_of_marks(font: TTFont, classes: dict[str, int]) -> set[str]:
    return {
        ligature.LigGlyph
        for lookup in font["GSUB"].table.LookupList.Lookup
        for table in lookup.SubTable
        if isinstance(table, otTables.LigatureSubst)
        for first, ligatures in table.ligatures.items()
        for ligature in ligatures
        if all(classes.get(name) == MARK for name in (first, *ligature.Component))
    }


def _offsets(font: TTFont) -> dict[str, dict[str, int]]:
    """Mark to letter to how far it raises the mark."""
    found: dict[str, dict[str, int]] = {}
    for table in _subtables(font, otTables.MarkBasePos):
        for name, mark in zip(table.MarkCoverage.glyphs, table.MarkArray.MarkRecord, strict=True):
            for letter, base in zip(table.BaseCoverage.glyphs, table.BaseArray.BaseRecord, strict=True):
                if anchor := base.BaseAnchor[mark.Class]:
                    found.setdefault(name, {})[letter] = anchor.YCoordinate - mark.MarkAnchor.YCoordinate
    return found


def _height(by_letter: dict[str, int]) -> int:
    """How high a mark is drawn, or how low one that belongs below."""
    ordered = sorted(by_letter.values())
    is_below = ordered[len(ordered) // 2] < 0
    return ordered[int(len(ordered) * LOW)] if is_below else by_letter[HIGHEST]


def _raise(font: TTFont, heights: dict[str, int]) -> None:
    """Draws glyphs higher. Their anchors, and the places of those that are built of them, make up for it."""
    glyphs = font["glyf"]
    for name in font.getGlyphOrder():
        glyph, height = glyphs[name], heights.get(name, 0)
        if glyph.isComposite():
            for part in glyph.components:
                part.y += height - heights.get(part.glyphName, 0)
        elif height:
            glyph.coordinates.translate((0, height))
    for name in font.getGlyphOrder():
        glyphs[name].recalcBounds(glyphs)
    for anchor, height in _anchors(font, heights):
        anchor.YCoordinate += height


def _anchors(font: TTFont, heights: dict[str, int]) -> Iterator[tuple[Any, int]]:
    for table in (*_subtables(font, otTables.MarkBasePos), *_subtables(font, otTables.MarkLigPos)):
        for name, mark in zip(table.MarkCoverage.glyphs, table.MarkArray.MarkRecord, strict=True):
            yield mark.MarkAnchor, heights.get(name, 0)
    for table in _subtables(font, otTables.MarkMarkPos):
        for name, mark in zip(table.Mark1Coverage.glyphs, table.Mark1Array.MarkRecord, strict=True):
            yield mark.MarkAnchor, heights.get(name, 0)
        for name, base in zip(table.Mark2Coverage.glyphs, table.Mark2Array.Mark2Record, strict=True):
            yield from ((anchor, heights.get(name, 0)) for anchor in base.Mark2Anchor if anchor)
