"""The head of a page has room for what stands in it, however many languages there are and however narrow the screen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from dalil.site.build import build
from dalil.site.server import serving
from support import Project
from translating import add

CODES = ["en", "es", "fr", "pt-BR"]
"""With Arabic five languages, one of which has a long name."""
NARROW = 320
"""CSS pixels: what WCAG 2.2 asks for (1.4.10)."""
OUTSIDE = """() => [...document.querySelectorAll('.site-header :is(a, button, input, select)')].filter((one) => {
  const box = one.getBoundingClientRect();
  if (!box.width) return false;
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  const inside = box.left >= 0 && box.right <= document.documentElement.clientWidth;
  return !(inside && one.contains(document.elementFromPoint(x, y)));
}).map((one) => one.outerHTML)"""
"""What of the head stands outside of the window, or below something else."""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    root = tmp_path_factory.mktemp("five")
    project = Project(root / "project")
    # The longest names are those of records' pages; the site's own is as long as that of most sites.
    project.replace("data/site.yml", "{ar: الموقع, en: The site}", "{ar: درع الأمريكتين, en: Shield of the Americas}")
    project.write("docs/search.md", "---\npage: search\n---\n{{ title() }}\n\n{{ search_page() }}\n")
    project.write(
        "data/pages/search.yml", "search:\n  title: {ar: البحث, en: Search}\n  description: {ar: بحث., en: Find.}\n"
    )
    project.replace("mkdocs.yml", "validation:\n", "not_in_nav: search.md\n\nvalidation:\n")
    add(project, *CODES[1:])
    build(project.root, Path(root / "site"), preview=True)
    with serving(root / "site") as served:
        yield served


@pytest.mark.parametrize("below", ["", "en/", "pt-BR/"])
@pytest.mark.parametrize("width", [NARROW, 360, 768, 1280])
def test_five_languages_fit(browser: Browser, address: str, below: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 640})
    for kind in ("", "nothing/"):
        page.goto(f"{address}{below}{kind}")
        expect(page.locator("[data-language-switch]")).to_have_count(4)
        assert page.evaluate("() => document.documentElement.scrollWidth") <= width
        assert page.evaluate(OUTSIDE) == []
    page.goto(f"{address}{below}")
    if width < 960:
        page.locator(".open-nav").click()
        expect(page.locator(".site-nav")).to_be_visible()
    page.close()
