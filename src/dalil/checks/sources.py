"""Is every source cited, and does it say in words why to be careful with it?"""

from __future__ import annotations

from dalil.problems import Problems
from dalil.store import Store


def check(store: Store, problems: Problems) -> None:
    """Notes orphan sources and caveats without words."""
    citing = store.citing()
    read_through = {source.via for source in store.sources.values()}
    for source in store.sources.values():
        if not citing[source.id] and source.id not in read_through:
            problems.add("orphan-source", store.place("sources", source.id, key=True))
        if source.caveats and not source.caveat:
            problems.add("caveat-without-words", store.place("sources", source.id, "caveats", key=True))
