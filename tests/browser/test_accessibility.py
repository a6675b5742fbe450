"""axe-core finds nothing on any kind of page, in both languages, light and dark, with the citation card open too."""

from __future__ import annotations

from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from support import KINDS

pytestmark = pytest.mark.xdist_group("site")


def violations(page: Page) -> list[str]:
    """What axe finds on a page, each with its first place."""
    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html'][:120]}" for one in found]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("locale", ["", "en/"])
def test_every_kind_of_page_is_accessible(
    browser: Browser, address: str, locale: str, scheme: Literal["light", "dark"]
) -> None:
    context = browser.new_context(color_scheme=scheme)
    page = context.new_page()
    for kind in [*KINDS, "claims/shield-is/", "404.html"]:
        page.goto(address + ("" if kind == "404.html" else locale) + kind)
        if page.locator("a.mark").count():
            page.locator("a.mark").first.focus()
        assert violations(page) == [], kind
    context.close()
