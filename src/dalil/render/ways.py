"""How an address of the site is written: whole, from the root of its host, or as the way from one page to another.

An address ends in a slash, or is empty, where it is a page's; any other is a file's. Addresses in the root of the site
hold the prefix of their locale; those within a locale do not.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from urllib.parse import urlsplit

INDEX = "index.html"
"""The file of a page in its folder."""


@dataclass(frozen=True)
class Ways:
    """Where a site stands, and how its pages lead to each other."""

    address: str = ""
    """Where it stands on the web, ending in a slash; empty when it does not know."""
    default: str = ""
    """The locale whose pages stand at its root."""
    from_disk: bool = False
    """Whether it is opened from disk: ways then name files, since no server finds the page of a folder."""

    def below(self, code: str) -> str:
        """What stands before the addresses of a locale."""
        return "" if code == self.default else f"{code}/"

    def whole(self, address: str, code: str) -> str:
        """An address within a locale, as it is on the web."""
        return f"{self.address}{self.below(code)}{address}"

    @property
    def base(self) -> str:
        """The root of the site on its host: `/`, or `/repository/`."""
        return urlsplit(self.address).path or "/"

    def anywhere(self, address: str) -> str:
        """The way to an address in the root of the site from a page that may be shown at any address of its host."""
        return self.between(address, "") if self.from_disk else f"{self.base}{address}"

    def between(self, address: str, page: str) -> str:
        """The way to an address from a page, both in the root of the site or both within one locale."""
        way = relative(address, page)
        path, mark, anchor = way.partition("#")
        if self.from_disk and path.endswith("/"):
            path = f"{path.removeprefix('./')}{INDEX}"
        return f"{path}{mark}{anchor}"


def relative(address: str, page: str) -> str:
    """The way from a page to another address, as a browser follows it where a server finds the pages of folders."""
    path, mark, anchor = address.partition("#")
    if path == page and mark:
        return f"#{anchor}"
    way = posixpath.relpath(f"/{path}", f"/{page}")
    end = "/" if path == "" or path.endswith("/") else ""
    return f"{way}{end}{mark}{anchor}"
