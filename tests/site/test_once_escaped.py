"""A text with `&`, `<` and quotes is shown as it was written wherever a page says it: escaped once, and not twice."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from justhtml import JustHTML

from dalil.site.build import build
from dalil.wording import say
from support import Project

WORDS = {"en": "A & B <i>x</i> &amp; \"q\" 'r'", "ar": "أ & ب < ج > & د"}
"""The English one holds what looks like an escaped character, and is to be shown as that."""
ROOTS = {"en": "en/", "ar": ""}


def message(words: str) -> str:
    return json.dumps(words.replace("'", "''"), ensure_ascii=False)


def both() -> str:
    return "{" + ", ".join(f"{code}: {message(words)}" for code, words in WORDS.items()) + "}"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = Project(tmp_path_factory.mktemp("escaped") / "project")
    project.replace("data/site.yml", "{ar: الموقع, en: The site}", both())
    project.replace("data/pages/all.yml", "{ar: الرئيسية, en: Home}", both())
    project.replace("data/pages/all.yml", "{ar: صفحة البداية., en: Where one starts.}", both())
    project.replace("data/pages/all.yml", "{ar: التوقيع, en: The signing}", both())
    project.replace("data/entities/all.yml", "{ar: المعاهدة, en: The Treaty}", both())
    project.write(
        "docs/glossary.md",
        "---\npage: glossary\nanchors: terms\nlists: entities\n---\n{{ title() }}\n\n{{ glossary() }}\n",
    )
    project.write("data/terms/all.yml", f"a-term:\n  name: {both()}\n  meaning: {both()}\n")
    pages = project.read("data/pages/all.yml")
    project.write("data/pages/all.yml", f"{pages}glossary:\n  title: {both()}\n  description: {both()}\n")
    project.replace("mkdocs.yml", "  - nav.home: index.md", "  - nav.home: index.md\n  - glossary.md")
    assert [say(problem) for problem in project.problems()] == []
    build(project.root, project.root / "site", preview=True)
    return project.root / "site"


def page(site: Path, path: str) -> Any:
    return JustHTML((site / path / "index.html").read_text(encoding="utf-8"), sanitize=False)


def words(document: Any, selector: str) -> str:
    found = document.query(selector)
    assert found, selector
    return str(found[0].to_text(separator="", strip=False)).strip()


@pytest.mark.parametrize("code", WORDS)
def test_every_place_shows_a_text_as_it_was_written(site: Path, code: str) -> None:
    wanted, root = WORDS[code], ROOTS[code]
    home, treaty, glossary = (page(site, root + path) for path in ("", "documents/the-treaty", "glossary"))
    assert words(home, "title") == wanted
    assert words(glossary, "title") == wanted
    for selector in (".site-name span", ".site-footer a", "h1", "article h2", ".page-toc li a"):
        assert words(home, selector) == wanted, selector
    assert [words(one, "a") for one in glossary.query(".site-nav li")][1] == wanted
    assert words(treaty, ".breadcrumb li:last-child") == wanted
    assert words(treaty, "h1") == wanted
    assert words(glossary, "article h2") == wanted
    said = {one.attrs.get("property") or one.attrs.get("name"): one.attrs.get("content") for one in home.query("meta")}
    for name in ("description", "og:title", "og:description", "og:site_name"):
        assert said[name] == wanted, name
    feeds = [one.attrs["title"] for one in home.query("link") if one.attrs.get("title")]
    assert set(feeds) == {wanted}


@pytest.mark.parametrize("code", WORDS)
def test_data_for_programs_holds_a_text_as_it_was_written(site: Path, code: str) -> None:
    wanted, root = WORDS[code], ROOTS[code]
    (script,) = (one for one in page(site, root).query("script") if one.attrs.get("type") == "application/ld+json")
    source = str(script.to_text(separator="", strip=False))
    assert not set(source) & set("<>&\u2028\u2029")
    graph = json.loads(source)["@graph"]
    assert {graph[0]["name"], graph[0]["description"], graph[0]["isPartOf"]["name"]} == {wanted}
    hints = json.loads((site / "hints" / f"{code}.json").read_text(encoding="utf-8"))
    assert (hints["entity:the-treaty"]["name"], hints["term:a-term"]["name"]) == (wanted, wanted)
    assert hints["term:a-term"]["text"] == wanted
