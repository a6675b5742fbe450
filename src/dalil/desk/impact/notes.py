"""Whether each claim that says something else than before carries a note of it, and none that was published is gone."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from dalil.desk.impact.compare import compare
from dalil.desk.impact.history import changed_here, find_base, unpack
from dalil.desk.impact.snapshot import last_change, snapshot
from dalil.desk.impact.trusted import code_among
from dalil.model.kinds import ONE
from dalil.problems import Place, Problems, phrase
from dalil.store import RETRACTABLE


@dataclass(frozen=True)
class Former:
    """The state with which the files as they are are compared."""

    root: Path
    """Where it is unpacked."""
    name: str
    """What the caller called it."""
    code: list[str]
    """Files in which the code of the two states differs."""


@contextmanager
def former_state(root: Path, base: str) -> Iterator[Former]:
    """The state at which the files as they are left `base`, unpacked for as long as it is needed; raises NoHistory."""
    commit = find_base(root, base, None).commit
    with tempfile.TemporaryDirectory(prefix="dalil-notes-") as temporary:
        before = Path(temporary, "before")
        unpack(root, commit, before)
        yield Former(before, base, code_among(changed_here(root, commit)))


def check_notes(root: Path, former: Former, problems: Problems, code: Path | None = None) -> None:
    """Compares the files as they are with a former state; what is not noted goes to `problems`.

    `code`: the folder of a trusted state whose macros take the place of the project's own. A base that does not pass
    the present check cannot be compared, and gives nothing.
    """
    as_of = last_change(root)
    older = snapshot(former.root, as_of, pages=False)
    newer = snapshot(root, as_of, pages=False, code=code)
    impact = compare(older, newer)
    for one in impact.assertions:
        if one.note_missing:
            path, line = impact.lines[one.key]
            problems.add("note-missing", Place(path, line), id=one.key[1], base=former.name, today=str(as_of))
    for record in impact.records:
        kind, record_id = record.key
        if record.change == "removed" and kind in RETRACTABLE and record_id not in newer.aliases:
            path, line = impact.lines[record.key]
            place = Place(path, line if (root / path).is_file() else 1)
            problems.add("record-gone", place, what=phrase(ONE[kind]), id=record_id, base=former.name)
