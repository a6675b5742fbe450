"""The preview in a browser: problems on the page itself, and the way from a change to where it is shown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, BrowserContext, Page, expect

from dalil.cli import main
from page_checks import violations
from previewing import previewing
from support import Project

CLAIMS, STATEMENTS = "data/claims/all.yml", "data/statements/all.yml"
RIGHT, WRONG = "source: first-source", "source: frist-source"
PLACE = f"{CLAIMS}:10:16"
PATIENCE = 60_000
"""Milliseconds until a preview that does not follow counts as broken; it takes two or three seconds here."""
IN_VIEW = "one => { const box = one.getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight; }"


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser with a window so small that the pages of the small project are longer."""
    context = browser.new_context(viewport={"width": 700, "height": 420})
    context.set_default_timeout(PATIENCE)
    yield context
    context.close()


@pytest.fixture
def preview(project: Project, tmp_path: Path) -> Iterator[str]:
    """The address of the preview of `project`."""
    with previewing(project, tmp_path / "log.txt") as address:
        yield address


def opened(context: BrowserContext, address: str) -> Page:
    """A page of the preview, once there is a site."""
    page = context.new_page()
    page.goto(address)
    page.locator("#content").wait_for(timeout=PATIENCE)
    return page


def test_problems_appear_on_every_open_page_and_go_when_mended(
    context: BrowserContext, preview: str, project: Project
) -> None:
    english, arabic = opened(context, preview + "en/#signing"), opened(context, preview)
    complaints: list[str] = []
    english.on("console", lambda message: complaints.append(message.text))
    panels = [page.locator(".dalil-news") for page in (english, arabic)]
    for panel in panels:
        expect(panel.get_by_role("status")).to_be_empty()
        expect(panel.get_by_role("button")).to_have_count(0)
    english.evaluate("scrollTo(0, 333)")
    project.replace(CLAIMS, RIGHT, WRONG)
    expect(panels[0].get_by_role("status")).to_have_text("1 problem.", timeout=PATIENCE)
    expect(panels[1].get_by_role("status")).to_have_text("خطأ واحد.", timeout=PATIENCE)
    expect(panels[0]).to_contain_text("there is no source “frist-source”")
    expect(panels[0]).to_contain_text("Did you mean “first-source”?")
    expect(panels[1]).to_contain_text("لعلك تقصد")
    for panel, direction in zip(panels, ("ltr", "rtl"), strict=True):
        expect(panel).to_contain_text(PLACE)
        expect(panel).to_contain_text("unknown-source")
        assert panel.evaluate("one => getComputedStyle(one).direction") == direction
    late = opened(context, preview + "en/claims/two-signed/")
    expect(late.locator(".dalil-news")).to_contain_text(PLACE)
    project.replace(CLAIMS, WRONG, RIGHT)
    for panel in panels:
        expect(panel.get_by_role("status")).to_be_empty(timeout=PATIENCE)
    english.wait_for_load_state()
    assert english.url == preview + "en/#signing"
    assert english.evaluate("scrollY") == 333
    assert not complaints, complaints


def test_the_panel_hides_no_text_and_obeys_the_keyboard(
    context: BrowserContext, preview: str, project: Project
) -> None:
    page = opened(context, preview)
    project.replace(CLAIMS, "source: ", "source: no-")
    panel = page.locator(".dalil-news")
    details = page.locator("#dalil-news-details")
    expect(details).to_be_visible(timeout=PATIENCE)
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    text, top = page.locator(".site-footer").bounding_box(), panel.bounding_box()
    assert text
    assert top
    assert text["y"] + text["height"] <= top["y"] + 1
    page.evaluate("scrollTo(0, 0)")
    top = panel.bounding_box()
    assert top
    assert top["y"] + top["height"] == 420
    assert top["height"] <= 420 * 0.4 + 1
    assert violations(page) == []
    page.keyboard.press("Shift+Tab")
    for _ in range(2):
        if not page.evaluate("document.activeElement.matches('.dalil-news button')"):
            page.keyboard.press("Shift+Tab")
    button = panel.get_by_role("button")
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    expect(details).to_be_hidden()
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(panel.get_by_role("status")).to_be_visible()
    page.keyboard.press("Enter")
    expect(details).to_be_visible()
    expect(button).to_have_attribute("aria-expanded", "true")


def test_a_preview_starts_broken_and_opens_when_mended(
    context: BrowserContext, project: Project, tmp_path: Path
) -> None:
    project.replace(CLAIMS, RIGHT, WRONG)
    with previewing(project, tmp_path / "log.txt") as address:
        page, arabic = context.new_page(), context.new_page()
        arabic.goto(address)
        page.goto(address + "en/claims/two-signed/")
        expect(page.get_by_role("heading")).to_have_text("The site is not ready yet")
        expect(page.locator(".dalil-news")).to_contain_text(PLACE, timeout=PATIENCE)
        expect(arabic.get_by_role("heading")).to_have_text("الموقع ليس جاهزا بعد")
        expect(arabic.locator(".dalil-news")).to_contain_text("خطأ واحد.", timeout=PATIENCE)
        assert page.locator("html").get_attribute("dir") == "ltr"
        assert arabic.locator("html").get_attribute("dir") == "rtl"
        for one in (page, arabic):
            assert violations(one) == []
        project.replace("docs/index.md", 'section("signing")', 'section("singing")')
        expect(page.locator(".dalil-news").get_by_role("status")).to_have_text("2 problems.", timeout=PATIENCE)
        project.replace("docs/index.md", 'section("singing")', 'section("signing")')
        project.replace(CLAIMS, WRONG, RIGHT)
        expect(page.locator("[data-claim=two-signed]").first).to_be_visible(timeout=PATIENCE)
        expect(arabic.locator("[data-claim=two-signed]").first).to_be_visible(timeout=PATIENCE)
        assert "Traceback" not in (tmp_path / "log.txt").read_text()


