"""Names, dates, sources and files as the pages of a locale write them, worked out from the store."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from dalil.model.dates import Date, Day
from dalil.model.locales import Locale
from dalil.render.citing import Citing
from dalil.render.colophon import CitingView, Colophon
from dalil.render.records import entity_view, term_view
from dalil.render.shared import Shared
from dalil.render.standing import Standing
from dalil.render.views import SourceView
from dalil.site.verifying.telling import plain


def no_way(_kind: str, _record: str) -> None:
    """Leads to no record: where words alone are asked for, nothing is linked."""


def names(shared: Shared) -> Iterator[str]:
    """Entities, countries and languages; the other names of entities and terms in every language."""
    store = shared.store
    for entity_id in store.entities:
        yield shared.texts.entity_name(entity_id)
        yield from map(plain, entity_view(entity_id, shared, no_way).others)
    for term_id in store.terms:
        yield from map(plain, term_view(term_id, shared, no_way).others)
    for outline in store.outlines.values():
        yield from map(shared.locale.country, outline.shapes)
    for code, settings in store.site.locales.items():
        yield from (Locale(code, settings).name, shared.locale.language(code))


def dates(shared: Shared) -> Iterator[str]:
    """The dates of events, of changes and of verifications; those in claims stand in claims."""
    store = shared.store
    for event in store.events.values():
        yield plain(shared.texts.date_html(event.date))
        yield from _calendar(event.date, shared)
    yield plain(shared.texts.date_html(store.site.updated))
    for _, withdrawn in store.withdrawn():
        if withdrawn.retracted is not None:
            yield plain(shared.texts.date_html(withdrawn.retracted.date))
    for _, record in store.assertions():
        for revision in record.revisions:
            yield plain(shared.texts.date_html(revision.date))
        yield shared.verified(record) or ""
    for dispute in store.disputes.values():
        yield shared.verified(dispute) or ""


def _calendar(date: Date, shared: Shared) -> Iterator[str]:
    """What a calendar says of a date: its months and years, and the days where they fill a range."""
    first, last = date.first, date.last
    yield from (str(first.year), str(last.year))
    month = datetime.date(first.year, first.month, 1)
    while month <= last:
        for precision in ("month", "year"):
            yield plain(shared.texts.date_html(Date(Day(month, month, precision))))
        month = (month + datetime.timedelta(days=32)).replace(day=1)
    if first != last:
        yield "–".join(shared.locale.number(day.day) for day in (first, last))


def sources(shared: Shared) -> Iterator[str]:
    """What is said of sources, and where in them passages stand."""
    citing = Citing(shared, no_way)
    for source_id in shared.store.sources:
        yield from _source(citing.source(source_id))
    for _, assertion in shared.store.assertions():
        for citation in assertion.citations:
            yield plain(citing.passage(citation).html)
    for _, withdrawn in shared.store.withdrawn():
        for citation in withdrawn.retracted.citations if withdrawn.retracted else ():
            yield plain(citing.passage(citation).html)


def _source(view: SourceView) -> Iterator[str]:
    for html in (view.title_html, view.publisher_html, view.date_html, view.accessed_html):
        yield plain(html)
    for optional in (view.verified_html, view.caveat_html):
        yield plain(optional) if optional else ""
    yield from (view.author or "", view.language_label, view.dead or "")
    yield from (view.address, view.readable, view.archive or "")
    for notice in view.notices:
        yield from (notice.said, plain(notice.note_html), notice.accessed)
    if view.via:
        yield from _source(view.via)


def files(shared: Shared) -> Iterator[str]:
    """The files that the site gives out: their names, sizes and columns."""
    for table in shared.downloads():
        yield f"{table.name}.csv"
        yield from (file.size for file in table.files)
        for column in table.columns:
            yield from (column.name, column.type, column.text)
    yield from (f"{code}.po" for code in shared.store.site.translated)


def citations(shared: Shared) -> Iterator[str]:
    """Lines that say how a source or a claim is cited, and the addresses of claims' pages."""
    colophon = Colophon(shared, no_way, ("pages", ""))
    for source_id in shared.store.sources:
        yield from cited(colophon.source(source_id))
    standing = Standing(shared, "", no_way, {}, frozenset())
    for kind, assertion in shared.store.assertions():
        if shared.addresses.of(kind, assertion.id) is not None:
            quotable = standing.quotable(assertion.id)
            yield from (quotable.address, quotable.citation)


def cited(view: CitingView) -> Iterator[str]:
    """One work in words and in each form, with the names of the files that hold them."""
    yield plain(view.html)
    for form in view.forms:
        yield from (str(form.html.unescape()), form.file)
