"""What is new, as an Atom feed (RFC 4287) in each locale: what was changed in what the site says, and what happened.

The id of an entry is made from the id that its record had first and, of a change, from its day. So neither an older
entry that is added nor a record that is renamed makes readers take what they know for news.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from dalil.model.dates import Date
from dalil.project.whole import Checked
from dalil.reading.files.generated import FEED
from dalil.render.descriptions import describe
from dalil.render.revisions import change_views, latest_events
from dalil.render.shared import Shared

ATOM = "http://www.w3.org/2005/Atom"
MOST = 50
"""Entries; readers that look in less often find the rest on the pages of changes and events."""


@dataclass(frozen=True)
class Entry:
    """Something new."""

    id: str
    """An IRI that stays the same for ever; nothing needs to stand there."""
    day: datetime.date
    title: str
    address: str
    """Where it is found today."""
    term: str
    """correction, update, clarification or event."""
    label: str
    """The same in words."""
    summary: str


def write_feeds(checked: Checked, site: Path) -> None:
    """Writes `feed.xml` at the root of each locale; none when the site does not know its own address."""
    if not checked.renderer.settings.address:
        return
    for code, shared in checked.shared.items():
        below = shared.ways.below(code)
        (site / below / FEED).write_text(feed(shared), encoding="utf-8")


def feed(shared: Shared) -> str:
    """The feed of one locale; an entry is dated at midnight of its day, since its hour is not recorded."""
    site = shared.store.site
    title, home = shared.texts.plain(site.title), shared.on_web("", shared.locale.code)
    entries = sorted([*_changes(shared), *_events(shared)], key=lambda entry: entry.day, reverse=True)
    root = ElementTree.Element("feed", {"xmlns": ATOM, "xml:lang": shared.locale.code})
    _add(root, "title", shared.texts.interface("feed.title", site=title))
    _add(root, "id", home)
    _add(root, "updated", _moment(max([site.updated.last, *(entry.day for entry in entries[:1])])))
    _add(root, "link", rel="self", type="application/atom+xml", href=f"{home}{FEED}")
    _add(root, "link", rel="alternate", type="text/html", hreflang=shared.locale.code, href=home)
    _add(_add(root, "author"), "name", title)
    if site.licence:
        _add(root, "link", rel="license", href=site.licence.url)
    for entry in entries[:MOST]:
        _write(root, entry)
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def _changes(shared: Shared) -> Iterator[Entry]:
    """What was changed in claims and statements."""

    def way(kind: str, record_id: str) -> str | None:
        address = shared.addresses.of(kind, record_id)
        return None if address is None else shared.on_web(address, shared.locale.code)

    for change in change_views(shared, way):
        revision, address = change.revision, f"{change.claim.url}#{change.revision.id}"
        why, sentence = str(revision.why_html.striptags()), str(change.claim.html.striptags())
        yield Entry(
            id=_lasting(change.claim.id, shared, f"/{revision.id}"),
            day=_day(revision.date, shared),
            title=f"{revision.label}: {revision.what_html.striptags()}",
            address=address,
            term=revision.kind,
            label=revision.label,
            summary=shared.texts.interface("feed.change", why=why, sentence=sentence),
        )


def _events(shared: Shared) -> Iterator[Entry]:
    """What happened, with the claim that says so; what is only expected is no news."""
    label = shared.texts.interface("search.kind.event")
    for event_id in latest_events(shared):
        if (address := shared.addresses.of("events", event_id)) is not None:
            whole, event = shared.on_web(address, shared.locale.code), shared.store.events[event_id]
            yield Entry(
                id=_lasting(event_id, shared),
                day=_day(event.date, shared),
                title=str(shared.title("events", event_id).striptags()),
                address=whole,
                term="event",
                label=label,
                summary=describe(shared, "events", event_id),
            )


def _lasting(record_id: str, shared: Shared, place: str = "") -> str:
    """The id of an entry: ids of records are unique in the whole store, so the first one of a record is enough."""
    first = shared.store.first_ids.get(record_id, record_id)
    return f"{shared.on_web(FEED, shared.locale.code)}#{first}{place}"


def _write(root: ElementTree.Element, entry: Entry) -> None:
    element = _add(root, "entry")
    _add(element, "title", entry.title)
    _add(element, "id", entry.id)
    _add(element, "updated", _moment(entry.day))
    _add(element, "link", rel="alternate", type="text/html", href=entry.address)
    _add(element, "category", term=entry.term, label=entry.label)
    _add(element, "summary", entry.summary)


def _add(parent: ElementTree.Element, tag: str, text: str = "", /, **attributes: str) -> ElementTree.Element:
    element = ElementTree.SubElement(parent, tag, attributes)
    element.text = text or None
    return element


def _day(date: Date, shared: Shared) -> datetime.date:
    """The day of a date, the last of one that is less exact, and none that the site does not know yet."""
    return min(date.last, max(date.first, shared.store.site.updated.last))


def _moment(day: datetime.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
