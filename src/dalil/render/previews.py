"""What the pictures for link previews say of each record; statements and sources share the site's."""

from __future__ import annotations

from dalil.render.cards.design import Card
from dalil.render.descriptions import standing
from dalil.render.mentions import Key
from dalil.render.shared import Shared

SHARING = {"statements", "sources"}
"""Kinds of record whose pages show the site's own picture."""


def card_of(key: Key, shared: Shared) -> Card:
    """The card of a record's page, in the locale of `shared`."""
    kind, record_id = key
    if kind in SHARING:
        return site_card(shared)
    store, texts = shared.store, shared.texts
    title = str(shared.title(kind, record_id).striptags())
    if (retraction := store.retraction(kind, record_id)) is not None:
        title, word = str(shared.short_title(kind, record_id)), texts.interface("status.retracted")
        kind_word = texts.interface("card.events" if kind == "events" else "card.claims")
        return _card(shared, kind_word, title, texts.plain(retraction.why), status="retracted", note=word)
    match kind:
        case "claims":
            claim = store.claims[record_id]
            status, note = shared.judgement(claim).status, standing(shared, claim)
            return _card(shared, texts.interface("card.claims"), title, status=status, note=note)
        case "events":
            event = store.events[record_id]
            sentence = shared.plain_sentence(store.claims[event.claims[0]])
            note = str(texts.date_html(event.date).striptags())
            return _card(shared, texts.interface("card.events"), title, sentence, note=note)
        case "entities":
            entity = store.entities[record_id]
            sentence = shared.plain_sentence(store.claims[entity.lead]) if entity.lead else ""
            said = len(shared.mentions.speaking_of(kind, record_id))
            note = texts.interface("entity.said", n=said) if said else ""
            return _card(shared, texts.interface(f"kind.{entity.kind}"), title, sentence, note=note)
        case _:
            page = store.pages[record_id]
            return _card(shared, "", title, texts.plain(page.description, page.values))


def site_card(shared: Shared) -> Card:
    """The card of the home page, or of the site's name alone where no page stands at the root."""
    home = next((page for page in shared.pages if shared.addresses.of("pages", page) == ""), None)
    return card_of(("pages", home), shared) if home else _card(shared, "", _site(shared))


def _site(shared: Shared) -> str:
    return shared.texts.plain(shared.store.site.title)


def _card(shared: Shared, kind: str, title: str, text: str = "", *, status: str = "", note: str = "") -> Card:
    return Card(shared.locale.code, shared.locale.direction, _site(shared), kind, title, text, status, note)
