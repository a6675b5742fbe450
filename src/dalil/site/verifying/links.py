"""Every address that the site gives leads somewhere: links and anchors of pages, and what is told to programs."""

from __future__ import annotations

import posixpath
import re
import urllib.parse
from collections.abc import Mapping
from dataclasses import dataclass

from dalil.problems import Phrase, Place, Problems, phrase
from dalil.render.ways import INDEX
from dalil.text.near import Known

ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
"""How an address begins that names its scheme. One that begins with `//` names none: it is another host by accident."""
REMEDY = phrase("report-it")


def target_of(href: str, page: str, base: str = "/") -> tuple[str, str] | None:
    """(file of the site, anchor) to which a link of a page leads; None when it leads elsewhere."""
    if ELSEWHERE.match(href):
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
        target += INDEX
    return target, urllib.parse.unquote(anchor)


@dataclass(frozen=True)
class Links:
    """Where the addresses of a site may lead."""

    ids: Mapping[str, set[str]]
    """Those of each page, by its file."""
    known: Known
    """The files of the site."""
    files: set[str]
    address: str
    """Where the site stands on the web."""
    from_disk: bool = False
    """Whether addresses must name files, since nobody finds the page of a folder."""

    @property
    def base(self) -> str:
        """The root of the site on its host."""
        return urllib.parse.unquote(urllib.parse.urlsplit(self.address).path) or "/"

    def check(self, page: str, href: str, problems: Problems) -> None:
        """Notes a link of a page that leads nowhere."""
        named = not self.from_disk or _names_file(href)
        self._check(page, href, href, problems, named=named)

    def check_told(self, file: str, href: str, problems: Problems) -> None:
        """The same of an address for programs, which is whole where it is the site's own."""
        own = bool(self.address) and href.startswith(self.address)
        self._check(
            file, href, f"{urllib.parse.quote(self.base)}{href.removeprefix(self.address)}" if own else href, problems
        )

    def check_whole(self, file: str, href: str, problems: Problems) -> None:
        """The same of one that programs read apart from any page, so that it must be whole; it leads to the site."""
        if self.address and href.startswith(self.address):
            self.check_told(file, href, problems)
        else:
            problems.add("site-link", Place(file), href=href, remedy=REMEDY)

    def _check(self, file: str, href: str, way: str, problems: Problems, *, named: bool = True) -> None:
        if (found := target_of(way, file, self.base)) is None:
            return
        target, anchor = found
        if target not in self.files or not named:
            problems.add("site-link", Place(file), href=href, remedy=_near(self.known.nearest(target)))
        elif anchor and target in self.ids and anchor not in self.ids[target]:
            problems.add("site-anchor", Place(file), href=href, remedy=REMEDY)


def _names_file(href: str) -> bool:
    """Whether a link leads to a file, or stays on its page."""
    path = href.partition("#")[0].partition("?")[0]
    return path == "" or posixpath.basename(path) not in ("", ".", "..")


def _near(file: str) -> Phrase:
    return phrase("near", file=file) if file else REMEDY
