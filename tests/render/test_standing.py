"""How a page's claims stand: lists by status, disputed questions, citations of a claim, other locales, hints."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from dalil.project.whole import Checked, check_project
from dalil.render.page import Page
from dalil.site.hints import hint_files


@pytest.fixture(scope="module")
def checked(tea: Callable[[], Path]) -> Checked:
    return check_project(tea())


def page_of(checked: Checked, code: str = "fr", address: str = "history/", **kwargs: frozenset[str]) -> Page:
    return Page(checked.renderer.shared[code], address, "history", None, **kwargs)


def test_the_tally_counts_each_claim_once_under_its_status(checked: Checked) -> None:
    page = page_of(checked)
    page.claims(["cargo-arrived", "tea-was-black", "tazi-says-green", "cargo-arrived"])
    found = {standing.status: [link.id for link in standing.links] for standing in page.standing.tally()}
    assert found == {
        "confirmed": ["cargo-arrived"],
        "attributed": ["tazi-says-green"],
        "disputed": ["tea-was-black"],
    }
    assert all(link.url == f"#{link.id}" for standing in page.standing.tally() for link in standing.links)


def test_a_version_leads_to_the_block_on_its_page_or_else_to_the_question(checked: Checked) -> None:
    def way(page: Page) -> list[str | None]:
        return [link.url for link in page.claim("tazi-says-green").disputes]

    assert way(page_of(checked, blocks=frozenset({"green-or-black"}))) == ["#dispute-green-or-black"]
    assert way(page_of(checked)) == ["../disputes/#green-or-black"]
    assert page_of(checked).claim("cargo-arrived").disputes == []


def test_the_skeleton_says_which_disputes_a_page_shows(checked: Checked) -> None:
    staged = {f"{page.locale} {page.path}": page.text for page in checked.pages()}
    for code in ("he", "fr"):
        assert 'id="dispute-green-or-black"' in staged[f"{code} history.md"]
        own = staged[f"{code} claims/tazi-says-green.md"]
        assert own.index('href="#dispute-green-or-black"') < own.index('id="dispute-green-or-black"')
        assert 'class="version version--own"' in own


def test_a_citation_names_sentence_status_sources_site_date_and_address(checked: Checked) -> None:
    shared = checked.renderer.shared["fr"]
    quotable = page_of(checked).standing.quotable("tea-was-black")
    assert quotable.address == "https://example.org/tea/fr/claims/tea-was-black/"
    assert re.sub(r"<[^>]+>", "", quotable.citation_html) == quotable.citation
    for part in (
        "thé noir",
        shared.texts.interface("status.disputed"),
        shared.texts.entity_name("harbour-office"),
        shared.texts.entity_name("steam-house"),
        shared.texts.plain(shared.store.site.title),
        shared.texts.value_plain(shared.store.site.updated),
        quotable.address,
    ):
        assert part in quotable.citation, part
    assert page_of(checked, "he").standing.quotable("morocco-sealed").address == (
        "https://example.org/tea/claims/morocco-sealed/"
    )


@pytest.mark.parametrize(
    ("code", "address", "roots"),
    [
        ("he", "", {"he": "./", "fr": "./fr/"}),
        ("he", "claims/chest/", {"he": "../../", "fr": "../../fr/"}),
        ("fr", "", {"fr": "./", "he": "./../"}),
        ("fr", "history/", {"fr": "../", "he": "../../"}),
    ],
)
def test_the_first_page_of_each_locale_is_found(
    checked: Checked, code: str, address: str, roots: dict[str, str]
) -> None:
    locales = page_of(checked, code, address).standing.locales()
    assert {locale.code: locale.root for locale in locales} == roots
    assert locales[0].code == code


def test_hints_say_of_each_entity_and_term_what_the_store_does(checked: Checked) -> None:
    files = hint_files(checked)
    assert set(files) == {"hints/he.json", "hints/fr.json"}
    found = json.loads(files["hints/fr.json"])
    shared = checked.renderer.shared["fr"]
    charter = shared.store.claims["charter-is"]
    assert found["entity:mint-charter"]["text"] == shared.plain_sentence(charter)
    assert found["entity:mint-charter"]["status"] == shared.judgement(charter).status
    assert found["term:green-tea"]["text"] == shared.texts.plain(shared.store.terms["green-tea"].meaning)
    assert "status" not in found["term:green-tea"]
    assert re.search(r"\d", found["entity:china"]["text"])
    assert "entity:leaf-press" not in found
