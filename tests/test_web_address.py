"""Addresses of the web: what is one, what is none, and that nothing of one can be taken for something else."""

from __future__ import annotations

import urllib.parse

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dalil.model.parts import Locator
from dalil.model.web_address import BadAddress, is_web_address, web_address
from dalil.render.citing import passage_address

SOUND = [
    "https://example.org", "http://example.org:8080/a/b.html?x=1&y=2;z#part", "https://example.org/~a/(b)/it's,c:d@e!$*+=",
    "https://مثال.example/مقال", "https://пример.рф/статья", "https://例え.テスト/", "https://xn--mgbh0fb.example/",
    "https://한국어.kr", "https://ελλάδα.gr/", "https://münchen.de/", "https://日本語ひらがな.jp/", "https://ישראל.co.il",
    "https://web.archive.org/web/20260101000000/https://example.org/a?b=c", "https://[2001:db8::1]/", "https://192.0.2.1/",
    "https://under_score.example.org/", "https://example.org./", "https://example.org/%D8%AF?%20#:~text", "http://localhost/",
]  # fmt: skip
BAD = {
    "address-scheme": ["", "example.org", "//example.org", "javascript:alert(1)", "ftp://example.org", " https://example.org", "https:/example.org", "HTTPS//x", "data:text/html,x"],
    "address-host": ["http://example.org[::2]/", "http://[::2]example.org/", "http://[fe80::1%25lo]/", "https://", "https:///a", "https://?a", "https://a..b/", "https://.a/", "https://-a.b/", "https://[::1", "https://[bad]/", "https://1.2.3/", "https://0x7f.1/", "https://2130706433/", "https://256.1.1.1/", "https://ｅxample.org/", "https://a。b/", "https://xn--a/", "https://" + "a" * 64 + ".org/", "https://%65xample.org/",
        "https://aمb.com/", "https://a&b.org/", "https://a,b/", "https://xn--80ak6aa92e\u0130.com/"],
    "address-user": ["https://user@example.org/", "https://user:pass@example.org/", "https://example.org@evil.example/", "https://@example.org/"],
    "address-port": ["https://example.org:/", "https://example.org:0/", "https://example.org:65536/", "https://a:80:90/", "https://example.org:8a/", "https://a:b/", "https://a:99999/"],
    "address-character": ["https://example.org/a b", "https://example.org/\n", "https://example.org/\r\nX: y", "https://example.org/\t", 'https://example.org/"', "https://example.org/<b>", "https://example.org/\\x", "https://example.org\\@evil.example/", "https://example.org/\x00", "https://example.org/\u202egpj.exe", "https://example.org/\u200b", "https://example.org/\ue000", "https://example.org/{a}", "https://example.org/`", "https://example.org/|", "https://example.org/^", "https://example.org/\u00a0", "https://example.org/\u3164", "https://example.org/\U000e0041", "https://example.org/</loc><url>"],
    "address-directive": ["https://example.org/#:~:text=evil", "https://example.org/a#b:~:text=a,b", "https://example.org/#:~:"],
    "address-long": ["https://example.org/" + "a" * 2_000],
    "address-composed": ["https://example.org/e\u0301", "https://mu\u0308nchen.de/"],
    "address-scripts": ["https://exаmple.org/", "https://gοοgle.com/", "https://paypaӏ.com/", "https://xn--exmple-4nf.org/", "https://яndex.com"],
    "address-alike": ["https://аррӏе.com/", "https://ѕсоре.org/", "https://xn--80ak6aa92e.com/"],
}  # fmt: skip
"""Why an address is refused, to some that are."""


@pytest.mark.parametrize("text", SOUND)
def test_a_sound_address_is_taken_as_it_is(text: str) -> None:
    assert web_address(text).text == text
    assert web_address(text).host.isascii()


@pytest.mark.parametrize(
    ("reason", "text"), [(reason, one) for reason, found in BAD.items() for one in found], ids=ascii
)
def test_what_is_none_is_refused_with_its_reason(reason: str, text: str) -> None:
    with pytest.raises(BadAddress) as caught:
        web_address(text)
    assert caught.value.reason.key == reason


def test_a_misleading_host_is_shown_as_a_computer_reads_it() -> None:
    with pytest.raises(BadAddress) as caught:
        web_address("https://www.аррӏе.com/")
    assert dict(caught.value.reason.details) == {"label": "аррӏе", "ascii": "xn--80ak6aa92e", "alike": "apple"}


ANY = st.text(st.characters(), max_size=30)
PIECES = st.lists(
    st.sampled_from([*"/?#@:[]\\<>\"' \n&=.-%", "example.org", "https://", "xn--", "аррӏе", "127.1"]) | ANY, max_size=8
)


@given(PIECES.map(lambda pieces: "https://" + "".join(pieces)))
def test_whatever_is_taken_is_read_alike_by_others(text: str) -> None:
    """The host is that which yarl finds, no sign ends an attribute or element, and nothing else is left to steer."""
    if not is_web_address(text):
        return
    assert not set(text) & set('"<>\\ \n\r\t`')
    parts = urllib.parse.urlsplit(text)
    assert parts.username is None
    assert parts.hostname
    assert ":~:" not in parts.fragment


@given(
    st.sampled_from([one for one in SOUND if web_address(one)]),
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(
        lambda words: words.strip() and "…" not in words
    ),
)
def test_the_words_of_a_passage_cannot_leave_their_place_in_an_address(address: str, words: str) -> None:
    """Words hold no `,`, `&` or `-` of the directive's own, which part its terms (URL Fragment Text Directives)."""
    whole = passage_address(address, Locator.model_construct(words=words))
    page, _, directive = whole.partition(":~:")
    assert page.rstrip("#") == address.rstrip("#")
    assert "#" in page
    assert not set(directive.removeprefix("text=")) & set(',&-#:= <>"')
    assert urllib.parse.unquote(directive.removeprefix("text=")) == words
