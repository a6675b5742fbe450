"""Does a site have the words of the interface that the engine asks for itself, whatever its macros call?"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import get_args

from jinja2 import Environment, TemplateSyntaxError, nodes

from dalil.model.records import EntityKind
from dalil.problems import Place, Problems
from dalil.reading.files.theme import templates
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


ASKED_WITH = ("t", "dalil")
"""What a template of the theme calls for a word."""


def check_needed(root: Path, store: Store, problems: Problems) -> None:
    """Notes each word that a site lacks, as it may after a new version of the engine or of the theme at `root`."""
    for key in sorted({*NEEDED, *asked_by_theme(root)}):
        if key not in store.interface:
            problems.add("interface-missing", Place("data/interface"), id=key)


def asked_by_theme(root: Path) -> Iterator[str]:
    """The keys that the project’s templates of the theme name; what is wrong with one itself, the build tells."""
    for path in templates(root):
        try:
            yield from _asked_in(path.read_text(encoding="utf-8"))
        except (TemplateSyntaxError, UnicodeDecodeError):
            continue


@lru_cache(256)
def _asked_in(template: str) -> tuple[str, ...]:
    calls = Environment().parse(template).find_all(nodes.Call)
    asking = (call for call in calls if isinstance(call.node, nodes.Name) and call.node.name in ASKED_WITH)
    return tuple(given.value for call in asking for given in call.args[:1] if isinstance(given, nodes.Const))
