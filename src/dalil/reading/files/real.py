"""The files of a project that are really its own: links are not followed, and pipes and devices are not opened.

What a link leads to is no part of the project: it may be a file of the machine on which the site is built.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

from dalil.problems import Phrase, Place, Problems, phrase, printable
from dalil.problems.limits import MAX_FILES

PARTS = ("data", "docs", "macros", "overrides", "fonts", "mkdocs.yml")
"""The parts of a project from which a site is made."""
MAX_DEPTH = 12
"""Folders within each other."""
SUFFIXES = (".md", ".yml", ".po", ".j2")
"""Ends of the names of files; a folder that is called so is a mistake."""
OWN = (".DS_Store", "Thumbs.db", "desktop.ini")
"""Files that systems put beside others."""
NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)
NO_WAIT = getattr(os, "O_NONBLOCK", 0)
"""Without it, opening a pipe waits for somebody to write to it."""


class NotReal(OSError):
    """What stands at a path is no file of the project; `what` says what it is."""

    def __init__(self, what: Phrase) -> None:
        super().__init__(what.key)
        self.what = what


def left_behind(name: str) -> bool:
    """Whether a file of this name was put beside others by an editor or a system: such files are passed over."""
    swap = name.startswith(".") and name[-4:-1] == ".sw"
    return name in OWN or name.endswith("~") or name.startswith(("#", ".#", "._")) or swap


def real_files(root: Path, folder: Path, problems: Problems) -> list[Path]:
    """The real files below a folder of `root`, or the folder itself where it is a file; what is none is noted."""
    found: list[Path] = []
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        try:
            mode = path.lstat().st_mode
            if stat.S_ISDIR(mode) and path.suffix in SUFFIXES:
                note_unreal(Place(_name(root, path)), _what(mode), problems)
            elif stat.S_ISDIR(mode):
                waiting += _entries(root, path, problems)
            elif left_behind(path.name):
                continue
            elif stat.S_ISREG(mode):
                found.append(path)
            else:
                note_unreal(Place(_name(root, path)), _what(mode), problems)
        except FileNotFoundError:
            continue
        except OSError as error:
            problems.add("file-unreadable", Place(_name(root, path)), reason=error.strerror or error)
        if len(found) > MAX_FILES:
            place, reason = Place(_name(root, folder)), phrase("files-many", count=MAX_FILES)
            problems.add("file-bounds", place, reason=reason)
            break
    return sorted(found)


def _entries(root: Path, folder: Path, problems: Problems) -> list[Path]:
    if len(folder.relative_to(root).parts) > MAX_DEPTH:
        problems.add("file-bounds", Place(_name(root, folder)), reason=phrase("folders-deep", count=MAX_DEPTH))
        return []
    return list(folder.iterdir())


def is_real(path: Path) -> bool:
    """Whether a file of the project itself stands at a path."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False


def read_real(path: Path, most: int = -1) -> bytes:
    """The content of a real file, at most its first `most` bytes.

    Raises NotReal for anything else, and OSError when it cannot be read.
    """
    with os.fdopen(_opened(path), "rb") as file:
        return file.read(most)


def holds(path: Path, content: bytes) -> bool:
    """Whether a real file has a content."""
    try:
        return read_real(path, len(content) + 1) == content
    except OSError:
        return False


def size_of(path: Path) -> int:
    """How large a real file is, in bytes; raises as `read_real`."""
    found = path.lstat()
    if not stat.S_ISREG(found.st_mode):
        raise NotReal(_what(found.st_mode))
    return found.st_size


def _opened(path: Path) -> int:
    size_of(path)
    # What was a file a moment ago may be none now, so what is opened is asked once more.
    handle = os.open(path, os.O_RDONLY | NO_FOLLOW | NO_WAIT | getattr(os, "O_BINARY", 0))
    mode = os.fstat(handle).st_mode
    if not stat.S_ISREG(mode):
        os.close(handle)
        raise NotReal(_what(mode))
    return handle


def note_unreal(place: Place, what: Phrase, problems: Problems) -> None:
    """Notes what stands where a file must."""
    problems.add("file-not-real", place, what=what)


def _what(mode: int) -> Phrase:
    if stat.S_ISLNK(mode):
        return phrase("a-link")
    return phrase("a-folder" if stat.S_ISDIR(mode) else "a-device")


def _name(root: Path, path: Path) -> str:
    # A name of a file may hold line breaks, marks of direction and commands for terminals.
    return printable(path.relative_to(root).as_posix())
