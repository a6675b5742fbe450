"""Two addresses of one page are known as one, and those of two pages are not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dalil.problems import Problems
from dalil.reading.load import load
from dalil.text.web_page import original_of, page_of
from support import ROOT

PAGE = "https://example.org/2026/a-report"


@pytest.mark.parametrize(
    "other",
    [
        "http://example.org/2026/a-report",
        "https://www.example.org/2026/a-report/",
        "https://EXAMPLE.org:443/2026/a-report",
        "https://m.example.org/2026/a-report",
        "https://example.org/2026/a-report#section",
        "https://example.org/2026/a-report#:~:text=some%20words",
        "https://example.org/2026/a-report?utm_source=x&utm_medium=y",
        "https://example.org/2026/a-report?fbclid=abc&gclid=1",
        "https://example.org//2026/a-report/index.html",
        "https://example.org/2026/a-report/amp/",
        "https://example.org/2026/a%2Dreport",
        "https://web.archive.org/web/20260305000000/https://example.org/2026/a-report",
        "https://web.archive.org/web/20260305000000id_/http://www.example.org/2026/a-report/?utm_source=x",
        "https://web.archive.org/web/2026/https:/example.org/2026/a-report",
        "https://archive.ph/20260305/https://example.org/2026/a-report",
        "  https://example.org/2026/a-report ",
    ],
)
def test_one_page_is_known_as_one(other: str) -> None:
    assert original_of(other) == original_of(PAGE)


@pytest.mark.parametrize(
    "other",
    [
        "https://example.org/2026/a-report-2",
        "https://example.org/2026/A-report",
        "https://example.com/2026/a-report",
        "https://example.org/2026/a-report?page=2",
        "https://news.example.org/2026/a-report",
        "https://archive.ph/AbCdE",
        "https://example.org/",
        "https://web.archive.org/",
    ],
)
def test_two_pages_are_not(other: str) -> None:
    assert original_of(other) != original_of(PAGE)


@pytest.mark.parametrize("path", ["", "/a", "/a/?b=1"])
def test_a_copy_is_a_page_of_its_own_until_it_is_asked_for_its_original(path: str) -> None:
    page = f"https://example.org{path}"
    first, second = (f"https://web.archive.org/web/{day}000000/{page}" for day in (20260305, 20260401))
    assert len({page_of(page), page_of(first), page_of(second)}) == 3
    assert original_of(first) == original_of(second) == original_of(page) == page_of(page)


def test_the_order_of_parameters_does_not_matter() -> None:
    assert original_of("https://a.org/?b=1&a=2") == original_of("https://a.org?a=2&b=1")
    assert original_of("https://a.org/?b=1") != original_of("https://a.org/?b=2")


NAMES = st.from_regex(r"[a-z]{1,5}(-[a-z0-9]{1,3})?", fullmatch=True)


@settings(deadline=None)
@given(st.lists(NAMES, min_size=1, max_size=3), st.dictionaries(st.sampled_from(["id", "page", "q"]), NAMES), st.data())
def test_how_an_address_was_copied_does_not_matter(path: list[str], query: dict[str, str], data: st.DataObject) -> None:
    page = f"example.org/{'/'.join(path)}"
    given_query = "&".join(f"{name}={value}" for name, value in query.items())
    plain = f"https://{page}?{given_query}"
    tracked = "&".join(data.draw(st.permutations([*given_query.split("&"), "utm_source=a", "fbclid=b"])))
    for scheme in ("http", "https"):
        for www in ("", "www."):
            for slash in ("", "/"):
                copied = f"{scheme}://{www}{page}{slash}?{tracked}#part"
                assert original_of(copied) == original_of(plain)
                assert original_of(f"https://web.archive.org/web/20260101000000/{copied}") == original_of(plain)


@given(st.text(max_size=40))
def test_nothing_is_too_odd(text: str) -> None:
    assert isinstance(original_of(text), str)
    assert isinstance(original_of(f"https://{text}"), str)


def test_no_two_sources_of_the_store_are_one_page() -> None:
    problems = Problems()
    sources = load(ROOT, problems).records["sources"].values()
    assert len({original_of(source.url) for source in sources}) == len(sources)
