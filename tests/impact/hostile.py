"""Repositories as a stranger could push them: trees made object by object, which no `git add` would make."""

from __future__ import annotations

import subprocess
from pathlib import Path

NAMES = ["-c", "user.name=Stranger", "-c", "user.email=stranger@example.org", "-c", "init.defaultBranch=main"]


def git(root: Path, *arguments: str, data: bytes | None = None) -> str:
    done = subprocess.run(["git", *NAMES, *arguments], cwd=root, input=data, capture_output=True, check=True)
    return done.stdout.decode().strip()


def blob(root: Path, data: bytes) -> str:
    """Stores the bytes of a file; returns their hash."""
    return git(root, "hash-object", "-w", "--stdin", data=data)


def tree(root: Path, *entries: tuple[str, bytes, str]) -> str:
    """Stores a folder of (mode, name, hash) as it is given, however broken; returns its hash."""
    data = b"".join(mode.encode() + b" " + name + b"\0" + bytes.fromhex(inner) for mode, name, inner in entries)
    return git(root, "hash-object", "-w", "-t", "tree", "--literally", "--stdin", data=data)


def entries(root: Path, name: str) -> list[tuple[str, bytes, str]]:
    """The entries of a folder that is there."""
    said = git(root, "ls-tree", name).splitlines()
    return [
        (mode.removeprefix("0"), path.encode(), inner)
        for mode, _, inner, path in (line.replace("\t", " ", 1).split(" ", 3) for line in said)
    ]


def commit(root: Path, tree_name: str, *parents: str, branch: str) -> str:
    """Stores a commit of a folder and gives it to a branch; returns its hash."""
    given = [word for parent in parents for word in ("-p", parent)]
    name = git(root, "commit-tree", tree_name, *given, "-m", "A change")
    git(root, "update-ref", f"refs/heads/{branch}", name)
    return name
