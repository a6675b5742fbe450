"""Does a site have the words of the interface that the engine asks for itself, whatever its macros call?"""

from __future__ import annotations

from typing import get_args

from dalil.model.records import EntityKind
from dalil.problems import Place, Problems
from dalil.store import Store

RESULTS = (*get_args(EntityKind), "page", "event", "term", "dispute", "section", "claim", "source")
"""What a result of the search may be, in the order of results that are otherwise alike: names, then texts, sources."""
INSTEAD = ("none", "advice", "indexes", "near", "strict", "elsewhere", "partly", "meant")
"""What search says when there is another answer than was asked for."""
FEED = ("feed.title", "feed.change")
HINTS = ("hint.term", "hint.said", "hint.sources")
DESCRIPTION = ("search.short", "search.engine")
"""What describes the search to browsers."""


def result_key(kind: str) -> str:
    """The word for a kind of result."""
    return f"kind.{kind}" if kind in get_args(EntityKind) else f"search.kind.{kind}"


NEEDED = (*map(result_key, RESULTS), *(f"search.{name}" for name in INSTEAD), *FEED, *HINTS, *DESCRIPTION)
"""Keys that every site must have: those of the search, the feed and the hints, which no macro makes."""


def check_needed(store: Store, problems: Problems) -> None:
    """Notes each word that a site lacks, as it may after a new version of the engine."""
    for key in NEEDED:
        if key not in store.interface:
            problems.add("interface-missing", Place("data/interface"), id=key)
