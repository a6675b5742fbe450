"""Finds records by what people call them: at a prompt a name is as good as its id, and a list shows both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dalil.checks.references import FITTING
from dalil.editing.likeness import bare
from dalil.model.kinds import RECORD_KINDS
from dalil.model.locales import Locale
from dalil.store import Store

NAMED_BY = ("name", "title", "label", "question", "headline", "text")
"""Fields that hold what a record is called, the first that it has."""


def fitting(store: Store, kind: str, field: str, folders: Iterable[str]) -> list[str]:
    """The ids that may stand in a field of the records of a folder: of the right folders, and of the right kind."""
    kinds = FITTING.get((RECORD_KINDS[kind].__name__, field))
    return [
        record.id
        for folder in folders
        for record in store.of_kind(folder).values()
        if kinds is None or getattr(record, "kind", None) in kinds
    ]


def names_of(store: Store, record_id: str, folders: Iterable[str]) -> Iterator[str]:
    """What a record is called, in every written language; other names last."""
    record = next((found for folder in folders if (found := store.of_kind(folder).get(record_id))), None)
    if record is None:
        return
    code = getattr(record, "code", None)
    for language in store.written if isinstance(code, str) else ():
        try:
            yield Locale(language).country(str(code))
        except KeyError:
            continue
    named: Any = next((found for field in NAMED_BY if (found := getattr(record, field, None))), {})
    yield from named.values() if isinstance(named, Mapping) else ()
    for names in (getattr(record, "aliases", None) or {}).values():
        yield from names


def ids_of(store: Store, folders: tuple[str, ...], candidates: Iterable[str], words: str) -> list[str]:
    """The ids that some words mean: the very id, else those that are called exactly so, whatever the vowel signs."""
    known = list(candidates)
    if words in known:
        return [words]
    wanted = bare(words)
    return [one for one in known if wanted and wanted in {bare(name) for name in names_of(store, one, folders)}]


def listed_ids(
    store: Store, folders: tuple[str, ...], candidates: Iterable[str], words: str = ""
) -> list[tuple[str, str]]:
    """(id, names) of the ids whose names or letters hold some words; of all without any."""
    wanted = bare(words)
    rows = ((one, list(dict.fromkeys(names_of(store, one, folders)))) for one in candidates)
    return [
        (one, " · ".join(names[: len(store.written)]))
        for one, names in rows
        if wanted in bare(one) or any(wanted in bare(name) for name in names)
    ]
