"""The citation card: by mouse, keyboard and touch it shows the source, and never hides the sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from real.pages import CODES
from support import Real

LOCALES = pytest.mark.parametrize("locale", CODES)


def card_of(page: Page) -> Locator:
    return page.locator("floating-card")


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A page of a phone that is touched."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    yield context.new_page()
    context.close()


def overlap(one: Locator, other: Locator) -> bool:
    """Whether two boxes on the page share any point."""
    a, b = one.bounding_box(), other.bounding_box()
    assert a is not None
    assert b is not None
    apart = a["x"] + a["width"] <= b["x"] or b["x"] + b["width"] <= a["x"]
    return not (apart or a["y"] + a["height"] <= b["y"] or b["y"] + b["height"] <= a["y"])


def in_view(page: Page) -> bool:
    """Whether the whole card is inside the window."""
    return bool(
        card_of(page).evaluate(
            "card => { const b = card.getBoundingClientRect();"
            "return b.left >= 0 && b.top >= 0 && b.right <= document.documentElement.clientWidth"
            "&& b.bottom <= innerHeight && b.height > 40; }"
        )
    )


@LOCALES
def test_hovering_shows_the_source_without_hiding_the_sentence(
    page: Page, address: str, built: Real, locale: str
) -> None:
    store = built.checked.store
    shared = built.checked.renderer.shared[CODES[locale]]
    page.goto(address + locale + "origins/")
    card = card_of(page)
    expect(card).to_be_hidden()
    for number in (0, 3, 9, 20):
        mark = page.locator("a.mark").nth(number)
        mark.scroll_into_view_if_needed()
        claim = page.locator("[data-claim]").filter(has=page.locator(f"#{mark.get_attribute('id')}")).last
        before = claim.bounding_box()
        mark.hover()
        expect(card).to_be_visible()
        source = store.sources[mark.get_attribute("data-source") or ""]
        expect(card).to_contain_text(shared.texts.entity_name(source.publisher))
        expect(card).to_contain_text(shared.locale.language(source.language))
        expect(card).to_contain_text(shared.texts.value_plain(source.accessed))
        status = shared.judgement(store.assertion(claim.get_attribute("data-claim") or "")).status
        expect(card.locator(".status")).to_have_text(shared.texts.interface(f"status.{status}"))
        stance = mark.get_attribute("data-stance") or "supports"
        expect(card.locator(".stance")).to_have_text(shared.texts.interface(f"stance.{stance}"))
        assert not overlap(card, claim), mark.get_attribute("id")
        assert claim.bounding_box() == before, "nothing moves"
        assert in_view(page)
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0
        page.mouse.move(2, 2)
        expect(card).to_be_hidden()


@LOCALES
def test_the_mouse_reaches_into_it(page: Page, address: str, locale: str) -> None:
    page.goto(address + locale + "origins/")
    page.locator("a.mark").first.hover()
    card_of(page).locator(".card-passage a").hover()
    page.wait_for_timeout(600)
    expect(card_of(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(card_of(page)).to_be_hidden()


@LOCALES
def test_the_keyboard_opens_reads_and_closes_it(page: Page, address: str, locale: str) -> None:
    page.goto(address + locale + "composition/")
    card, mark = card_of(page), page.locator("a.mark").nth(2)
    page.locator("a.mark").nth(1).focus()
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    expect(mark).to_be_focused()
    expect(card).to_be_visible()
    expect(card).to_have_role("dialog")
    parts = [card.locator(one).inner_text() for one in (".card-title", ".stance", ".card-passage", ".status")]
    described = mark.evaluate("mark => mark.getAttribute('aria-describedby').split(' ').length")
    assert described == 3
    expect(mark).to_have_accessible_description(re.compile(r"\W+".join(re.escape(part.strip()) for part in parts)))
    page.keyboard.press("Tab")
    expect(card.locator(".card-title a")).to_be_focused()
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    expect(mark).to_be_focused()
    page.keyboard.press("Enter")
    assert card.evaluate("card => card.contains(document.activeElement)")
    page.keyboard.press("Shift+Tab")
    expect(mark).to_be_focused()
    expect(card).to_be_visible()
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    page.keyboard.press("Tab")
    expect(page.locator("a.mark").nth(3)).to_be_focused()
    expect(card).to_be_visible()


@LOCALES
def test_a_tap_opens_it_and_another_place_closes_it(phone: Page, address: str, locale: str) -> None:
    phone.goto(address + locale + "conference/")
    card, mark = card_of(phone), phone.locator("a.mark").nth(1)
    mark.tap()
    expect(card).to_be_visible()
    assert phone.url.endswith("conference/")
    assert not overlap(card, phone.locator("[data-claim][data-open]"))
    expect(card.locator(".card-passage a")).to_have_count(1)
    # The margin beside the text, which no card covers.
    phone.touchscreen.tap(3, 400)
    expect(card).to_be_hidden()
    mark.tap()
    expect(card).to_be_visible()
    mark.tap()
    expect(card).to_be_hidden()
    mark.tap()
    card.locator(".card-close").tap()
    expect(card).to_be_hidden()
    mark.tap()
    card.locator(".card-list").tap()
    expect(phone.locator("ol.references li:target")).to_be_in_viewport()


@LOCALES
def test_marks_and_signs_are_wide_enough_to_tap(phone: Page, address: str, locale: str) -> None:
    phone.goto(address + locale + "composition/")
    small = phone.evaluate(
        "() => [...document.querySelectorAll('a.mark, a.seal')].slice(0, 120).filter(link => {"
        "const b = link.getClientRects()[0]; return b.width < 24 || b.height < 24; }).map(link => link.outerHTML)"
    )
    assert small == []


@LOCALES
@pytest.mark.parametrize(("width", "height"), [(360, 740), (320, 256), (768, 600)])
def test_it_stays_inside_the_window(browser: Browser, address: str, locale: str, width: int, height: int) -> None:
    """320 by 256 is what is left of a desktop's window at 400 % zoom."""
    context = browser.new_context(viewport={"width": width, "height": height})
    page = context.new_page()
    page.goto(address + locale + "composition/")
    for number in (0, 5, 30, 60):
        mark = page.locator("a.mark").nth(number)
        mark.focus()
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Tab")
        mark = page.locator("a.mark:focus")
        if not mark.count():
            continue
        expect(card_of(page)).to_be_visible()
        for _ in range(10):
            page.wait_for_timeout(700)  # while the window comes to rest
            if in_view(page):
                break
        assert in_view(page), number
        assert not overlap(card_of(page), mark) or height < 300, number
    context.close()


