"""Commands that are asked to stop, and faults of dalil itself: a plain line, the right exit code, nothing left."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from kills import kills

RUN = """
import os, sys, signal, time
import dalil.cli, dalil.cli.build
def stop(*a, **k):
    {what}
dalil.cli.build.build = stop
dalil.cli.main()
"""


def run(what: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", RUN.format(what=what), "--project", str(folder), "--lang", "en", "build"]
    variables = {**os.environ, **environment}
    return subprocess.run(command, capture_output=True, text=True, env=variables, check=False)


@pytest.mark.parametrize(("number", "code"), [("SIGINT", 130), ("SIGTERM", 143), ("SIGHUP", 143)])
def test_a_command_that_is_stopped_says_so_in_a_line(tmp_path: Path, number: str, code: int) -> None:
    done = run(f"os.kill(os.getpid(), signal.{number}); time.sleep(5)", tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (code, "", "Stopped. Nothing was left half done.\n")


def test_a_fault_is_written_into_a_new_file_that_nobody_else_can_read(tmp_path: Path) -> None:
    shared = tmp_path / "tmp"
    shared.mkdir()
    victim = tmp_path / "victim"
    victim.write_text("precious")
    (shared / "dalil-fault.txt").symlink_to(victim)
    reports = set()
    for _ in range(2):
        done = run("raise RuntimeError('a slip')", tmp_path, TMPDIR=str(shared))
        assert done.returncode == 70
        assert "a slip" in done.stderr
        path = Path(done.stderr.split("The details are in ")[1].split(";")[0].strip("\u2068\u2069“”"))
        assert "RuntimeError: a slip" in path.read_text()
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        reports.add(path)
    assert len(reports) == 2
    assert victim.read_text() == "precious"


def test_killed_builds_leave_the_site_whole_and_nothing_else(tmp_path: Path) -> None:
    found = list(kills(6, tmp_path))
    assert [fault for kill in found for fault in kill.faults] == []
    assert len({(kill.signal, kill.whole_group) for kill in found}) == 6
    assert signal.SIGKILL in {kill.signal for kill in found}
