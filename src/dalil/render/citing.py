"""The citations of one page: numbers in order of first use, marks, passages, and the list of references."""

from __future__ import annotations

import re
import urllib.parse
from collections.abc import Iterable

from markupsafe import Markup, escape

from dalil.model.dates import Date
from dalil.model.parts import Citation, Locator
from dalil.model.records import Source
from dalil.render.shared import Shared
from dalil.render.texts import Link, foreign
from dalil.render.views import CitationView, Mark, Passage, Reference, SourceView
from dalil.render.withdrawals import notice_views, state_of
from dalil.store.links import liveness
from dalil.text.markup import element

HELD = "\ue002"
"""Holds the place of words in another language while an interface string is formatted around it."""


class Citing:
    """What a page has cited so far."""

    def __init__(self, shared: Shared, way: Link) -> None:
        self._shared = shared
        self._texts = shared.texts
        self._way = way
        self._numbers: dict[str, int] = {}
        self._cited: dict[str, list[str]] = {}
        self._passages: dict[str, list[Passage]] = {}

    def mark(self, citation: Citation) -> Mark:
        """A mark for a citation; its source gets the next number when it is cited for the first time."""
        number = self._numbers.setdefault(citation.source, len(self._numbers) + 1)
        cited = self._cited.setdefault(citation.source, [])
        anchor = f"cite-{number}-{len(cited) + 1}"
        cited.append(anchor)
        passages = self._passages.setdefault(citation.source, [])
        passage = self.passage(citation)
        if passage not in passages:
            passages.append(passage)
        publisher = self._texts.entity_name(self._shared.store.sources[citation.source].publisher)
        shown = self._shared.locale.number(number)
        label = self._texts.interface(f"mark.{citation.stance}", number=shown, publisher=publisher)
        if notice := state_of(self._shared.store.sources[citation.source]):
            label = self._texts.interface("mark.noticed", label=label, notice=self._texts.interface(f"mark.{notice}"))
        return Mark(
            number=number,
            anchor=anchor,
            reference=f"#ref-{number}",
            source=citation.source,
            stance=citation.stance,
            passage=passages.index(passage),
            label=label,
            notice=notice,
        )

    @property
    def cited(self) -> list[str]:
        """Ids of the sources for every mark handed out so far, in the order of their numbers."""
        return list(self._numbers)

    def references(self) -> list[Reference]:
        """The references for every mark handed out so far."""
        found = []
        for source_id, number in self._numbers.items():
            backs = [f"#{anchor}" for anchor in self._cited[source_id]]
            passages = self._passages[source_id]
            found.append(Reference(number, f"ref-{number}", self.source(source_id), passages, backs))
        return found

    def in_full(self, citations: Iterable[Citation]) -> list[CitationView]:
        """Citations in full, as a page shows them that gives them no marks."""
        return [CitationView(self.source(one.source), self.passage(one)) for one in citations]

    def passage(self, citation: Citation) -> Passage:
        """Where a citation points."""
        source = self._shared.store.sources[citation.source]
        locator = citation.locator or Locator(whole=True)
        label = self._texts.interface(f"stance.{citation.stance}")
        address = passage_address(liveness(source.id, self._shared.store).address, locator)
        return Passage(self._locator(locator, source), address, citation.stance, label)

    def _locator(self, locator: Locator, source: Source) -> Markup:
        parts = [self._part(name, value, source) for name, value in locator.given.items()]
        whole = escape(self._texts.interface("locator.whole"))
        return escape(self._texts.interface("locator.join")).join(parts or [whole])

    def _part(self, name: str, value: str | int, source: Source) -> Markup:
        if isinstance(value, int):
            return escape(self._texts.interface(f"locator.{name}", n=self._shared.locale.number(value)))
        if name == "words":
            return foreign(element("q", {}, value), source.language)
        words = escape(self._texts.interface(f"locator.{name}", value=HELD))
        return words.replace(HELD, foreign(value, source.language))

    def source(self, source_id: str) -> SourceView:
        """A source as a page shows it; a title in our rendering stands in brackets."""
        source = self._shared.store.sources[source_id]
        if source.original_title:
            title = foreign(source.original_title, source.language)
        else:
            title = escape(f"[{self._texts.plain(source.title)}]")
        if source.published == "undated":
            date = escape(self._texts.interface("date.undated"))
        else:
            date = self._texts.date_html(source.published)
        life = liveness(source.id, self._shared.store)
        dead = self._shared.locale.date(life.dead_since) if life.dead_since else None
        verified = self._shared.verifications.verified(source) or source.accessed.last
        return SourceView(
            id=source.id,
            url=self._way("sources", source.id),
            address=source.url,
            readable=readable(source.url),
            archive=life.archive,
            dead=self._texts.interface("source.dead", date=dead) if dead else None,
            title_html=title,
            publisher_html=self._texts.entity(source.publisher, self._way),
            author=source.author,
            type=source.type,
            type_label=self._texts.interface(f"source.type.{source.type}"),
            language=source.language,
            language_label=self._shared.locale.language(source.language),
            date_html=date,
            accessed_html=self._texts.date_html(source.accessed),
            verified_html=self._texts.date_html(Date.on(verified)) if verified != source.accessed.last else None,
            caveat_html=self._texts.html(source.caveat, link=self._way) if source.caveat else None,
            notices=notice_views(source, self._texts, self._way),
            resting=len(self._shared.citing[source_id]),
            via=self.source(source.via) if source.via else None,
        )


def passage_address(address: str, locator: Locator | None) -> str:
    """The address of a passage on a page: a text fragment (WICG, `#:~:text=`) where the locator has words."""
    if locator is None or not locator.words or "…" in locator.words:
        return address
    words = urllib.parse.quote(locator.words, safe="").replace("-", "%2D")
    return f"{address}{'' if '#' in address else '#'}:~:text={words}"


def readable(address: str) -> str:
    """An address with letters of other scripts as themselves (RFC 3987, 3.2): shorter, and fit to be typed."""

    def letters(match: re.Match[str]) -> str:
        text = urllib.parse.unquote(match[0], errors="replace")
        return text if all(character.isalnum() for character in text) else match[0]

    return re.sub("(?:%[89A-Fa-f][0-9A-Fa-f])+", letters, address)
