"""Search in a real browser: every everyday query, the field, the page of results, by keyboard and without scripts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page, Response, expect

from dalil.site.server import serving
from dalil.text.folding import BOTH, BY_SPANISH, PLAIN, forms
from support import ROOT, Real

ENGINE = 100_000
"""Bytes, compressed, that the first search may load on top of its page whatever the store holds: scripts, settings."""
FIRST_SEARCH = 145_000
"""Bytes, compressed, that the first search may load in all: the index of the store as it is comes to 46,000 of them,
and is read in pieces of which a word may stand in two."""
AMONG = 5
"""What a query must find must be among so many first results."""
LOCALES = {"ar": "", "en": "en/", "es": "es/"}
SCRIPT = "new URL(document.querySelector('form[data-find]').dataset.find, document.baseURI)"
MODULE, READER = f"import({SCRIPT})", f"import(new URL('reader.js', {SCRIPT}))"
FIND = f"""async (queries) => {{
  const search = await {MODULE};
  const form = document.querySelector('form[data-find]');
  const finder = await search.opening(new URL(form.dataset.index, document.baseURI).href);
  const answers = [];
  for (const query of queries) {{
    const {{ results, shown, told }} = await finder.answer(query);
    const loaded = await Promise.all(results.slice(0, {AMONG}).map((one) => one.load()));
    answers.push({{ found: loaded.map((one) => one.meta.id), shown, told }});
  }}
  return answers;
}}"""


def watched(page: Page) -> list[Response]:
    """The responses that a page gets from now on."""
    responses: list[Response] = []
    page.on("response", lambda response: responses.append(response))
    return responses


def faults(page: Page) -> list[str]:
    """What the console of a page says from now on that is wrong, refusals of the policy among them."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    return said


def expected(locale: str) -> list[tuple[str, Any]]:
    text = (ROOT / "tests" / "search" / f"queries.{locale}.yml").read_text(encoding="utf-8")
    return [(str(query), wanted) for group in yaml.safe_load(text).values() for query, wanted in group.items()]


