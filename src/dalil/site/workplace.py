"""Where a command works: a folder of its own below `.dalil`, which goes with it, whatever ends it.

A folder in use holds a locked file. The system lets go of the lock when its process ends, however it ends; so a folder
that nobody holds is what a killed command left, and the next one removes it.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from dalil.problems import Place, Problems, ProblemsFound

HOME = ".dalil"
"""The folder of a project for what is made from it and may go at any time."""
PREFIX = "build-"
LOCK = "lock"
"""The file by which a folder is held."""


@contextmanager
def workplace(root: Path) -> Iterator[Path]:
    """A folder that is gone afterwards. Raises ProblemsFound when somebody else takes it away meanwhile."""
    home = root / HOME
    home.mkdir(exist_ok=True)
    with _entrance(home):
        _sweep(home)
        folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=home))
        held = FileLock(folder / LOCK)
        held.acquire()
    try:
        yield folder
    except (OSError, ProblemsFound) as error:
        if folder.is_dir() and (folder / LOCK).exists():
            raise
        problems = Problems()
        problems.add("site-workplace", Place(f"{HOME}/{folder.name}"))
        raise ProblemsFound(problems) from error
    finally:
        held.release()
        shutil.rmtree(folder, ignore_errors=True)


def swept(root: Path) -> None:
    """Removes the folders that killed commands left."""
    home = root / HOME
    if home.is_dir() and next(home.glob(f"{PREFIX}*"), None):
        with suppress(OSError), _entrance(home):  # Where nothing may be written, nothing needs to be removed.
            _sweep(home)


@contextmanager
def _entrance(home: Path) -> Iterator[None]:
    """Only one command at a time makes or removes folders, so that none is removed between its birth and its lock."""
    with FileLock(home / "entrance.lock"):
        yield


def _sweep(home: Path) -> None:
    for folder in home.glob(f"{PREFIX}*"):
        with suppress(Timeout, OSError):
            held = FileLock(folder / LOCK, blocking=False)
            with held:
                shutil.rmtree(folder, ignore_errors=True)
