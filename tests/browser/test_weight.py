"""What a page weighs on the way to its reader, and that nothing on it moves once it is drawn."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, Response

from support import CODES, KINDS, Real

FIRST_VIEW = 100_000
"""Bytes, compressed, of all that a page needs for its first view, fonts included."""


def watched(page: Page) -> list[Response]:
    """The responses that a page gets from now on."""
    responses: list[Response] = []
    page.on("response", lambda response: responses.append(response))
    return responses


@pytest.mark.parametrize("locale", CODES)
def test_the_first_view_of_every_kind_of_page_is_light(browser: Browser, address: str, locale: str) -> None:
    heavy = {}
    for kind in KINDS:
        context = browser.new_context(viewport={"width": 360, "height": 740})
        page = context.new_page()
        responses = watched(page)
        page.goto(address + locale + kind, wait_until="networkidle")
        sizes = {response.url: response.request.sizes()["responseBodySize"] for response in responses}
        assert any(response.request.resource_type == "font" for response in responses), "no font was asked for"
        if sum(sizes.values()) > FIRST_VIEW:
            heavy[kind] = sizes
        context.close()
    assert heavy == {}


SHIFTS = """
window.shifts = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) {
    window.shifts.push(`${entry.value} ${entry.sources.map((source) => source.node?.outerHTML?.slice(0, 80)).join(' | ')}`);
  }
}).observe({ type: 'layout-shift', buffered: true });
"""


@pytest.mark.parametrize("locale", CODES)
def test_nothing_moves_after_it_is_drawn(browser: Browser, address: str, locale: str) -> None:
    for size in ({"width": 360, "height": 740}, {"width": 1280, "height": 900}):
        context = browser.new_context(viewport={"width": size["width"], "height": size["height"]})
        page = context.new_page()
        page.add_init_script(SHIFTS)
        for kind in KINDS:
            page.goto(address + locale + kind, wait_until="networkidle")
            assert page.evaluate("window.shifts") == [], (kind, size)
        context.close()


def test_the_fonts_are_ours_and_shown(browser: Browser, address: str, built: Real) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(address, wait_until="networkidle")
    page.reload(wait_until="networkidle")
    assert page.evaluate("document.fonts.check('20px \"Markazi Text\"', 'درع')")
    assert (built.site / "fonts" / "OFL.txt").is_file()
    context.close()
