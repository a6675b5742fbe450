"""What the head of a page says of it to search engines and link previews, in one locale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from babel.core import get_global

from dalil.reading.files.generated import CARDS
from dalil.render.cards.design import HEIGHT, WIDTH, Card, name_of
from dalil.render.cards.fonts import Fonts
from dalil.render.descriptions import describe
from dalil.render.mentions import Key
from dalil.render.previews import card_of, site_card
from dalil.render.shared import Shared

FOLDER = CARDS
"""Where pictures stand on the site."""
OPEN_GRAPH = {"ar": "ar_AR"}
"""The protocol's list of locales is Facebook's, which has one Arabic and calls it so."""


@dataclass(frozen=True)
class Picture:
    """The picture of a link preview."""

    card: Card
    path: str
    """Where it stands on the site."""


@dataclass(frozen=True)
class Head:
    """The head of one page."""

    key: Key
    """Folder and id of the record whose page it is."""
    title: str
    """What the page is called, without the site's name; no other page of its language is called so."""
    description: str
    url: str
    """Where it stands on the web."""
    alternates: dict[str, str]
    """Language to address of each version of the page, its own among them, and `x-default`."""
    indexed: bool
    """Whether search engines should list it."""
    withdrawn: bool
    """Whether it says that its record is withdrawn; then it is not listed, but still says so to programs."""
    picture: Picture | None
    """Its own picture or the site's; None when no font has their letters."""
    missing: frozenset[str]
    """Letters of its own picture that no font has."""

    @property
    def tells(self) -> bool:
        """Whether the page says to programs what it is about."""
        return self.indexed or self.withdrawn


def head_of(
    key: Key, shared: Shared, fonts: Fonts, *, alone: bool, indexed: bool, offered: Sequence[str] | None = None
) -> Head:
    """The head of the page of a record, which must have one; `alone` says that no other record has its name.

    `offered`: the locales in which the page is worth offering; all unless given.
    """
    site, title = shared.store.site, str(shared.short_title(*key).striptags())
    address, withdrawn = shared.addresses.of(*key) or "", shared.store.retraction(*key) is not None
    alternates = {code: shared.on_web(address, code) for code in offered or shared.store.locales}
    own, common = card_of(key, shared), site_card(shared)
    card = next((card for card in (own, common) if not fonts.missing(card.words)), None)
    return Head(
        key=key,
        title=title if alone else shared.texts.interface("title.alike", title=title, kind=kind_of(key, shared)),
        description=describe(shared, *key),
        url=shared.on_web(address, shared.locale.code),
        alternates={**alternates, "x-default": shared.on_web(address, site.default)},
        indexed=indexed and not withdrawn,
        withdrawn=withdrawn,
        picture=Picture(card, f"{FOLDER}/{name_of(card, fonts)}.png") if card else None,
        missing=frozenset(fonts.missing(own.words)),
    )


def kind_of(key: Key, shared: Shared) -> str:
    """A word that tells a record from another of the same name."""
    kind, record_id = key
    if shared.store.retraction(kind, record_id) is not None:
        return record_id
    match kind:
        case "entities":
            return shared.texts.interface(f"kind.{shared.store.entities[record_id].kind}")
        case "sources":
            return shared.texts.entity_name(shared.store.sources[record_id].publisher)
        case "events":
            return str(shared.texts.date_html(shared.store.events[record_id].date).striptags())
        case _:
            return shared.texts.interface(f"title.{kind}")


def fields(head: Head, shared: Shared) -> dict[str, Any]:
    """What the theme places from a head, besides title and description; every address is whole."""
    others = [code for code in head.alternates if code not in (shared.locale.code, "x-default")]
    placed: dict[str, Any] = {
        "url": head.url,
        "type": "article" if shared.addresses.of(*head.key) else "website",
        "locale": open_graph_locale(shared.locale.code, shared),
        "other_locales": [open_graph_locale(code, shared) for code in others],
        "modified": shared.store.site.updated.last.isoformat(),
        "indexed": head.indexed,
    }
    if head.indexed:
        placed["alternates"] = head.alternates
    if head.picture:
        card = head.picture.card
        placed["image"] = {
            "url": f"{shared.settings.address}{head.picture.path}",
            "width": WIDTH,
            "height": HEIGHT,
            "alt": shared.texts.interface("card.alt", site=card.site, title=card.title),
        }
    return placed


def open_graph_locale(code: str, shared: Shared) -> str:
    """A locale as Open Graph writes it, with the territory that its formats name or where CLDR most expects it."""
    if code in OPEN_GRAPH:
        return OPEN_GRAPH[code]
    code = shared.store.site.locales[code].formats or code
    language, *rest = code.split("-")
    likely = str(get_global("likely_subtags").get(language, language))
    territory = next((part for part in reversed([*likely.split("_"), *rest]) if len(part) == 2 and part.isupper()), "")
    return f"{language}_{territory}" if territory else language
