"""Draws cards as PNG, each once: what was drawn before lies in a cache under the hash of all that goes into it."""

from __future__ import annotations

import hashlib
import io
import os
from collections.abc import Callable, Mapping
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import PIL
import resvg_py
from PIL import Image

from dalil.cards.design import ACCENT, GROUND, INK, Card, rgb, svg
from dalil.cards.fonts import Fonts

VERSION = 1
"""To be raised when the drawing here changes, so that nothing old is taken from the cache."""
INKS, ACCENTS = 11, 5
"""Steps from the ground to each of the two colours: 16 in all, four bits a pixel."""
WORTH_SHARING = 24
"""From so many pictures on, several processes draw."""
KEPT = 4
"""The cache is cleared of what is not wanted once it holds so many times what is."""


def draw_all(
    cards: Mapping[str, Card], fonts: Fonts, cache: Path, step: Callable[[int, int], None] = lambda done, of: None
) -> dict[str, bytes]:
    """Path to PNG of each card. `step` is told how many are drawn, and of how many that were in no cache."""
    cache.mkdir(parents=True, exist_ok=True)
    pictures = {path: svg(card, fonts) for path, card in cards.items()}
    names = {path: _key(picture, fonts) for path, picture in pictures.items()}
    files = [str(face.path) for face in fonts.faces]
    tasks = [
        (picture, files, str(cache / names[path]))
        for path, picture in pictures.items()
        if not (cache / names[path]).is_file()
    ]
    if len(tasks) < WORTH_SHARING:
        for done, task in enumerate(tasks):
            _draw_into(task)
            step(done + 1, len(tasks))
    else:
        with ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("spawn")) as pool:
            for done, _ in enumerate(pool.map(_draw_into, tasks, chunksize=8)):
                step(done + 1, len(tasks))
    found = {path: (cache / name).read_bytes() for path, name in names.items()}
    _tidy(cache, set(names.values()))
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


def _key(picture: str, fonts: Fonts) -> str:
    parts = (picture, fonts.digest, str(resvg_py.__version__), PIL.__version__, str(VERSION))
    return hashlib.sha256("\0".join(parts).encode()).hexdigest() + ".png"


def _draw_into(task: tuple[str, list[str], str]) -> None:
    picture, files, target = task
    part = Path(f"{target}.{os.getpid()}")
    part.write_bytes(draw(picture, files))
    part.replace(target)


def _tidy(cache: Path, wanted: set[str]) -> None:
    there = sorted(cache.glob("*.png"))
    if len(there) > KEPT * max(len(wanted), WORTH_SHARING):
        for path in there:
            if path.name not in wanted:
                path.unlink(missing_ok=True)
