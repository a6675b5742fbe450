"""Sites that tests read, built once and kept: the same inputs have the same site, so a second run builds nothing."""

from __future__ import annotations

import hashlib
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from filelock import FileLock

from dalil.project.whole import check_project
from dalil.site.build import build
from support import ROOT, Real

FOLDER = ROOT / ".dalil" / "tests"
PARTS = ("data", "docs", "macros", "overrides", "fonts", "mkdocs.yml")
"""What of a project a site is made of."""
ENGINE = ("src/dalil", "requirements.lock")
"""What of this repository every site is made by."""


def kept(name: str, project: Path) -> Real:
    """The built site of a project; built aside when none is kept of these inputs, whoever asks first."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    site = FOLDER / f"{name}-{_inputs(project)}"
    with FileLock(FOLDER / f"{name}.lock"):
        if site.is_dir() and _whole(site) == _seal(site).read_text(encoding="utf-8"):
            return Real(site, check_project(project))
        for older in FOLDER.glob(f"{name}-*"):
            shutil.rmtree(older) if older.is_dir() else older.unlink()
        checked = build(project, site).checked
        _seal(site).write_text(_whole(site), encoding="utf-8")
        return Real(site, checked)


def _seal(site: Path) -> Path:
    """Where it stands what a site is to hold; made last, so that it is there of whole sites alone."""
    path = site.with_name(f"{site.name}.whole")
    path.touch()
    return path


def _files(*places: Path) -> Iterator[Path]:
    for place in places:
        found = [place] if place.is_file() else sorted(place.rglob("*"))
        yield from (path for path in found if path.is_file() and "__pycache__" not in path.parts)


def _inputs(project: Path) -> str:
    """A hash of all that a site is made of and by."""
    digest = hashlib.sha256(sys.version.encode())
    for root, names in ((project, PARTS), (ROOT, ENGINE)):
        for path in _files(*(root / name for name in names)):
            digest.update(f"\0{path.relative_to(root).as_posix()}\0".encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _whole(site: Path) -> str:
    """A hash of the names of a site's files, and of how long each is and when it was written."""
    digest = hashlib.sha256()
    for path in _files(site):
        stat = path.stat()
        digest.update(f"{path.relative_to(site).as_posix()}\0{stat.st_size}\0{stat.st_mtime_ns}\n".encode())
    return digest.hexdigest()
