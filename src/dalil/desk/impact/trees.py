"""What a commit holds, read as objects and written as plain files: whatever its names, links or sizes are.

A tree is a stranger's: it may hold names that no checkout would make (`..`, `.git`, a slash, bytes that are no text),
one folder thousands of times, or files without end. The walk is bounded, and what is no file is listed, not followed.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Literal

from dalil.desk.impact.git import NoHistory, Objects
from dalil.problems import phrase

REGULAR, LINK, MODULE, FOLDER = 0o100000, 0o120000, 0o160000, 0o040000
"""What an entry of a tree is, by the upper bits of its mode (gitformat-index, “mode”)."""
KIND = 0o170000
MODE = re.compile(rb"[0-7]{5,7}")

ENTRIES = 50_000
"""Files and folders of a state; one that holds more is not read."""
TREE = 4 << 20
"""Bytes of the list of one folder."""
FILE = 64 << 20
"""Bytes of one file; a larger one is listed and not read."""
ALL = 1 << 30
"""Bytes of all files together."""
DEPTH = 50
"""Folders within folders."""
PATH = 1_000
"""Characters of a path; of a longer one the start is listed."""

Left = Literal["link", "module", "name", "size", "place", "kind"]
"""Why something of a tree is no file that could be read: a link, another repository, a name that no checkout may make,
its size, that it cannot be written on this machine, or that it is none of the things that git knows."""
REFUSED = re.compile(r"\.{0,2}|\.git|git~\d+", re.IGNORECASE)
"""Names that would leave the folder, or be git's own (the rule of `git fsck`)."""
FORBIDDEN = re.compile(r"[/\0\ud800-\udfff]" if os.name == "posix" else r"[/\\:\0\ud800-\udfff]")
"""What no name may hold: what parts folders, and bytes that are no text; on Windows a colon names a part of a file."""
IGNORED = re.compile("[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]")
"""Characters that a Mac's disk passes over in names (the rule of `git fsck`)."""


@dataclass(frozen=True)
class Entry:
    """One file of a state."""

    object: str
    """Its hash: equal for equal bytes."""
    executable: bool = False
    left: Left | None = None
    """Why it was not read, if it was not."""


@dataclass
class Tree:
    """What a state holds, by path; paths that are no UTF-8 are as Python reads names of files."""

    entries: dict[str, Entry] = field(default_factory=dict)


@dataclass(frozen=True)
class _Item:
    mode: int
    path: str
    object: str
    fine: bool
    """Whether every name of its path is one that a file may have."""


def write_tree(root: Path, tree: str, folder: Path) -> Tree:
    """Writes the files of a tree of the repository at `root` into `folder`, and says what it holds.

    Raises NoHistory when git cannot give an object, and when the tree is larger than the limits of this module.
    """
    found, total = Tree(), 0
    folder.mkdir(parents=True, exist_ok=True)
    with Objects(root) as objects:
        for item in _walk(objects, tree):
            left = _refused(item)
            if left is None:
                kind, size = objects.head(item.object)
                total += size
                if total > ALL:
                    raise NoHistory(phrase("tree-large", limit=ALL >> 20))
                left = _too_much(kind, size)
                file = None if left else _opened(folder / item.path)
                for piece in objects.pieces(size):
                    if file:
                        file.write(piece)
                if file:
                    file.close()
                left = left or (None if file else "place")
            found.entries[_free(item.path, found)] = Entry(item.object, bool(item.mode & 0o100), left)
    return found


def _free(path: str, found: Tree) -> str:
    """The path, or, if a broken tree holds it twice, a name by which the second is listed too."""
    while path in found.entries:
        path += "\0"
    return path


def _refused(item: _Item) -> Left | None:
    kinds: dict[int, Left] = {LINK: "link", MODULE: "module"}
    kind = item.mode & KIND
    if kind != REGULAR:
        return kinds.get(kind, "kind")
    return None if item.fine else "name"


def _too_much(kind: str, size: int) -> Left | None:
    return "kind" if kind != "blob" else "size" if size > FILE else None


def _opened(path: Path) -> IO[bytes] | None:
    """A new file, or None where it cannot be: never over another, which on some disks differs in capitals only."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return path.open("xb")
    except (OSError, ValueError):
        return None


def _walk(objects: Objects, tree: str) -> Iterator[_Item]:
    """Everything in a tree that is no folder, in the order of the tree."""
    waiting: list[tuple[str, str, bool, int]] = [(tree, "", True, 0)]
    seen = 0
    while waiting:
        name, prefix, fine, depth = waiting.pop()
        for mode, label, inner in _entries(objects, name):
            seen += 1
            if seen > ENTRIES:
                raise NoHistory(phrase("tree-many", limit=f"{ENTRIES:,}"))
            path = f"{prefix}{label}"
            good = fine and _may_be(label) and len(path) <= PATH
            if mode & KIND == FOLDER and depth < DEPTH and len(path) <= PATH:
                waiting.append((inner, f"{path}/", good, depth + 1))
            else:
                yield _Item(mode, path[:PATH], inner, good)


def _entries(objects: Objects, tree: str) -> Iterator[tuple[int, str, str]]:
    """(mode, name, hash) of each entry: a mode in octal, a space, a name, NUL, the hash's bytes."""
    kind, size = objects.head(tree)
    if kind != "tree" or size > TREE:
        raise NoHistory(phrase("tree-folder", object=tree[:12], limit=TREE >> 20))
    data, length, start = b"".join(objects.pieces(size)), len(tree) // 2, 0
    while start < len(data):
        space = data.find(b" ", start)
        end = data.find(b"\0", space)
        name, inner = data[space + 1 : end], data[end + 1 : end + 1 + length]
        if min(space, end) < 0 or len(inner) < length or not MODE.fullmatch(data, start, space):
            raise NoHistory(phrase("tree-damaged", object=tree[:12]))
        yield int(data[start:space], 8), name.decode("utf-8", "surrogateescape"), inner.hex()
        start = end + 1 + length


def _may_be(name: str) -> bool:
    """Whether a file may have this name on every system that git knows."""
    bare = IGNORED.sub("", name).rstrip(". ")
    return not (REFUSED.fullmatch(bare) or FORBIDDEN.search(name))
