"""The policy and the compressed copies of a built site, and the server that sends them."""

from __future__ import annotations

import gzip
import http.client
import urllib.parse
from collections import defaultdict
from collections.abc import Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dalil.problems import ProblemsFound
from dalil.site.compress import compress, gzipped
from dalil.site.files import BadPath, Files
from dalil.site.policy import ASKED, Shipped, policy, shipped, source_expression, write_policy
from dalil.site.server import serving

PAGE = f"<!doctype html><html><head>{ASKED}<script>start()</script></head><body>{'text ' * 300}</body></html>"

THEME = Shipped(True, frozenset({"start()", "go()"}))


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of three pages and a picture."""
    (tmp_path / "en").mkdir()
    (tmp_path / "index.html").write_text(PAGE)
    (tmp_path / "en" / "index.html").write_text(PAGE.replace("start()", "go()"))
    (tmp_path / "404.html").write_text(f"<html><head>{ASKED}</head><body>{'missing ' * 100}</body></html>")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG" + bytes(2000))
    return tmp_path


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Mapping[str, str | None]
    body: bytes


def get(address: str, path: str, **headers: str) -> Answer:
    """The answer to one request, nothing decoded."""
    with closing(http.client.HTTPConnection(urllib.parse.urlsplit(address).netloc, timeout=10)) as connection:
        connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer = connection.getresponse()
        return Answer(answer.status, defaultdict(lambda: None, answer.headers.items()), answer.read())


def test_each_inline_script_is_allowed_by_its_hash() -> None:
    # The digest was made with: printf '%s' 'start()' | openssl dgst -sha256 -binary | base64
    assert source_expression("start()") == "'sha256-DIm7WJS6ZKDYe5qFLPy+h4JFI9Bol5QmYC57mt3Fb00='"


def test_the_scripts_of_templates_are_known_before_pages_are(tmp_path: Path) -> None:
    (tmp_path / "partials").mkdir()
    (tmp_path / "partials" / "head.html").write_text(f"{ASKED}{{# <script>no()</script> #}}<script>start()</script>")
    (tmp_path / "main.html").write_text(
        '<script src="{{ x }}.js"></script><script type="application/ld+json">{{ x }}</script>'
    )
    assert shipped(tmp_path) == Shipped(True, frozenset({"start()"}))
    (tmp_path / "more.html").write_text("\n{#\n#}<script>go('{{ x }}')</script>")
    with pytest.raises(ProblemsFound) as found:
        shipped(tmp_path)
    assert [(one.code, one.place.path, one.place.line) for one in found.value.problems] == [
        ("site-script", f"{tmp_path.name}/more.html", 3)
    ]


def test_the_policy_is_in_every_page_and_in_both_forms_of_headers(site: Path) -> None:
    write_policy(site, THEME)
    scripts = THEME.hashes
    assert len(scripts) == 2
    for name in ("index.html", "en/index.html", "404.html"):
        assert f'content="{policy(scripts, header=False)}"' in (site / name).read_text()
    for name in ("_headers", "nginx.conf"):
        text = (site / name).read_text()
        assert policy(scripts, header=True) in text
        assert "frame-ancestors" in text


def test_a_site_that_asks_for_no_policy_gets_none(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<html><script>theme()</script></html>")
    write_policy(tmp_path, Shipped(False, frozenset({"theme()"})))
    assert [path.name for path in tmp_path.iterdir()] == ["index.html"]


def test_compressed_copies_hold_the_same_and_are_sent(site: Path) -> None:
    write_policy(site, THEME)
    compress(site)
    page = (site / "index.html").read_bytes()
    assert brotli.decompress((site / "index.html.br").read_bytes()) == page
    assert gzip.decompress((site / "index.html.gz").read_bytes()) == page
    assert not (site / "picture.png.br").exists()
    with serving(site, base="/below/") as address:
        answer = get(address, "/below/", Accept_Encoding="gzip, br")
        assert (answer.status, answer.headers["Content-Encoding"]) == (200, "br")
        assert brotli.decompress(answer.body) == page
        assert get(address, "/below/", Accept_Encoding="gzip").headers["Content-Encoding"] == "gzip"
        plain = get(address, "/below/")
        assert plain.headers["Content-Encoding"] is None
        assert plain.body == page
        assert "default-src 'none'" in (plain.headers["Content-Security-Policy"] or "")
        missing = get(address, "/below/no/such/page/")
        assert (missing.status, b"missing" in missing.body) == (404, True)
        moved = get(address, "/below/en")
        assert (moved.status, moved.headers["Location"]) == (301, "/below/en/")
        root = get(address, "/")
        assert (root.status, root.headers["Location"]) == (302, "/below/")
        assert get(address, "/elsewhere/").status == 404


@given(st.text(alphabet="abc/.%25ef2\\\u0639", max_size=30))
def test_nothing_outside_the_site_is_ever_sent(path: str) -> None:
    site = Path(__file__).parent
    with suppress(BadPath):
        file = Files(site).find(f"/{path}")
        assert file is None or file.is_relative_to(site)


def test_a_packed_file_names_no_system() -> None:
    """Python 3.11 to 3.14 write three different headers; a reader's program looks at none of it (RFC 1952, 2.3)."""
    packed = gzipped(b"words " * 100)
    assert packed[:10] == b"\x1f\x8b\x08\0\0\0\0\0\x02\xff"
    assert gzip.decompress(packed) == b"words " * 100
