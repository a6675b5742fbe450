"""dalil itself as a wheel, for a new project, so that it needs nothing of the machine on which it was made."""

from __future__ import annotations

import base64
import hashlib
import importlib.util
import subprocess
import sys
import zipfile
from pathlib import Path

from dalil.desk.start.kit import PACKAGE, checkout
from dalil.desk.start.wish import CannotStart

INSTALLER = {"RECORD", "INSTALLER", "REQUESTED", "direct_url.json", "uv_cache.json"}
"""Files beside a package's metadata that tell of its installation."""


def put_wheel(folder: Path) -> None:
    """Makes the wheel of the dalil that runs; raises CannotStart."""
    folder.mkdir(parents=True)
    root = checkout()
    if root is None:
        _repack(PACKAGE.parent, folder)
    else:
        _build(root, folder)


def _build(root: Path, folder: Path) -> None:
    if importlib.util.find_spec("hatchling") is None:
        raise CannotStart("init-no-hatchling")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    if done.returncode:
        said = [line.strip() for line in (done.stderr or done.stdout).splitlines() if line.strip()]
        raise CannotStart("init-no-wheel", reason=said[-1] if said else "hatchling")


def _repack(place: Path, folder: Path) -> None:
    """Puts an installed package back into a wheel (PEP 427)."""
    about = next(iter(sorted(place.glob("dalil-*.dist-info"))), None)
    if about is None:
        raise CannotStart("init-no-wheel", reason=f"{place}/dalil-*.dist-info")
    files = [path for path in sorted(PACKAGE.rglob("*")) if path.is_file() and "__pycache__" not in path.parts]
    files += [path for path in sorted(about.rglob("*")) if path.is_file() and path.name not in INSTALLER]
    record = f"{about.name}/RECORD"
    rows = []
    with zipfile.ZipFile(folder / f"{about.stem}-py3-none-any.whl", "w", zipfile.ZIP_DEFLATED) as wheel:
        for path in files:
            name, content = path.relative_to(place).as_posix(), path.read_bytes()
            digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
            rows.append(f"{name},sha256={digest},{len(content)}\n")
            wheel.writestr(_entry(name), content)
        wheel.writestr(_entry(record), "".join([*rows, f"{record},,\n"]))


def _entry(name: str) -> zipfile.ZipInfo:
    """An entry that is the same whenever it is made."""
    entry = zipfile.ZipInfo(name, (2020, 2, 2, 0, 0, 0))
    entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
    return entry
