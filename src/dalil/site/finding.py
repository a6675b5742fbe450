"""What search can find, and by which words: one entry for each thing a reader may look for, in one locale."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dalil.model.locales import Locale, UnknownLocale
from dalil.model.parts import Text
from dalil.model.records import Entity, Event, Statement, Term
from dalil.render.shared import Shared
from dalil.render.withdrawals import state_of
from dalil.store import Store
from dalil.text import inline

BETWEEN = " · "
"""Stands between names in a detail."""
ABBREVIATED = re.compile(r"(?P<name>.+) \((?P<short>.+)\)")
"""A name with a shorter one in brackets; readers look for either."""


@dataclass(frozen=True)
class Entry:
    """Something that search can find."""

    kind: str
    """What a result is labelled as: page, section, claim, dispute, event, term, source, or a kind of entity."""
    id: str
    """Folder and id of the record, such as `claims/treaty-signed`; of a section `pages/home#signing`."""
    address: str
    """Where it leads, relative to the root of the locale."""
    title: str
    """What a result shows: a name, or a claim's whole sentence."""
    names: tuple[str, ...] = ()
    """What it is called, in any language and script; a query that is one of these whole finds it first."""
    text: str = ""
    """Further words by which it is found."""
    detail: str = ""
    """A word more, to tell it from others: a description, a date, a publisher, the page on which it stands."""
    status: str = ""
    """Of claims and statements."""


def entries(shared: Shared, languages: list[str]) -> list[Entry]:
    """Every entry of one locale, the same in order at each build.

    `languages` are those in which countries are known by their CLDR names.
    """
    return [
        *_pages(shared),
        *_entities(shared, languages),
        *_terms(shared),
        *_events(shared),
        *_disputes(shared),
        *_assertions(shared),
        *_sources(shared),
    ]


def languages_of(store: Store) -> list[str]:
    """Languages in which readers may look for countries: the site's, and those in which the store knows other names."""
    aliases = [record.aliases for kind in (store.entities, store.events, store.terms) for record in kind.values()]
    return sorted({*store.locales, *(code for one in aliases for code in one)})


def names_of(entity: Entity, languages: list[str]) -> Iterator[str]:
    """Every name of an entity, in every language."""
    yield from _words_of(entity.name)
    yield from _others(entity)
    for code in languages if entity.code else ():
        try:
            yield Locale(code).country(entity.code or "")
        except (KeyError, UnknownLocale):
            continue


def _others(record: Entity | Event | Term) -> Iterator[str]:
    for names in record.aliases.values():
        yield from names


def _words_of(text: Text | None) -> Iterator[str]:
    for words in (text or {}).values():
        yield inline.without_markup(words)


def _all_of(*names: str) -> tuple[str, ...]:
    """Each name once, and where it has a short form in brackets, both apart."""
    found = dict.fromkeys(names)
    for match in filter(None, map(ABBREVIATED.fullmatch, names)):
        found |= dict.fromkeys(match.groups())
    return tuple(found)


def _pages(shared: Shared) -> Iterator[Entry]:
    for page in shared.store.pages.values():
        address = shared.addresses.of("pages", page.id)
        if address is None:
            continue
        title = shared.texts.plain(page.title)
        about = shared.texts.plain(page.description)
        yield Entry("page", f"pages/{page.id}", address, title, (title,), about, about)
        for section, heading in page.sections.items():
            words = shared.texts.plain(heading)
            yield Entry("section", f"pages/{page.id}#{section}", f"{address}#{section}", words, (words,), detail=title)


def _entities(shared: Shared, languages: list[str]) -> Iterator[Entry]:
    for entity in shared.store.entities.values():
        if (address := shared.addresses.of("entities", entity.id)) is not None:
            title = shared.texts.entity_name(entity.id)
            others = [name for name in dict.fromkeys(names_of(entity, languages)) if name != title]
            names = _all_of(title, *others)
            if entity.kind == "person":  # people are looked for by their surnames
                names = _all_of(*names, *(name.split()[-1] for name in names))
            detail = BETWEEN.join(others)
            yield Entry(entity.kind, f"entities/{entity.id}", address, title, names, detail=detail)


def _terms(shared: Shared) -> Iterator[Entry]:
    for term in shared.store.terms.values():
        if (address := shared.addresses.of("terms", term.id)) is not None:
            title = shared.texts.plain(term.name)
            names = _all_of(title, *_words_of(term.name), *_others(term))
            meaning = shared.texts.plain(term.meaning)
            yield Entry("term", f"terms/{term.id}", address, title, names, meaning, meaning)


def _events(shared: Shared) -> Iterator[Entry]:
    for event in shared.store.events.values():
        if event.retracted is None and (address := shared.addresses.of("events", event.id)) is not None:
            title = shared.texts.plain(event.name)
            date = shared.locale.date(event.date)
            place = shared.texts.entity_name(event.place) if event.place else ""
            others = event.aliases.get(shared.locale.code, [])
            names, detail = _all_of(title, *others), BETWEEN.join((date, *others))
            yield Entry("event", f"events/{event.id}", address, title, names, f"{date} {event.date} {place}", detail)


def _disputes(shared: Shared) -> Iterator[Entry]:
    for dispute in shared.store.disputes.values():
        if (address := shared.addresses.of("disputes", dispute.id)) is not None:
            texts = (*(version.label for version in dispute.versions), dispute.conclusion)
            said = [str(shared.texts.html(text, dispute.values).striptags()) for text in texts]
            title = str(shared.title("disputes", dispute.id).striptags())
            yield Entry("dispute", f"disputes/{dispute.id}", address, title, (title,), " ".join(said), said[-1])


def _assertions(shared: Shared) -> Iterator[Entry]:
    for kind, assertion in shared.store.standing():
        shown_on = shared.shown_on.get(assertion.id, [])
        page = assertion.topic if assertion.topic in shown_on else next(iter(shown_on), None)
        address = shared.addresses.of(kind, assertion.id)
        detail = ""
        if page is not None:
            address = f"{shared.addresses.of('pages', page)}#{assertion.id}"
            detail = shared.texts.plain(shared.store.pages[page].title)
        if address is not None:
            sentence = shared.plain_sentence(assertion)
            status = shared.judgement(assertion).status
            title = shared.headline(assertion)
            text = sentence if title == sentence else f"{title} {sentence}"
            if isinstance(assertion, Statement):
                text += f" {shared.texts.plain(shared.store.roles[assertion.role].label)}"
            yield Entry("claim", f"{kind}/{assertion.id}", address, title, (), text, detail, status)


def _sources(shared: Shared) -> Iterator[Entry]:
    for source in shared.store.sources.values():
        if (address := shared.addresses.of("sources", source.id)) is not None:
            rendered = shared.texts.plain(source.title)
            names = dict.fromkeys((source.original_title or rendered, rendered))
            publisher = shared.texts.entity_name(source.publisher)
            publishers = _words_of(shared.store.entities[source.publisher].name)
            date = "" if source.published == "undated" else shared.locale.date(source.published)
            text = " ".join((*publishers, source.author or ""))
            notice = shared.texts.interface(f"mark.{state}") if (state := state_of(source)) else ""
            yield Entry(
                "source",
                f"sources/{source.id}",
                address,
                source.original_title or f"[{rendered}]",
                tuple(names),
                text,
                BETWEEN.join(filter(None, (publisher, date, notice))),
            )
