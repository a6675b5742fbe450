"""Does nothing that we say today lean on what was taken back, by us or by a publisher?

History may: revisions, and whatever a withdrawn record says itself, are left as they were.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from dalil.checks.references import Path, references_of
from dalil.model.kinds import ONE
from dalil.model.parts import Retraction
from dalil.model.records import Claim, Statement
from dalil.model.texts import texts_of
from dalil.model.values import DERIVED_KINDS, Value
from dalil.problems import Place, Problems, phrase
from dalil.store import LINK_KINDS, RETRACTABLE, Retractable, Store
from dalil.store.derive import CannotDerive, typed
from dalil.store.status import is_taken_back
from dalil.text import inline

HISTORY = "revisions"
"""The field that says what a record was before."""


def check(store: Store, problems: Problems) -> None:
    """Notes whatever names a withdrawn record or rests on retracted sources alone, and withdrawn figures that move."""
    withdrawn = {(kind, record.id): record.retracted for kind, record in store.withdrawn()}
    for kind, record_id, record in store.records():
        for path, folder, target, words in _named(record):
            retraction = withdrawn.get((folder, target))
            if retraction is not None and path[0] != HISTORY and _is_said_today(record, path):
                note_use(problems, store.place(kind, record_id, *path, words=words), folder, target, retraction)
    for kind, record in store.withdrawn():
        _check_figures(kind, record, store, problems)
    _check_sources(store, problems)


def note_use(problems: Problems, place: Place, kind: str, record_id: str, retraction: Retraction) -> None:
    """Notes that something names a withdrawn record, and what took its place."""
    problems.add(
        "retracted-used",
        place,
        what=phrase(ONE[kind]),
        id=record_id,
        date=retraction.date,
        nearest=retraction.replaced_by or "",
    )


def _named(record: Any) -> Iterator[tuple[Path, str, str, str]]:
    """(path, folder, id, words) of all that can be withdrawn and that a field names, or a text links by these words."""
    for path, folders, target in references_of(record):
        yield from ((path, folder, target, "") for folder in folders if folder in RETRACTABLE)
    for path, text in texts_of(record):
        for code, words in text.items():
            for word, target, link in inline.links(words):
                if (folder := LINK_KINDS.get(word, "")) in RETRACTABLE:
                    yield (*path, code), folder, target, link


def _is_said_today(record: Any, path: Path) -> bool:
    """Whether a field belongs to what stands; of a withdrawn record only what takes its place does."""
    return getattr(record, "retracted", None) is None or path == ("retracted", "replaced_by")


def _check_figures(kind: str, record: Retractable, store: Store, problems: Problems) -> None:
    """What a withdrawn record says must stay what it said, whatever becomes of others."""
    for path, value in figures_of(record):
        if value.kind in DERIVED_KINDS:
            place = store.place(kind, record.id, *path)
            problems.add("retracted-derived", place, value=path[-1], nearest=_typed(value, store))


def figures_of(record: Retractable) -> Iterator[tuple[Path, Value]]:
    """(path, value) of each value of a record."""
    if isinstance(record, Claim):
        yield from ((("values", name), value) for name, value in record.values.items())
    elif isinstance(record, Statement) and record.value is not None:
        yield ("value",), record.value


def _typed(value: Value, store: Store) -> str:
    """What a value comes to today, as it is written in a file; nothing when it comes to nothing."""
    try:
        return re.sub("[\"']", "", str(typed(value, store)))
    except (CannotDerive, KeyError):
        return ""


def _check_sources(store: Store, problems: Problems) -> None:
    for kind, assertion in store.standing():
        support = [citation for citation in assertion.citations if citation.stance == "supports"]
        if support and all(is_taken_back(citation, store) for citation in support):
            sources = list(dict.fromkeys(citation.source for citation in support))
            place = store.place(kind, assertion.id, "citations", key=True)
            problems.add("sources-retracted", place, what=phrase(ONE[kind]), id=assertion.id, sources=sources)
    for source in store.sources.values():
        origin = store.sources.get(source.origin or "")
        if origin is not None and origin.retracted is not None and source.retracted is None and origin is not source:
            problems.add("origin-retracted", store.place("sources", source.id, "origin"), id=origin.id)
