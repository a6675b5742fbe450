"""Reads pages in a process apart, which is ended when a page takes too long or brings it down.

A page may be made to be hard to read: each misnested `</b>` moves what stands within it (WHATWG HTML, “adoption agency
algorithm”), so that some hundred kilobytes keep a reader of HTML busy for minutes, and a PDF file can do the same.
The library cannot be asked to stop, but its process can be ended; then the source is told of as unreadable.
"""

from __future__ import annotations

import multiprocessing
import os
from concurrent.futures import Executor
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack, suppress
from typing import Self

from dalil.desk.lookup.pages import PDF_SECONDS, Page, Unreadable, read_page
from dalil.desk.lookup.reasons import why
from dalil.system.processes import workers

SECONDS = PDF_SECONDS + 10
"""For one page; the largest that is taken, 3 megabytes of plain tags, needs about five on an idle machine."""


class Apart:
    """One process that reads one page after another; it starts with the first, and anew after one that was ended."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._pool: Executor | None = None
        self.process: int | None = None
        """The number of the process, while there is one."""
        self._held = ExitStack()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        self.close()

    def read(self, body: bytes, content_type: str) -> Page:
        """Reads a page as `read_page` does; raises Unreadable, also when the time is over or the process broke down."""
        pool = self._begun()
        try:
            return pool.submit(read_page, body, content_type).result(self._seconds)
        except TimeoutError:
            self.close()
            raise Unreadable(why("reading-slow", seconds=f"{self._seconds:g}")) from None
        except BrokenProcessPool:
            self.close()
            raise Unreadable(why("reading-ends")) from None

    def _begun(self) -> Executor:
        if self._pool is None:
            # Not forked: this process has threads, which may hold a lock at that moment.
            pool = self._held.enter_context(workers(1, multiprocessing.get_context("spawn")))
            # What the start takes is no page's fault.
            self.process = pool.submit(os.getpid).result()
            self._pool = pool
        return self._pool

    def close(self) -> None:
        """Ends the process, whatever it is doing; it may be done again."""
        self._pool = self.process = None
        with suppress(_Ended):
            self._held.__exit__(_Ended, _Ended(), None)


class _Ended(Exception):
    """Tells `workers` that what is under way is dropped."""
