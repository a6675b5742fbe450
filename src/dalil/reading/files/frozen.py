"""A copy of a project at one moment, so that what is changed while it is worked on belongs to the next time."""

from __future__ import annotations

from pathlib import Path

from dalil.problems import Place, Problems, phrase
from dalil.problems.limits import MAX_CATALOGUE_BYTES
from dalil.reading.files.real import PARTS, NotReal, note_unreal, read_real, real_files, size_of

MAX_BYTES = MAX_CATALOGUE_BYTES
"""Of one file: no part of a project has larger ones."""


def freeze(root: Path, copy: Path, problems: Problems) -> None:
    """Copies the parts of a project, each file read once; what cannot be copied is noted and left out."""
    for part in PARTS:
        if (root / part).is_dir() and not (root / part).is_symlink():
            (copy / part).mkdir(parents=True)
        for path in real_files(root, root / part, problems):
            name = path.relative_to(root)
            try:
                if (size := size_of(path)) > MAX_BYTES:
                    reason = phrase("file-large", size=size, limit=MAX_BYTES)
                    problems.add("file-bounds", Place(name.as_posix()), reason=reason)
                    continue
                content = read_real(path, MAX_BYTES)
            except FileNotFoundError:
                continue  # It was taken away in the meantime.
            except NotReal as error:
                note_unreal(Place(name.as_posix()), error.what, problems)
                continue
            except OSError as error:
                problems.add("file-unreadable", Place(name.as_posix()), reason=error.strerror or error)
                continue
            target = copy / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
