"""Where each record is found on the site: read off the tree of skeletons, so that it is said in one place.

An address is relative to the root of a locale: `claims/nss-made-public/`, `glossary/#minilateralism`, `` for home.
"""

from __future__ import annotations

from collections.abc import Iterable

from dalil.render.skeletons import Skeleton
from dalil.store import Store


class Addresses:
    """Addresses of records, by folder of the store and id."""

    def __init__(self, skeletons: Iterable[Skeleton], store: Store, spoken_of: set[str]) -> None:
        """`spoken_of`: entities of which something is said; the others have no page."""
        self._known: dict[tuple[str, str], str] = {}
        for skeleton in skeletons:
            if skeleton.page and not skeleton.each:
                self._known["pages", skeleton.page] = skeleton.address
            for kind in skeleton.anchors:
                for record_id in store.of_kind(kind):
                    self._known[kind, record_id] = f"{skeleton.address}#{record_id}"
            for kind in skeleton.each:
                for record_id in record_ids(skeleton, kind, store, spoken_of):
                    self._known[kind, record_id] = f"{skeleton.folder}{record_id}/"

    def former(self, former: str, current: str) -> list[tuple[str, str]]:
        """(former address, present address) for each page of its own that a renamed record has."""
        found = []
        for (_, record_id), address in self._known.items():
            if record_id == current and address.endswith(f"/{current}/"):
                found.append((address.removesuffix(f"{current}/") + f"{former}/", address))
        return found

    def of(self, kind: str, record_id: str) -> str | None:
        """The address of a record, or None when it has no page."""
        return self._known.get((kind, record_id))


def record_ids(skeleton: Skeleton, kind: str, store: Store, spoken_of: set[str]) -> list[str]:
    """The records of a kind for which an `each` skeleton makes a page."""
    if kind != "entities":
        return list(store.of_kind(kind))
    return [
        entity.id
        for entity in store.entities.values()
        if entity.kind == skeleton.kind and entity.page and entity.id in spoken_of
    ]
