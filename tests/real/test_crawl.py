"""One visit to each kind of page, in each language and at two widths: sound, light, still, narrow enough, accessible.

Accessibility of every page, light and dark, is looked at by `make axe`; here every thirtieth has its turn.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Response

from page_checks import DESKTOP, OF_COLOUR, PHONE, SHIFTS, pages_of, settled, too_wide, violations
from real.pages import CODES, KINDS
from support import Real

FIRST_VIEW = 105_000
"""Bytes, compressed, of all that a page needs for its first view, fonts included."""
EVERY = 30
"""Pages of records come in the order of their addresses, so each kind has its share of the pages that are taken."""
MAGNIFIED = {"width": 320, "height": 256}
"""A window of 1280 by 1024 pixels, magnified four times (WCAG 2.2, 1.4.10)."""
MISSING = "404.html"
VISITS = [(locale, size, kind) for locale in CODES for size in ("phone", "desktop") for kind in KINDS]
VISITS += [("", "phone", MISSING), ("", "desktop", MISSING)]


@dataclass
class Visit:
    """A page, and what happened while it was opened."""

    page: Page
    wrong: list[str] = field(default_factory=list)
    responses: list[Response] = field(default_factory=list)

    @property
    def weights(self) -> dict[str, int]:
        """Bytes that came, by address."""
        return {one.url: one.request.sizes()["responseBodySize"] for one in self.responses}


def visited(context: BrowserContext, address: str, url: str) -> Visit:
    """Opens an address in a context that has seen nothing yet."""
    visit = Visit(context.new_page())
    page, wrong = visit.page, visit.wrong
    page.add_init_script(SHIFTS)
    page.on("response", lambda response: visit.responses.append(response))
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda request: None if request.url.startswith(address) else wrong.append(request.url))
    page.on("response", lambda response: wrong.append(response.url) if response.status >= 400 else None)
    page.goto(url)
    settled(page)
    return visit


def moved(visit: Visit) -> list[str]:
    """What moved on a page. A busy machine may hand it over in pieces; what moves for that does not move again."""
    if visit.page.evaluate("window.shifts"):
        visit.page.reload()
        settled(visit.page)
    return list(visit.page.evaluate("window.shifts"))


@pytest.fixture
def fresh(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    size = PHONE if request.param == "phone" else DESKTOP
    context = browser.new_context(viewport={"width": size["width"], "height": size["height"]})
    yield context
    context.close()


@pytest.mark.parametrize(("locale", "fresh", "kind"), VISITS, indirect=["fresh"])
def test_a_page_of_each_kind(fresh: BrowserContext, address: str, locale: str, kind: str) -> None:
    visit = visited(fresh, address, address + locale + kind)
    page, found = visit.page, dict[str, Any]()
    weights = visit.weights
    assert any(one.request.resource_type == "font" for one in visit.responses), "no font was asked for"
    found["weight"] = weights if sum(weights.values()) > FIRST_VIEW else {}
    found["moves"] = moved(visit)
    direction = page.evaluate("getComputedStyle(document.body).direction")
    found["direction"] = direction != ("ltr" if locale else "rtl")
    found["titles"] = page.locator("h1:visible").count() != 1
    found["wide"] = too_wide(page) > 0
    if page.viewport_size == DESKTOP:
        if page.locator("a.mark").count():
            page.locator("a.mark").first.focus()
        found["axe"] = violations(page)
        page.emulate_media(color_scheme="dark")
        found["axe, dark"] = violations(page, **OF_COLOUR)
    else:
        page.set_viewport_size({"width": MAGNIFIED["width"], "height": MAGNIFIED["height"]})
        found["wide at 400 %"] = too_wide(page) > 0
        header = page.locator("header.site-header")
        found["covers at 400 %"] = header.evaluate("head => getComputedStyle(head).position") != "static"
    found["wrong"] = visit.wrong
    assert {what: one for what, one in found.items() if one} == {}


def test_pages_of_records_are_accessible(browser: Browser, address: str, built: Real) -> None:
    every = pages_of(built.site)
    assert len(every) > 1000
    context = browser.new_context()
    page = context.new_page()
    wrong = {}
    for one in every[::EVERY]:
        page.goto(address + one, wait_until="domcontentloaded")
        if found := violations(page):
            wrong[one] = found
    context.close()
    assert wrong == {}


def test_the_fonts_are_ours_and_shown(page: Page, address: str, built: Real) -> None:
    page.goto(address)
    settled(page)
    assert page.evaluate("document.fonts.check('20px \"Markazi Text\"', 'درع')")
    assert (built.site / "fonts" / "OFL.txt").is_file()
