"""Every internal link and anchor of the site leads somewhere."""

from __future__ import annotations

import posixpath
import re
import urllib.parse
from collections.abc import Collection, Mapping

from dalil.problems import Known, Phrase, Place, Problems, phrase
from dalil.site.verifying.page import HtmlPage

OUTSIDE = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)
REMEDY = phrase("report-it")


def within(href: str, address: str, base: str) -> str:
    """A whole address of the site itself as one from the root of its host."""
    return f"{base}{href.removeprefix(address)}" if address and href.startswith(address) else href


def target_of(href: str, page: str, base: str = "/") -> tuple[str, str] | None:
    """(file of the site, anchor) to which a link of a page leads; None when it leads elsewhere."""
    if OUTSIDE.match(href):
        return None
    path, _, anchor = href.partition("#")
    path = urllib.parse.unquote(path.partition("?")[0])
    if path.startswith("/"):
        # The page for missing addresses may be shown at any of them, so its links start at the root of the host.
        target = posixpath.normpath(path.removeprefix(base)) if path.startswith(base) else path
        target += "/" if path.endswith("/") else ""
    else:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
        if path.endswith("/") or path in (".", ".."):
            target += "/"
    target = "" if target in (".", "./") else target
    if target.endswith("/") or not target:
        target += "index.html"
    return target, urllib.parse.unquote(anchor)


def check_link(
    page: HtmlPage,
    href: str,
    base: str,
    files: Collection[str],
    ids: Mapping[str, set[str]],
    known: Known,
    problems: Problems,
) -> None:
    """Notes a link that leads nowhere. `ids` are those of each page, by its file."""
    if (found := target_of(href, page.path, base)) is None:
        return
    target, anchor = found
    if target not in files:
        problems.add("site-link", Place(page.path), href=href, remedy=_near(known.nearest(target)))
    elif anchor and target in ids and anchor not in ids[target]:
        problems.add("site-anchor", Place(page.path), href=href, remedy=REMEDY)


def _near(file: str) -> Phrase:
    return phrase("near", file=file) if file else REMEDY
