"""What readers see: languages of every kind in a site that is built for real, each only partly translated."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from dalil.project.whole import check_project
from dalil.site.build import build
from support import Project
from translating import standing_of
from translating_site import SECTION, TEXTS, in_languages

Home = Callable[[str], str]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = in_languages(Project(tmp_path_factory.mktemp("shown") / "project"), *TEXTS)
    build(project.root, project.root / "site")
    return project


@pytest.fixture(scope="module")
def site(made: Project) -> Path:
    return made.root / "site"


@pytest.fixture(scope="module")
def home(site: Path) -> Home:
    """The first page in a language."""
    return lambda code: (site / ("" if code == "ar" else code) / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("code", "direction", "words", "date"),
    [
        ("he", "rtl", "שתי מדינות חתמו על ", "3 בפברואר 2026"),
        ("cy", "ltr", "dwy wlad: ", "3 Chwefror 2026"),
        ("ja", "ltr", "2か国が", "2026年2月3日"),
        ("sr-Latn", "ltr", "2 države su potpisale ", "3. februar 2026."),
        ("pt", "ltr", "2 países: ", "3 de fevereiro de 2026"),
        ("fa", "rtl", "۲ کشور ", "۳ فوریهٔ ۲۰۲۶"),
        ("ckb", "rtl", "٢ وڵات: ", "٢٠٢٦"),
    ],
)  # fmt: skip
def test_a_language_writes_as_it_does(home: Home, code: str, direction: str, words: str, date: str) -> None:
    page = home(code)
    start = re.search(r"<html[^>]*>", page)
    assert start is not None
    assert f'lang="{code}"' in start[0]
    assert f'dir="{direction}"' in start[0]
    assert words in page
    assert re.search(rf'<time datetime="2026-02-03">[^<]*{re.escape(date)}[^<]*</time>', page)
    assert re.search(rf'<a [^>]*lang="{code}"[^>]*hreflang="{code}"|hreflang="{code}"[^>]*lang="{code}"', home("ar"))


@pytest.mark.parametrize("code", [code for code in TEXTS if code != "he"])
def test_what_is_missing_stands_in_the_language_of_its_words(home: Home, code: str) -> None:
    assert '<span lang="en" dir="ltr" data-fallback>' in home(code)
    assert 'lang="ar" dir="rtl" data-fallback' not in home(code)


def test_a_region_leans_on_its_language_first(home: Home) -> None:
    page = home("pt-BR")
    assert "Página inicial" in page
    assert '<span lang="pt" dir="ltr" data-fallback><span data-stale>2 países: <a href=' in page
    assert re.search(r'<h2[^>]*><span lang="pt" dir="ltr" data-fallback>A assinatura</span>', page)
    # Behind in Portuguese is behind here, and the original is as near.
    assert page.count('class="stale-mark"') == home("pt").count('class="stale-mark"') == 1


def test_what_is_behind_carries_a_button_that_opens_the_original(home: Home) -> None:
    for code in ("he", "pt-BR"):
        page = home(code)
        button = re.search(r'<button type="button" class="stale-mark" popovertarget="([\w-]+)"[^>]*>', page)
        assert button is not None
        original = re.search(rf'<span class="original"[^>]*id="{button[1]}".*?</span></span>', page, re.DOTALL)
        assert original is not None
        assert '<span lang="en" dir="ltr">2 countries have signed the treaty on <time' in original[0]
    assert "data-stale>שתי מדינות" in home("he")
    assert "stale" not in home("en")
    assert "data-stale" not in home("ar")


def test_a_broken_translation_gives_way(home: Home, made: Project) -> None:
    assert standing_of(made, "ja").states[SECTION] == "broken"
    assert "署名 {x" not in home("ja")
    assert '<span lang="en" dir="ltr" data-fallback>The signing</span>' in home("ja")


def test_a_page_says_that_not_all_of_it_is_translated(home: Home) -> None:
    for code in TEXTS:
        assert ('<p class="partly"' in home(code)) == (code != "he"), code
    share = re.search(r'<p class="partly"[^>]*>Only (\d+)% of this', home("cy"))
    assert share is not None
    assert 0 < int(share[1]) < 50


def test_a_thin_page_is_not_offered(site: Path, home: Home) -> None:
    sitemap = (site / "sitemap.xml").read_text(encoding="utf-8")
    offered = set(re.findall(r'<link rel="alternate" hreflang="([\w-]+)"', home("ar")))
    for code in TEXTS:
        thin = '<meta name="robots" content="noindex">' in home(code)
        assert (f"<loc>https://example.org/{code}/</loc>" in sitemap) == (not thin), code
        assert (f'hreflang="{code}" href="https://example.org/{code}/"' in sitemap) == (not thin), code
        assert (code in offered) == (not thin), code
        assert bool(re.search(r'<link rel="alternate" hreflang=', home(code))) == (not thin), code
    assert "he" in offered
    assert {"cy", "fa"} & offered == set()
    assert {"ar", "en", "x-default"} <= offered


def test_how_thin_is_for_the_site_to_say(made: Project) -> None:
    before = made.read("data/site.yml")
    try:
        made.replace("data/site.yml", "  cy:\n", "  cy:\n    indexed: 1\n")
        made.replace("data/site.yml", "  he:\n", "  he:\n    indexed: 100\n")
        heads = {(head.key, head.url): head for head in check_project(made.root).renderer.heads()}
        home = ("pages", "home")
        assert heads[home, "https://example.org/cy/"].indexed
        assert heads[home, "https://example.org/he/"].indexed
    finally:
        made.write("data/site.yml", before)


def test_the_fallback_is_for_the_site_to_say(made: Project) -> None:
    before = made.read("data/site.yml")
    try:
        made.replace("data/site.yml", "  cy:\n    fallback: [en, ar]\n", "  cy:\n    fallback: [he, ar]\n")
        pages = {page.locale: page.text for page in check_project(made.root).plain_pages if page.path == "index.md"}
        assert '<span lang="he" dir="rtl" data-fallback>ראשי</span>' in pages["cy"]
        assert 'lang="en" dir="ltr" data-fallback' not in pages["cy"]
    finally:
        made.write("data/site.yml", before)


def test_no_page_of_the_records_languages_changes(home: Home) -> None:
    for code in ("ar", "en"):
        assert "data-fallback" not in home(code)
        assert "stale-mark" not in home(code)
        assert 'class="partly"' not in home(code)
