"""What changed, as an Atom feed (RFC 4287) in each locale."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

from dalil.files.generated import FEED
from dalil.model.dates import Date
from dalil.project import Checked
from dalil.render.revisions import change_views
from dalil.render.shared import Shared
from dalil.render.views import ChangeView

ATOM = "http://www.w3.org/2005/Atom"
MOST = 50
"""Entries; readers that look in less often find the rest on the page of changes."""


def write_feeds(checked: Checked, site: Path) -> None:
    """Writes `feed.xml` at the root of each locale; none when the site does not know its own address."""
    if not checked.renderer.settings.address:
        return
    for code, shared in checked.shared.items():
        below = shared.ways.below(code)
        (site / below / FEED).write_text(feed(shared), encoding="utf-8")


def feed(shared: Shared) -> str:
    """The feed of one locale; a change is dated at midnight of its day, since its hour is not recorded."""

    def way(kind: str, record_id: str) -> str | None:
        address = shared.addresses.of(kind, record_id)
        return None if address is None else shared.on_web(address, shared.locale.code)

    site, changes = shared.store.site, change_views(shared, way)
    title, home = shared.texts.plain(site.title), shared.on_web("", shared.locale.code)
    root = ElementTree.Element("feed", {"xmlns": ATOM, "xml:lang": shared.locale.code})
    _add(root, "title", shared.texts.interface("feed.title", site=title))
    _add(root, "id", home)
    _add(root, "updated", _moment(max([site.updated, *(one.revision.date for one in changes[:1])], key=_day)))
    _add(root, "link", rel="self", type="application/atom+xml", href=f"{home}feed.xml")
    _add(root, "link", rel="alternate", type="text/html", hreflang=shared.locale.code, href=home)
    _add(_add(root, "author"), "name", title)
    if site.licence:
        _add(root, "link", rel="license", href=site.licence.url)
    for change in changes[:MOST]:
        _entry(root, change)
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def _entry(root: ElementTree.Element, change: ChangeView) -> None:
    revision, sentence = change.revision, str(change.claim.html.striptags())
    address = f"{change.claim.url}#{revision.id}"
    entry = _add(root, "entry")
    _add(entry, "title", f"{revision.label}: {revision.what_html.striptags()}")
    _add(entry, "id", address)
    _add(entry, "updated", _moment(revision.date))
    _add(entry, "link", rel="alternate", type="text/html", href=address)
    _add(entry, "category", term=revision.kind, label=revision.label)
    _add(entry, "summary", f"{revision.why_html.striptags()} “{sentence}”")


def _add(parent: ElementTree.Element, tag: str, text: str = "", /, **attributes: str) -> ElementTree.Element:
    element = ElementTree.SubElement(parent, tag, attributes)
    element.text = text or None
    return element


def _day(date: Date) -> str:
    return date.last.isoformat()


def _moment(date: Date) -> str:
    return f"{_day(date)}T00:00:00Z"
