"""Who speaks of whom: for each entity, event, term, claim and dispute, the records that name it."""

from __future__ import annotations

from collections import defaultdict

from dalil.checks.references import references_of
from dalil.model.texts import texts_of
from dalil.store import LINK_KINDS, Store
from dalil.text import inline

Key = tuple[str, str]
"""Folder and id of a record."""


class Mentions:
    """The mentions of a store, in its order and without repetition."""

    def __init__(self, store: Store) -> None:
        self._by_target: dict[Key, dict[Key, None]] = defaultdict(dict)
        self._by_origin: dict[Key, dict[Key, None]] = defaultdict(dict)
        self._withdrawn = {(kind, record.id) for kind, record in store.withdrawn()}
        for kind in ("claims", "statements", "events", "disputes", "terms", "sources"):
            for record_id, record in store.of_kind(kind).items():
                for path, folders, target in references_of(record):
                    if kind == "sources" and path[0] != "publisher":
                        continue
                    if path[0] in ("topic", "role"):
                        continue
                    folder = next((folder for folder in folders if store.has(folder, target)), folders[0])
                    self._note((folder, target), (kind, record_id))
                for _, text in texts_of(record):
                    for words in text.values():
                        for link, target, _ in inline.links(words):
                            if link in LINK_KINDS:
                                self._note((LINK_KINDS[link], target), (kind, record_id))

    def _note(self, target: Key, origin: Key) -> None:
        self._by_target[target][origin] = None
        self._by_origin[origin][target] = None

    def of(self, kind: str, record_id: str, by: str) -> list[str]:
        """Ids of the records of folder `by` that mention this record; what is withdrawn does so no more."""
        mentions = self._by_target.get((kind, record_id), {})
        return [one for folder, one in mentions if folder == by and (folder, one) not in self._withdrawn]

    def speaking_of(self, kind: str, record_id: str) -> list[str]:
        """Ids of the claims and statements that mention this record."""
        return [one for by in ("claims", "statements") for one in self.of(kind, record_id, by)]

    def named_by(self, kind: str, record_id: str) -> list[str]:
        """Ids of the entities that this record names."""
        return [target for folder, target in self._by_origin.get((kind, record_id), {}) if folder == "entities"]

    def spoken_of(self) -> set[str]:
        """Entities of which a claim, statement or event says something, or said: their pages stay where they are."""
        return {
            target
            for (kind, target), by in self._by_target.items()
            if kind == "entities" and any(folder in ("claims", "statements", "events") for folder, _ in by)
        }
