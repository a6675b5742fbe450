"""A site works wherever it stands: at the root of a host, below one segment or three, and opened from disk.

Every kind of address is followed, in both directions of writing: links, pictures, files, cards, search, languages, feed,
site map, what is told to programs, and the page for mistakes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from urllib.request import urlopen
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser, Page, expect

from placed import PLACES, Placed, placed

LOCALES = pytest.mark.parametrize("below", ["", "en/"], ids=["ar", "en"])
MISSING = {"": ("ar", "rtl", "لا توجد صفحة بهذا العنوان"), "en/": ("en", "ltr", "There is no page at this address")}
HREFS = """() => [...document.querySelectorAll('a[href], link[href], form[action], img, script[src]')]
  .filter((one) => !one.closest('template')).map((one) => one.action || one.href?.baseVal || one.href || one.src)
  .map((way) => new URL(way, document.baseURI).href)"""
DATED = "#revision-2026-04-01"


@pytest.fixture(scope="module", params=PLACES)
def place(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Placed]:
    with placed(tmp_path_factory.mktemp("placed"), request.param) as found:
        yield found


@pytest.fixture
def shown(browser: Browser, place: Placed) -> Iterator[Page]:
    """A page on which nothing fails: no request, no script."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    failed: list[str] = []
    page.on("response", lambda answer: failed.append(answer.url) if answer.status >= 400 else None)
    page.on("requestfailed", lambda one: failed.append(f"{one.url}: {one.failure}"))
    page.on("console", lambda said: failed.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: failed.append(str(error)))
    yield page
    context.close()
    # A card that may read nothing from disk leaves out what it cannot have, and Chromium says that it may not.
    known = ["ERR_ABORTED", *(["XMLHttpRequest", "ERR_FAILED"] if place.from_disk else [])]
    assert [one for one in failed if not any(sign in one for sign in known)] == []


def pages(place: Placed) -> list[str]:
    """Every page, as an address in the root of the site."""
    found = (path.relative_to(place.site).as_posix() for path in sorted(place.site.rglob("index.html")))
    return [name.removesuffix("index.html") for name in found]


def exists(place: Placed, url: str, ids: dict[str, set[str]]) -> bool:
    """Whether an address of this machine leads to a file of the site, and to its anchor if it has one."""
    path, _, anchor = url.partition("#")
    file = place.file(path)
    if not file.is_file() or (not place.from_disk and urlopen(path).status != 200):
        return False
    return not anchor or file.suffix != ".html" or anchor in ids[str(file)]


def test_every_address_of_every_page_leads_there(place: Placed, shown: Page) -> None:
    ids = {
        str(path): set(re.findall(r'\bid="([^"]+)"', path.read_text(encoding="utf-8")))
        for path in place.site.rglob("*.html")
    }
    told: set[str] = set()
    followed: set[str] = set()
    for address in pages(place):
        if 'http-equiv="refresh"' in (place.site / address / "index.html").read_text(encoding="utf-8"):
            continue
        shown.goto(place.at(address))
        for url in shown.evaluate(HREFS):
            (followed if url.startswith(place.root) else told).add(url)
    assert len(followed) > 60
    assert [url for url in sorted(followed) if not exists(place, url, ids)] == []
    # What is told to programs is whole; all else leads to the sources.
    own = {url for url in told if url.startswith(place.address)}
    assert all(place.file(place.here(url)).is_file() for url in own)
    assert {url.split("/")[2] for url in told - own} <= {"example.org"}
    assert all("/first" in url or "/second" in url for url in told - own)


@LOCALES
def test_a_reader_goes_through_the_site(place: Placed, shown: Page, below: str) -> None:
    shown.goto(place.at(below))
    shown.locator(".site-nav a").nth(1).click()
    expect(shown).to_have_url(place.at(f"{below}data/"))
    shown.locator(".site-name").click()
    expect(shown).to_have_url(place.at(below))
    shown.locator("a[data-term]").first.click()
    expect(shown).to_have_url(place.at(f"{below}glossary/#accession"))
    shown.locator("[data-language-switch]").first.click()
    other = "" if below else "en/"
    expect(shown).to_have_url(place.at(f"{other}glossary/#accession"))
    shown.goto(place.at(f"{below}documents/the-treaty/"))
    expect(shown).to_have_url(place.at(f"{below}documents/the-accord/"))


@LOCALES
def test_cards_open_and_lead_on(place: Placed, shown: Page, below: str) -> None:
    shown.goto(place.at(f"{below}claims/two-signed/"))
    card = shown.locator("floating-card")
    shown.locator("a.mark").first.click()
    card.locator(".card-title a").first.click()
    expect(shown).to_have_url(place.at(f"{below}sources/first-source/"))
    shown.goto(place.at(below))
    shown.locator("a.hint").first.hover()
    expect(card.locator(".card-title")).to_be_visible()
    shown.locator("a.seal").first.click()
    card.locator("[hreflang]").first.click()
    expect(shown).to_have_url(place.at(f"{'' if below else 'en/'}claims/two-signed/"))
    shown.goto(place.at(below))
    shown.locator("a.seal").first.click()
    if place.from_disk:
        expect(card.locator("[data-copy=citation]")).to_have_count(0)
    else:
        expect(card.locator("[data-copy=citation]")).to_be_enabled()
        whole = shown.locator("[data-copy=citation]").last.get_attribute("data-text") or ""
        assert f"{place.address}{below}claims/two-signed/" in whole
    card.locator(".card-own").click()
    expect(shown).to_have_url(place.at(f"{below}claims/two-signed/"))


