"""Under the conditions in which people read: magnified, without motion, in forced colours, without JavaScript, dark."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from page_checks import too_wide
from real.pages import CODES

LOCALES = pytest.mark.parametrize("locale", CODES)


@LOCALES
def test_a_page_starts_with_its_title_at_every_width(page: Page, address: str, locale: str) -> None:
    page.goto(address + locale + "origins/")
    for width in (320, 640, 960, 1000, 1200, 1215, 1216, 1600):
        page.set_viewport_size({"width": width, "height": 800})
        place = page.locator("h1").bounding_box()
        assert place is not None
        assert place["y"] < 300, width


@LOCALES
def test_twice_the_text_size_still_fits(browser: Browser, address: str, locale: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    for kind in ("", "composition/", "sources/", "countries/argentina/"):
        page.goto(address + locale + kind)
        page.evaluate("document.documentElement.style.setProperty('font-size', '250%')")
        assert too_wide(page) <= 0, kind
    context.close()


def test_reduced_motion_moves_nothing(browser: Browser, address: str) -> None:
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    for kind in ("", "composition/"):
        page.goto(address + kind)
        assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
        if page.locator("a.mark").count():
            page.locator("a.mark").first.focus()
        assert page.evaluate("document.getAnimations().length") == 0
    context.close()


def test_forced_colours_keep_what_is_told_apart(browser: Browser, address: str) -> None:
    context = browser.new_context(forced_colors="active", viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(address + "en/composition/")
    here = page.locator("#site-nav a[aria-current]")
    other = page.locator("#site-nav a:not([aria-current])").first
    assert here.evaluate("a => getComputedStyle(a).borderInlineStartColor") != other.evaluate(
        "a => getComputedStyle(a).borderInlineStartColor"
    )
    context.close()


@LOCALES
def test_without_javascript_navigation_and_contents_open(browser: Browser, address: str, locale: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(address + locale + "origins/")
    expect(page.locator("#site-nav")).to_be_hidden()
    page.locator("button.open-nav").click()
    expect(page.locator("#site-nav")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#site-nav")).to_be_hidden()
    page.locator("button.open-toc").click()
    page.locator("#page-toc a").nth(1).click()
    page.keyboard.press("Escape")
    expect(page.locator("h2:target")).to_be_in_viewport()
    expect(page.locator("button.scheme")).to_be_hidden()
    page.locator("nav.languages a").first.click()
    expect(page.locator("html")).to_have_attribute("lang", "ar" if locale else "en")
    context.close()


@LOCALES
def test_the_contents_follow_the_reader(browser: Browser, address: str, locale: str) -> None:
    context = browser.new_context(viewport={"width": 1600, "height": 900})
    page = context.new_page()
    page.goto(address + locale + "composition/")
    page.locator("h2#absent").scroll_into_view_if_needed()
    page.evaluate("document.getElementById('absent').scrollIntoView({behavior: 'instant'})")
    expect(page.locator("#page-toc a[aria-current]")).to_have_attribute("href", "#absent")
    context.close()


def test_the_choice_of_colours_is_kept(browser: Browser, address: str) -> None:
    context = browser.new_context(color_scheme="light")
    page = context.new_page()
    page.goto(address)
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.locator("button.scheme").click()
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert dark != light
    page.goto(address + "en/origins/")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == dark
    page.locator("button.scheme").click()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == light
    context.close()
