"""The letters of each language: which the published faces have, which a face is made for, which are left to the system.

The faces of `overrides/fonts` hold what Arabic, Persian and Western European languages need. A language with other
letters that the full face of `fonts` has is drawn from a face of its own, made here: letters that join must come from
one file. What no face has, the reader's system draws.
"""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from dalil.model.locales import Locale
from dalil.model.texts import texts_of
from dalil.reading.files.generated import FACES
from dalil.render.cards.fonts import Face, Fonts
from dalil.store import Store

PUBLISHED = "overrides/fonts"
FULL = "fonts"
"""Where a project has its faces whole."""
ALWAYS = {0x20, 0xA0, *range(0x200C, 0x2010)}
"""What stands between letters of any script: spaces, joiners, marks of direction."""
FEATURES = ["*"]
SYSTEM = "Stand-in"
"""The family that stands in while a face is fetched."""


@dataclass(frozen=True)
class Letters:
    """The letters of a language that no published face has."""

    made: frozenset[str]
    """Those for which the language gets a face of its own."""
    system: frozenset[str]
    """Those that no face has."""


def letters_of(code: str, store: Store, root: Path) -> Letters:
    """What a language of a site lacks: nothing, if it is one that the site's records are written in."""
    if code not in store.site.translated:
        return Letters(frozenset(), frozenset())
    texts = [text[code] for _, _, record in store.records() for _, text in texts_of(record) if code in text]
    used = _own_letters(code, [*texts, *Locale(code, store.site.locales[code]).samples])
    there = frozenset().union(*published(root).values())
    lacking = {one for one in used if ord(one) not in there}
    full = {point for face in Fonts(root / FULL).faces for point in face.letters}
    made = frozenset(one for one in lacking if ord(one) in full)
    return Letters(made, frozenset(lacking) - made)


def published(root: Path) -> dict[str, frozenset[int]]:
    """Name of each face of a project's theme to the code points that it has."""
    from fontTools.ttLib import TTFont

    found: dict[str, frozenset[int]] = {}
    for path in sorted((root / PUBLISHED).glob("*.woff2")):
        with TTFont(path, lazy=True) as font:
            found[path.name] = frozenset(font.getBestCmap())
    return found


def face_files(code: str, store: Store, root: Path) -> dict[str, bytes]:
    """Path on the site to what the face of a language is made of; nothing where none is needed."""
    if not letters_of(code, store, root).made:
        return {}
    rules, files = [], {}
    faces = sorted(Fonts(root / FULL).faces, key=lambda face: face.weight)
    family = f"{faces[0].family} {code}"
    # While a face is fetched, browsers look on in the list: the theme's file of the same script must not be in it.
    theme = published(root)
    same = {name for name, points in theme.items() if any(map(str.isalpha, map(chr, _own_points(code, points))))}
    whole = ALWAYS.union(*(theme[name] for name in same))
    for number, face in enumerate(faces):
        name = _name(code, face)
        last = faces[number + 1].weight - 1 if number + 1 < len(faces) else 900
        files[f"{FACES}/{name}"] = _subset(face, _own_points(code, face.letters) | (whole & face.letters))
        rules.append(
            f'@font-face{{font-family:"{family}";src:url("{name}") format("woff2");'
            # Unlike the theme's: the reader's system may have no face with these letters, and would show gaps.
            f"font-weight:{face.weight if number else 1} {last};font-display:swap}}\n"
        )
    for name in sorted(theme.keys() - same):
        rules.append(
            f'@font-face{{font-family:"{family} other";src:url("../fonts/{name}") format("woff2");'
            f"font-weight:400 700;font-display:optional;unicode-range:{_ranges(theme[name])}}}\n"
        )
    rules.append(f':root:lang({code}){{--d-face:"{family}","{family} other","{SYSTEM}",serif}}\n')
    return {stylesheet_of(code): "".join(rules).encode(), **files}


def face_names(code: str, store: Store, root: Path) -> list[str]:
    """The paths of `face_files`."""
    if not letters_of(code, store, root).made:
        return []
    return [stylesheet_of(code), *(f"{FACES}/{_name(code, face)}" for face in Fonts(root / FULL).faces)]


def _name(code: str, face: Face) -> str:
    return f"{code}-{face.weight}.woff2"


def stylesheet_of(code: str) -> str:
    """Where the stylesheet of a language's face stands on the site."""
    return f"{FACES}/{code}.css"


def _subset(face: Face, points: Iterable[int]) -> bytes:
    """A face with some letters alone; the same bytes whenever it is made."""
    from fontTools import subset

    options = subset.Options(flavor="woff2", layout_features=FEATURES, recalc_timestamp=False)
    with subset.load_font(str(face.path), options) as font:
        cutter = subset.Subsetter(options)
        cutter.populate(unicodes=sorted(points))
        cutter.subset(font)
        font.flavor = "woff2"
        file = io.BytesIO()
        font.save(file)
    return file.getvalue()


def _ranges(points: Iterable[int]) -> str:
    """Code points as CSS writes them."""
    runs: list[list[int]] = []
    for point in sorted(points):
        if runs and runs[-1][1] == point - 1:
            runs[-1][1] = point
        else:
            runs.append([point, point])
    return ",".join(f"U+{first:X}" if first == last else f"U+{first:X}-{last:X}" for first, last in runs)


def _own_letters(code: str, texts: Iterable[str]) -> set[str]:
    """The letters, marks and signs of a language's own script in some texts; of a script unknown to us, all of them."""
    return {chr(point) for point in _own_points(code, {ord(one) for text in texts for one in text})}


def _own_points(code: str, points: Iterable[int]) -> set[int]:
    script = Locale(code).script.upper()
    return {point for point in points if _is_of(chr(point), script)}


def _is_of(letter: str, script: str) -> bool:
    if unicodedata.category(letter)[0] not in "LMNP":
        return False
    name = unicodedata.name(letter, "")
    return name.startswith((script, "COMBINING")) if script else True
