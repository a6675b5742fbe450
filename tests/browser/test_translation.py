"""A site that is partly in Hebrew, in a real browser: what is behind its original, what is missing, and how it looks."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from dalil.site.build import build
from dalil.site.server import serving
from support import Project
from translating_site import in_languages

ORIGINAL = "2 countries have signed the treaty on 3 February 2026"
PAGES = ("", "claims/two-signed/", "events/the-signing/", "countries/chile/", "sources/first-source/")


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the site's Hebrew and Welsh pages are served: Hebrew has all of the records, Welsh hardly anything."""
    project = in_languages(Project(tmp_path_factory.mktemp("translation") / "project"), "he", "cy")
    build(project.root, project.root / "site")
    with serving(project.root / "site") as address:
        yield address


@pytest.fixture
def plain(browser: Browser) -> Iterator[Page]:
    """A page without JavaScript."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    yield context.new_page()
    context.close()


def opened(page: Page) -> None:
    original = page.locator(".original")
    expect(original).to_be_visible()
    expect(original).to_contain_text(ORIGINAL)
    words = original.locator("[lang=en]")
    assert words.evaluate("words => getComputedStyle(words).direction") == "ltr"
    box, width = original.bounding_box(), page.evaluate("document.documentElement.clientWidth")
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width


def test_the_mark_opens_the_original_by_mouse(page: Page, small: str) -> None:
    page.goto(small + "he/")
    expect(page.locator("[data-stale]")).to_contain_text("שתי מדינות חתמו על האמנה")
    expect(page.locator(".original")).to_be_hidden()
    page.locator(".stale-mark").click()
    opened(page)
    page.mouse.click(2, 2)
    expect(page.locator(".original")).to_be_hidden()


def test_the_mark_opens_the_original_by_keyboard(page: Page, small: str) -> None:
    page.goto(small + "he/")
    mark = page.locator(".stale-mark")
    # Reached as everything is: by tabulator from the link before it.
    page.locator("[data-stale] a").focus()
    for _ in range(4):
        page.keyboard.press("Tab")
        if mark.evaluate("mark => mark === document.activeElement"):
            break
    expect(mark).to_be_focused()
    page.keyboard.press("Enter")
    opened(page)
    page.keyboard.press("Escape")
    expect(page.locator(".original")).to_be_hidden()
    expect(mark).to_be_focused()
    page.keyboard.press("Space")
    opened(page)


def test_the_mark_opens_the_original_without_javascript(plain: Page, small: str) -> None:
    plain.goto(small + "he/")
    plain.locator(".stale-mark").click()
    original = plain.locator(".original")
    expect(original).to_be_visible()
    expect(original).to_contain_text(ORIGINAL)


def test_the_mark_has_a_name_and_room_for_a_finger(page: Page, small: str) -> None:
    page.goto(small + "he/")
    mark = page.get_by_role("button", name="The original has changed since this was translated")
    box = mark.bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) >= 24


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(page: Page, small: str, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    for code in ("he", "cy"):
        for one in PAGES[:2]:
            page.goto(f"{small}{code}/{one}")
            if page.locator(".stale-mark").count():
                page.locator(".stale-mark").first.click()
            found = Axe().run(page).response["violations"]
            assert [f"{fault['id']}: {fault['nodes'][0]['html'][:120]}" for fault in found] == [], (code, one)


def test_no_page_is_wider_than_the_window(page: Page, small: str) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    for code, direction in (("he", "rtl"), ("cy", "ltr")):
        for one in PAGES:
            page.goto(f"{small}{code}/{one}")
            wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            assert wide <= 0, (code, one)
            assert page.evaluate("getComputedStyle(document.body).direction") == direction
            assert errors == [], (code, one)


def test_words_of_another_language_run_their_own_way(page: Page, small: str) -> None:
    page.goto(small + "cy/")
    words = page.locator("h1 [data-fallback]")
    expect(words).to_have_text("Home")
    expect(words).to_have_attribute("lang", "en")
    expect(page.locator(".partly")).to_be_visible()
    page.goto(small + "he/")
    expect(page.locator(".partly")).to_have_count(0)
    expect(page.locator("h1")).to_have_text("ראשי")
