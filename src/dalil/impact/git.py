"""The one door to git: nothing that a stranger could have put into a repository is run, followed or asked for.

Attributes, filters and links take no part, since only objects are read. What could still run a program or reach the
network is turned off, whatever the repository's own settings say: git's manual, pages “git-config” (`core.fsmonitor`,
`core.hooksPath`, `safe.bareRepository`) and “git” (`GIT_ALLOW_PROTOCOL`, `GIT_NO_LAZY_FETCH`).
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, Self

SETTINGS = {
    "core.fsmonitor": "false",
    "core.hooksPath": os.devnull,
    "diff.external": "",
    # A folder of the tree that looks like a repository is none: its settings would be a stranger's.
    "safe.bareRepository": "explicit",
}
KEPT = ("GIT_CONFIG", "GIT_CEILING_DIRECTORIES", "GIT_DISCOVERY_ACROSS_FILESYSTEM", "GIT_EXEC_PATH")
"""What of git's own variables is the user's and stays; others, such as GIT_DIR in a hook, name another repository."""
FIXED = {
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_GRAFT_FILE": os.devnull,
    "GIT_NO_LAZY_FETCH": "1",
    # No way to another repository is allowed: that holds for a git which does not know the line above, too.
    "GIT_ALLOW_PROTOCOL": "",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
PIECE = 1 << 20
"""Bytes of an object that are in memory at a time."""


class NoHistory(Exception):
    """Git cannot give a state; the words say why and what to do."""


class NoGit(NoHistory):
    """Git is not there."""

    def __init__(self) -> None:
        super().__init__("git is not installed; states of the project are compared through it.")


def git(root: Path, *arguments: str) -> str:
    """What git says; raises NoHistory. Names that are no UTF-8 come as Python reads names of files."""
    try:
        done = subprocess.run(
            _command(root, *arguments),
            env=_environment(os.environ),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
    except FileNotFoundError:
        raise NoGit from None
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        raise NoHistory(f"git said: {said[-1] if said else f'exit code {done.returncode}'}")
    return os.fsdecode(done.stdout)


def tried(root: Path, *arguments: str) -> str | None:
    """What git says without the spaces around it, or None when it says nothing or fails."""
    try:
        return git(root, *arguments).strip() or None
    except NoHistory:
        return None


def _command(root: Path, *arguments: str) -> list[str]:
    settings = [part for name, value in SETTINGS.items() for part in ("-c", f"{name}={value}")]
    return ["git", "-C", str(root), "--no-pager", *settings, *arguments]


def _environment(outer: Mapping[str, str]) -> dict[str, str]:
    kept = {name: value for name, value in outer.items() if not name.startswith("GIT_") or name.startswith(KEPT)}
    return {**kept, **FIXED}


class Objects:
    """The objects of a repository, read one after the other through a single `git cat-file --batch`."""

    def __init__(self, root: Path) -> None:
        try:
            self._process = subprocess.Popen(
                _command(root, "cat-file", "--batch"),
                env=_environment(os.environ),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        except FileNotFoundError:
            raise NoGit from None
        assert self._process.stdin
        assert self._process.stdout
        self._asks: IO[bytes] = self._process.stdin
        self._answers: IO[bytes] = self._process.stdout

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        # What is left of a large object is not waited for.
        self._process.kill()
        self._process.communicate()

    def head(self, name: str) -> tuple[str, int]:
        """The type and the size in bytes of an object; its bytes must be read next. Raises NoHistory."""
        try:
            self._asks.write(f"{name}\n".encode())
            self._asks.flush()
            said = self._answers.readline().decode(errors="replace").split()
        except BrokenPipeError:
            said = []
        if len(said) != 3:
            raise NoHistory(f"git has no object {name[:12]} here; the clone is not complete. Fetch it again.")
        return said[1], int(said[2])

    def pieces(self, size: int) -> Iterator[bytes]:
        """The bytes of the object whose head was read last; raises NoHistory when git ends before them."""
        while size:
            piece = self._answers.read(min(size, PIECE))
            if not piece:
                raise NoHistory("git ended before it had given an object; the clone is damaged.")
            size -= len(piece)
            yield piece
        self._answers.read(1)
