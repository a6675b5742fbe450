"""What the built site says of itself: languages, site map, previews, linked data, and the list of its addresses."""

from __future__ import annotations

import json
import struct
from collections import defaultdict
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree

import pytest

from addresses import INVENTORY, addresses, differences
from dalil.render.cards.design import HEIGHT, WIDTH
from real.pages import CODES
from support import Real

SITE = "https://example.org/"
LANGUAGES = {*CODES.values(), "x-default"}
TERRITORIES = {"ar": "ar_AR", "en": "en_GB", "es": "es_ES"}
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
OPEN_GRAPH = {"og:type", "og:site_name", "og:title", "og:description", "og:url", "og:locale", "og:locale:alternate"}
MISSING = (
    "لا توجد صفحة بهذا العنوان",
    "There is no page at this address",
    "No hay ninguna página en esta dirección",
    "درع الأمريكتين",
)
PICTURE = {"og:image", "og:image:type", "og:image:width", "og:image:height", "og:image:alt"}


@dataclass
class Said:
    """What one page says of itself."""

    title: str = ""
    meta: dict[str, str] = field(default_factory=dict)
    canonical: str = ""
    alternates: dict[str, str] = field(default_factory=dict)
    data: list[dict[str, Any]] = field(default_factory=list)


class Reader(HTMLParser):
    """Reads the titles, metadata and linked data of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.said = Said()
        self._into = ""
        self._text: dict[str, str] = defaultdict(str)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "meta" and (name := given.get("name") or given.get("property")):
            # Open Graph repeats a property that has several values.
            assert name not in self.said.meta or name == "og:locale:alternate", f"{name} is said twice"
            self.said.meta[name] = (
                given["content"] if name not in self.said.meta else f"{self.said.meta[name]} {given['content']}"
            )
        elif tag == "link" and given.get("rel") == "canonical":
            self.said.canonical = given["href"]
        elif tag == "link" and given.get("rel") == "alternate" and "hreflang" in given:
            self.said.alternates[given["hreflang"]] = given["href"]
        is_data = tag == "script" and given.get("type") == "application/ld+json"
        self._into = "data" if is_data else "title" if tag == "title" and "title" not in self._text else ""

    def handle_data(self, data: str) -> None:
        self._text[self._into] += data

    def handle_endtag(self, tag: str) -> None:
        if self._into == "data":
            self.said.data += json.loads(self._text.pop("data"))["@graph"]
        self._into = ""
        self.said.title = self._text.get("title", "")


def prefix_of(address: str) -> str:
    """The language's part of an address within the site."""
    return next((prefix for prefix in CODES if prefix and address.startswith(prefix)), "")


@pytest.fixture(scope="session")
def said(built: Real) -> dict[str, Said]:
    """Address within the site, `404.html` among them, to what the page says."""
    found = {}
    for path in sorted(built.site.rglob("*.html")):
        reader = Reader()
        reader.feed(path.read_text(encoding="utf-8"))
        found[path.relative_to(built.site).as_posix().removesuffix("index.html")] = reader.said
    return found


def listed(said: dict[str, Said]) -> dict[str, Said]:
    return {address: page for address, page in said.items() if page.meta.get("robots") != "noindex"}


def test_every_alternate_leads_to_a_page_that_leads_back(said: dict[str, Said]) -> None:
    pages = listed(said)
    assert len(pages) > 1000
    for address, page in pages.items():
        assert page.canonical == f"{SITE}{address}"
        assert set(page.alternates) == LANGUAGES, address
        assert page.canonical in page.alternates.values()
        assert page.alternates["x-default"] == page.alternates["ar"]
        for language, url in page.alternates.items():
            assert url.startswith(SITE)
            other = pages[url.removeprefix(SITE)]
            assert other.alternates == page.alternates, f"{address} in {language}"


def test_what_is_not_to_be_found_names_no_language(built: Real, said: dict[str, Said]) -> None:
    hidden = set(said) - set(listed(said))
    moved = built.checked.renderer.redirects
    former = {prefix + page.path.removesuffix(".md") + "/" for prefix, code in CODES.items() for page in moved(code)}
    assert hidden == {"404.html"} | former
    assert [address for address in hidden if said[address].alternates or said[address].data] == []
    assert said["404.html"].canonical == ""


def test_the_missing_page_is_called_so_in_every_language(said: dict[str, Said]) -> None:
    assert said["404.html"].title == " · ".join(MISSING)


