"""What an editor does with a record that was just added."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from dalil.problems import Problems
from dalil.render.skeletons import read_skeletons
from dalil.store import Store
from dalil.wording import Said, sentence


def next_steps(
    root: Path, store: Store, kind: str, record_id: str, fields: Mapping[str, Any], language: str = "en"
) -> list[Said]:
    """One sentence a step, the most pressing first."""

    def step(key: str, **samples: object) -> Said:
        return sentence(f"step-{key}", language, **samples)

    page = _page(root, store, str(fields.get("topic") or "")) or step("some-page")
    steps = {
        "sources": [step("cite", sample=f"{{source: {record_id}, locator: {{words: …}}}}")],
        "entities": [step("name", sample=f"[words](entity:{record_id})"), step("page")],
        "events": [step("event", sample=f"[words](event:{record_id})", date=f"{{date_of: {record_id}}}")],
        "claims": [step("call", page=page, id=f'"{record_id}"')],
        "statements": [step("table", sample=f'statements(role="{fields.get("role")}")', page=page)],
        "disputes": [step("dispute", sample=f'disputed("{record_id}")', page=page)],
        "terms": [step("name", sample=f"[words](term:{record_id})")],
    }
    return [*steps[kind], step("check-it")]


def _page(root: Path, store: Store, topic: str) -> str:
    """The skeleton of a topic's page; empty where there is none."""
    for skeleton in read_skeletons(root, store, Problems()):
        if skeleton.page == topic and not skeleton.each:
            return skeleton.path
    return ""
