"""What a reader does: switch language, follow a citation and come back, filter sources, read without JavaScript."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from real.pages import CODES
from support import Real


def one_claim(built: Real) -> str:
    return f"claims/{next(iter(built.checked.store.claims))}/"


def switch_language(page: Page, name: str) -> None:
    page.locator("nav.languages").get_by_role("link", name=name).click()


def test_the_language_switch_stays_on_the_page(page: Page, address: str, built: Real) -> None:
    for kind in ("", "composition/", "countries/argentina/", "sources/lawfare-nss/", one_claim(built)):
        page.goto(address + kind)
        switch_language(page, "English")
        expect(page).to_have_url(address + "en/" + kind)
        expect(page.locator("html")).to_have_attribute("lang", "en")
        switch_language(page, "العربية")
        expect(page).to_have_url(address + kind)
        expect(page.locator("html")).to_have_attribute("dir", "rtl")


def test_the_language_switch_keeps_the_place_on_the_page(page: Page, address: str) -> None:
    page.goto(address + "composition/#chile-took-part")
    switch_language(page, "English")
    expect(page).to_have_url(address + "en/composition/#chile-took-part")
    expect(page.locator("#chile-took-part")).to_be_in_viewport()


@pytest.mark.parametrize("anchor", ["members", "chile-took-part"])
def test_without_javascript_the_place_itself_leads_to_the_other_languages(
    browser: Browser, address: str, built: Real, anchor: str
) -> None:
    sections = built.checked.store.pages["composition"].sections
    anchor = anchor if anchor != "members" else next(iter(sections))
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}composition/")
    assert page.locator(".elsewhere:visible").count() == 0
    page.goto(f"{address}composition/#{anchor}")
    page.locator(".elsewhere:visible").get_by_role("link", name="Español").click()
    expect(page).to_have_url(f"{address}es/composition/#{anchor}")
    expect(page.locator(f"#{anchor}")).to_be_in_viewport()
    page.locator(".elsewhere:visible").get_by_role("link", name="العربية").click()
    expect(page).to_have_url(f"{address}composition/#{anchor}")
    context.close()


@pytest.mark.parametrize("locale", CODES)
def test_without_javascript_a_mark_leads_to_its_reference_and_back(browser: Browser, address: str, locale: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + locale + "origins/")
    mark = page.locator("a.mark").first
    source, anchor = mark.get_attribute("data-source"), mark.get_attribute("id")
    mark.click()
    reference = page.locator("li:target")
    expect(reference).to_be_visible()
    expect(reference.locator(f"cite a[href$='sources/{source}/']")).to_be_visible()
    reference.locator(f".backs a[href='#{anchor}']").click()
    expect(page.locator("a.mark:target")).to_be_in_viewport()
    context.close()


@pytest.mark.parametrize("locale", CODES)
def test_sources_are_filtered_by_type_and_language(page: Page, address: str, built: Real, locale: str) -> None:
    sources = built.checked.store.sources.values()
    page.goto(address + locale + "sources/")
    shown = page.locator("#bibliography > li:visible")
    expect(shown).to_have_count(len(sources))
    page.locator("select[name=language]").select_option("es")
    expect(shown).to_have_count(sum(source.language == "es" for source in sources))
    page.locator("select[name=type]").select_option("primary-document")
    both = sum(source.language == "es" and source.type == "primary-document" for source in sources)
    expect(shown).to_have_count(both)
    expect(page.locator(".filter output")).to_contain_text(str(both))


def test_all_is_there_without_javascript(browser: Browser, address: str, built: Real) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "sources/")
    expect(page.locator("#bibliography > li:visible")).to_have_count(len(built.checked.store.sources))
    expect(page.locator(".filter")).to_be_hidden()
    page.goto(address + "en/disputes/")
    expect(page.locator(".dispute")).to_have_count(len(built.checked.store.disputes))
    context.close()


def test_words_in_a_foreign_language_are_isolated(page: Page, address: str) -> None:
    page.goto(address + "sources/lawfare-nss/")
    title = page.locator("bdi[lang=en]").first
    expect(title).to_have_attribute("dir", "ltr")
    assert page.evaluate("e => getComputedStyle(e).unicodeBidi", title.element_handle()) == "isolate"


def test_a_missing_address_is_explained_in_its_language(page: Page, address: str) -> None:
    response = page.goto(address + "en/no-such-page/")
    assert response is not None
    assert response.status == 404
    expect(page.get_by_text("There is no page at this address")).to_be_visible()
    expect(page.get_by_text("لا توجد صفحة بهذا العنوان")).to_have_count(0)
    page.goto(address + "no-such-page/")
    expect(page.get_by_text("لا توجد صفحة بهذا العنوان")).to_be_visible()
