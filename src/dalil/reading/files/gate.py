"""Every file of a project at one gate: real, of a sound name, and of a kind that may be published if it will be."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from dalil.problems import Problems
from dalil.reading.files.attached import Attached, read_attached
from dalil.reading.files.names import check_names
from dalil.reading.files.real import PARTS, real_files


def passed(root: Path, problems: Problems, only: Collection[str] | None = None) -> list[Attached]:
    """The files that are published as they are; what is wrong with any file of the project is noted.

    `only`: the files that are asked for, relative to the project; all unless given.
    """
    names = [path.relative_to(root).as_posix() for part in PARTS for path in real_files(root, root / part, problems)]
    check_names(names, problems)
    return read_attached(root, problems, only)
