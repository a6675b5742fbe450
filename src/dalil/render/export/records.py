"""From the store to what is given out: each record with its texts in every locale."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from dalil.model.parts import Citation, Notice
from dalil.model.records import Claim, Statement
from dalil.model.values import Value
from dalil.render.citing import passage_address
from dalil.render.export import models
from dalil.render.export.models import ByLocale
from dalil.render.shared import Shared
from dalil.store import Retractable
from dalil.store.derive import resolve
from dalil.store.freshness import Verifiable
from dalil.store.links import liveness


class Export:
    """Gives out records, in all locales."""

    def __init__(self, shared: Mapping[str, Shared]) -> None:
        self._shared = shared
        self._store = next(iter(shared.values())).store

    def claim(self, claim: Claim) -> models.ExportedClaim:
        """A claim."""
        return models.ExportedClaim(
            **self._assertion(claim, "claims"),
            headline=self._text(claim.headline, claim.values) if claim.headline else None,
            values={name: self._value(value) for name, value in claim.values.items()},
            attribution=claim.attribution,
            note=self._text(claim.note) if claim.note else None,
            superseded_by=claim.superseded_by,
        )

    def statement(self, statement: Statement) -> models.ExportedStatement:
        """A statement."""
        return models.ExportedStatement(
            **self._assertion(statement, "statements"),
            subject=statement.subject,
            role=statement.role,
            object=statement.object,
            at=statement.at,
            by=statement.by,
            reason=self._text(statement.reason) if statement.reason else None,
            value=self._value(statement.value) if statement.value else None,
            when=str(statement.when) if statement.when else None,
        )

    def citation_rows(self) -> list[models.CitationRow]:
        """Every citation of every claim and statement."""
        rows = []
        for _, assertion in self._store.assertions():
            for number, citation in enumerate(assertion.citations, 1):
                at = citation.locator
                rows.append(
                    models.CitationRow(
                        assertion=assertion.id,
                        number=number,
                        source=citation.source,
                        stance=citation.stance,
                        words=at.words if at else None,
                        pages=at.page if at else None,
                        section=at.section if at else None,
                        paragraph=at.paragraph if at else None,
                        whole=at.whole if at else True,
                        address=self._passage(citation),
                    )
                )
        return rows

    def source(self, source_id: str) -> models.ExportedSource:
        """A source."""
        source = self._store.sources[source_id]
        plain = {name: getattr(source, name) for name in ("id", "type", "original_title", "author", "language", "url")}
        life, lookup = liveness(source_id, self._store), self._store.lookups.get(source_id)
        return models.ExportedSource(
            **plain,
            publisher=self._name(source.publisher),
            title=self._text(source.title),
            published=str(source.published),
            accessed=str(source.accessed),
            archive=life.archive,
            **self._verification(source),
            link=lookup.status if lookup else None,
            link_looked=str(lookup.looked) if lookup else None,
            link_since=str(lookup.since) if lookup else None,
            dead=life.dead_since is not None,
            origin=source.origin,
            via=source.via,
            caveats=list(source.caveats),
            caveat=self._text(source.caveat) if source.caveat else None,
            **self._notice("corrected", source.corrected),
            **self._notice("retracted", source.retracted),
            page=self._page("sources", source.id) or {},
        )

    def entity(self, entity_id: str) -> models.ExportedEntity:
        """An entity."""
        entity = self._store.entities[entity_id]
        return models.ExportedEntity(
            id=entity.id,
            kind=entity.kind,
            code=entity.code,
            name=self._name(entity.id),
            aliases=entity.aliases,
            page=self._page("entities", entity.id),
        )

    def event(self, event_id: str) -> models.ExportedEvent:
        """An event."""
        event = self._store.events[event_id]
        return models.ExportedEvent(
            id=event.id,
            name=self._text(event.name),
            aliases=event.aliases,
            date=str(event.date),
            place=event.place,
            participants=list(event.participants),
            topic=event.topic,
            claims=list(event.claims),
            planned=event.planned,
            **self._retraction(event),
            page=self._page("events", event.id),
        )

    def dispute(self, dispute_id: str) -> models.ExportedDispute:
        """A disputed question with its versions."""
        dispute = self._store.disputes[dispute_id]
        versions = [
            models.ExportedVersion(label=self._text(version.label, dispute.values), claims=list(version.claims))
            for version in dispute.versions
        ]
        return models.ExportedDispute(
            id=dispute.id,
            topic=dispute.topic,
            weight=dispute.weight,
            question=self._text(dispute.question, dispute.values),
            versions=versions,
            conclusion=self._text(dispute.conclusion, dispute.values),
            reason=self._text(dispute.reason, dispute.values),
            **self._verification(dispute),
            page=self._page("disputes", dispute.id),
        )

    def version_rows(self) -> list[models.VersionRow]:
        """Every version of every disputed question."""
        return [
            models.VersionRow(dispute=dispute, number=number, label=version.label, claims=version.claims)
            for dispute in self._store.disputes
            for number, version in enumerate(self.dispute(dispute).versions, 1)
        ]

    def points(self) -> list[models.ExportedPoint]:
        """What the summaries of pages, entities and events say; those of what is withdrawn say nothing any more."""
        return [
            models.ExportedPoint(
                kind=kind,
                record=record_id,
                number=number,
                label=self._text(point.label, getattr(record, "values", {})) if point.label else None,
                text=self._text(point.text, getattr(record, "values", {})),
                claims=list(point.claims),
                unknown=point.unknown,
            )
            for kind in ("pages", "entities", "events")
            for record_id, record in self._store.of_kind(kind).items()
            if self._store.retraction(kind, record_id) is None
            for number, point in enumerate(record.summary, 1)
        ]

    def term(self, term_id: str) -> models.ExportedTerm:
        """A glossary entry."""
        term = self._store.terms[term_id]
        return models.ExportedTerm(
            id=term.id,
            name=self._text(term.name),
            aliases=term.aliases,
            meaning=self._text(term.meaning),
            claims=list(term.claims),
            entity=term.entity,
            page=self._page("terms", term.id),
        )

    # What records share

    def _assertion(self, assertion: Claim | Statement, kind: str) -> dict[str, Any]:
        judgement = next(iter(self._shared.values())).judgement(assertion)
        return {
            "id": assertion.id,
            "topic": assertion.topic,
            "status": judgement.status,
            "status_rule": judgement.rule,
            "citations": self._citations(assertion.citations),
            **self._verification(assertion),
            "text": {code: one.plain_sentence(assertion) for code, one in self._shared.items()},
            "page": self._page(kind, assertion.id) or {},
            "revisions": [
                models.ExportedRevision(date=str(r.date), kind=r.kind, what=self._text(r.what), why=self._text(r.why))
                for r in assertion.revisions
            ],
            **self._retraction(assertion),
        }

    def _citations(self, citations: Iterable[Citation]) -> list[models.ExportedCitation]:
        return [
            models.ExportedCitation(
                source=citation.source,
                stance=citation.stance,
                locator=citation.locator.model_dump(exclude_defaults=True) if citation.locator else {},
                address=self._passage(citation),
            )
            for citation in citations
        ]

    def _retraction(self, record: Retractable) -> dict[str, Any]:
        one = record.retracted
        return {
            "retracted": str(one.date) if one else None,
            "retracted_why": self._text(one.why) if one else None,
            "retracted_citations": self._citations(one.citations if one else ()),
            "replaced_by": one.replaced_by if one else None,
        }

    def _notice(self, state: str, notice: Notice | None) -> dict[str, Any]:
        return {
            state: str(notice.date) if notice else None,
            f"{state}_notice": notice.notice if notice else None,
            f"{state}_note": self._text(notice.note) if notice else None,
        }

    def _passage(self, citation: Citation) -> str:
        return passage_address(liveness(citation.source, self._store).address, citation.locator)

    def _verification(self, record: Verifiable) -> dict[str, str | None]:
        verification = next(iter(self._shared.values())).verifications.of(record)
        days = {"verified": verification.on, "verify_by": verification.by}
        return {name: day.isoformat() if day else None for name, day in days.items()}

    def _text(self, text: Mapping[str, str], values: Mapping[str, Value] | None = None) -> ByLocale:
        return {code: one.texts.plain(text, values) for code, one in self._shared.items()}

    def _value(self, value: Value) -> ByLocale:
        resolved = resolve(value, self._store)
        return {code: one.texts.value_plain(resolved, value.show) for code, one in self._shared.items()}

    def _name(self, entity_id: str) -> ByLocale:
        return {code: one.texts.entity_name(entity_id) for code, one in self._shared.items()}

    def _page(self, kind: str, record_id: str) -> ByLocale | None:
        found = {}
        for code, one in self._shared.items():
            address = one.addresses.of(kind, record_id)
            if address is None:
                return None
            found[code] = f"{one.ways.below(code)}{address}"
        return found
