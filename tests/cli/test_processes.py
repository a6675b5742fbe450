"""A command of a process of its own says and does what it says and does when tests call it in theirs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from commands import Done, dalil
from support import Project

WHY = ("--why", "ar=كان خطأ.", "--why", "en=It was wrong.")
COMMANDS = [
    ("check",),
    ("check", "--format", "json"),
    ("due", "--today", "2026-06-30"),
    ("explain", "folder-missing"),
    ("--lang", "ar", "show", "two-signed"),
    ("show", "nothing-like-it"),
    ("stats", "--json"),
    ("locale", "status"),
    ("macros", "--check"),
    ("schema", "--check"),
    ("sources", "status"),
    ("new", "claim"),
    ("rename", "two-signed", "both-signed"),
    ("retract", "two-signed", *WHY),
    ("review", "--all"),
    ("impact", "HEAD"),
    ("no-such-command",),
]


def alone(root: Path, *arguments: str) -> Done:
    command = [sys.executable, "-m", "dalil.cli", "--project", str(root), *arguments]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL, env=os.environ
    )
    return Done(done.returncode, done.stdout, done.stderr)


def files(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_process_of_its_own_says_and_does_the_same(
    command: tuple[str, ...], project: Project, tmp_path: Path
) -> None:
    root, other = project.root, tmp_path / "other" / "project"
    shutil.copytree(root, other)
    here, there = dalil(root, *command), alone(other, *command)
    there = Done(
        there.returncode, there.stdout.replace(str(other), str(root)), there.stderr.replace(str(other), str(root))
    )
    # How a command is called stands in its help.
    assert here == Done(there.returncode, there.stdout, there.stderr.replace("python -m dalil.cli", "main"))
    assert "Traceback" not in here.stderr
    assert files(root) == files(other)
