"""What all pages of a locale share: texts, addresses, mentions, and the status and words of every assertion."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from markupsafe import Markup, escape

from dalil.model.dates import Date
from dalil.model.grammar import GENDER, NAMES_OF_STATEMENTS, THE, Grammar
from dalil.model.locales import Locale
from dalil.model.parts import Citation
from dalil.model.records import Claim, Statement
from dalil.render.addresses import Addresses
from dalil.render.cutting import cut
from dalil.render.downloads import DownloadView
from dalil.render.mentions import Key, Mentions
from dalil.render.texts import Link, Texts
from dalil.render.views import LinkView
from dalil.render.ways import Ways
from dalil.store import Store
from dalil.store.derive import resolve
from dalil.store.freshness import Verifiable, Verifications
from dalil.store.settings import Settings
from dalil.store.status import Judgement, judge
from dalil.text.markup import element
from dalil.translation.tally import Progress

COLUMNS = ("subject", "object", "at", "by", "reason", "value", "when")
"""The cells of a statement, in the order of a table's columns."""


RESULTS = "search/"
"""The address of the page that shows what a search found, where a site has one."""
TITLE_LENGTH = 70
"""Characters of a claim that stand where its name would."""


@dataclass(frozen=True)
class Neighbours:
    """What a page stands between."""

    previous: Key | None = None
    next: Key | None = None
    parent: Key | None = None
    """The page that lists the records of its kind."""


