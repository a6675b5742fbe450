"""The order in which one reads: that of lists, and so what stands before and after each page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

from dalil.render.alphabet import sort_key
from dalil.render.mentions import Key
from dalil.render.shared import Neighbours, Shared


def ordered(keys: Iterable[Key], shared: Shared) -> list[Key]:
    """Records as their list shows them; all of `keys` stand in one list.

    Events by date; sources by publisher; entities and terms by name; claims and statements by topic in the order of
    reading, claims first; others as in the store.
    """
    topics = {page: number for number, page in enumerate(shared.pages)}
    return sorted(keys, key=lambda key: _rank(key, shared, topics))


def _rank(key: Key, shared: Shared, topics: dict[str, int]) -> tuple[Any, ...]:
    kind, record_id = key
    store = shared.store
    match kind:
        case "events":
            date = store.events[record_id].date
            return date.first, date.last, record_id
        case "sources":
            return sort_key(shared.texts.entity_name(store.sources[record_id].publisher)), record_id
        case "entities" | "terms":
            return (sort_key(str(shared.title(kind, record_id).striptags())),)
        case "claims" | "statements":
            return topics.get(store.assertion(record_id).topic, len(topics)), kind
        case _:
            return ()


def neighbours(keys: Sequence[Key], parent: Key | None) -> dict[Key, Neighbours]:
    """What each record of a list stands between; `parent` is the page that shows the list."""
    after = dict(pairwise(keys))
    before = {later: earlier for earlier, later in after.items()}
    return {key: Neighbours(before.get(key), after.get(key), parent) for key in keys}
