"""What stands around a page's text: how to cite it, the pages before and after it, its date and licence."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup, escape

from dalil.model.records import Source
from dalil.render.cite import Work, bibtex, csl_json, ris
from dalil.render.mentions import Key
from dalil.render.shared import Neighbours, Shared
from dalil.render.texts import Link, foreign
from dalil.render.views import LinkView
from dalil.render.withdrawals import notes_of
from dalil.text.markup import element


@dataclass(frozen=True)
class FormView:
    """A citation in one of the forms that programs read."""

    name: str
    """What the form is called, in every language: BibTeX, RIS or CSL-JSON."""
    file: str
    """The name of a file that holds it."""
    html: Markup
    """The citation, with Unix line ends."""


@dataclass(frozen=True)
class CitingView:
    """How a page or a source is cited."""

    html: Markup
    """The citation in words."""
    forms: list[FormView]
    """The same for programs."""


class Colophon:
    """What a page says of itself."""

    def __init__(self, shared: Shared, way: Link, own: Key) -> None:
        """`own`: folder and id of the record whose page this is."""
        self._shared = shared
        self._texts = shared.texts
        self._way = way
        self._own = own

    def citation(self) -> CitingView:
        """How to cite the page: by the site's name, its own title, the site's date and its address."""
        shared, (kind, record_id) = self._shared, self._own
        site, address = self.site, shared.web_address(kind, record_id)
        title = str(shared.title(kind, record_id).striptags()).rstrip(".")
        date, code = shared.store.site.updated, shared.locale.code
        slug = (shared.addresses.of(kind, record_id) or "").strip("/").replace("/", "-") or record_id
        author = "" if title == site else site
        key = f"{slug}-{date.last.year}-{code}"
        return self._view(Work(key, "page", title, code, code, address, author=author, date=date))

    def source(self, source_id: str) -> CitingView:
        """How to cite a source, as this site read it; a title in our rendering stands in brackets."""
        source, code = self._shared.store.sources[source_id], self._shared.locale.code
        publisher = self._texts.entity_name(source.publisher)
        author = source.author or ""
        work = Work(
            key=source.id,
            kind=source.type,
            title=source.original_title or f"[{self._texts.plain(source.title)}]",
            title_language=source.language if source.original_title else code,
            language=source.language,
            address=source.url,
            author="" if author.casefold() == publisher.casefold() else author,
            publisher=publisher,
            date=None if source.published == "undated" else source.published,
            accessed=source.accessed,
            note=notes_of(source, self._texts),
            retracted=source.retracted is not None,
        )
        return self._view(work, source)

    def _view(self, work: Work, source: Source | None = None) -> CitingView:
        written = (("BibTeX", "bib", bibtex(work)), ("RIS", "ris", ris(work)), ("CSL-JSON", "json", csl_json(work)))
        # Within an element quotation marks need no escaping, and JSON is full of them.
        forms = [FormView(name, f"{work.key}.{end}", escape(text)) for name, end, text in written]
        return CitingView(self._words(work, source), forms)

    def _words(self, work: Work, source: Source | None) -> Markup:
        """Author, title, publisher, date and address, joined and quoted as the locale does."""
        texts, date = self._texts, work.date
        title = work.title if work.title.startswith("[") else texts.interface("cite.title", title=work.title)
        own = work.title_language == self._shared.locale.code
        parts = [
            element("bdi", {}, work.author) if work.author and source else escape(work.author),
            escape(title) if own else foreign(title, work.title_language),
            escape(work.publisher),
            texts.date_html(date) if date else escape(texts.interface("date.undated")),
        ]
        if work.accessed:
            parts.append(escape(texts.interface("cite.accessed", date=self._shared.locale.date(work.accessed))))
        parts.append(element("bdi", {"dir": "ltr"}, work.address))
        return escape(texts.interface("cite.join")).join(part for part in parts if part)

    # Ways

    def previous(self) -> LinkView | None:
        """The page before this one, in the order of reading or of its list."""
        return self._link(self._between().previous)

    def next(self) -> LinkView | None:
        """The page after this one."""
        return self._link(self._between().next)

    def parent(self) -> LinkView | None:
        """The page that lists the records of this one's kind; None for a page that is no record's own."""
        return self._link(self._between().parent)

    def home(self) -> LinkView | None:
        """The page at the root of the site; None on that page."""
        home = next((page for page in self._shared.pages if self._shared.addresses.of("pages", page) == ""), None)
        way = self._way("pages", home) if home else None
        return LinkView(home, way, escape(self.site)) if home and way else None

    def _between(self) -> Neighbours:
        return self._shared.neighbours().get(self._own, Neighbours())

    def _link(self, key: Key | None) -> LinkView | None:
        return LinkView(key[1], self._way(*key), self._shared.short_title(*key)) if key else None

    # The site

    @property
    def site(self) -> str:
        """The site's name."""
        return self._texts.plain(self._shared.store.site.title)

    @property
    def changed_html(self) -> Markup:
        """The day of the last change to the store."""
        return self._texts.date_html(self._shared.store.site.updated)

    @property
    def licence(self) -> LinkView | None:
        """The licence of texts and data."""
        licence = self._shared.store.site.licence
        return LinkView(licence.spdx, licence.url, self._texts.html(licence.name)) if licence else None

    @property
    def report(self) -> str | None:
        """Where a reader reports a mistake."""
        return self._shared.store.site.report