@dataclass(frozen=True)
class Shared:
    """One locale's view of the store."""

    store: Store
    locale: Locale
    texts: Texts
    addresses: Addresses
    mentions: Mentions
    shown_on: dict[str, list[str]]
    """Claim or statement to the pages that show it; filled by the pages that are no record's own."""
    citing: dict[str, list[tuple[Claim | Statement, Citation]]]
    """Source to the assertions that cite it."""
    contested: dict[str, list[str]]
    """Claim to the disputed questions of which it states a version."""
    verifications: Verifications
    """How fresh each record is."""
    settings: Settings
    """Where the site stands on the web."""
    progress: Sequence[Progress]
    """How far each locale is translated."""
    pages: list[str]
    """Ids of the pages in the order of reading."""
    downloads: Callable[[], list[DownloadView]]
    """Gives the files that the site gives out; they hold the whole store, so they are made when first asked for."""
    neighbours: Callable[[], Mapping[Key, Neighbours]]
    """Gives what each page stands between; made when first asked for, since lists are ordered by names."""
    judgements: dict[str, Judgement] = field(default_factory=dict)

    @cached_property
    def ways(self) -> Ways:
        """How the site's addresses are written."""
        return Ways(self.settings.address, self.store.site.default, self.settings.from_disk)

    @property
    def has_results(self) -> bool:
        """Whether there is a page that shows what a search found."""
        return any(self.addresses.of("pages", page) == RESULTS for page in self.pages)

    def judgement(self, assertion: Claim | Statement) -> Judgement:
        """The status of an assertion, worked out once."""
        if assertion.id not in self.judgements:
            self.judgements[assertion.id] = judge(assertion, self.store)
        return self.judgements[assertion.id]

    def verified(self, record: Verifiable) -> str | None:
        """The day on which a record was last verified, as the locale writes it; None when nothing tells."""
        on = self.verifications.verified(record)
        return self.locale.date(Date.on(on)) if on else None

    def sentence(self, assertion: Claim | Statement, link: Link | None = None) -> Markup:
        """A claim's text, or a statement in the words of its role."""
        if isinstance(assertion, Claim):
            return self.texts.html(assertion.text, assertion.values, link)
        sentence = self.store.roles[assertion.role].sentence

        def placed(texts: Texts) -> dict[str, Markup]:
            cells = self.cells(assertion, link, texts)
            for name in NAMES_OF_STATEMENTS:
                if (record_id := getattr(assertion, name)) is not None:
                    cells |= self.forms(name, record_id, link, texts, sentence)
            return cells

        return self.texts.html_with(sentence, placed, link)

    def told(self, assertion: Claim | Statement, link: Link) -> Markup:
        """The same; if it is behind its original, with the original on request, unless it is withdrawn anyway."""
        if isinstance(assertion, Claim) and assertion.retracted is None:
            return self.texts.told(assertion.text, assertion.values, link)
        return self.sentence(assertion, link)

    def plain_sentence(self, assertion: Claim | Statement) -> str:
        """The same without markup."""
        return str(self.sentence(assertion).striptags())

    def headline(self, assertion: Claim | Statement, length: int = 0) -> str:
        """What an assertion is called where it stands alone, in plain words: its headline, or its sentence. A sentence
        is cut after so many characters, if any are given.
        """
        if isinstance(assertion, Claim) and assertion.headline is not None:
            return self.texts.plain(assertion.headline, assertion.values)
        sentence = self.plain_sentence(assertion)
        return cut(sentence, length) if length else sentence

    def cells(self, statement: Statement, link: Link | None, texts: Texts | None = None) -> dict[str, Markup]:
        """What stands in each column of a statement's row, as `texts` or this locale writes it; what is missing is
        left out.
        """
        texts = texts or self.texts
        cells: dict[str, Markup] = {}
        for name in ("subject", "object", "at", "by"):
            if (record_id := getattr(statement, name)) is not None:
                cells[name] = self.name(record_id, link, texts)
        if statement.reason is not None:
            cells["reason"] = texts.html(statement.reason, link=link)
        if statement.value is not None:
            cells["value"] = texts.value_html(resolve(statement.value, self.store), link, statement.value.show)
        if statement.when is not None:
            cells["when"] = texts.date_html(statement.when)
        return cells

    def name(self, record_id: str, link: Link | None, texts: Texts | None = None) -> Markup:
        """The name of an entity or event, linked where it has a page."""
        texts = texts or self.texts
        if record_id in self.store.entities:
            return texts.entity(record_id, link)
        event = self.store.events[record_id]
        return texts.link("events", record_id, texts.html(event.name), link)

    def forms(
        self, name: str, record_id: str, link: Link | None, texts: Texts, sentence: Mapping[str, str]
    ) -> dict[str, Markup]:
        """The name of an entity or event in all forms in which a sentence may place it as its argument `name`."""
        kind = "entities" if record_id in self.store.entities else "events"
        bare, code = self.name(record_id, link, texts), texts.locale.code
        grammar = Grammar.read(self.store.of_kind(kind)[record_id].grammar.get(code, ""))
        words = grammar.words
        if sentence[code].startswith(f"{{{name}{THE}}}"):
            words = words[:1].upper() + words[1:]
        whole = texts.link(kind, record_id, escape(words), link) if words else bare
        return {name: bare, f"{name}{THE}": whole, f"{name}{GENDER}": escape(grammar.gender or "other")}

    def title(self, kind: str, record_id: str) -> Markup:
        """The name of any record: of a claim its headline, or else its text; of a dispute its question; of what is
        withdrawn the same, struck out.
        """
        words = self._title(kind, record_id)
        if self.store.retraction(kind, record_id) is None:
            return words
        return escape(self.texts.interface("retracted.word")) + " " + element("s", {}, words)

    def _title(self, kind: str, record_id: str) -> Markup:
        store = self.store
        if kind in ("claims", "statements"):
            return escape(self.headline(store.assertion(record_id)))
        if kind == "entities":
            return escape(self.texts.entity_name(record_id))
        if kind == "disputes":
            dispute = store.disputes[record_id]
            return self.texts.html(dispute.question, dispute.values)
        record = store.of_kind(kind)[record_id]
        return self.texts.html(record.name if kind in ("events", "terms") else record.title)

    def short_title(self, kind: str, record_id: str) -> Markup:
        """The same, but of a claim without a headline only the first words, and of what is withdrawn that it is."""
        if (retraction := self.store.retraction(kind, record_id)) is not None:
            return escape(self.texts.interface(f"retracted.title.{kind}", date=self.locale.date(retraction.date)))
        if kind in ("claims", "statements"):
            return escape(self.headline(self.store.assertion(record_id), TITLE_LENGTH))
        return self.title(kind, record_id)

    def web_address(self, kind: str, record_id: str) -> str:
        """Where a record that has a page is found on the web; raises KeyError when it has none."""
        address = self.addresses.of(kind, record_id)
        if address is None:
            raise KeyError(record_id)
        return self.on_web(address, self.locale.code)

    def on_web(self, address: str, code: str) -> str:
        """An address within a locale, as a whole one."""
        return self.ways.whole(address, code)

    def link(self, kind: str, record_id: str, way: Link) -> LinkView:
        """Any record by its name, with a word more where that helps to tell it from others."""
        detail = None
        if kind == "sources":
            detail = self.texts.entity(self.store.sources[record_id].publisher, None)
        elif kind == "events":
            detail = self.texts.date_html(self.store.events[record_id].date)
        return LinkView(record_id, way(kind, record_id), self.title(kind, record_id), detail)
