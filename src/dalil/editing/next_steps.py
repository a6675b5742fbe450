"""What an editor does with a record that was just added."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from dalil.problems import Problems
from dalil.render.skeletons import read_skeletons
from dalil.store import Store


def next_steps(root: Path, store: Store, kind: str, record_id: str, fields: Mapping[str, Any]) -> list[str]:
    """One sentence a step, the most pressing first."""
    page = _page(root, store, str(fields.get("topic") or ""))
    steps = {
        "sources": [f"Cite it in a claim or statement: {{source: {record_id}, locator: {{words: …}}}}"],
        "entities": [
            f"Name it in texts: [words](entity:{record_id}).",
            "It gets a page of its own once something is said of it.",
        ],
        "events": [
            f"Name it in texts: [words](event:{record_id}). Place its date in a text with {{date_of: {record_id}}}.",
        ],
        "claims": [f'Call it in {page}: add "{record_id}" to a call such as claims(…).'],
        "statements": [f'See that a table shows it, such as statements(role="{fields.get("role")}") in {page}.'],
        "disputes": [f'Show it where it matters: disputed("{record_id}") in {page}.'],
        "terms": [f"Name it in texts: [words](term:{record_id})."],
    }
    return [*steps[kind], "Run `dalil check`; `dalil serve` shows what readers will see."]


def _page(root: Path, store: Store, topic: str) -> str:
    """The skeleton of a topic's page."""
    for skeleton in read_skeletons(root, store, Problems()):
        if skeleton.page == topic and not skeleton.each:
            return skeleton.path
    return "a page of docs/"
