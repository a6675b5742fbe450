"""What stands in `docs` beside the pages and is published with them: pictures, and files to be taken away.

Each is of a kind that is known, by its name and by what is in it, and says nothing that its maker did not mean to say.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from dalil.problems import Place, Problems, phrase
from dalil.reading.documents import read_text
from dalil.reading.files.pictures import FORMATS, picture_fault
from dalil.reading.files.real import read_real, real_files, size_of
from dalil.reading.files.svg import svg_faults
from dalil.reading.files.texts import controls, formulas
from dalil.text.near import nearest

FOLDER, PAGE = "docs", ".md"
DRAWING = ".svg"
DOWNLOADS = (".csv", ".txt")
KINDS = (*FORMATS, DRAWING, *DOWNLOADS)
"""What may be published beside pages. PDF is not among them: it may hold scripts, forms and other files."""
MAX_BYTES = 10_000_000
"""Of one file."""
MAX_ALL = 200_000_000
"""Of all together."""
MAX_COUNT = 1_000


@dataclass(frozen=True)
class Attached:
    """One file that is published as it is."""

    name: str
    """Its path within `docs`, which is its address on the site."""
    path: Path
    digest: str
    """Of what was found sound; what has another is something else."""


class Changed(Exception):
    """A file is no longer what was checked."""


def content_of(one: Attached) -> bytes:
    """What was checked; raises Changed when the file holds something else by now."""
    try:
        content = read_real(one.path, MAX_BYTES + 1)
    except OSError as error:
        raise Changed(one.name) from error
    if sha256(content).hexdigest() != one.digest:
        raise Changed(one.name)
    return content


def read_attached(root: Path, problems: Problems, only: Iterable[str] | None = None) -> list[Attached]:
    """The sound files of `docs` that are no pages; what is wrong with the others is noted.

    `only`: the files that are asked for, relative to the project; all unless given.
    """
    found: list[Attached] = []
    size = 0
    wanted = None if only is None else set(only)
    for path in real_files(root, root / FOLDER, problems):
        name = path.relative_to(root).as_posix()
        if path.suffix == PAGE or (wanted is not None and name not in wanted):
            continue
        if len(found) == MAX_COUNT or size > MAX_ALL:
            reason = phrase("attached-many", count=MAX_COUNT, limit=MAX_ALL)
            problems.add("file-bounds", Place(FOLDER), reason=reason)
            break
        if (content := _content(path, name, problems)) is not None:
            size += len(content)
            found.append(Attached(path.relative_to(root / FOLDER).as_posix(), path, sha256(content).hexdigest()))
    return found


def _content(path: Path, name: str, problems: Problems) -> bytes | None:
    """The content of a sound file; None with the fault noted."""
    if path.suffix not in KINDS:
        problems.add("file-kind", Place(name), known=(PAGE, *KINDS), nearest=nearest(path.suffix.lower(), KINDS))
        return None
    if path.suffix in DOWNLOADS and path.parent.name == FOLDER:
        # Services take a text at the root of a site for the word of its owner.
        problems.add("file-at-root", Place(name))
        return None
    try:
        if (size := size_of(path)) > MAX_BYTES:
            reason = phrase("file-large", size=size, limit=MAX_BYTES)
            problems.add("file-bounds", Place(name), reason=reason)
            return None
        content = read_real(path, MAX_BYTES)
    except OSError as error:
        problems.add("file-unreadable", Place(name), reason=error.strerror or error)
        return None
    before = len(problems)
    _look(path, name, content, problems)
    return content if len(problems) == before else None


def _look(path: Path, name: str, content: bytes, problems: Problems) -> None:
    """Notes what is wrong within a file of a known kind."""
    if path.suffix == DRAWING:
        for line, column, what in svg_faults(content):
            problems.add("svg-refused", Place(name, line, column), what=what)
    elif path.suffix in DOWNLOADS:
        text = read_text(path, name, problems)
        for place in controls(name, text or ""):
            problems.add("file-content", place, reason=phrase("no-plain-text"))
        for place in formulas(name, text or "") if path.suffix == ".csv" else ():
            problems.add("file-content", place, reason=phrase("a-formula"))
    elif fault := picture_fault(content, path.suffix):
        code, reason = fault
        problems.add(code, Place(name), reason=reason)
