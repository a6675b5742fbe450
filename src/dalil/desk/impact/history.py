"""States of a project in git: the working tree, and any commit unpacked into a folder of its own."""

from __future__ import annotations

import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from dalil.desk.impact.git import NoHistory, git, tried
from dalil.desk.impact.naming import resolve
from dalil.desk.impact.trees import LINK, MODULE, Left, Tree, write_tree
from dalil.model.kinds import RECORD_KINDS
from dalil.problems import phrase

__all__ = ["Base", "Changed", "NoHistory", "changed_here", "changed_since", "find_base", "resolve", "unpack"]

NAME = r"[^.#/][^/]*"
TOLD = re.compile(
    rf"data/site\.yml|data/locales/{NAME}\.po"
    rf"|data/(?:{'|'.join(RECORD_KINDS)})/(?:{NAME}/)*{NAME}\.yml|docs/(?:{NAME}/)*{NAME}\.md"
)
"""Files whose effect is compared: in records, translations and pages. Former ids and the register are no records."""


@dataclass(frozen=True)
class Base:
    """The state with which another is compared."""

    commit: str
    """Its full hash."""
    name: str
    """What the caller called it."""
    fork: bool
    """Whether it is the commit at which the two histories part; otherwise it is the named commit itself."""
    shallow: bool
    """Whether history is cut off in this clone."""
    head: str = ""
    """The full hash of the commit that is compared with it; empty for the files as they are."""


@dataclass(frozen=True)
class Changed:
    """A file that differs between two states, whatever the site makes of it."""

    path: str
    """From the project's folder."""
    change: Literal["added", "changed", "removed"]
    left: Left | None = None
    """Why the newer one is no file that was read, if it is none."""

    @property
    def told(self) -> bool:
        """Whether what it does is compared."""
        return self.left is None and bool(TOLD.fullmatch(self.path))


def find_base(root: Path, base: str, head: str | None) -> Base:
    """The commit where `head` (or the working tree's commit) left `base`.

    In a shallow clone that does not reach so far, it is the commit that `base` names. Raises NoHistory when there is no
    repository or no such commit.
    """
    shallow = git(root, "rev-parse", "--is-shallow-repository").strip() == "true"
    commit, other = resolve(root, base), resolve(root, head or "HEAD")
    fork = tried(root, "merge-base", commit, other)
    return Base(fork or commit, base, fork=bool(fork), shallow=shallow, head=other if head else "")


def unpack(root: Path, commit: str, folder: Path) -> Tree:
    """Writes the project as it was at a commit into `folder`, and says what it held.

    Raises NoHistory when it was not there yet, or is larger than what is read.
    """
    prefix = _prefix(root)
    tree = tried(root, "rev-parse", "--verify", "--quiet", f"{commit}:{prefix}" if prefix else f"{commit}^{{tree}}")
    if tree is None:
        raise NoHistory(phrase("state-without-folder", folder=prefix, commit=commit[:12]))
    try:
        return write_tree(root, tree, folder)
    except NoHistory as error:
        raise NoHistory(phrase("state-unread", commit=commit[:12], reason=error.reason)) from None


def changed_since(before: Tree, after: Tree) -> list[Changed]:
    """The files that differ between two states, by path."""
    found = []
    for path in sorted({*before.entries, *after.entries}):
        old, new = before.entries.get(path), after.entries.get(path)
        if old != new:
            found.append(Changed(_shown(path), _change(bool(old), bool(new)), new.left if new else None))
    return found


def changed_here(root: Path, commit: str) -> list[Changed]:
    """The files of the working tree that differ from a commit, new ones among them; raises NoHistory."""
    raw = git(root, "diff", "--raw", "-z", "--no-renames", "--ignore-submodules=dirty", "--no-ext-diff",
              "--no-textconv", "--relative", commit, "--", ".")  # fmt: skip
    found = list(_raw(raw))
    for path in git(root, "ls-files", "--others", "--exclude-standard", "-z", "--", ".").split("\0"):
        if path:
            found.append(Changed(_shown(path), "added", "link" if (root / path).is_symlink() else None))
    return sorted(found, key=lambda one: one.path)


def _raw(said: str) -> Iterator[Changed]:
    """What `git diff --raw -z` lists: `:mode mode hash hash letter`, NUL, path, NUL."""
    words = said.split("\0")
    kinds: dict[int, Left] = {LINK: "link", MODULE: "module"}
    for facts, path in zip(words[0::2], words[1::2], strict=False):
        old, new, *_ = facts.removeprefix(":").split(" ")
        yield Changed(_shown(path), _change(int(old, 8) > 0, int(new, 8) > 0), kinds.get(stat.S_IFMT(int(new, 8))))


def _change(before: bool, after: bool) -> Literal["added", "changed", "removed"]:
    return ("changed" if before else "added") if after else "removed"


def _shown(path: str) -> str:
    r"""A path of which bytes that are no UTF-8 are written out: `\xff`."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _prefix(root: Path) -> str:
    """The project's folder within the repository, without a slash at its end; empty for the whole."""
    return git(root, "rev-parse", "--show-prefix").removesuffix("\n").rstrip("/")
