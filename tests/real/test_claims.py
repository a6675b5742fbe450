"""Claims: the sign and its menu, copying, the list by status, disputes, hints, and the language switch's place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urljoin

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from dalil.render.shared import Shared
from real.pages import CODES
from support import Real

LOCALES = pytest.mark.parametrize("locale", CODES)
DISPUTED, VERSION = "mexico-absent-from-summit", "seventeen-almost-twenty"


def shared_of(built: Real, locale: str) -> Shared:
    return built.checked.renderer.shared[CODES[locale]]


def card_of(page: Page) -> Locator:
    return page.locator("floating-card")


def violations(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html'][:120]}" for one in found]


@pytest.fixture
def desk(browser: Browser) -> Iterator[Page]:
    """A page on a desktop that may use the clipboard."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 900}, permissions=["clipboard-read", "clipboard-write"]
    )
    yield context.new_page()
    context.close()


@pytest.fixture
def plain(browser: Browser) -> Iterator[Page]:
    """A page without JavaScript."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


# The sign and its menu


@LOCALES
def test_every_claim_has_a_sign_that_says_its_status_and_leads_to_its_page(
    page: Page, address: str, built: Real, locale: str
) -> None:
    shared = shared_of(built, locale)
    page.goto(address + locale + "composition/")
    signs = page.evaluate(
        "() => [...document.querySelectorAll('[data-claim]')].map(c => { const s = c.querySelector('a.seal');"
        "return [c.dataset.claim, c.dataset.status, s?.getAttribute('aria-label'), s?.href, s?.textContent]; })"
    )
    assert len(signs) > 50
    for claim, status, label, href, word in signs:
        said = shared.texts.interface(f"status.{status}")
        assert label.startswith(said)
        assert word == ("" if status == "confirmed" else said), claim
        assert href == address + locale + f"claims/{claim}/"


def test_each_status_has_a_shape_of_its_own(page: Page, address: str, built: Real) -> None:
    page.goto(address)
    shapes = page.evaluate(
        "names => names.map(name => { const s = document.createElement('span'); s.className = 'status';"
        "s.dataset.status = name; document.body.append(s); const { clipPath, backgroundImage } = getComputedStyle(s, '::before');"
        "return clipPath + backgroundImage; })",
        ["confirmed", "single-source", "attributed", "disputed", "unconfirmed", "superseded"],
    )
    assert len({re.sub(r"rgba?\([^)]*\)", "", shape) for shape in shapes}) == 6


@LOCALES
def test_the_menu_copies_the_link_and_the_citation(desk: Page, address: str, built: Real, locale: str) -> None:
    shared = shared_of(built, locale)
    desk.goto(address + locale + "composition/")
    for sign in (desk.locator(".claim > a.seal").first, desk.locator("tr a.seal").first):
        claim = sign.evaluate("sign => sign.closest('[data-claim]').dataset.claim")
        sign.click()
        card = card_of(desk)
        expect(card).to_be_visible()
        expect(card).to_have_role("dialog")
        expect(card.locator(".card-own")).to_have_attribute("href", address + locale + f"claims/{claim}/")
        others = [address + other + f"claims/{claim}/" for other in CODES if other != locale]
        links = card.locator("a[hreflang]")
        assert [links.nth(n).get_attribute("href") for n in range(links.count())] == others
        verified = shared.verified(shared.store.assertion(claim))
        expect(card.locator(".card-verified")).to_have_text(shared.texts.interface("verified.on", date=verified) + ".")
        card.locator("[data-copy=link]").click()
        expect(card.get_by_role("status")).to_have_text(shared.texts.interface("menu.copied"))
        assert desk.evaluate("navigator.clipboard.readText()") == address + locale + f"claims/{claim}/"
        card.locator("[data-copy=citation]").click()
        expect(card.get_by_role("status")).to_have_text(shared.texts.interface("menu.copied"))
        copied = desk.evaluate("navigator.clipboard.readText()")
        assert shared.headline(shared.store.assertion(claim)) in copied
        assert shared.texts.plain(shared.store.site.title) in copied
        assert shared.texts.value_plain(shared.store.site.updated) in copied
        assert copied.endswith(locale + f"claims/{claim}/")
        desk.keyboard.press("Escape")
        expect(card).to_be_hidden()
        expect(sign).to_be_focused()


@LOCALES
def test_the_keyboard_opens_the_menu(page: Page, address: str, locale: str) -> None:
    page.goto(address + locale + "origins/")
    sign = page.locator("a.seal").first
    sign.focus()
    expect(card_of(page)).to_be_hidden()
    page.keyboard.press("Enter")
    expect(card_of(page).locator(".card-own")).to_be_focused()
    expect(sign).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(sign).to_be_focused()
    expect(sign).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(locale + "claims/"))


def test_without_a_clipboard_the_text_is_shown_to_copy_by_hand(page: Page, address: str) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.goto(address + f"en/claims/{VERSION}/")
    button = page.locator(".share [data-copy=citation]")
    button.click()
    field = page.locator(".share textarea")
    expect(field).to_be_focused()
    expect(field).to_have_value(button.get_attribute("data-text") or "-")
    assert page.evaluate("getSelection().toString()").endswith(f"claims/{VERSION}/")


@LOCALES
def test_a_claims_page_shows_link_and_citation_without_javascript(
    plain: Page, address: str, built: Real, locale: str
) -> None:
    shared = shared_of(built, locale)
    plain.goto(address + locale + "origins/")
    sign = plain.locator("a.seal").first
    href = urljoin(plain.url, sign.get_attribute("href") or "")
    sign.click()
    expect(plain).to_have_url(href)
    canonical = plain.locator("link[rel=canonical]").get_attribute("href") or "-"
    texts = plain.locator(".share-text")
    expect(texts.first).to_have_text(canonical)
    expect(texts.last).to_contain_text(canonical)
    expect(texts.last).to_contain_text(shared.texts.plain(shared.store.site.title))
    expect(plain.locator(".share button:visible")).to_have_count(0)


# A page's claims by status


@LOCALES
@pytest.mark.parametrize("kind", ["composition/", "countries/argentina/", "timeline/"])
def test_a_page_lists_its_claims_by_status(plain: Page, address: str, built: Real, locale: str, kind: str) -> None:
    shared = shared_of(built, locale)
    plain.goto(address + locale + kind)
    shown: dict[str, set[str]] = {}
    for claim in plain.locator("[data-claim]").all():
        shown.setdefault(claim.get_attribute("data-status") or "", set()).add(claim.get_attribute("data-claim") or "")
    lists = plain.locator("details.standing")
    expect(lists).to_have_count(len(shown))
    for one in lists.all():
        status = one.get_attribute("data-status") or ""
        count = shared.locale.number(len(shown[status]))
        expect(one.locator("summary .status")).to_contain_text(count)
        expect(one.locator("summary")).to_contain_text(shared.texts.interface(f"status.means.{status}"))
        one.locator("summary").click()
        assert {link.get_attribute("href") for link in one.locator("li a").all()} == {f"#{c}" for c in shown[status]}
    link = lists.last.locator("li a").first
    anchor = link.get_attribute("href") or ""
    link.click()
    expect(plain.locator(f"[id='{anchor[1:]}']")).to_be_in_viewport()


def test_the_claims_of_the_open_list_are_marked_on_the_page(page: Page, address: str) -> None:
    page.goto(address + "composition/")
    claim = page.locator(".claim[data-status=attributed]").first
    background = "claim => getComputedStyle(claim).backgroundColor"
    before = claim.evaluate(background)
    page.locator("details.standing[data-status=attributed] summary").click()
    assert claim.evaluate(background) != before


# Disputes


@LOCALES
def test_a_version_says_so_and_leads_to_the_versions(plain: Page, address: str, built: Real, locale: str) -> None:
    store = built.checked.store
    plain.goto(address + locale + "composition/")
    part = plain.locator("[data-claim=three-absent-two-thirds] a.part").first
    expect(part).to_have_attribute("href", "#dispute-share-of-gdp")
    part.click()
    expect(plain.locator("#dispute-share-of-gdp")).to_be_in_viewport()
    assert plain.locator(".version a.part").count() == 0
    plain.goto(address + locale + "")
    part = plain.locator("[data-claim=three-absent-two-thirds] a.part").first
    part.click()
    expect(plain).to_have_url(address + locale + "disputes/#share-of-gdp")
    expect(plain.locator(".dispute")).to_have_count(len(store.disputes))


@LOCALES
def test_a_claims_own_page_shows_the_dispute_with_its_conclusion(
    page: Page, address: str, built: Real, locale: str
) -> None:
    shared = shared_of(built, locale)
    dispute = shared.store.disputes["who-are-the-seventeen"]
    page.goto(address + locale + f"claims/{VERSION}/")
    block = page.locator("section.disputed")
    expect(block).to_have_role("region")
    expect(block).to_have_accessible_name(re.compile(re.escape(shared.texts.plain(dispute.question))))
    versions = block.locator(".version")
    expect(versions).to_have_count(len(dispute.versions))
    for version, record in zip(versions.all(), dispute.versions, strict=True):
        expect(version).to_have_accessible_name(re.compile(re.escape(shared.texts.plain(record.label))))
        for claim in record.claims:
            assert version.locator(f"[data-claim={claim}] a.mark").count() > 0
    expect(block.locator(".version--own [data-claim]")).to_have_attribute("data-claim", VERSION)
    expect(block.locator(".conclusion")).to_be_visible()
    expect(block.locator(".reason")).to_be_visible()


@LOCALES
def test_versions_stand_side_by_side_where_there_is_room(page: Page, address: str, locale: str) -> None:
    page.goto(address + locale + "composition/")
    boxes = [version.bounding_box() for version in page.locator(".disputed").first.locator(".version").all()[:2]]
    tops = [box["y"] for box in boxes if box]
    viewport = page.viewport_size
    assert viewport is not None
    assert (tops[0] == tops[1]) == (viewport["width"] > 640)


@LOCALES
def test_a_disputed_claim_shows_who_says_otherwise(page: Page, address: str, built: Real, locale: str) -> None:
    stances = [citation.stance for citation in built.checked.store.statements[DISPUTED].citations]
    assert "disputes" in stances
    page.goto(address + locale + f"claims/{DISPUTED}/")
    sides = page.locator(".sides > .version")
    expect(sides).to_have_count(len(set(stances)))
    for number, stance in enumerate(one for one in ("supports", "disputes", "mentions") if one in stances):
        expect(sides.nth(number).locator("[data-stance]")).to_have_count(stances.count(stance))
        expect(sides.nth(number).locator(f"[data-stance={stance}]")).to_have_count(stances.count(stance))
    expect(page.locator(".judgement .status[data-status=disputed]")).to_be_visible()


# Hints


@LOCALES
def test_a_name_explains_itself_once_a_section(desk: Page, address: str, built: Real, locale: str) -> None:
    shared = shared_of(built, locale)
    asked: list[str] = []
    desk.on("request", lambda request: asked.append(request.url) if "/hints/" in request.url else None)
    desk.goto(address + locale + "composition/")
    twice = desk.evaluate(
        "() => { let seen = new Set(), twice = [];"
        "for (const n of document.querySelectorAll('article :is(h2, a.hint)')) {"
        "if (n.localName === 'h2') seen = new Set();"
        "else { const k = n.dataset.entity + n.dataset.term; if (seen.has(k)) twice.push(k); seen.add(k); } }"
        "return twice; }"
    )
    assert twice == []
    assert asked == []
    link = desk.locator("a.hint[data-entity=shield-of-the-americas]").first
    link.hover()
    card = card_of(desk)
    expect(card).to_be_visible()
    lead = shared.store.entities["shield-of-the-americas"].lead
    assert lead is not None
    expect(card).to_contain_text(shared.plain_sentence(shared.store.assertion(lead)))
    expect(card.locator(".status")).to_have_text(shared.texts.interface("status.confirmed"))
    expect(card).to_have_role("tooltip")
    assert len(asked) == 1
    desk.mouse.move(2, 2)
    expect(card).to_be_hidden()


@LOCALES
def test_the_keyboard_is_told_what_a_term_means(page: Page, address: str, built: Real, locale: str) -> None:
    shared = shared_of(built, locale)
    page.goto(address + locale + "origins/")
    links = page.locator("a.hint[data-term]")
    term = links.first.get_attribute("data-term") or ""
    page.keyboard.press("Tab")
    links.first.evaluate("link => link.focus()")
    expect(card_of(page)).to_be_visible()
    expect(links.first).to_have_accessible_description(
        re.compile(re.escape(shared.texts.plain(shared.store.terms[term].meaning)))
    )
    page.keyboard.press("Escape")
    expect(card_of(page)).to_be_hidden()
    expect(links.first).to_be_focused()


@LOCALES
def test_a_tap_on_a_name_follows_it(browser: Browser, address: str, locale: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(address + locale + "composition/")
    page.locator("a.hint[data-entity=shield-of-the-americas]").first.tap()
    expect(page).to_have_url(re.compile("shield-of-the-americas/$"))
    context.close()


# The language switch


def switch(page: Page) -> Locator:
    return page.locator("a[hreflang=en]:is([data-language-switch], .md-select__link)")


def test_the_language_switch_carries_the_claim_whose_card_is_open(desk: Page, address: str) -> None:
    desk.goto(address + "composition/#summit")
    desk.locator("#chile-took-part a.mark").first.click()
    expect(card_of(desk)).to_be_visible()
    switch(desk).dispatch_event("focus")
    assert (switch(desk).get_attribute("href") or "").endswith("#chile-took-part")


def test_the_language_switch_keeps_the_section_that_is_read(desk: Page, address: str) -> None:
    desk.goto(address + "composition/")
    desk.locator("#weight").evaluate("heading => heading.scrollIntoView({ behavior: 'instant' })")
    switch(desk).dispatch_event("focus")
    assert (switch(desk).get_attribute("href") or "").endswith("#weight")


# Accessibility


@pytest.mark.parametrize("scheme", ["light", "dark"])
@LOCALES
def test_axe_finds_nothing_with_a_card_menu_or_hint_open(
    browser: Browser, address: str, locale: str, scheme: str
) -> None:
    context = browser.new_context(color_scheme="dark" if scheme == "dark" else "light")
    page = context.new_page()
    for selector in ("a.mark", "a.seal", "a.hint"):
        page.goto(address + locale + "composition/")
        page.locator("details.standing summary").first.click()
        page.locator(selector).nth(1).hover()
        expect(card_of(page)).to_be_visible()
        assert violations(page) == [], selector
    context.close()


def test_shapes_show_in_forced_colours(browser: Browser, address: str) -> None:
    context = browser.new_context(forced_colors="active")
    page = context.new_page()
    page.goto(address + "en/composition/")
    painted = page.locator("a.seal").first.evaluate(
        "sign => [getComputedStyle(sign, '::before').backgroundImage, getComputedStyle(sign).color]"
    )
    assert painted[0] != "none"
    assert painted[1] in painted[0]
    context.close()
