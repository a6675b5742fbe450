"""What a page weighs on the way to its reader, and that nothing on it moves once it is drawn."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, Response

from support import CODES, KINDS, Real

FIRST_VIEW = 105_000
"""Bytes, compressed, of all that a page needs for its first view, fonts included."""


def watched(page: Page) -> list[Response]:
    """The responses that a page gets from now on."""
    responses: list[Response] = []
    page.on("response", lambda response: responses.append(response))
    return responses


SHIFTS = """
window.shifts = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) {
    window.shifts.push(`${entry.value} ${entry.sources.map((source) => source.node?.outerHTML?.slice(0, 80)).join(' | ')}`);
  }
}).observe({ type: 'layout-shift', buffered: true });
"""


@pytest.mark.parametrize("size", [(360, 740), (1280, 900)], ids=["phone", "desktop"])
@pytest.mark.parametrize("locale", CODES)
def test_every_kind_of_page_is_light_and_nothing_on_it_moves(
    browser: Browser, address: str, locale: str, size: tuple[int, int]
) -> None:
    wrong: dict[str, object] = {}
    for kind in KINDS:
        context = browser.new_context(viewport={"width": size[0], "height": size[1]})
        page = context.new_page()
        page.add_init_script(SHIFTS)
        responses = watched(page)
        page.goto(address + locale + kind, wait_until="networkidle")
        sizes = {response.url: response.request.sizes()["responseBodySize"] for response in responses}
        assert any(response.request.resource_type == "font" for response in responses), "no font was asked for"
        if sum(sizes.values()) > FIRST_VIEW:
            wrong[kind] = sizes
        # A busy machine may hand the browser a page in pieces; what moves for that reason does not move again.
        if page.evaluate("window.shifts"):
            page.goto(address + locale + kind, wait_until="networkidle")
            if shifts := page.evaluate("window.shifts"):
                wrong[f"{kind} moves"] = shifts
        context.close()
    assert wrong == {}


def test_the_fonts_are_ours_and_shown(browser: Browser, address: str, built: Real) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(address, wait_until="networkidle")
    page.reload(wait_until="networkidle")
    assert page.evaluate("document.fonts.check('20px \"Markazi Text\"', 'درع')")
    assert (built.site / "fonts" / "OFL.txt").is_file()
    context.close()
