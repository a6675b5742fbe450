"""Runs a command on a real terminal (a pseudo-terminal), and answers what it asks."""

from __future__ import annotations

import os
import pty
import re
import select
import subprocess
import sys
import time
from pathlib import Path

PATIENCE = 60
"""Seconds that a command may take to ask on a busy machine."""
CODES = re.compile(r"\x1b(?:\[[0-9;?]*[a-zA-Z]|[=>])")


def answered(root: Path, arguments: list[str], answers: list[tuple[str, str]], language: str = "en") -> tuple[int, str]:
    """(exit code, what was said) of `dalil ARGUMENTS`, given for each question its answer, in their order."""
    controller, terminal = pty.openpty()
    environment = {**os.environ, "TERM": "dumb", "COLUMNS": "400", "PYTHONUNBUFFERED": "1", "DALIL_LANG": language}
    command = [sys.executable, "-m", "dalil.cli", "--project", str(root), *arguments]
    process = subprocess.Popen(
        command, stdin=terminal, stdout=terminal, stderr=terminal, env=environment, close_fds=True
    )
    os.close(terminal)
    said, seen = "", 0
    try:
        for question, answer in answers:
            said = _until(controller, said, seen, question)
            seen = len(said)
            os.write(controller, f"{answer}\n".encode())
        said = _until(controller, said, seen, None)
        return process.wait(PATIENCE), said
    finally:
        process.kill()
        process.wait()
        os.close(controller)


def _until(controller: int, said: str, seen: int, question: str | None) -> str:
    """Reads until a question stands at the end, or to the end of all where there is none."""
    end = time.monotonic() + PATIENCE
    raw = b""
    while question is None or question not in said[seen:]:
        ready, _, _ = select.select([controller], [], [], max(0, end - time.monotonic()))
        assert ready, f"{question!r} was not asked; said: {said[seen:]}"
        try:
            piece = os.read(controller, 65536)
        except OSError:
            piece = b""
        if not piece:
            assert question is None, f"{question!r} was not asked before the end; said: {said[seen:]}"
            return said
        raw += piece
        try:
            said += CODES.sub("", raw.decode()).replace("\r\n", "\n")
            raw = b""
        except UnicodeDecodeError:
            continue
    return said
