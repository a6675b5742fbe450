"""Gathers everything known of a record, whatever faults the rest of the project has."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from dalil.desk.show.freshness import Freshness, Looked, freshness_of, looked_of, translations_of
from dalil.desk.show.uses import Counted, Shown, Use, counted_in, pages_of, uses_of
from dalil.model.kinds import ONE
from dalil.model.parts import Citation, Locator, Notice, Retraction
from dalil.model.records import Claim, Statement
from dalil.model.texts import texts_of
from dalil.model.values import Value
from dalil.problems import Place, Problems
from dalil.project.whole import in_languages
from dalil.render.pages import Renderer
from dalil.render.shared import Shared
from dalil.store import Store
from dalil.store.derive import CannotDerive, resolve
from dalil.store.settings import read_settings
from dalil.text.messages import MessageError
from dalil.text.near import nearest
from dalil.translation.standing import Standing, State
from dalil.wording import listed, sentence

TOLD_APART = {"id", "citations", "values", "value", "rests_on", "revisions", "retracted", "corrected"}
"""Fields that are told in a form of their own, or not at all."""
NOT_SHOWN = (CannotDerive, MessageError, KeyError, ValueError)
"""What goes wrong in showing a record that has a fault of its own."""


@dataclass(frozen=True)
class Opened:
    """A project as far as it can be read."""

    store: Store
    renderer: Renderer
    standings: Mapping[str, Standing]
    """Translated locale to how its texts stand."""
    problems: int
    """How many problems the check would print."""


@dataclass(frozen=True)
class CitationKnown:
    """A citation, with who published the source and where in it the passage stands."""

    source: str
    publisher: str
    locator: str
    stance: str
    place: Place


@dataclass(frozen=True)
class Status:
    """How far an assertion is borne out, and by which rule."""

    status: str
    rule: str
    """Key of the rule: primary, independent, single …"""
    words: Mapping[str, str]
    """Locale to the rule in words."""
    independent: int


@dataclass(frozen=True)
class Back:
    """That a record is withdrawn, or that the publisher of a source corrected it or took it back."""

    state: str
    """retracted or corrected."""
    on: str
    words: str
    """Why, in the language of the answer where the record has it."""
    fields: Mapping[str, str]
    """Whatever else the record says of it."""


@dataclass(frozen=True)
class Known:
    """Everything known of one record."""

    id: str
    kind: str
    place: Place
    former: list[str]
    """Ids that lead to it."""
    fields: Mapping[str, str]
    """Name to value, as it stands in the file; of an id, with the name of what it stands for."""
    texts: Mapping[str, Mapping[str, str]]
    """Field to locale to words, values placed and markup left out."""
    values: Mapping[str, Mapping[str, str]]
    """Name of a typed value to locale to how it is written there."""
    translations: Mapping[str, Mapping[str, State]]
    """Field to translated locale to how its translation stands."""
    taken_back: list[Back]
    status: Status | None
    freshness: Freshness | None
    looked: Looked | None
    """Of a source, the last look at its address."""
    citations: list[CitationKnown]
    disputes: list[str]
    """Disputed questions of which it states a version."""
    uses: list[Use]
    counted: list[Counted]
    pages: list[Shown]
    addresses: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Address within a locale to locale to whole address."""


def open_project(root: Path) -> Opened:
    """Reads and renders what can be; raises ProblemsFound only when data/site.yml says no languages."""
    problems = Problems()
    found = in_languages(root, problems)
    problems.extend(found.unsettled)
    for standing in found.standings.values():
        problems.extend(standing.problems)
    settings = read_settings(root, found.store, problems)
    renderer = Renderer(root, found.store, settings, problems, found.progress)
    renderer.plain_pages(problems)
    return Opened(found.store, renderer, found.standings, len(problems))


def find(store: Store, asked: str) -> tuple[str, str]:
    """(folder, id) of the record that an id or former id leads to; raises KeyError with the nearest id, if any."""
    current = store.current(asked) or asked
    for kind in ONE:
        if store.has(kind, current):
            return kind, current
    raise KeyError(nearest(asked, [one for kind in ONE for one in store.of_kind(kind)]))


def know(opened: Opened, kind: str, record_id: str, language: str = "en") -> Known:
    """Everything known of a record, our own words in a language; raises KeyError for one that cannot be read."""
    store, renderer = opened.store, opened.renderer
    record: BaseModel = store.of_kind(kind)[record_id]
    shared = renderer.shared
    uses = uses_of(store, kind, record_id)
    pages = pages_of(renderer, kind, record_id, uses)
    return Known(
        id=record_id,
        kind=kind,
        place=store.place(kind, record_id, key=True),
        former=[former for former in store.aliases if store.current(former) == record_id],
        fields=_fields(record, shared),
        texts=_texts(record, shared, language),
        values={name: _in_each(shared, _writer(value, store), language) for name, value in _values_of(record).items()},
        translations=translations_of(opened.standings, kind, record),
        taken_back=list(_taken_back(record, shared, language)),
        status=_status(record, shared, language) if isinstance(record, Claim | Statement) else None,
        freshness=freshness_of(store, kind, record),
        looked=looked_of(store, kind, record_id),
        citations=_citations(record, kind, shared[store.site.default], language),
        disputes=store.contested().get(record_id, []),
        uses=uses,
        counted=counted_in(store, record),
        pages=pages,
        addresses={page.address: _whole(page.address, shared) for page in pages},
    )


