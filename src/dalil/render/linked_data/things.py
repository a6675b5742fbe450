"""Records of the store as nodes of schema.org: entities, sources, events, claims, terms, disputed questions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dalil.model.dates import Date, Day
from dalil.model.records import Claim, Source, Statement
from dalil.render.shared import Shared
from dalil.render.withdrawals import CORRECTED, RETRACTED, notices_of, state_of
from dalil.store.links import liveness

Node = dict[str, Any]
"""A node: `@type` and properties; those without a value are left out."""

ENTITY_TYPES = {
    "country": "Country",
    "person": "Person",
    "organisation": "Organization",
    "document": "CreativeWork",
    "operation": "Project",
    "place": "Place",
}
SOURCE_TYPES = {
    "news": "NewsArticle",
    "analysis": "Article",
    "primary-document": "CreativeWork",
    "reference": "CreativeWork",
}
AGENTS = {"person", "organisation"}
"""Kinds of entity that can be an author (schema.org/author)."""
PLACES = {"country", "place"}
"""Kinds of entity that can be a location (schema.org/location)."""


def node(kind: str, **properties: Any) -> Node:
    """A node of a type with those properties that have a value; one of several values stands without a list."""
    kept = {name: value for name, value in properties.items() if value not in (None, "", [], {})}
    bare = {name: value[0] if isinstance(value, list) and len(value) == 1 else value for name, value in kept.items()}
    return {"@type": kind, **bare}


def named(entity_id: str, shared: Shared, **more: Any) -> Node:
    """An entity by its name and its page, with more properties, if any."""
    entity = shared.store.entities[entity_id]
    has_page = shared.addresses.of("entities", entity_id) is not None
    url = shared.web_address("entities", entity_id) if has_page else None
    return node(ENTITY_TYPES[entity.kind], name=shared.texts.entity_name(entity_id), url=url, **more)


def entity_node(entity_id: str, shared: Shared) -> Node:
    """An entity with its other names and what it is."""
    entity = shared.store.entities[entity_id]
    names = [name for code, name in (entity.name or {}).items() if code != shared.locale.code]
    names += [name for aliases in entity.aliases.values() for name in aliases]
    return named(
        entity_id,
        shared,
        alternateName=[name for name in dict.fromkeys(names) if name != shared.texts.entity_name(entity_id)],
        description=shared.plain_sentence(shared.store.claims[entity.lead]) if entity.lead else None,
        identifier=entity.code,
    )


def work(source: Source, shared: Shared, *, full: bool = False) -> Node:
    """A source as the work that it is, with its own address; `full` adds what only its own page needs."""
    title = shared.texts.plain(source.title)
    archive = liveness(source.id, shared.store).archive
    more = {"archivedAt": archive, "alternateName": title if source.original_title else None} if full else {}
    return node(
        SOURCE_TYPES[source.type] if full else "CreativeWork",
        name=source.original_title or title,
        url=source.url,
        publisher=node("Organization", name=shared.texts.entity_name(source.publisher)),
        datePublished=None if source.published == "undated" else iso(source.published.start),
        inLanguage=source.language,
        **_noticed(source, shared, full=full),
        **more,
    )


STATUS = {CORRECTED: "Corrected", RETRACTED: "Retracted"}
"""What schema.org/creativeWorkStatus says of a work; its values are free words."""


def taken_back(kind: str, record_id: str, shared: Shared) -> Node:
    """That what a page says is withdrawn, when and why; nothing for any other."""
    retraction = shared.store.retraction(kind, record_id)
    if retraction is None:
        return {}
    why = shared.texts.plain(retraction.why)
    date = retraction.date.first.isoformat()
    return {
        "creativeWorkStatus": STATUS[RETRACTED],
        "correction": node("CorrectionComment", text=why, datePublished=date),
    }


def _noticed(source: Source, shared: Shared, *, full: bool) -> Node:
    """What the publisher of a source made known of it."""
    if not (state := state_of(source)):
        return {}
    notices = [
        node(
            "CorrectionComment",
            text=shared.texts.plain(notice.note),
            datePublished=notice.date.first.isoformat(),
            url=notice.notice,
        )
        for _, notice in notices_of(source)
    ]
    return {"creativeWorkStatus": STATUS[state], **({"correction": notices} if full else {})}


def works(ids: Iterable[str], shared: Shared) -> list[Node]:
    """Several sources, each once."""
    return [work(shared.store.sources[source_id], shared) for source_id in dict.fromkeys(ids)]


def claim_node(assertion: Claim | Statement, shared: Shared) -> Node:
    """A claim: works that bear it out are its appearances, others are cited; whose word it is, is its author."""
    stances: dict[bool, list[str]] = {True: [], False: []}
    for citation in assertion.citations:
        stances[citation.stance == "supports"].append(citation.source)
    author = assertion.attribution if isinstance(assertion, Claim) else None
    speaks = author is not None and shared.store.entities[author].kind in AGENTS
    kind = "claims" if isinstance(assertion, Claim) else "statements"
    return node(
        "Claim",
        headline=shared.headline(assertion) if isinstance(assertion, Claim) and assertion.headline else None,
        text=shared.plain_sentence(assertion),
        **taken_back(kind, assertion.id, shared),
        inLanguage=shared.locale.code,
        author=named(author, shared) if author and speaks else None,
        about=[named(entity, shared) for entity in shared.mentions.named_by(kind, assertion.id)],
        appearance=works(stances[True], shared),
        citation=works((source for source in stances[False] if source not in stances[True]), shared),
    )


def event_node(event_id: str, shared: Shared) -> Node:
    """An event with its date, place, participants and the works that tell of it."""
    store, texts = shared.store, shared.texts
    event = store.events[event_id]
    attending = [one for one in event.participants if store.entities[one].kind in AGENTS]
    claims = [store.claims[claim] for claim in event.claims]
    return node(
        "Event",
        name=texts.plain(event.name),
        alternateName=[name for names in event.aliases.values() for name in names],
        url=shared.web_address("events", event_id),
        startDate=iso(event.date.start),
        endDate=iso(event.date.end) if event.date.end else None,
        description=shared.plain_sentence(claims[0]),
        location=_location(event.place, shared),
        attendee=[named(one, shared) for one in attending],
        eventStatus="https://schema.org/EventScheduled" if event.planned else None,
        subjectOf=works((citation.source for claim in claims for citation in claim.citations), shared),
    )


def _location(entity_id: str | None, shared: Shared) -> Node | str | None:
    """A place as a node; of anything else, such as a headquarters, the name."""
    if entity_id is None:
        return None
    is_place = shared.store.entities[entity_id].kind in PLACES
    return named(entity_id, shared) if is_place else shared.texts.entity_name(entity_id)


def term_node(term_id: str, shared: Shared) -> Node:
    """A glossary entry."""
    term = shared.store.terms[term_id]
    others = [name for names in term.aliases.values() for name in names]
    return node(
        "DefinedTerm",
        name=shared.texts.plain(term.name),
        alternateName=others,
        description=shared.texts.plain(term.meaning),
        url=shared.web_address("terms", term_id),
    )


def question_node(dispute_id: str, shared: Shared) -> Node:
    """A disputed question."""
    name = str(shared.title("disputes", dispute_id).striptags())
    return node("Question", name=name, url=shared.web_address("disputes", dispute_id))


def iso(day: Day) -> str:
    """A day to the precision it has, in ISO 8601."""
    return str(Date(day)).rstrip("~")
