"""The impact of a change: from two states in git to what is different."""

from __future__ import annotations

import tempfile
from multiprocessing import get_context
from pathlib import Path

from dalil.desk.impact.compare import Impact, compare
from dalil.desk.impact.history import Base, changed_here, changed_since, find_base, unpack
from dalil.desk.impact.snapshot import last_change, snapshot
from dalil.desk.impact.trusted import code_among
from dalil.system.processes import workers
from dalil.system.progress import Step, silent


def impact_of(
    root: Path, base: str, head: str | None = None, step: Step = silent, *, with_code: bool = False
) -> tuple[Base, Impact]:
    """Compares the state where `head` left `base` with `head`, or with the files as they are when `head` is None.

    The newer state is not trusted: its pages are made by the older one's macros and configuration, unless `with_code`.
    Raises NoHistory when git cannot give one of them.
    """
    found = find_base(root, base, head)
    with tempfile.TemporaryDirectory(prefix="dalil-impact-") as temporary:
        before, after = Path(temporary, "before"), root
        older_tree = unpack(root, found.commit, before)
        if head is None:
            files = changed_here(root, found.commit)
        else:
            after = Path(temporary, "after")
            files = changed_since(older_tree, unpack(root, found.head, after))
        as_of = last_change(after)
        # Each state is rendered by itself; the older one meanwhile, on another core.
        with workers(1, get_context("spawn")) as other:
            older = other.submit(snapshot, before, as_of)
            newer = snapshot(after, as_of, step, code=None if with_code else before)
            impact = compare(older.result(), newer)
    impact.files = files
    impact.code = [] if with_code else code_among(files)
    return found, impact
