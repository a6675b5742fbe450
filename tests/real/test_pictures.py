"""Pictures as a reader meets them: the map by keyboard, the matrix sorted, lines that meet their boxes, nothing cut off."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from dalil.store.drawn import rows_of
from real.pages import CODES
from support import Real

LOCALES = pytest.mark.parametrize("locale", CODES)
PICTURES = {
    "": "figure.map", "composition/": "figure.map", "timeline/": "figure.calendar", "origins/": "figure.calendar",
    "conference/": "figure.diagram", "objectives/": "table.bars",
}  # fmt: skip


def box(locator: Locator) -> dict[str, float]:
    found = locator.bounding_box()
    assert found is not None
    return {"x": found["x"], "y": found["y"], "width": found["width"], "height": found["height"]}


# The map


@LOCALES
def test_every_country_of_the_map_is_reached_by_keyboard(page: Page, address: str, locale: str) -> None:
    page.goto(address + locale)
    links = page.locator(".map-drawing a:not([tabindex])")
    reached = set()
    links.first.focus()
    for _ in range(links.count()):
        focused = page.evaluate(
            "() => { const a = document.activeElement; return a.closest('.map-drawing') && a.querySelector('title').textContent }"
        )
        reached.add(focused)
        page.keyboard.press("Tab")
    assert None not in reached
    assert len(reached) == links.count() == 26, "25 countries of the matrix, and Uruguay, which has a page"


@pytest.mark.parametrize(
    ("locale", "name", "page_of"),
    [
        ("", "بليز: وقّعت الإعلان وغابت عن القمة", "countries/belize/"),
        ("en/", "Chile: Took part in the summit, did not sign the declaration", "en/countries/chile/"),
    ],
)
def test_a_country_says_what_it_did_and_leads_to_its_page(
    page: Page, address: str, locale: str, name: str, page_of: str
) -> None:
    page.goto(address + locale + "composition/")
    country = page.get_by_role("link", name=name, exact=True)
    expect(country).to_have_count(1)
    country.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(address + page_of)


def test_a_country_in_focus_is_seen(page: Page, address: str) -> None:
    page.goto(address)
    brazil = page.locator(".map-drawing a[href$='countries/brazil/']").first
    before = brazil.evaluate("a => getComputedStyle(a).strokeWidth")
    page.locator(".map-drawing a:not([tabindex])").first.focus()
    for _ in range(40):
        if brazil.evaluate("a => a === document.activeElement"):
            break
        page.keyboard.press("Tab")
    assert brazil.evaluate("a => getComputedStyle(a).strokeWidth") != before
    assert brazil.evaluate("a => getComputedStyle(a).outlineStyle") == "solid"


@LOCALES
def test_classes_are_told_apart_without_colour(browser: Browser, address: str, locale: str) -> None:
    """In forced colours each class still has another filling."""
    context = browser.new_context(forced_colors="active")
    page = context.new_page()
    page.goto(address + locale)
    swatches = page.locator(".map .legend svg.swatch")
    pictures = {swatches.nth(number).screenshot() for number in range(swatches.count())}
    assert len(pictures) == swatches.count() == 5
    context.close()


def test_the_map_leads_to_the_table_of_its_sources(page: Page, address: str) -> None:
    page.goto(address + "en/")
    page.locator(".picture-sources a").click()
    expect(page).to_have_url(address + "en/composition/#who-signed-who-came")
    expect(page.locator("table.matrix caption")).to_be_in_viewport()


def test_names_and_classes_are_there_as_words(page: Page, address: str) -> None:
    page.goto(address + "en/")
    page.locator("details.map-names summary").click()
    expect(page.locator("details.map-names")).to_contain_text("Guyana")
    expect(page.locator("details.map-names dd a")).to_have_count(26)


# The matrix


def column(page: Page, number: int) -> list[str]:
    cells = page.locator(f"table.matrix tbody tr > :nth-child({number + 1})")
    return [words.strip().split("\n")[0] for words in cells.all_inner_texts()]


@LOCALES
def test_the_matrix_is_sorted_by_keyboard(page: Page, address: str, locale: str) -> None:
    page.goto(address + locale + "composition/")
    heads = page.locator("table.matrix thead th")
    expect(heads.first).to_have_attribute("aria-sort", "ascending")
    names = column(page, 0)
    heads.nth(3).get_by_role("button").focus()
    page.keyboard.press("Enter")
    expect(heads.nth(3)).to_have_attribute("aria-sort", "ascending")
    expect(heads.first).to_have_attribute("aria-sort", "none")
    ranks = page.locator("table.matrix tbody tr td:nth-child(4)").evaluate_all(
        "cells => cells.map((c) => +c.dataset.rank)"
    )
    assert ranks == sorted(ranks)
    assert len(set(ranks)) == 3
    page.keyboard.press("Space")
    expect(heads.nth(3)).to_have_attribute("aria-sort", "descending")
    ranks = page.locator("table.matrix tbody tr td:nth-child(4)").evaluate_all(
        "cells => cells.map((c) => +c.dataset.rank)"
    )
    assert ranks == sorted(ranks, reverse=True)
    expect(heads.nth(3).get_by_role("button")).to_be_focused()
    heads.first.get_by_role("button").click()
    assert column(page, 0) == names
    heads.first.get_by_role("button").click()
    assert column(page, 0) == names[::-1]


def test_without_javascript_the_matrix_is_complete(browser: Browser, address: str, built: Real) -> None:
    store = built.checked.store
    matrix = store.pictures["who-signed-who-came"].matrix
    assert matrix is not None
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "en/composition/")
    expect(page.locator("table.matrix tbody tr")).to_have_count(len(rows_of(matrix, store)))
    expect(page.locator("table.matrix thead button")).to_have_count(0)
    expect(page.locator(".sort-hint")).to_be_hidden()
    context.close()


def test_every_cell_says_so_in_a_word_with_its_sources(page: Page, address: str, built: Real) -> None:
    page.goto(address + "en/composition/")
    for said in page.locator("table.matrix .said").all():
        assert re.search(r"\w", said.locator(".sign").inner_text())
        assert said.locator("a.mark").count() > 0
    signed = [s for s in built.checked.store.statements.values() if s.role == "signed"]
    shown = page.locator("table.matrix td:nth-child(2) .sign--yes")
    expect(shown).to_have_count(len(signed))


# Bars, diagram, calendar


@pytest.mark.parametrize(("locale", "side"), [("", "right"), ("en/", "left")])
def test_bars_start_where_one_starts_to_read(page: Page, address: str, locale: str, side: str) -> None:
    page.goto(address + locale + "composition/")
    rows = page.locator("table.bars tbody tr")
    lengths = []
    for number in range(rows.count()):
        track, length = box(rows.nth(number).locator(".bar-track")), box(rows.nth(number).locator(".bar-length"))
        lengths.append(length["width"] / track["width"])
        if number in (0, 3, 4):
            ends = [b["x"] + (b["width"] if side == "right" else 0) for b in (track, length)]
            assert ends[0] == pytest.approx(ends[1], abs=1)
    figures = [float(figure) for figure in (2.13, 1.81, 0.364, 2.13 + 1.81 + 0.364, 6.54)]
    assert lengths == pytest.approx([figure / 6.54 for figure in figures], abs=0.01)


MEETS = """
([figure]) => {
  const boxes = [...figure.querySelectorAll('.diagram-rows .node > span')].map((node) => node.getBoundingClientRect());
  const heads = [...figure.querySelectorAll('.diagram-lines line[marker-end]')];
  return heads.map((line) => {
    const end = new DOMPoint(line.x2.baseVal.value, line.y2.baseVal.value).matrixTransform(line.getScreenCTM());
    return Math.min(...boxes.map((b) => {
      const dx = Math.max(b.left - end.x, 0, end.x - b.right), dy = Math.max(b.top - end.y, 0, end.y - b.bottom);
      const inside = Math.min(end.x - b.left, b.right - end.x, end.y - b.top, b.bottom - end.y);
      return inside > 0 ? inside : Math.hypot(dx, dy);
    }));
  });
}
"""


@LOCALES
def test_every_line_of_the_diagram_ends_at_a_box(page: Page, address: str, locale: str) -> None:
    page.goto(address + locale + "conference/", wait_until="networkidle")
    distances = page.locator("figure.diagram").evaluate_all(MEETS)
    assert len(distances) == 10
    assert max(distances) <= 2, distances


@LOCALES
def test_a_number_of_the_diagram_leads_to_its_words(page: Page, address: str, locale: str) -> None:
    page.goto(address + locale + "conference/")
    page.locator(".diagram-lines a").nth(5).click()
    entry = page.locator("li:target")
    expect(entry).to_be_in_viewport()
    expect(entry.locator("a[data-entity=proclamation-11015]")).to_be_visible()
    assert entry.locator("a.mark").count() > 0


@LOCALES
def test_no_word_of_a_box_is_cut_off(page: Page, address: str, locale: str) -> None:
    page.goto(address + locale + "conference/", wait_until="networkidle")
    for node in page.locator(".diagram-rows .node > span").all():
        assert node.evaluate("n => n.scrollWidth <= n.clientWidth + 1 && n.scrollHeight <= n.clientHeight + 1")
        words, around = box(node.locator("a").first), box(node)
        assert words["x"] >= around["x"] - 1
        assert words["x"] + words["width"] <= around["x"] + around["width"] + 1


@LOCALES
def test_every_event_of_the_calendar_leads_to_its_page(page: Page, address: str, locale: str, built: Real) -> None:
    page.goto(address + locale + "timeline/")
    events = built.checked.store.events
    links = page.locator(".calendar-rows ul a")
    expect(links).to_have_count(len(events))
    hrefs = {links.nth(number).get_attribute("href") for number in range(links.count())}
    assert hrefs == {f"../events/{event}/" for event in events}
    expect(page.locator(".calendar .strip .event-month")).to_have_count(2)
    expect(page.locator(".calendar .strip .event-range")).to_have_count(2)


# All of them


@LOCALES
def test_nothing_of_a_picture_is_wider_than_the_page(page: Page, address: str, locale: str) -> None:
    for kind, picture in PICTURES.items():
        page.goto(address + locale + kind, wait_until="networkidle")
        assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0, kind
        width = page.viewport_size["width"] if page.viewport_size else 0
        for text in page.locator(f"{picture} text, {picture} figcaption, {picture} .legend, {picture} caption").all():
            place = box(text)
            assert place["x"] >= 0, (kind, text.inner_html())
            assert place["x"] + place["width"] <= width, (kind, text.inner_html())


@LOCALES
def test_pictures_are_there_in_print_and_without_javascript(browser: Browser, address: str, locale: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.emulate_media(media="print")
    for kind, picture in PICTURES.items():
        page.goto(address + locale + kind)
        expect(page.locator(picture).first).to_be_visible()
    page.goto(address + locale)
    expect(page.locator("details.map-names dd").first).to_be_visible()
    context.close()