@LOCALES
def test_the_search_finds_and_leads_there_or_says_why_not(place: Placed, shown: Page, below: str) -> None:
    shown.goto(place.at(f"{below}countries/chile/"))
    said = "تشيلي" if not below else "Chile"
    if place.from_disk:
        expect(shown.locator(".search-off")).to_contain_text("dalil serve")
        shown.goto(place.at(f"{below}search/"))
        expect(shown.locator("article")).to_contain_text("dalil serve")
        expect(shown.locator("form")).to_have_count(0)
        shown.locator(".search-indexes a").last.click()
        expect(shown).to_have_url(place.at(f"{below}glossary/"))
        return
    shown.locator("#search").click()
    shown.keyboard.type(said)
    shown.locator("[role=option]").first.click()
    expect(shown).to_have_url(place.at(f"{below}countries/chile/"))
    shown.locator("#search").fill(said)
    shown.locator("#search").press("Enter")
    shown.wait_for_url(f"{place.at(below)}search/?q=*")
    shown.locator("[data-search-result] a").first.click()
    expect(shown).to_have_url(place.at(f"{below}countries/chile/"))


@LOCALES
def test_pictures_are_drawn_and_files_are_given(place: Placed, shown: Page, below: str) -> None:
    shown.goto(place.at(below))
    picture = shown.locator("figure img").first
    picture.scroll_into_view_if_needed()
    shown.wait_for_function("() => document.querySelector('figure img').naturalWidth > 0")
    assert shown.evaluate("() => [...document.styleSheets].every((one) => one.href)")
    assert shown.evaluate("() => getComputedStyle(document.querySelector('.site-header')).display") == "block"
    shown.goto(place.at(f"{below}data/"))
    with shown.expect_download() as downloading:
        shown.locator("a[download]").first.click()
    assert downloading.value.suggested_filename == "claims.csv"
    for link in shown.locator("a[download]").all():
        assert place.file(str(link.evaluate("link => link.href"))).stat().st_size > 0


@LOCALES
def test_what_is_told_to_programs_leads_to_the_site(place: Placed, below: str) -> None:
    feed = ElementTree.parse(place.site / below / "feed.xml")
    links = [link.get("href") or "" for link in feed.iter("{http://www.w3.org/2005/Atom}link")]
    assert f"{place.address}{below}claims/two-signed/{DATED}" in links
    assert f"{place.address}{below}events/the-signing/" in links
    listed = [
        loc.text or "" for loc in ElementTree.parse(place.site / "sitemap.xml").iter() if loc.tag.endswith("}loc")
    ]
    assert len(listed) > 30
    assert place.address + below in listed
    html = (place.site / below / "claims/two-signed/index.html").read_text(encoding="utf-8")
    assert 'id="revision-2026-04-01"' in html
    graph = re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    assert graph is not None
    found = [*links, *listed, *_addresses(json.loads(graph[1]))]
    found += re.findall(r'<(?:link|meta)[^>]+(?:href|content)="(https?://[^"]+)"', html)
    own = [
        url
        for url in found
        if not url.startswith(("https://example.org/first", "https://example.org/second", "https://schema.org"))
    ]
    assert len(own) > 40
    for url in own:
        assert url.startswith(place.address), url
        assert place.file(place.here(url.partition("?")[0])).is_file(), url
    robots = (place.site / "robots.txt").read_text(encoding="utf-8")
    assert f"Sitemap: {place.address}sitemap.xml\n" in robots


def _addresses(data: object) -> Iterator[str]:
    """Every whole address in JSON."""
    for one in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from _addresses(one)
    if isinstance(data, str) and data.startswith("http"):
        yield data


@pytest.fixture
def bare(browser: Browser) -> Iterator[Page]:
    """A browser without scripts."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


@LOCALES
def test_the_page_for_mistakes_speaks_the_language_of_its_address(place: Placed, browser: Browser, below: str) -> None:
    page = browser.new_page()
    refused: list[str] = []
    page.on("console", lambda said: refused.append(said.text) if "Policy" in said.text else None)
    code, direction, words = MISSING[below]
    if place.from_disk:
        page.goto(place.at("404.html"))
        expect(page.locator("h1")).to_have_count(2)
        page.locator(f"section[lang={code}] article a").click()
    else:
        for address in ("nothing/", "claims/nothing", "nothing/at/all.html?q=1#there"):
            answer = page.goto(place.at(below + address))
            assert answer is not None
            assert answer.status == 404
            expect(page.locator("h1")).to_have_text(words)
            assert page.evaluate("() => [document.documentElement.lang, document.documentElement.dir]") == [
                code,
                direction,
            ]
            assert page.title() == f"{words} · {'The site' if below else 'الموقع'}"
            expect(page.locator("[data-language-switch]")).to_have_count(1)
        page.locator("form input").fill("Chile" if below else "تشيلي")
        page.locator("[role=option]").first.click()
        expect(page).to_have_url(place.at(f"{below}countries/chile/"))
        page.goto(place.at(f"{below}nothing/"))
        page.locator("[data-language-switch]").click()
        expect(page).to_have_url(place.at("" if below else "en/"))
        page.goto(place.at(f"{below}nothing/"))
        page.locator("article a").click()
    expect(page).to_have_url(place.at(below))
    assert refused == []
    page.close()


def test_without_scripts_the_page_for_mistakes_offers_every_language(place: Placed, bare: Page) -> None:
    bare.goto(place.at("404.html" if place.from_disk else "en/nothing/"))
    for below, (code, direction, words) in MISSING.items():
        section = bare.locator(f"section[lang={code}][dir={direction}]")
        expect(section.locator("h1")).to_have_text(words)
        expect(section.locator("h1")).to_be_visible()
        bare.locator(f"section[lang={code}] article a").click()
        expect(bare).to_have_url(place.at(below))
        bare.go_back()
