"""No address of a site begins with two slashes, which would lead to another host, wherever it stands."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

from dalil.problems import Problems
from dalil.site.build import Built, build
from dalil.site.search import MAGIC
from dalil.site.verify import verify
from placed import PLACES, project_at

PLANTED = {
    "404.html": (r'(<a href=")/repo/en/', r"\1//en/"),
    "claims/says-chile/index.html": (r'(data-find=")[^"]*', r"\1//javascripts/find.js"),
    "claims/two-signed/index.html": (r'(data-hints=")[^"]*', r"\1//hints/ar.json"),
    "countries/argentina/index.html": (r'(rel="stylesheet" href=")[^"]*', r"\1//assets/site.css"),
    "countries/chile/index.html": (r'(property="og:url" content=")[^"]*', r"\1//repo/countries/chile/"),
    "documents/the-treaty/index.html": (r'(content="0; url=)[^"]*', r"\1//documents/the-accord/"),
    "en/claims/says-chile/index.html": (r'(rel="alternate" hreflang="ar" href=")[^"]*', r"\1//repo/claims/says-chile/"),
    "en/claims/two-signed/index.html": (
        r'(rel="canonical" href=")[^"]*',
        r"\1//user.github.io/repo/en/claims/two-signed/",
    ),
    "en/countries/chile/index.html": (r'(<script src=")[^"]*', r"\1//assets/site.js"),
    "en/data/index.html": (r'(<a href=")[^"]*(" download)', r"\1//data/claims.csv\2"),
    "en/disputes/index.html": (r'(data-index=")[^"]*', r"\1//pagefind/en/"),
    "en/events/the-signing/index.html": (r'(<a href=")\.\./\.\./countries', r"\1\\\\\\\\countries"),
    "en/feed.xml": (r'(rel="alternate" type="text/html" href=")[^"]*', r"\1//repo/en/"),
    "en/glossary/index.html": (r'(data-root=")[^"]*', r"\1//en/"),
    "en/index.html": (r'(action=")[^"]*', r"\1//search/"),
    "feed.xml": (r'(rel="self"[^>]*href=")[^"]*', r"\1//repo/feed.xml"),
    "index.html": (r'(<img src=")[^"]*', r"\1//assets/road.svg"),
    "opensearch.xml": (r'(method="get" template=")[^"?]*', r"\1//repo/search/"),
    "robots.txt": (r"(Sitemap: ).*", r"\1//repo/sitemap.xml"),
    "sitemap.xml": (r"(<loc>)[^<]*", r"\1//repo/"),
}
"""File to what stands in it, and what takes its place."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Built]:
    folder = tmp_path_factory.mktemp("verified")
    project = project_at(folder / "project", PLACES["one segment"])
    return folder / "site", build(project.root, folder / "site")


def test_an_address_that_begins_with_two_slashes_is_found_wherever_it_stands(made: tuple[Path, Built]) -> None:
    site, built = made
    for name, (old, new) in PLANTED.items():
        text = (site / name).read_text(encoding="utf-8")
        planted = re.sub(old, new, text, count=1)
        assert planted != text, name
        (site / name).write_text(planted, encoding="utf-8")
    fragment = next(
        path
        for path in sorted((site / "pagefind" / "en" / "fragment").iterdir())
        if b'"url":"countries/' in gzip.decompress(path.read_bytes())
    )
    said = (
        gzip.decompress(fragment.read_bytes()).removeprefix(MAGIC).replace(b'"url":"countries/', b'"url":"//countries/')
    )
    fragment.write_bytes(gzip.compress(MAGIC + said))
    problems = Problems()
    verify(site, built.checked, problems)
    found: dict[str, list[object]] = {}
    for problem in problems.sorted():
        if problem.code in ("site-link", "site-unsafe"):
            found.setdefault(problem.place.path, []).append(problem.details.get("href"))
    assert set(PLANTED) - set(found) == set()
    assert "//countries/chile/" in found["en/index.html"] or "//countries/argentina/" in found["en/index.html"]