@pytest.fixture(scope="module")
def results_page(browser: Browser, address: str) -> Iterator[Page]:
    """The page of results, kept open for tests that only ask its script."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(address + "search/")
    yield page
    context.close()


@pytest.mark.parametrize("locale", LOCALES)
def test_every_query_finds_what_it_must(page: Page, address: str, locale: str) -> None:
    queries = expected(locale)
    assert len(queries) >= 110
    page.goto(f"{address}{LOCALES[locale]}search/")
    answers = page.evaluate(FIND, [query for query, _ in queries])
    missed = []
    for (query, wanted), answer in zip(queries, answers, strict=True):
        if isinstance(wanted, list):
            sound = set(wanted) <= set(answer["found"])
        else:
            sound = answer["found"][:1] == [wanted["first"]]
        if not sound:
            missed.append(f"{query}: {wanted}, but {json.dumps(answer, ensure_ascii=False)}")
    assert missed == []


LETTERS = st.text(
    st.one_of(
        st.characters(min_codepoint=0x20, max_codepoint=0x24F),
        st.characters(min_codepoint=0x5D0, max_codepoint=0x5EA),
        st.characters(min_codepoint=0x610, max_codepoint=0x6F9),
        # India, Thai, Lao, Burmese, Khmer; kana and Chinese; Korean; digits of many scripts.
        st.characters(min_codepoint=0x900, max_codepoint=0x109F, exclude_categories=["Cn"]),
        st.characters(min_codepoint=0x1780, max_codepoint=0x17FF, exclude_categories=["Cn"]),
        st.characters(min_codepoint=0x3000, max_codepoint=0x30FF, exclude_categories=["Cn"]),
        st.characters(min_codepoint=0xAC00, max_codepoint=0xAC40),
        st.characters(categories=["Nd"], max_codepoint=0xFFFF),
        st.sampled_from("說這條小路每年冬天都會點亮日本語々〆ｶﾞ𠮷"),
        st.sampled_from("الوفبكتينهةىيءأإآؤئ ًَ٠١٢,٬'’s-–ingedzationouresties\u200f\u200dﻻﷺﬁ"),
    ),
    max_size=40,
)


@settings(max_examples=60, deadline=None)
@given(texts=st.lists(LETTERS, min_size=20, max_size=60))
def test_python_and_the_browser_read_words_alike(results_page: Page, texts: list[str]) -> None:
    for rules in (BOTH, BY_SPANISH, PLAIN):
        read = results_page.evaluate(
            f"async ([table, texts]) => {{ const {{ forms }} = (await {READER}).reader(table); return texts.map(forms); }}",
            [rules.table(), texts],
        )
        assert read == [[list(found) for found in forms(text, rules)] for text in texts]


ONE_THING = {"ar": "الإكوادور", "en": "Ecuador", "es": "Panamá"}


def sizes_of(responses: list[Response]) -> dict[str, int]:
    return {response.url: response.request.sizes()["responseBodySize"] for response in responses}


def light(sizes: dict[str, int]) -> None:
    """What a first search loaded is the engine, and of what grows with the store no more than it needs."""
    grows = {
        url: size for url, size in sizes.items() if "/pagefind/" in url and ("/index/" in url or "/fragment/" in url)
    }
    assert any("wasm" in url for url in sizes)
    assert any("/index/" in url for url in grows)
    assert sum(sizes.values()) - sum(grows.values()) <= ENGINE, sizes
    assert sum(sizes.values()) <= FIRST_SEARCH, sizes


@pytest.mark.parametrize("locale", LOCALES)
def test_nothing_is_loaded_before_a_reader_searches_and_little_then(
    browser: Browser, address: str, locale: str
) -> None:
    context = browser.new_context()
    page = context.new_page()
    responses = watched(page)
    page.goto(address + LOCALES[locale] + "composition/", wait_until="networkidle")
    assert not [one.url for one in responses if "/pagefind/" in one.url or one.url.endswith("find.js")]
    page.evaluate("document.fonts.ready.then(() => true)")
    responses.clear()
    page.locator("#search").click()
    page.keyboard.type(ONE_THING[locale])
    page.locator(".search-option").first.wait_for()
    page.wait_for_load_state("networkidle")
    light(sizes_of(responses))
    context.close()


@pytest.mark.parametrize("locale", LOCALES)
def test_the_first_search_on_the_page_of_results_is_light(browser: Browser, address: str, locale: str) -> None:
    sizes: list[dict[str, int]] = []
    for query in ("", f"?q={ONE_THING[locale]}"):
        context = browser.new_context()
        page = context.new_page()
        responses = watched(page)
        page.goto(f"{address}{LOCALES[locale]}search/{query}")
        if query:
            page.locator("[data-done]").wait_for()
        page.wait_for_load_state("networkidle")
        sizes.append(sizes_of(responses))
        context.close()
    light({url: size for url, size in sizes[1].items() if url not in sizes[0]})


@pytest.mark.parametrize("locale", LOCALES)
def test_the_page_of_results_shows_headlines_marked_and_labelled(
    page: Page, address: str, built: Real, locale: str
) -> None:
    errors = faults(page)
    query = {"ar": "خطاب ترامب والمكسيك", "en": "Trump's speech Mexico", "es": "discurso de Trump México"}[locale]
    page.goto(f"{address}{LOCALES[locale]}search/?q={query}")
    claim = page.locator("[data-search-result='claims/speech-mexico-epicentre']")
    expect(claim).to_be_visible()
    expect(claim.locator(".result-kind")).to_have_text({"ar": "معلومة", "en": "claim", "es": "afirmación"}[locale])
    expect(claim.locator(".status")).to_be_visible()
    marked = " ".join(claim.locator("mark").all_inner_texts())
    assert {"ar": "ترمب", "en": "Trump", "es": "Trump"}[locale] in marked
    assertion = built.checked.store.claims["speech-mexico-epicentre"]
    expect(claim.locator(".result-title")).to_have_text(built.checked.renderer.shared[locale].headline(assertion))
    count = page.locator("[data-search] [role=status]")
    assert int(re.findall(r"\d+", count.inner_text())[-1]) >= page.locator("[data-search-result]").count() > 0
    assert errors == []
    claim.get_by_role("link").click()
    expect(page).to_have_url(f"{address}{LOCALES[locale]}conference/#speech-mexico-epicentre")
    expect(page.locator("#speech-mexico-epicentre")).to_be_in_viewport()


def test_the_list_below_the_field_is_used_by_keyboard(page: Page, address: str) -> None:
    page.goto(address + "en/origins/")
    field = page.locator("#search")
    page.keyboard.press("/")
    expect(field).to_be_focused()
    page.keyboard.type("southcom")
    first = page.locator("[role=option]").first
    expect(first).to_contain_text("US Southern Command")
    expect(field).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    expect(first).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", first.get_attribute("id") or "-")
    page.keyboard.press("Escape")
    expect(page.locator("[role=listbox]")).to_be_hidden()
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(field).to_have_value("southcom")
    page.keyboard.type(" ")
    expect(first).to_be_visible()
    page.keyboard.press("ArrowUp")
    expect(page.locator("[role=option]").last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(address + "en/organisations/southcom/")


def test_enter_leads_to_the_page_of_results_and_the_arrows_walk_through_it(page: Page, address: str) -> None:
    page.goto(address + "en/origins/")
    page.keyboard.press("s")
    page.keyboard.type("Cuba")
    page.keyboard.press("Enter")
    expect(page).to_have_url(address + "en/search/?q=Cuba")
    expect(page.locator("#find")).to_have_value("Cuba")
    links = page.locator(".result a")
    expect(links.first).to_contain_text("Cuba")
    page.keyboard.press("f")
    expect(page.locator("#find")).to_be_focused()
    page.keyboard.press("Escape")
    page.keyboard.press("ArrowDown")
    expect(links.first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    expect(page).to_have_url(address + "en/countries/cuba/")


def test_the_language_switch_keeps_the_query(page: Page, address: str) -> None:
    page.goto(address + "en/search/?q=Escudo")
    page.locator("[data-language-switch]").first.click()
    expect(page).to_have_url(address + "search/?q=Escudo")
    expect(page.locator("[data-search-result]").first).to_contain_text("درع الأمريكتين")
    expect(page.locator("[data-search-result]").first.locator("mark")).to_have_text("Escudo")


def test_more_results_come_when_asked_for(page: Page, address: str) -> None:
    page.goto(address + "search/?q=القمة")
    results = page.locator("[data-search-result]")
    expect(results).to_have_count(10)
    page.locator(".search-more").click()
    expect(results).to_have_count(20)
    expect(results.nth(10).get_by_role("link")).to_be_focused()


def test_what_is_not_found_is_said_with_the_nearest_in_its_place_or_the_lists(page: Page, address: str) -> None:
    first, status = page.locator("[data-search-result]").first, page.locator("[data-search] [role=status]")
    page.goto(address + "en/search/?q=Hegsith")
    expect(first).to_have_attribute("data-search-result", "entities/pete-hegseth")
    expect(status).to_contain_text("“Hegsith” was not found as it is written. Shown are results for “Hegseth”.")
    # The way back: nothing takes the place of a query in quotation marks.
    page.locator(".search-strict").get_by_role("link").click()
    expect(page).to_have_url(address + "en/search/?q=%22Hegsith%22")
    expect(status).to_contain_text('Nothing was found for “"Hegsith"”')
    expect(page.locator("[data-search-result]")).to_have_count(0)
    page.goto(address + "search/?q=<img src=x onerror=alert(1)>")
    expect(status).to_contain_text("<img src=x onerror=alert(1)>")
    page.goto(address + "search/?q=xylophone")
    expect(page.locator(".search-indexes")).to_be_visible()
    page.locator(".search-indexes a").first.click()
    expect(page).to_have_url(address + "claims/")


@pytest.mark.parametrize("base", ["/", "/below/it/"])
def test_another_language_answers_where_the_pages_own_has_nothing(browser: Browser, built: Real, base: str) -> None:
    """Said as such, each result in its language and direction, and leading to its page, below a path too."""
    with serving(built.site, base=base) as address:
        context = browser.new_context()
        page = context.new_page()
        wrong = faults(page)
        page.goto(address + "search/?q=who was absent")
        first = page.locator("[data-search-result]").first
        expect(page.locator("[data-search-result='pages/composition#absent']")).to_be_visible()
        expect(page.locator("[data-search] [role=status]")).to_contain_text(
            "لم نعثر على شيء عن «who was absent» بهذه اللغة"
        )
        expect(first.locator(".result-title")).to_have_attribute("lang", "en")
        expect(first.locator(".result-title")).to_have_attribute("dir", "ltr")
        expect(first.locator(".result-labels")).to_contain_text("الإنجليزية")
        way = page.locator("[data-search-result='pages/composition#absent']").get_by_role("link")
        way.click()
        expect(page).to_have_url(address + "en/composition/#absent")
        page.goto(address + "es/search/?q=الغائبون")
        expect(first.locator(".result-title")).to_have_attribute("dir", "rtl")
        way.click()
        expect(page).to_have_url(address + "composition/#absent")
        assert wrong == []
        context.close()


def test_what_stands_exactly_so_comes_first(page: Page, address: str) -> None:
    """Those who sign and this site share a stem in Arabic: whatever has the very word stands before all that has not."""
    page.goto(address + "search/?q=الموقعون")
    first = page.locator("[data-search-result]").first
    expect(first).to_have_attribute("data-search-result", "pages/composition#signatories")
    titles = page.locator(".result-title").all_inner_texts()
    stands = ["موقعون" in title or "موقعين" in title for title in titles]
    assert stands == sorted(stands, reverse=True), titles


def test_the_field_says_that_nothing_is_found_and_what_to_do(page: Page, address: str) -> None:
    page.goto(address + "en/origins/")
    page.keyboard.press("/")
    page.keyboard.type("xylophone")
    told = page.locator(".site-header [role=status]")
    expect(told).to_have_text("Nothing was found for “xylophone”. Try another spelling, or fewer words.")
    expect(told).to_be_visible()
    expect(page.locator("[role=listbox]")).to_be_hidden()
    expect(page.locator("#search")).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Escape")
    expect(page.locator(".search-list")).not_to_have_attribute("data-open", "")
    page.keyboard.type("s")
    page.locator(".search-way").click()
    expect(page).to_have_url(address + "en/search/")
    expect(page.locator(".search-indexes")).to_be_visible()


def test_the_field_says_that_a_near_spelling_is_shown(page: Page, address: str) -> None:
    page.goto(address + "en/origins/")
    page.keyboard.press("/")
    page.keyboard.type("Mexco")
    expect(page.locator("[role=option]").first).to_have_attribute("data-search-result", "entities/mexico")
    expect(page.locator(".site-header [role=status]")).to_have_text(
        "“Mexco” was not found as it is written. Shown are results for “Mexico”."
    )
    page.locator(".search-way").click()
    expect(page).to_have_url(address + "en/search/?q=%22Mexco%22")


@pytest.mark.parametrize("locale", LOCALES)
def test_without_scripts_the_page_leads_to_the_lists(browser: Browser, address: str, locale: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + LOCALES[locale])
    page.locator("#search").fill("Cuba")
    page.locator(".site-header .search button").click()
    expect(page).to_have_url(f"{address}{LOCALES[locale]}search/?q=Cuba")
    says = page.locator("noscript p")
    expect(says).to_be_visible()
    assert {"ar": "جافاسكربت", "en": "JavaScript", "es": "JavaScript"}[locale] in says.inner_text()
    expect(page.locator(".search-indexes a")).to_have_count(7)
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_results_and_list_are_accessible(browser: Browser, address: str, scheme: Any) -> None:
    context = browser.new_context(color_scheme=scheme)
    page = context.new_page()
    for locale, query in (("", "ترمب"), ("en/", "Mexico"), ("es/", "México"), ("en/", "xylophone")):
        page.goto(f"{address}{locale}search/?q={query}")
        page.locator("[data-done]").wait_for()
        assert found(page) == []
        page.goto(address + locale)
        page.locator("#search").click()
        page.keyboard.type(query[:4])
        if query != "xylophone":
            page.locator("[role=option]").first.wait_for()
            page.keyboard.press("ArrowDown")
        assert found(page) == []
    context.close()


def found(page: Page) -> list[str]:
    """What axe finds, each with its first place."""
    return [f"{one['id']}: {one['nodes'][0]['html'][:160]}" for one in Axe().run(page).response["violations"]]


def test_every_page_leads_to_the_description_of_its_locale(page: Page, address: str) -> None:
    for locale in LOCALES.values():
        for kind in ("", "claims/shield-is/"):
            page.goto(address + locale + kind)
            link = page.locator("link[rel=search]")
            assert link.evaluate("link => link.href") == f"{address}{locale}opensearch.xml"


def test_the_search_works_from_a_subfolder(browser: Browser, built: Real) -> None:
    with serving(built.site, base="/below/") as address:
        context = browser.new_context()
        page = context.new_page()
        page.goto(address + "en/claims/shield-is/")
        page.locator("#search").click()
        page.keyboard.type("Chile")
        page.locator("[role=option]").first.click()
        expect(page).to_have_url(address + "en/countries/chile/")
        context.close()
