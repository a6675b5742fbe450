"""Which texts there are to translate, and what each is called."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from dalil.checks.grammar import placed_names
from dalil.model.grammar import FIELD
from dalil.model.locales import Locale
from dalil.model.texts import Path, key_of, texts_of
from dalil.store import Store


@dataclass(frozen=True)
class Unit:
    """One text of a record, in every written locale."""

    kind: str
    record: Any
    path: Path
    """Where it stands in the record, such as `("sections", "signing")`."""
    text: dict[str, str]
    file: str
    """The file of the record, relative to the project."""

    @property
    def key(self) -> str:
        """Its name in every catalogue."""
        return key_of(self.kind, self.record.id, self.path)


def units_of(store: Store) -> Iterator[Unit]:
    """Every text of the store, in the order of the files."""
    named = placed_names(store)
    for kind in ("site", *store.loaded.records):
        for record in store.of_kind(kind).values():
            for path, text in texts_of(record):
                if path == FIELD:
                    if record.id not in named:
                        continue
                    text = {code: text.get(code, name) for code, name in _names(store, record).items()}
                yield Unit(kind, record, path, text, store.place(kind, record.id).path)


def _names(store: Store, record: Any) -> dict[str, str]:
    """The name of an entity or event in each written locale; none where nothing sound says it, which is noted apart."""
    if record.name is not None:
        return dict(record.name)
    try:
        return {code: Locale(code, store.site.locales[code]).country(record.code or "") for code in store.written}
    except KeyError:
        return {}


Change = Callable[[str, dict[str, str]], dict[str, str]]
"""The key of a text and the text in each locale, to what takes its place."""


def retexted(store: Store, change: Change) -> Store:
    """A store like this one, with other texts; the one that is given stays as it is."""

    def copy(kind: str, record: Any) -> Any:
        new = record.model_copy(deep=True)
        for path, text in texts_of(new):
            words = change(key_of(kind, record.id, path), dict(text))
            text.clear()
            text.update(words)
        return new

    kinds: dict[str, Any] = {
        kind: {record_id: copy(kind, record) for record_id, record in store.of_kind(kind).items()}
        for kind in store.loaded.records
    }
    return replace(store, site=copy("site", store.site), **kinds)
