"""Draws cards as PNG, each once: what was drawn before lies in a cache under its name, a hash of all that goes in."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Mapping
from pathlib import Path

import resvg_py
from PIL import Image

from dalil.render.cards.design import ACCENT, GROUND, INK, Card, rgb, svg
from dalil.render.cards.fonts import Fonts
from dalil.system.processes import workers

INKS, ACCENTS = 8, 4
"""Steps from the ground to each of the two colours: 12 in all, four bits a pixel."""
WORTH_SHARING = 24
"""From so many pictures on, several processes draw."""
KEPT = 4
"""The cache is cleared of what is not wanted once it holds so many times what is."""


def draw_all(
    cards: Mapping[str, Card], fonts: Fonts, cache: Path, step: Callable[[int, int], None] = lambda done, of: None
) -> dict[str, bytes]:
    """Name (as from `name_of`) to PNG of each card. `step` is told how many of those in no cache are drawn, of all."""
    cache.mkdir(parents=True, exist_ok=True)
    files = [str(face.path) for face in fonts.faces]
    tasks = [
        (svg(card, fonts), files, str(cache / f"{name}.png"))
        for name, card in cards.items()
        if not (cache / f"{name}.png").is_file()
    ]
    if len(tasks) < WORTH_SHARING:
        for done, task in enumerate(tasks):
            _draw_into(task)
            step(done + 1, len(tasks))
    else:
        with workers() as pool:
            for done, _ in enumerate(pool.map(_draw_into, tasks, chunksize=8)):
                step(done + 1, len(tasks))
    found = {name: (cache / f"{name}.png").read_bytes() for name in cards}
    _tidy(cache, set(cards))
    return found


def draw(picture: str, font_files: list[str]) -> bytes:
    """SVG as PNG in the few colours of a card; the machine's own fonts are never asked."""
    png = resvg_py.svg_to_bytes(svg_string=picture, skip_system_fonts=True, font_files=font_files)
    with Image.open(io.BytesIO(png)) as image:
        reduced = image.convert("RGB").quantize(palette=_palette(), dither=Image.Dither.NONE)
    out = io.BytesIO()
    reduced.save(out, "PNG", bits=4, compress_level=6)
    return out.getvalue()


def _palette() -> Image.Image:
    colours: list[int] = []
    for colour, steps in ((INK, INKS), (ACCENT, ACCENTS)):
        for number in range(steps):
            share = number / (steps - 1)
            colours += [round(g + (c - g) * share) for g, c in zip(rgb(GROUND), rgb(colour), strict=True)]
    palette = Image.new("P", (1, 1))
    palette.putpalette(colours)
    return palette


def _draw_into(task: tuple[str, list[str], str]) -> None:
    picture, files, target = task
    part = Path(f"{target}.{os.getpid()}")
    part.write_bytes(draw(picture, files))
    part.replace(target)


def _tidy(cache: Path, wanted: set[str]) -> None:
    there = sorted(cache.glob("*.png"))
    if len(there) > KEPT * max(len(wanted), WORTH_SHARING):
        for path in there:
            if path.stem not in wanted:
                path.unlink(missing_ok=True)
