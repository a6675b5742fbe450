"""Is every text as short as what it is for, and without more links than anybody would follow?"""

from __future__ import annotations

from dalil.model.texts import texts_of
from dalil.problems import Problems, phrase
from dalil.problems.limits import MAX_LINKS, MAX_NAME
from dalil.store import Store
from dalil.text import inline

NAMES = {"name", "title", "label", "question", "sections", "sentence"}
"""Fields whose texts are shown on one line: as headings, in tables, in the navigation."""


def check(store: Store, problems: Problems) -> None:
    """Notes names that are too long, and texts with too many links."""
    for kind, record_id, record in store.records():
        for path, text in texts_of(record):
            named = path[0] != "notes" and bool(NAMES & {path[0], path[-1]})
            for code, words in text.items():
                place = store.place(kind, record_id, *path, code)
                if named and len(words) > MAX_NAME:
                    problems.add("too-long", place, count=len(words), limit=MAX_NAME)
                if (count := len(inline.links(words)) + len(inline.foreign(words))) > MAX_LINKS:
                    problems.add("too-many", place, what=phrase("links"), count=count, limit=MAX_LINKS)
