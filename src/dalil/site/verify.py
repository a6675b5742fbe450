"""Looks at the built site as a reader's browser would, and notes what does not hold.

Every internal link and anchor must lead somewhere, ids must be unique, each page must say its language and direction,
every claim must carry its citation marks and have a page, no prose may stand outside claims and editorial text, and
the HTML must be valid.
"""

from __future__ import annotations

import posixpath
import re
import urllib.parse
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from justhtml import JustHTML

from dalil.locales import direction_of
from dalil.problems import Known, Phrase, Place, Problems, phrase
from dalil.progress import Step, silent
from dalil.site.policy import Shipped
from dalil.site.safety import Rules, dangers

CONTENT = "article.md-content__inner"
"""The element in which the theme puts a page's own content."""
LINKING = {"a": "href", "link": "href", "script": "src", "img": "src", "source": "src", "use": "href"}
OUTSIDE = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)
SAYING = {"h1", "h2", "h3", "h4", "h5", "h6", "nav", "script", "style", "template"}
"""Elements whose text is not prose: headings come from the store, the others are not read."""
REMEDY = phrase("report-it")
UNKNOWN = Rules(Shipped(False, frozenset()), "")
"""The rules for pages of a theme of which nothing is known."""


@dataclass
class Seen:
    """What a verification looked at, so that one that looked at nothing cannot pass."""

    pages: int = 0
    links: int = 0
    claims: int = 0
    marks: int = 0
    prose_outside: int = 0
    without_marks: int = 0


@dataclass
class HtmlPage:
    """One page of the built site, as far as the checks need it."""

    path: str
    language: str
    direction: str
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    """Addresses for browsers, search engines and link previews; those of the site itself may be whole."""
    claims: list[tuple[str, int]] = field(default_factory=list)
    """Id of each claim shown, and how many marks it carries."""
    prose: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    dangers: list[Phrase] = field(default_factory=list)
    canonical: str = ""
    """Its own address on the web, as it gives it."""


def read_page(path: str, html: str, rules: Rules = UNKNOWN) -> HtmlPage:
    """Parses one page as a reader without scripts gets it, who gets the most; errors are HTML's own parse errors."""
    document = JustHTML(html, sanitize=False, collect_errors=True, scripting_enabled=False)
    root = document.query("html")[0]
    attributes = root.attrs or {}
    page = HtmlPage(path, attributes.get("lang") or "", attributes.get("dir") or "ltr")
    page.errors = [str(error) for error in document.errors]
    page.dangers = list(dangers(document, rules))
    for node in _elements(root):
        name = node.name
        if identifier := node.attrs.get("id"):
            page.ids.append(identifier)
        if (attribute := LINKING.get(name)) and (target := node.attrs.get(attribute)) is not None:
            (page.told if name == "link" else page.links).append(target)
        if name == "meta" and node.attrs.get("property") == "og:image":
            page.told.append(node.attrs.get("content") or "")
        if name == "link" and node.attrs.get("rel") == "canonical":
            page.canonical = node.attrs.get("href") or ""
        if claim := node.attrs.get("data-claim"):
            marks = sum(1 for inner in _elements(node) if inner.attrs and inner.attrs.get("data-source"))
            page.claims.append((claim, marks))
    for content in document.query(CONTENT):
        _prose(content, page.prose)
    return page


def _elements(node: Any) -> Iterator[Any]:
    stack = [node]
    while stack:
        current = stack.pop()
        if getattr(current, "attrs", None) is not None:
            yield current
        stack.extend(reversed(getattr(current, "children", None) or []))


def _prose(node: Any, found: list[str]) -> None:
    """Collects words that stand outside claims and editorial text."""
    for child in getattr(node, "children", None) or []:
        if child.name == "#text":
            words = (child.data or "").strip()
            if any(character.isalnum() for character in words):
                found.append(words)
        elif child.name not in SAYING and not ({"data-claim", "data-editorial"} & set(child.attrs or {})):
            _prose(child, found)


