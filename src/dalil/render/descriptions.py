"""One or two sentences on each page, for search results and link previews: what the page says, not what it is."""

from __future__ import annotations

from dalil.model.records import Claim, Statement
from dalil.render.cutting import cut
from dalil.render.shared import Shared
from dalil.render.withdrawals import said_of

LIMIT = 155
"""Characters that search engines show of a description."""


def describe(shared: Shared, kind: str, record_id: str) -> str:
    """What the page of a record says, in plain words; a page record has a description of its own."""
    texts = shared.texts
    if (retraction := shared.store.retraction(kind, record_id)) is not None:
        return cut(f"{said_of(shared, kind, record_id)} {texts.plain(retraction.why)}", LIMIT)
    match kind:
        case "pages":
            page = shared.store.pages[record_id]
            return cut(texts.plain(page.description, page.values), LIMIT)
        case "claims" | "statements":
            return _of_assertion(shared, shared.store.assertion(record_id))
        case "entities":
            return _of_entity(shared, record_id)
        case "events":
            event = shared.store.events[record_id]
            sentence = shared.plain_sentence(shared.store.claims[event.claims[0]])
            date = str(texts.date_html(event.date).striptags())
            return _fitted(shared, "description.events", "sentence", sentence, date=date)
        case _:
            return _of_source(shared, record_id)


def standing(shared: Shared, assertion: Claim | Statement) -> str:
    """How well a claim is borne out, and by how many sources: `confirmed, 3 sources`."""
    judged = shared.judgement(assertion).status
    status = shared.texts.interface(f"status.{judged}")
    if judged == "single-source":
        return status  # It may cite several that all go back to one; a number beside it would seem to deny it.
    sources = len({citation.source for citation in assertion.citations})
    return shared.texts.interface("description.standing", status=status, n=sources)


def _of_assertion(shared: Shared, assertion: Claim | Statement) -> str:
    sentence = shared.plain_sentence(assertion)
    return _fitted(shared, "description.assertion", "sentence", sentence, standing=standing(shared, assertion))


def _of_entity(shared: Shared, entity_id: str) -> str:
    entity = shared.store.entities[entity_id]
    said = len(shared.mentions.speaking_of("entities", entity_id))
    name, kind = shared.texts.entity_name(entity_id), shared.texts.interface(f"kind.{entity.kind}")
    if entity.lead:
        sentence = shared.plain_sentence(shared.store.claims[entity.lead])
        return _fitted(shared, "description.entity.lead", "sentence", sentence, name=name, n=said)
    return cut(shared.texts.interface("description.entity", name=name, kind=kind, n=said), LIMIT)


def _of_source(shared: Shared, source_id: str) -> str:
    source, texts = shared.store.sources[source_id], shared.texts
    dated = source.published
    date = texts.interface("date.undated") if dated == "undated" else str(texts.date_html(dated).striptags())
    publisher, resting = texts.entity_name(source.publisher), len(shared.citing[source_id])
    title = source.original_title or texts.plain(source.title)
    return _fitted(shared, "description.source", "title", title, publisher=publisher, date=date, n=resting)


def _fitted(shared: Shared, key: str, long: str, words: str, **others: object) -> str:
    """An interface string in which the argument `long` is cut so that the whole keeps to the limit."""
    frame = shared.texts.interface(key, **{long: ""}, **others)
    return cut(shared.texts.interface(key, **{long: cut(words, max(LIMIT - len(frame), 40))}, **others), LIMIT)
