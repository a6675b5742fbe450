"""Which pages a site has, and what each says of itself as a whole: its title, description, citation and linked data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dalil.project.whole import Checked
from dalil.render.colophon import Colophon
from dalil.render.heads import Head, fields
from dalil.render.shared import Shared
from dalil.site.verifying.known import cited, no_way
from dalil.site.verifying.runs import clean
from dalil.site.verifying.telling import plain

MISSING = "404.html"
"""The page for addresses that do not exist; each of its parts is in another language of the site."""


@dataclass(frozen=True)
class Expected:
    """A page that a skeleton, a former address or the theme makes."""

    path: str
    """Where it stands on the site."""
    locale: str
    head: Head | None = None
    """What it says of itself; None of a page that only leads elsewhere."""
    moved_to: str = ""
    """The id to which a former address leads."""
    skeleton: str = ""
    """The skeleton that makes it."""

    def titles(self, shared: Shared) -> list[str]:
        """What may stand as its heading: its record's name, of a claim its first words."""
        return [plain(shared.short_title(*self.head.key))] if self.head else []

    def whole(self, shared: Shared) -> Iterator[str]:
        """Lines that only this page has: how it is cited, and the name of a withdrawn event, struck out."""
        if self.head and self.head.key[0] == "events" and self.head.withdrawn:
            name = shared.texts.plain(shared.store.events[self.head.key[1]].name)
            start, end = (shared.texts.interface(f"retracted.{side}") for side in ("start", "end"))
            yield clean(f"{start} {name} {end}")
        if self.head:
            yield from map(clean, cited(Colophon(shared, no_way, self.head.key).citation()))
            yield self.head.url

    def meta(self, shared: Shared) -> dict[str, str]:
        """Name of each `meta` that people read to what it must say."""
        if self.head is None:
            return {"description": shared.texts.interface("moved")} if self.moved_to else {}
        found = {
            "description": self.head.description,
            "og:title": self.head.title,
            "og:description": self.head.description,
            "og:site_name": shared.texts.plain(shared.store.site.title),
        }
        if image := fields(self.head, shared).get("image"):
            found["og:image:alt"] = image["alt"]
        return found

    def window(self, shared: Shared, every: Iterable[Shared]) -> str:
        """What stands in the browser's tab. `every`: the locales in which a page for all of them speaks."""
        site = shared.texts.plain(shared.store.site.title)
        if self.path == MISSING:
            return " · ".join([*(one.texts.interface("theme.missing") for one in every), site])
        own = self.head.title if self.head else shared.texts.interface("moved")
        return site if own == site else f"{own} · {site}"


def expected_pages(checked: Checked) -> Iterator[Expected]:
    """Every page of the site but the one for missing addresses."""
    default = checked.store.site.default
    for placed in checked.renderer.placed():
        path = f"{prefix(placed.locale, default)}{placed.address}index.html"
        yield Expected(path, placed.locale, placed.head, skeleton=placed.skeleton)
    for code in checked.store.locales:
        for staged in checked.renderer.redirects(code):
            address = staged.path.removesuffix(".md")
            current = checked.store.current(address.rsplit("/", 1)[-1]) or ""
            yield Expected(f"{prefix(code, default)}{address}/index.html", code, moved_to=current)


def prefix(locale: str, default: str) -> str:
    """What stands before the addresses of a locale."""
    return "" if locale == default else f"{locale}/"