def beside(page: Page) -> bool:
    """Whether the card touches, but for its gap, what it must leave in sight."""
    return bool(
        page.evaluate(
            "() => { const box = (of) => document.querySelector(of).getBoundingClientRect();"
            "const [card, claim, mark] = ['floating-card', '[data-open]', '[aria-describedby]'].map(box);"
            "const [top, bottom] = [Math.min(claim.top, mark.top), Math.max(claim.bottom, mark.bottom)];"
            "return Math.min(Math.abs(card.top - bottom), Math.abs(top - card.bottom)) < 10; }"
        )
    )


@LOCALES
def test_it_stays_beside_its_mark_when_the_page_moves(page: Page, address: str, locale: str) -> None:
    page.goto(address + locale + "composition/")
    mark = page.locator("a.mark").nth(5)
    mark.scroll_into_view_if_needed()
    mark.hover()
    expect(card_of(page)).to_be_visible()
    page.evaluate("document.querySelector('h1').style.paddingBottom = '120px'")
    page.wait_for_timeout(500)
    for _ in range(10):
        if beside(page):
            break
        page.wait_for_timeout(500)  # A busy machine draws late.
    assert beside(page)


@LOCALES
def test_words_that_come_late_open_nothing_once_the_focus_is_back(page: Page, address: str, locale: str) -> None:
    """The words of a link come in a file: it may come when the reader is at the mark again, whose card is open."""
    asked: list[Route] = []

    def hold(route: Route) -> None:
        asked.append(route)

    page.route("**/*.json", hold)
    page.goto(address + locale + "composition/")
    mark = page.locator("article a.hint + a.mark, article [data-claim]:has(a.hint) a.mark").first
    mark.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    mark.focus()
    expect(card_of(page)).to_be_visible()
    label = card_of(page).get_attribute("aria-label")
    for _ in range(20):
        page.wait_for_timeout(50)
        if asked:
            break
    for route in asked:
        route.continue_()
    page.wait_for_timeout(500)
    assert asked
    assert card_of(page).get_attribute("aria-label") == label == mark.get_attribute("aria-label")


@LOCALES
def test_the_passage_is_the_one_that_the_mark_stands_for(page: Page, address: str, built: Real, locale: str) -> None:
    page.goto(address + locale + "origins/")
    card = card_of(page)
    store = built.checked.store
    claim = store.claims["enlist-and-expand"]
    marks = page.locator("[data-claim=enlist-and-expand] a.mark")
    for number, citation in enumerate(claim.citations):
        marks.nth(number).hover()
        expect(card).to_have_attribute("aria-label", marks.nth(number).get_attribute("aria-label") or "")
        assert citation.locator is not None
        if citation.locator.words:
            expect(card.locator(".card-passage q")).to_have_text(citation.locator.words)
            assert ":~:text=" in (card.locator(".card-passage a").get_attribute("href") or "")
        page.mouse.move(2, 2)
        expect(card).to_be_hidden()


def test_a_foreign_title_keeps_its_language_and_direction(page: Page, address: str, built: Real) -> None:
    store = built.checked.store
    page.goto(address + "origins/")
    sources = [mark.get_attribute("data-source") or "" for mark in page.locator("a.mark").all()]
    number = next(i for i, one in enumerate(sources) if store.sources[one].original_title)
    page.locator("a.mark").nth(number).hover()
    title = card_of(page).locator(".card-title bdi")
    expect(title).to_have_text(store.sources[sources[number]].original_title or "")
    expect(title).to_have_attribute("lang", store.sources[sources[number]].language)


def test_print_hides_what_cannot_be_followed(page: Page, address: str) -> None:
    page.goto(address + "en/origins/")
    page.emulate_media(media="print")
    expect(page.locator("floating-card")).to_be_hidden()
    expect(page.locator("ol.references")).to_be_visible()
    expect(page.locator("ol.references .source-address").first).to_contain_text("http")
    expect(page.locator("ol.references .source-address").first).to_be_visible()