def test_the_site_map_lists_each_page_with_its_languages(built: Real, said: dict[str, Said]) -> None:
    tree = ElementTree.fromstring((built.site / "sitemap.xml").read_bytes())
    entries = {entry.findtext("s:loc", "", NAMES): entry for entry in tree.iterfind("s:url", NAMES)}
    pages = listed(said)
    assert set(entries) == {page.canonical for page in pages.values()}
    assert len(tree) == len(entries)
    for url, entry in entries.items():
        links = {link.get("hreflang"): link.get("href") for link in entry.iterfind("x:link[@rel='alternate']", NAMES)}
        assert links == pages[url.removeprefix(SITE)].alternates
    days = {entry.findtext("s:lastmod", "", NAMES) for entry in entries.values()}
    assert days == {str(built.checked.store.site.updated)}
    assert f"Sitemap: {SITE}sitemap.xml" in (built.site / "robots.txt").read_text(encoding="utf-8").splitlines()


def test_titles_and_descriptions_are_distinct(said: dict[str, Said]) -> None:
    for prefix in CODES:
        pages = [page for address, page in said.items() if prefix_of(address) == prefix and page.canonical]
        for texts in ([page.title for page in pages], [page.meta["description"] for page in pages]):
            assert len(texts) == len(set(texts)) > 500


def test_each_preview_is_complete_and_its_picture_is_there(built: Real, said: dict[str, Said]) -> None:
    pictures = set()
    for address, page in said.items():
        if not page.canonical:
            continue
        assert set(page.meta) >= OPEN_GRAPH | PICTURE, address
        assert page.meta["og:url"] == page.canonical
        assert page.meta["og:description"] == page.meta["description"]
        assert page.meta["twitter:card"] == "summary_large_image"
        own = TERRITORIES[CODES[prefix_of(address)]]
        assert page.meta["og:locale"] == own
        assert {own, *page.meta["og:locale:alternate"].split()} == set(TERRITORIES.values())
        assert (page.meta["og:image:width"], page.meta["og:image:height"]) == (str(WIDTH), str(HEIGHT))
        assert page.meta["og:image"].startswith(f"{SITE}assets/cards/")
        pictures.add(page.meta["og:image"].removeprefix(SITE))
    assert len(pictures) > 600
    assert {path.relative_to(built.site).as_posix() for path in (built.site / "assets" / "cards").iterdir()} == pictures
    sizes = []
    for name in pictures:
        png = (built.site / name).read_bytes()
        assert png[:8] == b"\x89PNG\r\n\x1a\n"
        assert struct.unpack(">II", png[16:24]) == (WIDTH, HEIGHT)
        sizes.append(len(png))
    assert max(sizes) < 32_000
    assert sum(sizes) / len(sizes) < 18_000


def test_each_address_in_the_linked_data_leads_somewhere(built: Real, said: dict[str, Said]) -> None:
    files = set(addresses(built.site))
    followed = 0

    def follow(value: Any, address: str) -> None:
        nonlocal followed
        if isinstance(value, dict | list):
            for item in value.values() if isinstance(value, dict) else value:
                follow(item, address)
        elif isinstance(value, str) and value.startswith(SITE):
            followed += 1
            place = f"/{value.removeprefix(SITE).split('#')[0].split('?')[0]}"
            assert place in files or (built.site / place[1:]).is_file(), f"{address}: {value}"

    for address, page in said.items():
        follow(page.data, address)
    assert followed > 5000


def test_the_data_files_are_offered_as_a_dataset(built: Real, said: dict[str, Said]) -> None:
    for address in (f"{prefix}data/" for prefix in CODES):
        dataset = next(one for one in said[address].data if one["@type"] == "Dataset")
        offered = {one["contentUrl"].removeprefix(SITE) for one in dataset["distribution"]}
        there = {path.relative_to(built.site).as_posix() for path in (built.site / "data").glob("*.*")}
        there = {name for name in there if name.endswith((".csv", ".json"))} - {"data/datapackage.json"}
        assert offered == there
        assert dataset["license"].startswith("https://creativecommons.org/")


def test_the_site_can_be_searched_from_a_search_engine(said: dict[str, Said]) -> None:
    for address in CODES:
        action = next(one for one in said[address].data if one["@type"] == "WebSite")["potentialAction"]
        assert action["target"]["urlTemplate"] == f"{SITE}{address}search/?q={{words}}"


def test_no_address_changes_unnoticed(built: Real) -> None:
    was = INVENTORY.read_text(encoding="utf-8").split()
    assert differences(was, addresses(built.site)) == ""
