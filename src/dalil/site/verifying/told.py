"""The addresses that a site tells programs apart from its pages: site map, feeds, search engines, its own search."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from dalil.problems import Place, Problems, phrase
from dalil.project.whole import Checked
from dalil.reading.files.generated import DESCRIPTION, FEED, ROBOTS, SEARCH, SITEMAP
from dalil.render.ways import INDEX
from dalil.site.search import MAGIC
from dalil.site.verifying.links import Links


def check_told(site: Path, checked: Checked, links: Links, problems: Problems) -> None:
    """Notes each that leads nowhere, or is not whole where it must be."""
    ways = next(iter(checked.shared.values())).ways
    for code in checked.shared:
        for name in (FEED, DESCRIPTION):
            _check_xml(site, f"{ways.below(code)}{name}", links, problems)
        for path in sorted((site / SEARCH / code / "fragment").glob("*")):
            links.check_told(f"{ways.below(code)}{INDEX}", _found(path), problems)
    _check_xml(site, SITEMAP, links, problems)
    for line in _lines(site / ROBOTS):
        if line.startswith("Sitemap: "):
            links.check_whole(ROBOTS, line.removeprefix("Sitemap: "), problems)


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines() if path.is_file() else []


def _check_xml(site: Path, name: str, links: Links, problems: Problems) -> None:
    if not (site / name).is_file():
        return
    try:
        root = ElementTree.fromstring((site / name).read_bytes())
    except ElementTree.ParseError:
        problems.add("site-data", Place(name), remedy=phrase("report-it"))
        return
    for href in _addresses(root):
        links.check_whole(name, href, problems)


def _addresses(root: ElementTree.Element) -> Iterator[str]:
    """Those that lead to the site; a licence is somebody else's."""
    for node in root.iter():
        if node.tag.endswith("}loc"):
            yield node.text or ""
        if node.get("rel") == "license":
            continue
        for attribute in ("href", "template"):
            if (href := node.get(attribute)) is not None:
                yield href.partition("?")[0]


def _found(fragment: Path) -> str:
    """Where a result of the search leads, from the root of its locale."""
    told = json.loads(gzip.decompress(fragment.read_bytes()).removeprefix(MAGIC))
    return str(told["url"])
