"""Addresses: the way from any page to any other leads there."""

from __future__ import annotations

from urllib.parse import urljoin

from hypothesis import given
from hypothesis import strategies as st

from dalil.model.parts import Locator
from dalil.render.citing import passage_address
from dalil.render.ways import Ways, relative

PART = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)?", fullmatch=True)
ADDRESS = st.lists(PART, max_size=3).map(lambda parts: "".join(f"{part}/" for part in parts))


@given(ADDRESS, ADDRESS, st.none() | PART, st.sampled_from(["https://example.org/", "https://example.org/sub/en/"]))
def test_the_way_leads_there_from_any_subfolder(target: str, page: str, anchor: str | None, root: str) -> None:
    address = target + (f"#{anchor}" if anchor else "")
    assert urljoin(root + page, relative(address, page)) == root + address


@given(ADDRESS, ADDRESS, st.none() | PART, st.booleans())
def test_the_way_on_disk_leads_to_the_file(target: str, page: str, anchor: str | None, is_file: bool) -> None:
    address = f"{target}{'feed.xml' if is_file else ''}"
    end = "" if is_file else "index.html"
    fragment = f"#{anchor}" if anchor else ""
    root = "file:///a%20folder/site/"
    way = Ways("https://example.org/", "ar", from_disk=True).between(address + fragment, page)
    assert urljoin(f"{root}{page}index.html", way) == f"{root}{address}{end}{fragment}"


@given(ADDRESS, st.sampled_from(["https://example.org/", "https://example.org/a/b/c/"]), st.sampled_from(["ar", "en"]))
def test_addresses_are_made_in_one_way_from_anywhere(address: str, root: str, code: str) -> None:
    ways = Ways(root, "ar")
    own = f"{ways.below(code)}{address}"
    whole = ways.whole(address, code)
    assert whole == f"{root}{own}"
    assert urljoin(f"{root}no/such/page", ways.anywhere(own)) == whole
    assert urljoin(f"{root}some/page/", ways.between(own, "some/page/")) == whole


def test_a_citation_leads_to_the_passage() -> None:
    one = "https://example.org/a"
    assert passage_address(one, Locator(words="el 4 y 5")) == "https://example.org/a#:~:text=el%204%20y%205"
    assert passage_address(one, Locator(words="a-b, c & d")) == "https://example.org/a#:~:text=a%2Db%2C%20c%20%26%20d"
    assert passage_address(one, Locator(words="جزر البهاما")).endswith(
        ":~:text=%D8%AC%D8%B2%D8%B1%20%D8%A7%D9%84%D8%A8%D9%87%D8%A7%D9%85%D8%A7"
    )
    assert passage_address("https://example.org/a#b", Locator(words="x")) == "https://example.org/a#b:~:text=x"


def test_without_words_it_leads_to_the_page() -> None:
    one = "https://example.org/a"
    assert passage_address(one, Locator(paragraph=3)) == "https://example.org/a"
    assert passage_address(one, Locator(words="el … y")) == "https://example.org/a"
