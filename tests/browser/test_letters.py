"""Every mark on every letter of the published Arabic face is seen, in each engine: compared by its ink."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser

from engines import HEIGHT, WIDTH, drawn, lacking
from support import ROOT

LETTERS = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي"
MARKS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670"
SHADDA = "\u0651"
CLUSTERS = [*MARKS, *(SHADDA + mark for mark in MARKS if mark not in (SHADDA, "\u0652"))]
FACE = ROOT / "overrides" / "fonts" / "markazi-text-arabic.woff2"
CELL, LINE, SIZE = 52, 96, 44
COLUMNS = 18
GROWS = 3
"""Pixels by which a mark makes a letter higher, where it does not stand free of it."""


def page_of(folder: Path, cluster: str) -> Path:
    """Each letter without the cluster of marks, and with it."""
    cells = [*LETTERS, *(letter + cluster for letter in LETTERS)]
    boxes = (
        f'<p style="left:{CELL * (number % COLUMNS)}px;top:{20 + LINE * (number // COLUMNS)}px">{cell}</p>'
        for number, cell in enumerate(cells)
    )
    style = (
        f'@font-face{{font-family:F;src:url("{FACE.as_uri()}")}}body{{margin:0;background:#fff}}'
        f"p{{position:absolute;margin:0;width:{CELL}px;height:{LINE}px;font:{SIZE}px/{LINE}px F;text-align:center}}"
        "i{position:absolute;left:0;top:0;width:4px;height:4px;background:#f00}"
    )
    page = folder / f"{'-'.join(f'{ord(mark):x}' for mark in cluster)}.html"
    page.write_text(
        f'<!doctype html><html dir="rtl" lang="ar"><meta charset="utf-8"><style>{style}</style><i></i>{"".join(boxes)}'
    )
    return page


def ink(picture: Image.Image, number: int) -> tuple[int, int]:
    """(free parts, height) of what is drawn in a cell."""
    x, y = CELL * (number % COLUMNS), 20 + LINE * (number // COLUMNS)
    cell = picture.crop((x, y, x + CELL, y + LINE)).convert("L")
    dark = {(n % CELL, n // CELL) for n, value in enumerate(cell.tobytes()) if value < 140}
    rows = [row for _, row in dark]
    return parts(dark), max(rows) - min(rows) if rows else 0


def parts(dark: set[tuple[int, int]]) -> int:
    """Into how many pieces that do not touch the points fall; a speck is none."""
    found, left = 0, set(dark)
    while left:
        heap, size = [left.pop()], 0
        while heap:
            x, y = heap.pop()
            size += 1
            near = {(x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)} & left
            left -= near
            heap += near
        found += size > 2
    return found


def unseen(picture: Image.Image) -> list[str]:
    """The letters on which the marks are lost."""
    lost = []
    for number, letter in enumerate(LETTERS):
        bare, marked = ink(picture, number), ink(picture, number + len(LETTERS))
        if marked[0] <= bare[0] and marked[1] < bare[1] + GROWS:
            lost.append(letter)
    return lost


@pytest.mark.parametrize("cluster", CLUSTERS, ids=lambda marks: "-".join(f"{ord(mark):04x}" for mark in marks))
@pytest.mark.parametrize("engine", ["chromium", "firefox", "webkit"])
def test_every_mark_on_every_letter_is_seen(engine: str, cluster: str, browser: Browser, tmp_path: Path) -> None:
    page = page_of(tmp_path, cluster)
    if engine == "chromium":
        tab = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        tab.goto(page.as_uri())
        tab.evaluate("document.fonts.ready.then(() => true)")
        picture = Image.open(io.BytesIO(tab.screenshot())).convert("RGB")
        tab.close()
    elif missing := lacking(engine):
        pytest.skip(f"{engine} is not installed: {missing}")
    else:
        picture = drawn(engine, page)
    assert unseen(picture) == []
