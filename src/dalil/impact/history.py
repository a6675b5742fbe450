"""States of a project in git: the working tree, and any commit unpacked into a folder of its own."""

from __future__ import annotations

import io
import os
import subprocess
import tarfile
from dataclasses import dataclass
from pathlib import Path


class NoHistory(Exception):
    """Git cannot give a state; the words say why and what to do."""


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


def find_base(root: Path, base: str, head: str | None) -> Base:
    """The commit where `head` (or the working tree's commit) left `base`.

    In a shallow clone that does not reach so far, it is the commit that `base` names. Raises NoHistory when there is no
    repository or no such commit.
    """
    shallow = git(root, "rev-parse", "--is-shallow-repository").strip() == "true"
    commit = resolve(root, base, shallow=shallow)
    other = resolve(root, head or "HEAD", shallow=shallow)
    fork = _try(root, "merge-base", commit, other)
    return Base(fork or commit, base, fork=bool(fork), shallow=shallow)


def resolve(root: Path, name: str, *, shallow: bool = False) -> str:
    """The hash of the commit that a name stands for; raises NoHistory."""
    commit = None if name.startswith("-") else _try(root, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
    if not commit:
        remedy = (
            f" This clone is shallow; fetch it: git fetch --depth=1 origin {name.removeprefix('origin/')}"
            if shallow
            else " `git branch --all` and `git log --oneline` show what there is."
        )
        raise NoHistory(f"git knows no commit “{name}” here.{remedy}")
    return commit


def unpack(root: Path, commit: str, folder: Path) -> None:
    """Writes the project as it was at a commit into `folder`; raises NoHistory when it was not there yet."""
    top = Path(git(root, "rev-parse", "--show-toplevel").strip())
    prefix = git(root, "rev-parse", "--show-prefix").strip().rstrip("/")
    if prefix and not git(top, "ls-tree", "-d", commit, prefix).strip():
        raise NoHistory(f"the folder {prefix} was not there at {commit[:12]}.")
    packed = _run(top, "archive", "--format=tar", f"{commit}:{prefix}")
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        archive.extractall(folder, filter="data")


def git(root: Path, *arguments: str) -> str:
    """What git says; raises NoHistory."""
    return _run(root, *arguments).decode()


def _run(root: Path, *arguments: str) -> bytes:
    environment = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    try:
        done = subprocess.run(["git", "-C", str(root), *arguments], env=environment, capture_output=True, check=False)
    except FileNotFoundError:
        raise NoHistory("git is not installed; states of the project are compared through it.") from None
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        raise NoHistory(f"git said: {said[-1] if said else f'exit code {done.returncode}'}")
    return done.stdout


def _try(root: Path, *arguments: str) -> str | None:
    try:
        return git(root, *arguments).strip() or None
    except NoHistory:
        return None
