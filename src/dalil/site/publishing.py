"""Puts a finished site in the place of the last one in one step, so that nobody ever finds half of either."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock

from dalil.site.workplace import HOME, swept

FOLDERS, FILES = 0o755, 0o644
"""What a web server needs to read a site, whatever the umask of whoever builds it."""
AT_FDCWD, RENAME_EXCHANGE = -100, 2
"""renameat2(2): paths are relative to the present folder; the two change places."""


def publish(built: Path, target: Path, root: Path) -> None:
    """Publishes the finished site `built` of the project `root` as `target`.

    Commands that publish at the same time do so one after the other. What stood in `target` is gone afterwards. Raises
    OSError when it cannot be done; `target` is then as it was.
    """
    _open_to_readers(built)
    target.parent.mkdir(parents=True, exist_ok=True)
    with _alone(root):
        _restore(target)
        try:
            _place(built, target)
        except OSError as error:
            if error.errno != errno.EXDEV:
                raise
            # Only on the file system of its target can a site be put in place in one step.
            shutil.copytree(built, _new(target))
            _place(_new(target), target)


def tidy(root: Path, target: Path) -> None:
    """Removes what killed commands left, and puts the last site back if one was killed while it published."""
    swept(root)
    restored(target, root)


def restored(target: Path, root: Path) -> None:
    """Puts the last site back if a command was killed between taking it away and putting the new one there."""
    if _last(target).exists() or _new(target).exists():
        with suppress(OSError), _alone(root):
            _restore(target)


def _restore(target: Path) -> None:
    last = _last(target)
    if last.exists() and not target.exists():
        last.rename(target)
    for left in (last, _new(target)):
        shutil.rmtree(left, ignore_errors=True)


def _last(target: Path) -> Path:
    return target.with_name(f".{target.name}.last")


def _new(target: Path) -> Path:
    return target.with_name(f".{target.name}.new")


@contextmanager
def _alone(root: Path) -> Iterator[None]:
    (root / HOME).mkdir(exist_ok=True)
    with FileLock(root / HOME / "publish.lock"):
        yield


def _place(built: Path, target: Path) -> None:
    if not target.exists():
        built.rename(target)
    elif _exchanged(built, target):
        shutil.rmtree(built, ignore_errors=True)
    else:
        _by_turns(built, target)


def _exchanged(one: Path, other: Path) -> bool:
    """Whether two folders could change places in one step, which Linux can on most file systems."""
    if sys.platform != "linux":
        return False
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    if rename(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE) == 0:
        return True
    if ctypes.get_errno() in (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP):
        return False
    raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), str(other))


def _by_turns(built: Path, target: Path) -> None:
    """Two renames. Between them there is no site, for a moment; `restored` puts the last one back."""
    last = _last(target)
    target.rename(last)
    try:
        built.rename(target)
    except BaseException:
        if not target.exists():
            last.rename(target)
        raise
    shutil.rmtree(last, ignore_errors=True)


def _open_to_readers(site: Path) -> None:
    for folder, _, names in os.walk(site):
        os.chmod(folder, FOLDERS)
        for name in names:
            os.chmod(os.path.join(folder, name), FILES)
