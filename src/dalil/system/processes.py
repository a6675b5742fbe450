"""Processes that help this one, and never outlive it: a killed command leaves none behind.

Workers are told of their parent's end by `multiprocessing`, on every system; Linux ends them itself, even while they
are deep in a library. A program is tied by a pipe to its standard input, which closes when its parent goes.
"""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import runpy
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager, suppress
from multiprocessing.context import BaseContext
from pathlib import Path
from typing import IO

STOPPING = [one for name in ("SIGINT", "SIGTERM", "SIGHUP") if (one := getattr(signal, name, None)) is not None]
"""Signals that ask a command to stop."""
PR_SET_PDEATHSIG = 1
"""prctl(2): the signal that a process gets when its parent ends."""


@contextmanager
def workers(number: int | None = None, context: BaseContext | None = None) -> Iterator[Executor]:
    """A pool of processes, as many as there are cores unless `number` is given.

    When the block ends with an error, or because the command is asked to stop, work under way is dropped.
    """
    others = set(multiprocessing.active_children())
    pool = ProcessPoolExecutor(number, mp_context=context, initializer=_begin, initargs=(os.getpid(),))
    try:
        with _held_back():
            # The first task starts the workers; none may run this process' answers to signals before its own are set.
            pool.submit(os.getpid)
        yield pool
    except BaseException:
        for worker in set(multiprocessing.active_children()) - others:
            worker.kill()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def tied(command: Sequence[str], folder: Path, environment: Mapping[str, str], output: IO[str]) -> Iterator[Process]:
    """Runs a module of Python (`command` is its name and arguments) that ends, at the latest, with the block."""
    process = subprocess.Popen(
        [sys.executable, "-m", "dalil.system.processes", *command],
        cwd=folder,
        env={**environment},
        stdin=subprocess.PIPE,
        stdout=output,
        stderr=subprocess.STDOUT,
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        assert process.stdin is not None
        process.stdin.close()


Process = subprocess.Popen[bytes]


@contextmanager
def _held_back() -> Iterator[None]:
    """Signals that come meanwhile are handled at the end; a process that is started meanwhile begins without any."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, STOPPING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin(parent: int) -> None:
    """Prepares a worker: whoever asks the command to stop asks its parent, which ends its workers."""
    for one in STOPPING:
        signal.signal(one, signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, STOPPING)
    _end_with_parent(parent)
    above = multiprocessing.parent_process()
    if above is not None:
        _watch(above.join)


def _end_with_parent(parent: int) -> None:
    """Asks Linux to end this process with its parent; other systems have no such wish."""
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:  # It went before we asked.
            os._exit(1)


def _watch(gone: Callable[[], object]) -> None:
    """Ends this process, whatever it is doing, as soon as `gone` returns."""

    def wait() -> None:
        gone()
        os._exit(1)

    threading.Thread(target=wait, name="parent", daemon=True).start()


def main() -> None:
    """Runs the module that the command line names, tied to whoever holds the other end of standard input."""
    parent = os.getppid()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Whoever starts this program is asked to stop too, and ends it.
    _end_with_parent(parent)
    _watch(lambda: os.read(sys.stdin.fileno(), 1))
    sys.argv = sys.argv[1:]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
