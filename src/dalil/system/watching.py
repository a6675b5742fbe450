"""Waits for changes of a project's files."""

from __future__ import annotations

import queue
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

WATCHED = ("data", "docs", "macros", "overrides", "mkdocs.yml")
QUIET = 0.15
"""Seconds without a change after which one is told of: editors write a file in several steps."""


class _Changes(FileSystemEventHandler):
    def __init__(self) -> None:
        self.seen: queue.Queue[str] = queue.Queue()

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in ("created", "modified", "deleted", "moved") and not event.is_directory:
            self.seen.put(str(event.src_path))

    def wait(self) -> None:
        self.seen.get()
        while True:
            try:
                self.seen.get(timeout=QUIET)
            except queue.Empty:
                return


@contextmanager
def watching(root: Path) -> Iterator[Callable[[], None]]:
    """Gives a function that returns when something of the project has changed and nothing changes any more."""
    changes, observer = _Changes(), Observer()
    for name in WATCHED:
        if (root / name).exists():
            observer.schedule(changes, str(root / name), recursive=True)
    observer.start()
    try:
        yield changes.wait
    finally:
        observer.stop()
        observer.join()
