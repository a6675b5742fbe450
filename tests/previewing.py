"""Starts the preview of a project as an editor does: by the command, in a process of its own."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from support import Project


def free_address() -> str:
    """An address of this machine that nobody serves."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return f"127.0.0.1:{listening.getsockname()[1]}"


@contextmanager
def previewing(project: Project, log: Path, address: str = "") -> Iterator[str]:
    """Runs `dalil serve` until the context ends; gives the address of its root, where something answers by then.

    What the command says goes into `log`.
    """
    address = address or free_address()
    command = [sys.executable, "-m", "dalil.cli", "--project", str(project.root), "serve", "--address", address]
    with log.open("w") as output:
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT, start_new_session=True)
        try:
            host, port = address.split(":")
            while process.poll() is None:
                with suppress(ConnectionError), socket.create_connection((host, int(port)), timeout=5):
                    break
                time.sleep(0.05)
            yield f"http://{address}/"
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGINT)
            process.wait(timeout=20)
