"""The impact of a change: from two states in git to what is different."""

from __future__ import annotations

import tempfile
from dataclasses import asdict
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from dalil.impact.compare import Impact, compare
from dalil.impact.history import Base, find_base, resolve, unpack
from dalil.impact.snapshot import last_change, snapshot
from dalil.processes import workers
from dalil.progress import Step, silent


def impact_of(root: Path, base: str, head: str | None = None, step: Step = silent) -> tuple[Base, Impact]:
    """Compares the state where `head` left `base` with `head`, or with the files as they are when `head` is None.

    Raises NoHistory when git cannot give one of them.
    """
    found = find_base(root, base, head)
    with tempfile.TemporaryDirectory(prefix="dalil-impact-") as temporary:
        before, after = Path(temporary, "before"), root
        unpack(root, found.commit, before)
        if head is not None:
            after = Path(temporary, "after")
            unpack(root, resolve(root, head), after)
        as_of = last_change(after)
        # Each state is rendered by itself; the older one meanwhile, on another core.
        with workers(1, get_context("spawn")) as other:
            older = other.submit(snapshot, before, as_of)
            newer = snapshot(after, as_of, step)
            return found, compare(older.result(), newer)


def as_json(base: Base, impact: Impact) -> dict[str, Any]:
    """The whole impact for programs; keys of records are `folder/id`."""
    return {
        "base": asdict(base),
        "locales": impact.locales,
        "problems": {"base": impact.base_problems, "head": impact.head_problems},
        "claims": [
            {
                **_record(one.key, impact),
                "change": one.change,
                "former": one.former,
                "sentence": {"before": one.before, "after": one.after},
                "status": {"before": one.status[0], "after": one.status[1]},
                "citations": {"gained": [asdict(c) for c in one.gained], "lost": [asdict(c) for c in one.lost]},
                "values": [asdict(value) for value in one.moved],
                "own_record": one.own,
                "note_missing": one.note_missing,
                "pages": one.pages,
            }
            for one in impact.assertions
        ],
        "records": [
            {
                **_record(one.key, impact),
                "change": one.change,
                "former": one.former,
                "fields": [asdict(field) for field in one.fields],
            }
            for one in impact.records
        ],
        "one_sided": [
            {**_record(one.key, impact), "path": one.path, "changed": one.changed, "unchanged": one.unchanged}
            for one in impact.one_sided
        ],
        "stale": impact.stale,
        "pages": {code: [asdict(page) for page in pages] for code, pages in impact.pages.items()},
        "addresses": {code: asdict(one) for code, one in impact.addresses.items()},
    }


def _record(key: tuple[str, str], impact: Impact) -> dict[str, Any]:
    path, line = impact.lines.get(key, ("", 0))
    return {"kind": key[0], "id": key[1], "path": path, "line": line}
