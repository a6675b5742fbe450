"""What a reader meets of a claim that was withdrawn, and of sources that were corrected or taken back."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from dalil.site.build import build
from dalil.site.server import serving
from page_checks import DESKTOP, PHONE, violations
from support import SOURCES, Project
from withdrawing import CORRECTED, TAKEN_BACK, withdraw

FORMER = "claims/three-signed/"
THIRD = SOURCES[: SOURCES.index("second-source:")].replace("first-source", "third-source").replace("/first", "/third")
SAYS = {
    "": {"withdrawn": "سُحبت", "day": "يونيو", "why": "حسبت الصحيفة", "corrected": "صحّح", "retracted": "سحب"},
    "en/": {
        "withdrawn": "ithdrawn",
        "day": "1 June 2026",
        "why": "The paper had",
        "corrected": "orrect",
        "retracted": "etract",
    },
}
"""What is said where, below the address of each language."""
WHERE = pytest.mark.parametrize("below", SAYS)
SIZES = pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    root = tmp_path_factory.mktemp("withdrawn")
    project = withdraw(Project(root / "project"))
    project.write("data/sources/third.yml", THIRD + TAKEN_BACK)
    third = "    - {source: third-source, locator: {paragraph: 7}}\n"
    second = "    - {source: second-source, locator: {paragraph: 2}}\n"
    project.replace("data/claims/all.yml", second, second + third)
    project.write("docs/search.md", "---\npage: search\n---\n{{ title() }}\n\n{{ search_page() }}\n")
    project.write(
        "data/pages/search.yml", "search:\n  title: {ar: البحث, en: Search}\n  description: {ar: بحث., en: Find.}\n"
    )
    project.replace("mkdocs.yml", "validation:\n", "not_in_nav: search.md\n\nvalidation:\n")
    build(project.root, root / "site")
    assert CORRECTED in project.read("data/sources/all.yml")
    with serving(root / "site") as served:
        yield served


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


@WHERE
@SIZES
def test_its_page_says_first_that_it_is_withdrawn(page: Page, address: str, below: str, size: dict[str, int]) -> None:
    page.set_viewport_size(size)  # type: ignore[arg-type]
    page.goto(address + below + FORMER)
    notice = page.get_by_role("note").first
    expect(notice).to_be_in_viewport()
    for name in ("withdrawn", "day", "why"):
        expect(notice).to_contain_text(SAYS[below][name])
    struck = page.locator("article .claim s").first
    top, below_it = notice.bounding_box(), struck.bounding_box()
    assert top
    assert below_it
    assert top["y"] + top["height"] <= below_it["y"]
    assert struck.evaluate("one => getComputedStyle(one).textDecorationLine") == "line-through"
    # The words of a reader's program that frame it, and the words themselves.
    claim = page.locator("article .claim").filter(has=page.locator("s")).first
    assert "3" in struck.inner_text()
    framed = claim.aria_snapshot()
    start, end = (page.locator(".struck.unseen").nth(number).text_content() or "" for number in (0, 1))
    assert start.strip()
    assert end.strip()
    assert framed.index(start.strip()) < framed.index("3") < framed.rindex(end.strip())
    assert violations(page) == []


@WHERE
def test_programs_read_that_it_is_withdrawn(page: Page, address: str, below: str) -> None:
    page.goto(address + below + FORMER)
    assert "noindex" in (page.locator("meta[name=robots]").get_attribute("content") or "")
    blocks = [json.loads(one) for one in page.locator("script[type='application/ld+json']").all_text_contents()]
    assert "etract" in json.dumps([one for one in blocks if "creativeWorkStatus" in json.dumps(one)])


@WHERE
@SIZES
def test_marks_and_cards_say_what_became_of_a_source(
    page: Page, address: str, below: str, size: dict[str, int]
) -> None:
    page.set_viewport_size(size)  # type: ignore[arg-type]
    page.goto(address + below)
    card = page.locator("floating-card")
    for state in ("corrected", "retracted"):
        mark = page.locator(f"a.mark[data-notice={state}]").first
        said = SAYS[below][state]
        assert said in (mark.get_attribute("aria-label") or "").replace("\u0651", "") or said in (
            mark.get_attribute("aria-label") or ""
        )
        sign = mark.evaluate("one => ['::before', '::after'].map((part) => getComputedStyle(one, part).content)")
        assert any(content not in ("none", "normal", '""') for content in sign), sign
        mark.focus()
        expect(card).to_be_visible()
        expect(card.locator(f"[data-notice={state}]")).to_be_visible()
        page.keyboard.press("Escape")
        expect(card).to_be_hidden()
        page.evaluate("document.activeElement.blur()")


@WHERE
def test_search_does_not_find_it_as_standing(page: Page, address: str, below: str) -> None:
    words = {"": "المعاهدة", "en/": "treaty"}[below]
    page.goto(f"{address}{below}search/?q={words}")
    expect(page.locator("[data-search-result]").first).to_be_visible()
    found = page.locator("[data-search-result] a").evaluate_all("all => all.map((one) => one.href)")
    assert found
    assert not any("three-signed" in one for one in found)


@WHERE
@pytest.mark.parametrize("where", [FORMER, "", "sources/third-source/", "events/second-signing/", "changes/"])
def test_nothing_overflows_a_narrow_window(page: Page, address: str, below: str, where: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(address + below + where)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert violations(page) == []
