"""Which commit a name stands for; where git knows none, why, and the command that brings it here.

Names are those of gitrevisions: `main`, `origin/main`, `v1`, a hash, and steps back from any of them, `HEAD~2^`.
"""

from __future__ import annotations

import re
import shlex
from pathlib import Path

from dalil.desk.impact.git import NoHistory, git, tried
from dalil.problems import Phrase, phrase
from dalil.text.near import nearest

STEP = re.compile(r"(?P<kind>[~^])(?P<number>\d{0,6})")
"""One step back: `~3` goes to the first parent three times, `^2` to the second parent (gitrevisions)."""
HASH = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
SEVERAL = re.compile(r"\^[@!-]\d*(?:\^\{commit\})?$")
"""An end that makes any number of commits of a name, which may happen to be one; other ranges never are."""
SHORT = re.compile(r"[0-9a-f]{7,63}")
BRANCH = re.compile(r"\w(?:[\w+./-]{0,200}\w)?")
"""What a remote's branch is likely to be called, so that a command can name it."""


def resolve(root: Path, name: str) -> str:
    """The hash of the commit that a name stands for; raises NoHistory, which says how to have the commit."""
    if commit := _commit(root, name):
        return commit
    raise NoHistory(_why(root, name))


def _commit(root: Path, name: str) -> str | None:
    return _known(root, f"{name}^{{commit}}")


def _known(root: Path, name: str) -> str | None:
    # What begins with a hyphen would be an option.
    if name.startswith("-") or "\0" in name or SEVERAL.search(name):
        return None
    found = tried(root, "rev-parse", "--verify", "--quiet", name)
    return found if found and HASH.fullmatch(found) else None


def _why(root: Path, name: str) -> Phrase:
    """Why a name stands for no commit."""
    if not _commit(root, "HEAD") and not tried(root, "for-each-ref", "--count=1"):
        return phrase("git-no-commits")
    known = None if HASH.fullmatch(name) else _known(root, name)
    if known:
        return _no_commit(root, name, known)
    stem = name.rstrip("~^0123456789")
    number = re.match(r"\d*", name[len(stem) :])
    start = stem + (number[0] if number else "")
    if start == name:
        return phrase("git-unknown", name=name, remedy=_remedy(root, name))
    first = _commit(root, start)
    return _back(root, name, first, _steps(name[len(start) :])) if first else _why(root, start)


def _no_commit(root: Path, name: str, known: str) -> Phrase:
    """Why the object that a name stands for is no commit."""
    try:
        return phrase("git-no-commit", name=name, kind=git(root, "cat-file", "-t", known).strip())
    except NoHistory:
        return phrase("git-object", object=known[:12])


def _steps(written: str) -> list[tuple[int, int]]:
    """Steps back as (number of the parent, how many times): `~2^^2` as (1, 3), (2, 1)."""
    steps: list[tuple[int, int]] = []
    for step in STEP.finditer(written):
        number = int(step["number"] or 1)
        parent, times = (1, number) if step["kind"] == "~" else (number, 1)
        if steps and parent == steps[-1][0] == 1:
            steps[-1] = (1, steps[-1][1] + times)
        elif number:
            steps.append((parent, times))
    return steps


def _back(root: Path, name: str, at: str, steps: list[tuple[int, int]]) -> Phrase:
    """Why so many steps back from a commit there is none: history is cut off here, or never went so far."""
    left = sum(times for _, times in steps)
    for parent, times in steps:
        if before := _commit(root, f"{at}~{times}" if parent == 1 else f"{at}^{parent}"):
            at, left = before, left - times
            continue
        if parent == 1:
            there = int(git(root, "rev-list", "--first-parent", "--count", at)) - 1
            at, left = git(root, "rev-parse", f"{at}~{there}").strip(), left - there
        # The commit itself names all its parents, also those that this clone has not got.
        parents = git(root, "cat-file", "commit", at).split("\n\n")[0].count("\nparent ")
        if parent <= parents:
            return _deeper(root, name, left)
        return phrase("git-parent" if parents else "git-first", name=name, commit=at[:12], parents=parents)
    return phrase("git-unknown", name=name, remedy=phrase("git-look"))


def _deeper(root: Path, name: str, commits: int) -> Phrase:
    if not _remotes(root):
        return phrase("git-cut-alone", name=name)
    return phrase("git-cut", name=name, command=f"git fetch --deepen={commits}")


def _remotes(root: Path) -> list[str]:
    """Where more of the history may be had, the usual place first."""
    return sorted((tried(root, "remote") or "").splitlines(), key=lambda one: one != "origin")


def _remedy(root: Path, name: str) -> Phrase:
    """What to do about a name that git does not know."""
    known = (tried(root, "for-each-ref", "--format=%(refname:short)") or "").splitlines()
    if elsewhere := next((one for one in known if one.partition("/")[2] == name), None):
        return phrase("git-near", nearest=elsewhere)
    remotes = _remotes(root)
    remote = next((one for one in remotes if name.startswith(f"{one}/")), "")
    likely = [one.removeprefix(f"{remote}/") for one in known if one.startswith(f"{remote}/")] if remote else known
    near = nearest(name.removeprefix(f"{remote}/"), likely) if name else ""
    said = phrase("git-near", nearest=f"{remote}/{near}" if remote else near) if near else None
    if not remotes or not (fetch := _fetch(root, name, remote or remotes[0])):
        return said or phrase("git-look")
    return phrase("git-near-or", near=said, other=fetch) if said else fetch


def _fetch(root: Path, name: str, remote: str) -> Phrase | None:
    """How to fetch what has a name from a remote; None where nothing of that name can be asked for."""
    shallow = tried(root, "rev-parse", "--is-shallow-repository") == "true"
    fetch = f"git fetch {'--depth=1 ' if shallow else ''}{shlex.quote(remote)} "
    if HASH.fullmatch(name):
        return phrase("git-fetch", command=f"{fetch}{name}")
    if SHORT.fullmatch(name):
        # A server gives a single commit by its whole hash only.
        return phrase("git-fetch", command="git fetch --unshallow") if shallow else None
    if not BRANCH.fullmatch(name) or ".." in name:
        return None
    branch = name.removeprefix(f"{remote}/")
    command = fetch + shlex.quote(f"{branch}:refs/remotes/{remote}/{branch}")
    return phrase("git-fetch-as", command=command, called=f"{remote}/{branch}")