@pytest.mark.parametrize("motion", ["no-preference", "reduce"])
def test_what_has_changed_is_scrolled_to_and_marked(
    browser: Browser, preview: str, project: Project, motion: str
) -> None:
    context = browser.new_context(viewport={"width": 700, "height": 420}, reduced_motion=motion)  # type: ignore[arg-type]
    context.set_default_timeout(PATIENCE)
    page = opened(context, preview + "en/")
    place = page.locator("tr[data-claim=chile-signed]")
    page.evaluate("scrollTo(0, 0)")
    assert not place.evaluate(IN_VIEW)
    project.replace(STATEMENTS, "words: Chile signed", "words: and Chile signed")
    marked = page.locator(".dalil-changed")
    expect(marked).to_have_count(1, timeout=PATIENCE)
    assert marked.get_attribute("data-claim") == "chile-signed"
    animation = marked.evaluate("one => getComputedStyle(one).animationName")
    assert animation == ("dalil-changed" if motion == "no-preference" else "none")
    page.wait_for_function(IN_VIEW, arg=place.element_handle())
    expect(marked).to_have_count(0, timeout=PATIENCE)
    expect(page.locator(".dalil-news").get_by_role("status")).to_be_empty()
    context.close()


def test_what_has_changed_elsewhere_is_offered_as_a_link(
    context: BrowserContext, preview: str, project: Project
) -> None:
    english = opened(context, preview + "en/sources/second-source/")
    arabic = opened(context, preview + "sources/second-source/")
    project.replace(STATEMENTS, "words: Chile signed", "words: and Chile signed")
    panel = english.locator(".dalil-news")
    expect(panel.get_by_role("status")).to_have_text("What you changed is not on this page:", timeout=PATIENCE)
    expect(panel.get_by_role("link")).to_have_text("Chile signed The Treaty.")
    expect(arabic.locator(".dalil-news").get_by_role("link")).to_have_attribute(
        "href", "/claims/chile-signed/", timeout=PATIENCE
    )
    assert violations(english) == []
    panel.get_by_role("link").click()
    expect(english).to_have_url(preview + "en/claims/chile-signed/")
    expect(panel.get_by_role("status")).to_be_empty()
    project.replace("data/sources/all.yml", "A report", "A report of the day")
    expect(english.locator(".references .dalil-changed")).to_contain_text("A report of the day", timeout=PATIENCE)


def test_words_that_rest_on_what_has_moved_are_marked_until_somebody_confirms_them(
    context: BrowserContext, project: Project, tmp_path: Path
) -> None:
    review = ["--project", str(project.root), "review"]
    assert CliRunner().invoke(main, [*review, "--all"]).exit_code == 0
    with previewing(project, tmp_path / "log.txt") as address:
        english, arabic = opened(context, address + "en/"), opened(context, address)
        signed = project.read(STATEMENTS).split("chile-signed:")[1].replace("chile", "peru")
        project.write("data/entities/more.yml", "peru: {kind: country, code: PE}\n")
        project.write("data/statements/more.yml", f"peru-signed:{signed}")
        for page, status, said, direction, words in (
            (english, "1 problem.", "“n” was 2 and is 3", "ltr", "3 countries signed"),
            (arabic, "خطأ واحد.", "وصارت", "rtl", "3 دول"),
        ):
            panel = page.locator(".dalil-news")
            expect(panel.get_by_role("status")).to_have_text(status, timeout=PATIENCE)
            expect(panel).to_contain_text(said, timeout=PATIENCE)
            expect(panel).to_contain_text("dalil review claims/two-signed/text")
            assert panel.evaluate("one => getComputedStyle(one).direction") == direction
            # The page itself shows what follows from the change, with a mark on the words that nobody has read since.
            marked = page.locator(".dalil-due")
            expect(marked).to_have_attribute("data-claim", "two-signed", timeout=PATIENCE)
            expect(marked).to_contain_text(words)
            assert marked.evaluate("one => getComputedStyle(one).outlineStyle") == "dashed"
            page.wait_for_function("() => document.getAnimations().length === 0")  # Colours come to rest.
            assert violations(page) == []
        link = english.locator(".dalil-news").get_by_role("link", name="data/claims/all.yml:3:3")
        expect(link).to_have_attribute("href", "/en/claims/two-signed/")
        assert CliRunner().invoke(main, [*review, "claims/two-signed"]).exit_code == 0
        for page in (english, arabic):
            expect(page.locator(".dalil-news").get_by_role("status")).to_be_empty(timeout=PATIENCE)
            expect(page.locator(".dalil-due")).to_have_count(0)
        assert "value-moved" in (tmp_path / "log.txt").read_text()
