"""What a macro may call: the variable `page`, one for each page in each locale.

It hands out the objects of `views`. All that it keeps is what belongs to the page alone: its citations, which claims
it has shown, and which parts of its page record it has used.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup, escape

from dalil.model.records import Claim, Statement, Weight
from dalil.model.values import Condition, Value
from dalil.render import records, views
from dalil.render.citing import Citing
from dalil.render.colophon import Colophon
from dalil.render.downloads import DownloadView
from dalil.render.mentions import Key
from dalil.render.order import ordered
from dalil.render.pictures import Pictures
from dalil.render.revisions import ChangeView, RevisionView, change_views, latest_events, revision_views
from dalil.render.shared import Shared
from dalil.render.standing import Standing
from dalil.render.summaries import PointView, points_of
from dalil.render.tables import table_view
from dalil.render.translations import LanguageView, language_views
from dalil.render.withdrawals import WithdrawalView, withdrawal_view
from dalil.store.derive import fits, resolve

Ids = Sequence[str] | str | None


class Page:
    """One page in one locale."""

    def __init__(
        self,
        shared: Shared,
        address: str,
        page_id: str,
        record: tuple[str, str] | None = None,
        blocks: frozenset[str] = frozenset(),
    ) -> None:
        """`blocks`: ids of the disputed questions that the page shows with their versions."""
        self._shared = shared
        self._store, self._texts = shared.store, shared.texts
        self._address = address
        self._citing = Citing(shared, self.way)
        self.colophon = Colophon(shared, self.way, record or ("pages", page_id))
        """What stands around the page's text: how to cite it, and the ways to its neighbours."""
        self.pictures = Pictures(shared, self.way, self.claim)
        """What the macros of pictures call."""
        self.shown: dict[str, None] = {}
        """Ids of the claims and statements that the page shows, in order."""
        self.used: set[tuple[str, str]] = set()
        """Sections, notes and figures of the page record that the page shows."""
        self.id = page_id
        """Id of the page record."""
        self.record_kind, self.record_id = record or ("", "")
        """Folder and id of the record whose own page this is."""
        own = shared.contested.get(self.record_id, []) if self.record_kind == "claims" else []
        self.standing = Standing(shared, address, self.way, self.shown, blocks.union(own))
        """How its claims stand."""
        self.level = 2
        """The level of a heading that stands here: 3 once a section has begun."""
        self.locale = shared.locale.code
        """Code of the page's locale."""
        self.from_disk = shared.settings.from_disk
        """Whether the site is to be opened from disk, where it has no search."""
        self.direction = shared.locale.direction
        """rtl or ltr."""

    # Words and ways

    def t(self, key: str, **arguments: object) -> str:
        """An interface string."""
        return self._texts.interface(key, **arguments)

    def number(self, number: int) -> str:
        """A whole number as the locale writes it."""
        return self._shared.locale.number(number)

    def way(self, kind: str, record_id: str) -> str | None:
        """The way from this page to a record's page; None when it has none, or when it is this one."""
        address = self._shared.addresses.of(kind, record_id)
        if address in (None, self._address):
            return None
        return self._shared.ways.between(address or "", self._address)

    def file(self, path: str) -> str:
        """The way to a file of `docs`, such as `assets/road.svg`; all locales share it."""
        ways = self._shared.ways
        return ways.between(path, f"{ways.below(self.locale)}{self._address}")

    @property
    def feed(self) -> str:
        """The way to the feed of changes in this language."""
        return self._shared.ways.between("feed.xml", self._address)

    def link(self, kind: str, record_id: str) -> views.LinkView:
        """Any record by its name."""
        return self._shared.link(kind, record_id, self.way)

    # The page record

    def title(self) -> Markup:
        """The page's title; of a record's own page the record's name, or a claim's first words."""
        return self._shared.short_title(*self.key) if self.record_id else self._shared.title("pages", self.id)

    @property
    def key(self) -> Key:
        """Folder and id of the record whose page this is."""
        return (self.record_kind, self.record_id) if self.record_id else ("pages", self.id)

    @property
    def cited(self) -> list[str]:
        """Ids of the sources cited so far, in the order of their numbers."""
        return self._citing.cited

    def about(self, page_id: str) -> Markup:
        """The description of any page."""
        record = self._store.pages[page_id]
        return self._texts.html(record.description, record.values)

    def heading(self, section: str) -> views.HeadingView:
        """A section's heading."""
        self.used.add(("sections", section))
        self.level = 3
        return views.HeadingView(section, self._texts.html(self._store.pages[self.id].sections[section]))

    def note(self, note: str) -> list[Markup]:
        """The paragraphs of an editorial note."""
        self.used.add(("notes", note))
        record = self._store.pages[self.id]
        parts = self._placed(record.notes[note], record.values).split("\n\n")
        return [part.strip() for part in parts if part.strip()]

    def alternative(self, note: str) -> str:
        """An editorial note without markup, for who does not see a picture."""
        self.used.add(("notes", note))
        record = self._store.pages[self.id]
        return self._texts.plain(record.notes[note], record.values)

    def figures(self) -> list[views.FigureView]:
        """The page's key figures."""
        found, record = [], self._store.pages[self.id]
        for name, figure in record.figures.items():
            self.used.add(("figures", name))
            value = self._store.claims[figure.claim].values[figure.value]
            html = self._texts.value_html(resolve(value, self._store), self.way, value.show)
            label = self._texts.html(figure.label, record.values)
            found.append(views.FigureView(html, label, self.claim(figure.claim)))
        return found

    def _placed(self, text: dict[str, str], values: dict[str, Value]) -> Markup:
        return self._texts.told(text, values, self.way)

    # Claims and their citations

    def claim(self, claim_id: str) -> views.AssertionView:
        """A claim or statement, with the marks of its citations."""
        assertion = self._store.assertion(claim_id)
        kind = "claims" if isinstance(assertion, Claim) else "statements"
        first = claim_id not in self.shown
        self.shown[claim_id] = None
        status = self._shared.judgement(assertion).status
        return views.AssertionView(
            id=claim_id,
            kind=kind,
            anchor=claim_id if first else None,
            url=self.way(kind, claim_id),
            html=self._shared.told(assertion, self.way),
            status=status,
            status_label=self.t(f"status.{status}"),
            marks=[self._citing.mark(citation) for citation in assertion.citations],
            disputes=self.standing.contests(claim_id),
        )

    def claims(self, ids: Iterable[str]) -> list[views.AssertionView]:
        """Several claims, in order."""
        return [self.claim(claim_id) for claim_id in ids]

    def references(self) -> list[views.Reference]:
        """The list of references for every mark handed out so far; call it last."""
        return self._citing.references()

    def citations(self, claim_id: str) -> list[views.CitationView]:
        """The citations of a claim in full."""
        return self._citing.in_full(self._store.assertion(claim_id).citations)

    def summary(self) -> list[PointView]:
        """What this page says first, as its record has it."""
        self.used.add(("summary", ""))
        return points_of(*self.key, self._shared, self.way)

    def remark(self, claim_id: str) -> Markup | None:
        """The editorial remark on a claim."""
        claim = self._store.claims.get(claim_id)
        return self._placed(claim.note, {}) if claim and claim.note else None

    def revisions(self, claim_id: str) -> list[RevisionView]:
        """What was changed in a claim or statement, newest first."""
        return revision_views(self._store.assertion(claim_id), self._shared, self.way)

    def changes(self, *kinds: str) -> list[ChangeView]:
        """What was changed and withdrawn, newest first; of these kinds, or all. A withdrawal is a correction too."""
        return change_views(self._shared, self.way, *kinds)

    @property
    def withdrawal(self) -> WithdrawalView | None:
        """That the record whose page this is was withdrawn."""
        return withdrawal_view(self.key, self._shared, self.way, self._citing.in_full)

    @property
    def notices(self) -> list[views.NoticeView]:
        """What its publisher made known of the source whose page this is."""
        return self.source(self.record_id).notices if self.record_kind == "sources" else []

    def topics(self) -> list[views.GroupView]:
        """Every claim and statement, by topic in the order of reading, as links."""
        links: dict[str, list[views.LinkView]] = {topic: [] for topic in self._shared.pages}
        for kind, one in self._store.standing():
            links.get(one.topic, []).append(self.link(kind, one.id))
        title = self._shared.title
        return [views.GroupView(topic, title("pages", topic), found) for topic, found in links.items() if found]

    # Statements

    def statements(self, role: Ids = None, subject: Ids = None, object: Ids = None, at: Ids = None) -> views.TableView:
        """The statements that fit, as a table. A column whose cells are all alike is left out."""
        given = {"role": role, "subject": subject, "object": object, "at": at}
        condition = Condition.model_validate({name: value for name, value in given.items() if value})
        return self._table([s for s in self._store.statements.values() if fits(s, condition)])

    def statements_on(self, kind: str, record_id: str) -> views.TableView:
        """The statements that name a record in any place, as a table with every column that has something in it."""
        ids = self._shared.mentions.of(kind, record_id, "statements")
        return self._table([self._store.statements[statement_id] for statement_id in ids], every_column=True)

    def _table(self, statements: Sequence[Statement], *, every_column: bool = False) -> views.TableView:
        return table_view(statements, self._shared, self.way, self.claim, every_column=every_column)

    # Events, disputed questions, terms

    def events(self, topic: str | None = None) -> list[views.EventView]:
        """The events, oldest first; of one topic, if given."""
        events = [one.id for one in self._store.events.values() if topic in (None, one.topic) and not one.retracted]
        return [self.event(event_id) for event_id in self._ordered("events", events)]

    def latest(self, count: int) -> list[views.EventView]:
        """The latest events that have happened, newest first; none that only repeats what a later one says."""
        return [self.event(event_id) for event_id in latest_events(self._shared)[:count]]

    def event(self, event_id: str) -> views.EventView:
        """One event."""
        return records.event_view(event_id, self._shared, self.way)

    def disputes(self, weight: Weight) -> list[views.DisputeView]:
        """The disputed questions of a weight, in the order of the store."""
        return [self.dispute(one.id) for one in self._store.disputes.values() if one.weight == weight]

    def questions(self, weight: Weight) -> list[views.LinkView]:
        """The same as links."""
        return [self.link("disputes", one.id) for one in self._store.disputes.values() if one.weight == weight]

    def dispute(self, dispute_id: str) -> views.DisputeView:
        """A disputed question with its versions."""
        return records.dispute_view(dispute_id, self._shared, self.way)

    def terms(self) -> list[views.TermView]:
        """The glossary, in alphabetical order."""
        return [records.term_view(one, self._shared, self.way) for one in self._ordered("terms", self._store.terms)]

    # Entities and sources

    def entities(self, *kinds: str) -> list[views.EntityView]:
        """The entities of these kinds that have a page, in alphabetical order."""
        found = [e.id for e in self._store.entities.values() if e.kind in kinds and self.way("entities", e.id)]
        return [self.entity(entity_id) for entity_id in self._ordered("entities", found)]

    def entity(self, entity_id: str) -> views.EntityView:
        """One entity."""
        return records.entity_view(entity_id, self._shared, self.way)

    def sources(self) -> list[views.SourceView]:
        """The bibliography, by publisher."""
        return [self._citing.source(source_id) for source_id in self._ordered("sources", self._store.sources)]

    def source(self, source_id: str) -> views.SourceView:
        """One source."""
        return self._citing.source(source_id)

    def publications(self, entity_id: str) -> list[views.LinkView]:
        """The sources that an entity published."""
        return [self.link("sources", source) for source in self._shared.mentions.of("entities", entity_id, "sources")]

    def translations(self) -> list[LanguageView]:
        """How far each language of the site is."""
        return language_views(self._shared.progress, self._shared)

    def downloads(self) -> list[DownloadView]:
        """The files that the site gives out."""
        return self._shared.downloads()

    # Where things are mentioned

    def claims_on(self, kind: str, record_id: str) -> list[views.AssertionView]:
        """The claims that mention a record, in full."""
        return self.claims(self._shared.mentions.of(kind, record_id, "claims"))

    def resting_on(self, source_id: str) -> list[tuple[views.AssertionView, views.Passage]]:
        """The claims and statements that cite a source, each with the passage."""
        citing = self._shared.citing[source_id]
        return [(self.claim(assertion.id), self._citing.passage(citation)) for assertion, citation in citing]

    def mentions(self, kind: str, record_id: str) -> list[views.GroupView]:
        """Where a record is shown or mentioned: pages, disputed questions, events, terms, entities."""
        mentioned = self._shared.mentions
        own = kind in ("claims", "statements")
        groups = {
            "pages": self._pages_that_show(self._assertions_on(kind, record_id)),
            "disputes": mentioned.of(kind, record_id, "disputes"),
            "events": mentioned.of(kind, record_id, "events"),
            "terms": mentioned.of(kind, record_id, "terms"),
            "entities": mentioned.named_by(kind, record_id) if own else [],
        }
        found = []
        for group, ids in groups.items():
            links = [link for link in (self.link(group, target) for target in ids) if link.url]
            if own and group == "pages":
                links = [views.LinkView(link.id, f"{link.url}#{record_id}", link.html) for link in links]
            if links:
                found.append(views.GroupView(group, escape(self.t(f"mentions.{group}")), links))
        return found

    def _assertions_on(self, kind: str, record_id: str) -> list[str]:
        """The claims and statements that speak of a record; a source's are those that cite it."""
        if kind in ("claims", "statements"):
            return [record_id]
        if kind == "sources":
            return [assertion.id for assertion, _ in self._shared.citing[record_id]]
        return self._shared.mentions.speaking_of(kind, record_id)

    def _pages_that_show(self, assertions: Iterable[str]) -> list[str]:
        showing = {page for one in assertions for page in self._shared.shown_on.get(one, [])}
        return [page for page in self._shared.pages if page in showing]

    def _ordered(self, kind: str, ids: Iterable[str]) -> list[str]:
        return [record_id for _, record_id in ordered([(kind, record_id) for record_id in ids], self._shared)]