def verify(
    site: Path, locales: list[str], default: str, problems: Problems, step: Step = silent, rules: Rules = UNKNOWN
) -> Seen:
    """Verifies every page below `site`; faults go to `problems`."""
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    pages = sorted(name for name in files if name.endswith(".html"))
    seen = Seen()
    ids: dict[str, set[str]] = {}
    read: list[HtmlPage] = []
    for number, name in enumerate(pages):
        page = read_page(name, (site / name).read_text(encoding="utf-8"), rules)
        ids[name] = set(page.ids)
        read.append(page)
        step("verify", number + 1, len(pages))
    address = next((page.canonical for page in read if page.path == "index.html"), "")
    base = urllib.parse.urlsplit(address).path or "/"
    known = Known(files)
    for page in read:
        _check_page(page, locales, default, problems, seen)
        for href in [*page.links, *(_within(href, address, base) for href in page.told)]:
            seen.links += 1
            _check_link(page, href, base, files, ids, known, problems)
        root = _locale_root(page.path, locales, default)
        for claim, _ in page.claims:
            if f"{root}claims/{claim}/index.html" not in files:
                problems.add(
                    "site-claim", Place(page.path), id=claim, fault=phrase("claim-without-page"), remedy=REMEDY
                )
    return seen


def _within(href: str, address: str, base: str) -> str:
    """A whole address of the site itself as one from the root of its host."""
    return f"{base}{href.removeprefix(address)}" if address and href.startswith(address) else href


def _locale_root(path: str, locales: list[str], default: str) -> str:
    first = path.split("/")[0]
    return f"{first}/" if first in locales and first != default else ""


def _check_page(page: HtmlPage, locales: list[str], default: str, problems: Problems, seen: Seen) -> None:
    place = Place(page.path)
    seen.pages += 1
    expected = _locale_root(page.path, locales, default).rstrip("/") or default
    wanted = f'lang="{expected}" dir="{direction_of(expected)}"'
    if (page.language, page.direction) != (expected, direction_of(expected)):
        found = f'lang="{page.language}" dir="{page.direction}"'
        problems.add("site-language", place, found=found, expected=wanted, remedy=REMEDY)
    counted: set[str] = set()
    for identifier in page.ids:
        if identifier in counted:
            problems.add("site-duplicate-id", place, id=identifier, remedy=REMEDY)
        counted.add(identifier)
    for what in page.dangers:
        problems.add("site-unsafe", place, what=what, remedy=phrase("unsafe-remedy"))
    for error in page.errors:
        problems.add("site-html", place, reason=error, remedy=REMEDY)
    for claim, marks in page.claims:
        seen.claims += 1
        seen.marks += marks
        if not marks:
            seen.without_marks += 1
            problems.add("site-claim", place, id=claim, fault=phrase("claim-without-mark"), remedy=REMEDY)
    for words in page.prose:
        seen.prose_outside += 1
        problems.add("site-prose", place, snippet=words[:40], remedy=REMEDY)


def _check_link(
    page: HtmlPage, href: str, base: str, files: set[str], ids: dict[str, set[str]], known: Known, problems: Problems
) -> None:
    if OUTSIDE.match(href):
        return
    path, _, anchor = href.partition("#")
    path = urllib.parse.unquote(path.partition("?")[0])
    if path.startswith("/"):
        # The page for missing addresses may be shown at any of them, so its links start at the root of the host.
        target = posixpath.normpath(path.removeprefix(base)) if path.startswith(base) else path
        target += "/" if path.endswith("/") else ""
    else:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path)) if path else page.path
        if path.endswith("/") or path in (".", ".."):
            target += "/"
    target = "" if target in (".", "./") else target
    if target.endswith("/") or not target:
        target += "index.html"
    if target not in files:
        problems.add("site-link", Place(page.path), href=href, remedy=_near(known.nearest(target)))
    elif anchor and target in ids and urllib.parse.unquote(anchor) not in ids[target]:
        problems.add("site-anchor", Place(page.path), href=href, remedy=REMEDY)


def _near(file: str) -> Phrase:
    return phrase("near", file=file) if file else REMEDY
