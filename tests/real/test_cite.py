"""Around the text: citing, saving and copying, ways between pages, the data page, and print."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import rispy
from playwright.sync_api import Browser, Page, expect

from real.pages import CODES
from support import Real

LOCALES = pytest.mark.parametrize("locale", CODES)


def words(built: Real, locale: str, key: str) -> str:
    return built.checked.renderer.shared[CODES[locale]].texts.interface(key)


@LOCALES
def test_a_citation_is_copied_and_that_is_said(browser: Browser, address: str, built: Real, locale: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{address}{locale}origins/")
    box = page.locator(".page-foot details.cite")
    expect(box.locator("button").first).to_be_hidden()
    box.locator("summary").first.click()
    box.get_by_role("button", name=words(built, locale, "cite.copy")).first.click()
    expect(box.get_by_role("status").first).to_have_text(words(built, locale, "cite.copied"))
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == box.locator("p.cite-text").text_content()
    assert copied.endswith(f"https://example.org/{locale}origins/")
    box.locator("summary", has_text="BibTeX").click()
    form = box.locator(".cite-form[open]")
    form.get_by_role("button", name=words(built, locale, "cite.copy")).click()
    expect(form.get_by_role("status")).to_have_text(words(built, locale, "cite.copied"))
    assert page.evaluate("navigator.clipboard.readText()").startswith("@online{origins-")
    context.close()


def test_without_the_clipboard_the_citation_is_selected(page: Page, address: str, built: Real) -> None:
    page.add_init_script(
        "Object.defineProperty(navigator, 'clipboard', {value: undefined}); document.execCommand = () => false"
    )
    page.goto(f"{address}en/composition/")
    box = page.locator(".page-foot details.cite")
    box.locator("summary").first.click()
    box.get_by_role("button", name="Copy").first.click()
    expect(box.get_by_role("status").first).to_have_text(words(built, "en/", "cite.selected"))
    assert page.evaluate("getSelection().toString()") == box.locator("p.cite-text").inner_text()


@LOCALES
def test_a_citation_is_saved_as_a_file_that_reference_managers_read(
    page: Page, address: str, built: Real, locale: str
) -> None:
    page.goto(f"{address}{locale}sources/lawfare-nss/")
    box = page.locator("details.cite").filter(has_text=words(built, locale, "cite.source"))
    box.locator("summary").first.click()
    box.locator("summary", has_text="RIS").click()
    with page.expect_download() as download:
        box.locator(".cite-form[open]").get_by_role("button", name=words(built, locale, "cite.save")).click()
    assert download.value.suggested_filename == "lawfare-nss.ris"
    content = Path(download.value.path()).read_bytes().decode()
    assert content.count("\r\n") == content.count("\n")
    (entry,) = rispy.loads(content)
    assert entry["title"].startswith("Trump Administration Releases")
    assert entry["language"] == "en"


@LOCALES
def test_without_javascript_all_forms_can_be_read_and_selected(browser: Browser, address: str, locale: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}{locale}countries/argentina/")
    box = page.locator(".page-foot details.cite")
    expect(box.locator("button")).to_have_count(0)
    box.locator("summary").first.click()
    expect(box.locator("p.cite-text")).to_be_visible()
    for form, start in (("BibTeX", "@online{"), ("RIS", "TY  - "), ("CSL-JSON", "[{")):
        box.locator("summary", has_text=form).click()
        text = box.locator(".cite-form[open] pre")
        expect(text).to_have_count(1)
        expect(text).to_be_visible()
        assert (text.text_content() or "").startswith(start)
    context.close()


def test_the_keyboard_opens_the_citation(page: Page, address: str) -> None:
    page.goto(f"{address}en/origins/")
    page.locator(".page-foot details.cite > summary").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".page-foot p.cite-text")).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.locator(".page-foot .cite-tools button").first).to_be_focused()


@LOCALES
def test_one_can_read_on_from_page_to_page(page: Page, address: str, locale: str) -> None:
    page.goto(f"{address}{locale}")
    expect(page.locator("a[rel=prev]")).to_have_count(0)
    for topic in ("origins", "objectives", "composition", "conference"):
        page.locator("a[rel=next]").click()
        expect(page).to_have_url(f"{address}{locale}{topic}/")
    page.locator("a[rel=prev]").click()
    expect(page).to_have_url(f"{address}{locale}composition/")


@LOCALES
def test_arrows_point_the_way_of_reading(page: Page, address: str, locale: str) -> None:
    page.goto(f"{address}{locale}origins/")
    boxes = {rel: page.locator(f"a[rel={rel}]").bounding_box() for rel in ("prev", "next")}
    before, after = boxes["prev"], boxes["next"]
    assert before is not None
    assert after is not None
    if before["y"] == after["y"]:
        assert (before["x"] < after["x"]) == bool(locale)
    arrow = page.locator("a[rel=next]").evaluate("link => getComputedStyle(link, '::before').content")
    assert ("←" if locale == "" else "→") in arrow


@LOCALES
def test_the_way_to_a_record_leads_back_to_its_list(page: Page, address: str, locale: str) -> None:
    for record, parent in (("countries/argentina/", "countries/"), ("events/miami-summit/", "timeline/")):
        page.goto(f"{address}{locale}{record}")
        way = page.locator("nav.breadcrumb")
        expect(way.locator("[aria-current=page]")).to_have_text(page.locator("h1").inner_text())
        way.locator("a").nth(1).click()
        expect(page).to_have_url(f"{address}{locale}{parent}")


@LOCALES
def test_every_data_file_is_there_and_is_what_the_page_says(page: Page, address: str, built: Real, locale: str) -> None:
    page.goto(f"{address}{locale}data/")
    links = page.locator("table.files a[download]")
    tables = built.checked.renderer.downloads.tables
    assert links.count() == len(tables) + sum(not table.nested for table in tables) == 18
    for number in range(links.count()):
        href = links.nth(number).evaluate("link => link.href")
        response = page.request.get(href)
        assert response.ok, href
        if href.endswith(".csv"):
            assert response.body().startswith(b"\xef\xbb\xbf")
    row = page.locator("table.files tr", has=page.locator("a[href='#claims']"))
    expect(row).to_contain_text(str(len(built.checked.store.claims)))
    page.locator("#citations summary").click()
    expect(page.locator("#citations dl")).to_be_visible()
    expect(page.locator("#citations dl")).to_have_attribute("dir", "ltr")


@LOCALES
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_print_is_black_on_white_and_has_text_and_references_only(
    page: Page, address: str, built: Real, locale: str, scheme: str
) -> None:
    page.emulate_media(media="print", color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(f"{address}{locale}composition/")
    for hidden in (
        ".site-header",
        ".site-nav",
        ".page-toc",
        ".site-footer",
        ".neighbours",
        ".backs",
        "details.cite",
    ):
        for element in page.locator(hidden).all():
            expect(element).to_be_hidden()
    colours = page.locator("p.claims").first.evaluate(
        "p => [getComputedStyle(p).color, getComputedStyle(document.body).backgroundColor]"
    )
    assert colours == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
    expect(page.locator(".print-head")).to_be_visible()
    expect(page.locator(".print-foot")).to_contain_text(f"https://example.org/{locale}composition/")
    expect(page.locator(".print-foot time")).to_have_attribute("datetime", str(built.checked.store.site.updated))
    for element in page.locator("ol.references > li").all():
        expect(element.locator(".source-address")).to_be_visible()
    expect(page.locator(".status").first).to_be_visible()
    for dispute in page.locator(".dispute .version").all():
        expect(dispute).to_be_visible()


@LOCALES
@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_a_page_becomes_a_pdf_of_a_few_sheets(page: Page, address: str, locale: str, size: str) -> None:
    page.goto(f"{address}{locale}origins/")
    sheets = len(re.findall(rb"/Type\s*/Page\b", page.pdf(format=size)))
    assert 3 <= sheets <= 12


@LOCALES
def test_home_leads_to_the_topics_and_says_what_is_new(page: Page, address: str, built: Real, locale: str) -> None:
    page.goto(f"{address}{locale}")
    expect(page.locator(".page-cards li")).to_have_count(4)
    card = page.locator(".page-cards li").nth(2)
    box = card.bounding_box()
    assert box is not None
    card.click(position={"x": 8, "y": box["height"] - 8})
    expect(page).to_have_url(f"{address}{locale}composition/")
    page.goto(f"{address}{locale}")
    shown = page.locator(".latest > li")
    expect(shown).to_have_count(5)
    store = built.checked.store
    newest = max(event.date.first for event in store.events.values() if not event.planned)
    expect(shown.first.locator("time").first).to_have_attribute("datetime", newest.isoformat())
    for status in ("confirmed", "single-source", "attributed", "disputed", "unconfirmed"):
        expect(page.locator(f".reading-key .status[data-status={status}]")).to_be_visible()
