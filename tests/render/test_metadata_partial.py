"""The theme's metadata: what comes from the store is escaped, whatever it is."""

from __future__ import annotations

from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, FileSystemLoader
from justhtml import JustHTML

from support import ROOT

EVIL = "\"><script>alert(1)</script>&amp; 'x'"
TEMPLATES = Environment(loader=FileSystemLoader(ROOT / "overrides" / "partials"), autoescape=True)


def said(words: str) -> dict[str, list[str]]:
    """Name of each meta element of a page all of whose texts are `words`, to what it says."""
    image = {"url": words, "width": 1, "height": 1, "alt": words}
    head = {"url": words, "alternates": {"en": words}, "type": "article", "indexed": True, "image": image}
    page = SimpleNamespace(meta={"title": words, "description": words, "head": head})
    html = TEMPLATES.get_template("metadata.html").render(
        page=page, config=SimpleNamespace(site_name=words, site_url="")
    )
    document = JustHTML(html, fragment=True, sanitize=False)
    assert document.query("script") == []
    found: dict[str, list[str]] = {}
    for element in document.query("meta, link"):
        said = {name: value or "" for name, value in (element.attrs or {}).items()}
        name = said.get("property") or said.get("name") or said["rel"]
        found.setdefault(name, []).append(said["content"] if "content" in said else said["href"])
    return found


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=1) | st.just(EVIL))
def test_every_text_stays_in_its_attribute(words: str) -> None:
    found = said(words)
    for name in ("description", "og:title", "og:description", "og:site_name", "og:url", "og:image", "og:image:alt"):
        assert found[name] == [words], name
    assert found["canonical"] == found["alternate"] == [words]