def _whole(address: str, shared: Mapping[str, Shared]) -> dict[str, str]:
    return {code: one.on_web(address, code) for code, one in shared.items()}


def _fields(record: BaseModel, shared: Mapping[str, Shared]) -> dict[str, str]:
    told = {path[0] for path, _ in texts_of(record)}
    return {
        info.alias or name: _said(getattr(record, name), shared)
        for name, info in type(record).model_fields.items()
        if name not in TOLD_APART | told and getattr(record, name) not in (None, [], {}, info.default)
    }


def _taken_back(record: BaseModel, shared: Mapping[str, Shared], language: str) -> Iterator[Back]:
    for state in ("retracted", "corrected"):
        found: Retraction | Notice | None = getattr(record, state, None)
        if found is not None:
            text = found.why if isinstance(found, Retraction) else found.note
            others = found.model_dump(exclude_none=True, exclude={"date", "why", "note", "citations"})
            words = text.get(language) or next(iter(text.values()))
            yield Back(state, str(found.date), words, {name: _said(value, shared) for name, value in others.items()})


def _said(value: Any, shared: Mapping[str, Shared]) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(_said(item, shared) for item in value)
    if isinstance(value, dict):
        return "; ".join(f"{name}: {_said(item, shared)}" for name, item in value.items())
    if isinstance(value, BaseModel):
        given = value.model_dump(exclude_none=True, exclude_defaults=True, by_alias=True)
        return ", ".join(f"{name}: {_said(item, shared)}" for name, item in given.items())
    names = dict.fromkeys(_name(str(value), one) for one in shared.values() if isinstance(value, str))
    return f"{value} ({' · '.join(names)})" if any(names) else str(value)


def _name(record_id: str, shared: Shared) -> str:
    """The name of the entity or event of this id, if there is one."""
    try:
        return str(shared.name(record_id, None).striptags())
    except NOT_SHOWN:
        return ""


def _texts(record: BaseModel, shared: Mapping[str, Shared], language: str) -> dict[str, dict[str, str]]:
    values: Mapping[str, Value] = getattr(record, "values", {})

    def writer(text: Mapping[str, str]) -> Callable[[Shared], str]:
        return lambda one: one.texts.plain(text, values)

    # What no language says yet, such as the grammar of a name, may be a translator's to say; there is nothing to show.
    given = ((path, text) for path, text in texts_of(record) if text)
    found = {".".join(map(str, path)): _in_each(shared, writer(text), language) for path, text in given}
    if isinstance(record, Statement):
        return {"sentence": _in_each(shared, lambda one: one.plain_sentence(record), language), **found}
    return found


def _in_each(shared: Mapping[str, Shared], write: Callable[[Shared], str], language: str) -> dict[str, str]:
    """What is written in each locale; a fault is said in its place."""
    found = {}
    for code, one in shared.items():
        try:
            found[code] = write(one)
        except NOT_SHOWN as error:
            found[code] = sentence("show-fault", language, reason=error)
    return found


def _values_of(record: BaseModel) -> dict[str, Value]:
    values: dict[str, Value] = dict(getattr(record, "values", {}))
    values |= {f"rests_on.{name}": value for name, value in getattr(record, "rests_on", {}).items()}
    value = getattr(record, "value", None)
    return {**values, "value": value} if isinstance(value, Value) else values


def _writer(value: Value, store: Store) -> Callable[[Shared], str]:
    return lambda one: one.texts.value_plain(resolve(value, store), value.show)


def _status(record: Claim | Statement, shared: Mapping[str, Shared], language: str) -> Status:
    judged = next(iter(shared.values())).judgement(record)

    def write(one: Shared) -> str:
        return one.texts.interface(f"status.rule.{judged.rule}", n=judged.independent)

    words = _in_each(shared, write, language)
    return Status(judged.status, judged.rule, words, judged.independent)


def _citations(record: BaseModel, kind: str, shared: Shared, language: str) -> list[CitationKnown]:
    citations: list[Citation] = getattr(record, "citations", [])
    store = shared.store
    found = []
    for number, citation in enumerate(citations):
        source = store.sources.get(citation.source)
        try:
            publisher = shared.texts.entity_name(source.publisher) if source else ""
        except NOT_SHOWN:
            publisher = source.publisher if source else ""
        place = store.place(kind, getattr(record, "id", ""), "citations", number)
        locator = _locator(citation.locator, language)
        found.append(CitationKnown(citation.source, publisher, locator, citation.stance, place))
    return found


def _locator(locator: Locator | None, language: str) -> str:
    if locator is None:
        return ""
    parts = [sentence(f"show-{name}", language, value=str(value)) for name, value in locator.given.items()]
    return listed(parts, language) or sentence("show-whole", language)
