"""Addresses: the way from any page to any other leads there."""

from __future__ import annotations

from urllib.parse import urljoin

from hypothesis import given
from hypothesis import strategies as st

from dalil.model.records import Locator
from dalil.render.addresses import relative
from dalil.render.citing import passage_address

PART = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)?", fullmatch=True)
ADDRESS = st.lists(PART, max_size=3).map(lambda parts: "".join(f"{part}/" for part in parts))


@given(ADDRESS, ADDRESS, st.none() | PART, st.sampled_from(["https://example.org/", "https://example.org/sub/en/"]))
def test_the_way_leads_there_from_any_subfolder(target: str, page: str, anchor: str | None, root: str) -> None:
    address = target + (f"#{anchor}" if anchor else "")
    assert urljoin(root + page, relative(address, page)) == root + address


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
