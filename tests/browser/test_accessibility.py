"""axe-core finds nothing: on each kind of page in both colour schemes, and on every thirtieth of all pages.

A look at a page takes a second: `make axe` looks at every one, light and dark, which is too long for every run.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from support import CODES, KINDS, Real

EVERY = 30
"""Pages of records come in the order of their addresses, so each kind has its share of the pages that are taken."""


OF_COLOUR: dict[str, object] = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
"""The rules that can tell one colour scheme from another; asking all of them again would take twice the time."""


def violations(page: Page, **options: object) -> list[str]:
    """What axe finds on a page, each with its first place. `options` are those of `axe.run`."""
    found = Axe().run(page, options={"resultTypes": ["violations"], **options}).response["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html'][:120]}" for one in found]


def addresses(site: Path) -> list[str]:
    """Every page that has words of its own, as an address within the site."""
    pages = [path for path in sorted(site.rglob("*.html")) if 'http-equiv="refresh"' not in path.read_text("utf-8")]
    return [path.relative_to(site).as_posix().removesuffix("index.html") for path in pages]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("locale", CODES)
def test_every_kind_of_page_is_accessible(
    browser: Browser, address: str, locale: str, scheme: Literal["light", "dark"]
) -> None:
    context = browser.new_context(color_scheme=scheme)
    page = context.new_page()
    for kind in [*KINDS, "claims/shield-is/", "404.html"]:
        page.goto(address + ("" if kind == "404.html" else locale) + kind)
        if page.locator("a.mark").count():
            page.locator("a.mark").first.focus()
        assert violations(page, **(OF_COLOUR if scheme == "dark" else {})) == [], kind
    context.close()


def test_pages_of_records_are_accessible(browser: Browser, address: str, built: Real) -> None:
    every = addresses(built.site)
    assert len(every) > 1000
    context = browser.new_context()
    page = context.new_page()
    for one in every[::EVERY]:
        page.goto(address + one, wait_until="domcontentloaded")
        assert violations(page) == [], one
    context.close()
