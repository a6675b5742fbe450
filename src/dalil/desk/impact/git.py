"""The one door to git: nothing that a stranger could have put into a repository is run, followed or asked for.

Attributes, filters and links take no part, since only objects are read. What could still run a program or reach the
network is turned off, whatever the repository's own settings say: git's manual, pages “git-config” (`core.fsmonitor`,
`core.hooksPath`, `safe.bareRepository`) and “git” (`GIT_ALLOW_PROTOCOL`, `GIT_NO_LAZY_FETCH`).
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, Self

from dalil.problems import Phrase, phrase
from dalil.wording import detail_of

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
REASONS = {
    "git-owner": re.compile(r"(?:dubious ownership in repository at|unsafe repository \()\s?'(?P<folder>.+?)'"),
    "git-bare": re.compile(r"cannot use bare repository '(?P<folder>.+?)'|must be run in a work tree"),
    "git-apart": re.compile(r"not a git repository: (?P<folder>.+)"),
    "git-none": re.compile(r"not a git repository"),
    "git-damaged": re.compile(
        r"corrupt|bad config|bad object|bad tree|bad signature|broken|unable to (?:read|parse)|could not parse"
        r"|missing (?:blob|tree|commit|object)|invalid object|object file .+ is empty|index file|malformed"
    ),
}
"""Phrase to what git says for that reason, in English (`LC_ALL=C`), the first that fits."""


class NoHistory(Exception):
    """Git cannot give a state; `reason` says why and what to do."""

    def __init__(self, reason: Phrase) -> None:
        super().__init__(detail_of(reason))
        self.reason = reason


def git(root: Path, *arguments: str) -> str:
    """What git says; raises NoHistory. Names that are no UTF-8 come as Python reads names of files."""
    done = _run(root, *arguments)
    if done.returncode:
        raise NoHistory(_reason(root, done))
    return os.fsdecode(done.stdout)


def tried(root: Path, *arguments: str) -> str | None:
    """What git says without the spaces around it, or None when it says nothing or no; raises NoHistory.

    Git says no by its exit code 1; any other tells of a fault, which is never taken for an answer.
    """
    done = _run(root, *arguments)
    if done.returncode > 1:
        raise NoHistory(_reason(root, done))
    return os.fsdecode(done.stdout).strip() or None


def _run(root: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(
            _command(root, *arguments),
            env=_environment(os.environ),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
    except (FileNotFoundError, PermissionError):
        raise NoHistory(phrase("git-missing")) from None


def _reason(root: Path, done: subprocess.CompletedProcess[bytes]) -> Phrase:
    """Why git failed, in words of ours where the reason is known."""
    said = done.stderr.decode(errors="replace")
    lines = said.splitlines()
    first = next((line for start in ("fatal: ", "error: ", "") for line in lines if line.startswith(start)), "")
    words = first.removeprefix("fatal: ").removeprefix("error: ").strip() or f"exit code {done.returncode}"
    key, found = next(((key, found) for key, one in REASONS.items() if (found := one.search(said))), ("git-said", None))
    folder = (found.groupdict().get("folder") if found else None) or str(root.absolute())
    if key == "git-none" and any((above / ".git").exists() for above in (root.absolute(), *root.absolute().parents)):
        key = "git-damaged"
    return phrase(key, folder=folder, quoted=shlex.quote(folder), said=words)


def _command(root: Path, *arguments: str) -> list[str]:
    settings = [part for name, value in SETTINGS.items() for part in ("-c", f"{name}={value}")]
    return ["git", "-C", str(root), "--no-pager", *settings, *arguments]


def _environment(outer: Mapping[str, str]) -> dict[str, str]:
    kept = {name: value for name, value in outer.items() if not name.startswith("GIT_") or name.startswith(KEPT)}
    return {**kept, **FIXED}


class Objects:
    """The objects of a repository, read one after the other through a single `git cat-file --batch`."""

    def __init__(self, root: Path) -> None:
        self._root = root
        try:
            self._process = subprocess.Popen(
                _command(root, "cat-file", "--batch"),
                env=_environment(os.environ),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        except (FileNotFoundError, PermissionError):
            raise NoHistory(phrase("git-missing")) from None
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
            raise NoHistory(self._lacking(name))
        return said[1], int(said[2])

    def _lacking(self, name: str) -> Phrase:
        """Why an object is not there, and how to have it."""
        remote = tried(self._root, "config", "--get-regexp", r"^remote\..*\.promisor$")
        if remote is None:
            return phrase("git-object", object=name[:12])
        return phrase("git-object-left", object=name[:12], remote=shlex.quote(remote.split(".promisor")[0][7:]))

    def pieces(self, size: int) -> Iterator[bytes]:
        """The bytes of the object whose head was read last; raises NoHistory when git ends before them."""
        while size:
            piece = self._answers.read(min(size, PIECE))
            if not piece:
                raise NoHistory(phrase("git-ended"))
            size -= len(piece)
            yield piece
        self._answers.read(1)
