"""Events, disputed questions, terms and entities as a page shows them."""

from __future__ import annotations

from markupsafe import Markup

from dalil.model.locales import Locale
from dalil.model.records import Entity
from dalil.render.shared import Shared
from dalil.render.texts import Link, foreign
from dalil.render.views import DisputeView, EntityView, EventView, TermView, VersionView


def event_view(event_id: str, shared: Shared, way: Link) -> EventView:
    """An event."""
    event, texts = shared.store.events[event_id], shared.texts
    return EventView(
        id=event.id,
        url=way("events", event.id),
        name_html=texts.html(event.name),
        date_html=texts.date_html(event.date),
        precision=event.date.precision,
        year=event.date.first.year,
        place_html=texts.entity(event.place, way) if event.place else None,
        participants=[shared.link("entities", entity, way) for entity in event.participants],
        claims=list(event.claims),
    )


def dispute_view(dispute_id: str, shared: Shared, way: Link) -> DisputeView:
    """A disputed question with its versions."""
    dispute = shared.store.disputes[dispute_id]
    verified = shared.verified(dispute)

    def html(text: dict[str, str]) -> Markup:
        return shared.texts.html(text, dispute.values, way)

    return DisputeView(
        id=dispute_id,
        url=way("disputes", dispute_id),
        question_html=html(dispute.question),
        footnote=dispute.weight == "footnote",
        versions=[VersionView(html(version.label), list(version.claims)) for version in dispute.versions],
        conclusion_html=shared.texts.told(dispute.conclusion, dispute.values, way),
        reason_html=shared.texts.told(dispute.reason, dispute.values, way),
        verified=shared.texts.interface("verified.on", date=verified) if verified else None,
    )


def term_view(term_id: str, shared: Shared, way: Link) -> TermView:
    """A glossary entry with its names in the other languages."""
    term = shared.store.terms[term_id]
    names = [(code, name) for code, name in term.name.items() if code != shared.locale.code]
    names += [(code, name) for code, aliases in term.aliases.items() for name in aliases]
    return TermView(
        id=term.id,
        name_html=shared.texts.html(term.name),
        others=[foreign(name, code) for code, name in names],
        meaning_html=shared.texts.told(term.meaning, link=way),
        claims=list(term.claims),
        entity=shared.link("entities", term.entity, way) if term.entity else None,
    )


def entity_view(entity_id: str, shared: Shared, way: Link) -> EntityView:
    """An entity with its other names."""
    entity = shared.store.entities[entity_id]
    return EntityView(
        id=entity_id,
        url=way("entities", entity_id),
        kind=entity.kind,
        kind_label=shared.texts.interface(f"kind.{entity.kind}"),
        name_html=shared.title("entities", entity_id),
        others=_other_names(entity, shared),
        lead=entity.lead,
        said=len(shared.mentions.speaking_of("entities", entity_id)),
    )


def _other_names(entity: Entity, shared: Shared) -> list[Markup]:
    """Each other name once, even if several languages share it."""
    names: dict[str, str] = {}
    for code in shared.store.locales:
        name = entity.name.get(code) if entity.name else Locale(code).country(entity.code or "")
        if name and code != shared.locale.code:
            names.setdefault(name, code)
    for code, aliases in entity.aliases.items():
        for alias in aliases:
            names.setdefault(alias, code)
    names.pop(shared.texts.entity_name(entity.id), None)
    return [foreign(name, code) for name, code in names.items()]
