"""The preview: it follows a change of the store to the page, and keeps the last sound state when a change is not."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from support import Project

CLAIMS = "data/claims/all.yml"
PATIENCE = 60.0
"""Seconds until a preview that does not follow counts as broken; it takes two or three here."""


def free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])


@pytest.fixture
def preview(project: Project, tmp_path: Path) -> Iterator[tuple[Project, str, Path]]:
    address = f"127.0.0.1:{free_port()}"
    log = tmp_path / "log.txt"
    command = [sys.executable, "-m", "dalil.cli", "--project", str(project.root), "serve", "--address", address]
    with log.open("w") as output:
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT, start_new_session=True)
        try:
            yield project, f"http://{address}/", log
        finally:
            os.killpg(process.pid, signal.SIGINT)
            process.wait(timeout=20)


def wait_for(address: str, words: str, log: Path) -> str:
    """The page, once it has these words."""
    page, until = "", time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(address, timeout=5) as response:
                page = str(response.read(), "utf-8")
            if words in page:
                return page
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            pass
        time.sleep(0.2)
    raise AssertionError(f"{words!r} did not come: {log.read_text()[-2000:]}\n{page[-500:]}")


def wait_for_log(log: Path, words: str) -> None:
    until = time.monotonic() + PATIENCE
    while words not in log.read_text():
        assert time.monotonic() < until, log.read_text()[-2000:]
        time.sleep(0.2)


def test_the_preview_follows_changes_and_survives_faults(preview: tuple[Project, str, Path]) -> None:
    project, address, log = preview
    wait_for(address + "en/", "countries signed", log)
    project.replace(CLAIMS, "signed [the treaty]", "put their names to [the treaty]")
    wait_for(address + "en/", "countries put their names to", log)
    project.replace(CLAIMS, "source: first-source", "source: frist-source")
    wait_for_log(log, f"{CLAIMS}:10:16: error[unknown-source]")
    assert "put their names to" in wait_for(address + "en/", "countries", log)
    project.replace(CLAIMS, "source: frist-source", "source: first-source")
    project.replace(CLAIMS, "put their names to", "agreed on")
    wait_for(address + "en/", "countries agreed on", log)
    project.replace("macros/claim.j2", '<p class="claims">{{ claim_of', '<p class="claims new">{{ claim_of')
    wait_for(address + "en/claims/two-signed/", 'class="claims new"', log)
    assert "Traceback" not in log.read_text()
