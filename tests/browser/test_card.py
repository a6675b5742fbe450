"""The citation card: by mouse, keyboard and touch it shows the source, and never hides the sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from dalil.site.build import Built

pytestmark = pytest.mark.xdist_group("site")

LOCALES = pytest.mark.parametrize("locale", ["", "en/"])


def overlap(one: Locator, other: Locator) -> bool:
    """Whether two boxes on the page share any point."""
    a, b = one.bounding_box(), other.bounding_box()
    assert a is not None
    assert b is not None
    apart = a["x"] + a["width"] <= b["x"] or b["x"] + b["width"] <= a["x"]
    return not (apart or a["y"] + a["height"] <= b["y"] or b["y"] + b["height"] <= a["y"])


@LOCALES
def test_hovering_shows_the_source_without_hiding_the_sentence(
    page: Page, address: str, built: tuple[Path, Built], locale: str
) -> None:
    store = built[1].checked.store
    page.goto(address + locale + "origins/")
    card = page.locator("#cite-card")
    expect(card).to_be_hidden()
    for number in (0, 3, 9, 20):
        mark = page.locator("a.mark").nth(number)
        mark.scroll_into_view_if_needed()
        mark.hover()
        expect(card).to_be_visible()
        source = store.sources[mark.get_attribute("data-source") or ""]
        shared = built[1].checked.renderer.shared["en" if locale else "ar"]
        expect(card).to_contain_text(shared.texts.entity_name(source.publisher))
        expect(card).to_contain_text(shared.locale.language(source.language))
        expect(card.locator(".status")).to_be_visible()
        claim = page.locator("[data-claim]").filter(has=page.locator(f"#{mark.get_attribute('id')}")).last
        assert not overlap(card, claim), mark.get_attribute("id")
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0
        page.mouse.move(2, 2)
        expect(card).to_be_hidden()


@LOCALES
def test_the_keyboard_opens_reads_and_closes_it(page: Page, address: str, locale: str) -> None:
    page.goto(address + locale + "composition/")
    card, mark = page.locator("#cite-card"), page.locator("a.mark").nth(2)
    mark.focus()
    expect(card).to_be_visible()
    expect(mark).to_have_attribute("aria-describedby", "cite-card")
    page.keyboard.press("Enter")
    assert card.evaluate("card => card.contains(document.activeElement)")
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    expect(mark).to_be_focused()
    page.keyboard.press("Tab")
    expect(card).to_be_visible()


@LOCALES
def test_a_tap_opens_it_and_another_place_closes_it(browser: Browser, address: str, locale: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(address + locale + "conference/")
    card, mark = page.locator("#cite-card"), page.locator("a.mark").nth(1)
    mark.tap()
    expect(card).to_be_visible()
    assert page.url.endswith("conference/")
    expect(card.locator(".cite-card-passage a")).to_have_count(1)
    page.locator("h1").tap()
    expect(card).to_be_hidden()
    mark.tap()
    card.locator(".cite-card-foot a").tap()
    expect(page.locator("ol.references li:target")).to_be_in_viewport()
    context.close()


@LOCALES
def test_the_passage_is_the_one_that_the_mark_stands_for(
    page: Page, address: str, built: tuple[Path, Built], locale: str
) -> None:
    page.goto(address + locale + "origins/")
    card = page.locator("#cite-card")
    store = built[1].checked.store
    claim = store.claims["enlist-and-expand"]
    marks = page.locator("[data-claim=enlist-and-expand] a.mark")
    for number, citation in enumerate(claim.citations):
        marks.nth(number).focus()
        expect(card).to_be_visible()
        assert citation.locator is not None
        if citation.locator.words:
            expect(card.locator(".cite-card-passage q")).to_have_text(citation.locator.words)


def test_print_hides_what_cannot_be_followed(page: Page, address: str) -> None:
    page.goto(address + "en/origins/")
    page.emulate_media(media="print")
    expect(page.locator(".permalink").first).to_be_hidden()
    expect(page.locator("ol.references")).to_be_visible()
    expect(page.locator("ol.references .source-address").first).to_contain_text("http")
    expect(page.locator("ol.references .source-address").first).to_be_visible()
