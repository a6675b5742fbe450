"""The sign of a claim's status, which is also the way to its page, is painted on every line and in each engine."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser

from engines import HEIGHT, WIDTH, drawn, lacking
from support import ROOT

STATUSES = ["confirmed", "single-source", "attributed", "disputed", "unconfirmed", "superseded", "retracted"]
LINES, LINE = 3, 24
LEAST = 6
"""Rows of points that the least of the signs has at this size."""
SHEET = (ROOT / "overrides" / "stylesheets" / "status.css").as_uri()


def page_of(folder: Path, direction: str) -> Path:
    """Claims of a line each, in the flow of the page; each ends with its sign, in blue."""
    claims = (
        f'<p><span data-claim data-status="{status}">{"كلمة " * (line + 1)}<a class="seal" href="#"></a></span></p>'
        for status in STATUSES
        for line in range(LINES)
    )
    style = (
        "body{margin:0;padding:10px 0;background:#fff;--d-quiet:#000}[data-status]{--d-tone:#00f!important}"
        "i{position:absolute;left:0;top:0;width:4px;height:4px;background:#f00}"
        f"p{{margin:0;width:600px;font:18px/{LINE}px serif}}"
    )
    page = folder / "signs.html"
    page.write_text(
        f'<!doctype html><html dir="{direction}" lang="ar"><meta charset="utf-8"><link rel="stylesheet" href="{SHEET}">'
        f"<style>{style}</style><i></i>{''.join(claims)}"
    )
    return page


def height(picture: Image.Image, line: int) -> int:
    """In how many rows of points a line has the sign's colour."""
    top = 10 + LINE * line
    rows = [picture.crop((0, row, picture.width, row + 1)).tobytes() for row in range(top, top + LINE)]
    return sum(any(_is_blue(*row[at : at + 3]) for at in range(0, len(row), 3)) for row in rows)


def _is_blue(red: int, green: int, blue: int) -> bool:
    return red < 120 and green < 120 and blue > 180


@pytest.mark.parametrize("direction", ["rtl", "ltr"])
@pytest.mark.parametrize("engine", ["chromium", "firefox", "webkit"])
def test_the_sign_is_painted_on_every_line(engine: str, direction: str, browser: Browser, tmp_path: Path) -> None:
    page = page_of(tmp_path, direction)
    if engine == "chromium":
        tab = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        tab.goto(page.as_uri())
        picture = Image.open(io.BytesIO(tab.screenshot())).convert("RGB")
        tab.close()
    elif missing := lacking(engine):
        pytest.skip(f"{engine} is not installed: {missing}")
    else:
        picture = drawn(engine, page)
    found = {status: [height(picture, LINES * n + line) for line in range(LINES)] for n, status in enumerate(STATUSES)}
    assert all(min(rows) >= LEAST for rows in found.values()), found
