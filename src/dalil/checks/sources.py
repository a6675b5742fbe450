"""Is every source cited, and does it say in words why to be careful with it?"""

from __future__ import annotations

import re

from dalil.model.records import Source
from dalil.problems import Problems
from dalil.store import Store


def check(store: Store, problems: Problems) -> None:
    """Notes orphan sources, caveats without words, and circles of copies."""
    cited = store.cited()
    read_through = {source.via for source in store.sources.values()}
    for source in store.sources.values():
        if (
            source.id not in cited
            and source.id not in read_through
            and not _is_named_in(store.loaded.broken_text, source.id)
        ):
            problems.add("orphan-source", store.place("sources", source.id, key=True))
        if _is_read_through_itself(source, store):
            problems.add("via-circle", store.place("sources", source.id, "via"), id=source.id)
        if source.caveats and not source.caveat:
            problems.add("caveat-without-words", store.place("sources", source.id, "caveats", key=True))


def _is_read_through_itself(source: Source, store: Store) -> bool:
    seen, via = {source.id}, source.via
    while via and via in store.sources and via not in seen:
        seen.add(via)
        via = store.sources[via].via
    return via == source.id


def _is_named_in(text: str, source_id: str) -> bool:
    """Whether a record that could not be read names a source; it may well cite it."""
    return bool(re.search(rf"(?<![\w-]){re.escape(source_id)}(?![\w-])", text))
