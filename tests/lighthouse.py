"""Lighthouse on a phone's profile, for every kind of page in each language: `make lighthouse` shows the figures.

It builds the site if there is none, serves it as a host would, and needs Node.js: npx fetches Lighthouse.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.progress import track
from rich.table import Table

from dalil.site.server import serving
from install_browser import installed
from real.pages import KINDS
from support import ROOT

LIGHTHOUSE = os.environ.get("LIGHTHOUSE", "npx --yes lighthouse@13.5.0").split()
WANTED = {"performance": 99, "accessibility": 100, "best-practices": 100, "seo": 100}
"""The least score in each of Lighthouse's categories."""
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-background-networking --disable-component-update"


def measure(address: str) -> dict[str, int]:
    """The scores of one page, from 0 to 100; what was lost goes to standard error."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.json")
        command = [
            *LIGHTHOUSE,
            address,
            "--quiet",
            "--output=json",
            f"--output-path={report}",
            f"--chrome-flags={FLAGS}",
        ]
        environment = {**os.environ, "CHROME_PATH": installed() or ""}
        subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL)
        found = json.loads(report.read_text(encoding="utf-8"))
    for audit in found["audits"].values():
        if audit["score"] is not None and audit["score"] < 0.9 and audit["scoreDisplayMode"] != "informative":
            print(f"{address}: {audit['id']} {audit['score']} {audit.get('displayValue', '')}", file=sys.stderr)
    return {name: round(100 * category["score"]) for name, category in found["categories"].items()}


def main() -> int:
    """Prints a table; 1 when a page falls short."""
    if not shutil.which("npx"):
        print("Lighthouse needs Node.js (npx).")
        return 1
    if not (ROOT / "site" / "index.html").is_file():
        print("There is no site yet: run `make site` first.")
        return 1
    table = Table("page", *WANTED)
    short = 0
    with serving(ROOT / "site") as address:
        pages = [locale + kind for kind in sys.argv[1:] or [*KINDS, "claims/shield-is/"] for locale in ("", "en/")]
        for page in track(pages, "Measuring", console=Console(stderr=True)):
            scores = measure(address + page)
            short += any(scores[name] < least for name, least in WANTED.items())
            table.add_row(page or "/", *(str(scores[name]) for name in WANTED))
    Console().print(table)
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main())
