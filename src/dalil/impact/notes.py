"""Whether each claim that says something else than before carries a note of it."""

from __future__ import annotations

import tempfile
from pathlib import Path

from dalil.impact.compare import compare
from dalil.impact.history import find_base, unpack
from dalil.impact.snapshot import last_change, snapshot
from dalil.problems import Place, Problems


def check_notes(root: Path, base: str, problems: Problems) -> None:
    """Compares the files as they are with the state at which they left `base`; what is not noted goes to `problems`.

    A base that does not pass the present check cannot be compared, and gives nothing. Raises NoHistory.
    """
    commit = find_base(root, base, None).commit
    with tempfile.TemporaryDirectory(prefix="dalil-notes-") as temporary:
        before = Path(temporary, "before")
        unpack(root, commit, before)
        as_of = last_change(root)
        impact = compare(snapshot(before, as_of, pages=False), snapshot(root, as_of, pages=False))
    for one in impact.assertions:
        if one.note_missing:
            path, line = impact.lines[one.key]
            problems.add("note-missing", Place(path, line), id=one.key[1], base=base, today=str(as_of))
