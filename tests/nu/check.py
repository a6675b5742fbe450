"""Holds every page of the built site to the rules of the WHATWG by the Nu HTML checker: `make nu`.

The checker is a program in Java, and one process of it reads all pages. Where Java is missing it is left out, and that is
said. Exit code 1 when a page breaks a rule.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit

from kept import kept
from node_tools import install, installed
from support import ROOT

HERE = Path(__file__).resolve().parent
FOLDER = ROOT / ".dalil" / "nu"
JAR = FOLDER / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
STACK = "-Xss4m"
"""How deep the checker may go; it takes long attributes by recursion."""


def faults(site: Path) -> list[str]:
    """One line for each rule that a page of a folder breaks: page, line, column, and the checker's words.

    Raises RuntimeError where the checker says nothing that can be read.
    """
    options = ["--stdout", "--format", "json", "--errors-only", "--no-langdetect", "--skip-non-html"]
    command = ["java", STACK, "-jar", str(JAR), *options, str(site)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")
    try:
        messages = json.loads(done.stdout)["messages"]
    except (ValueError, KeyError):
        raise RuntimeError(f"the checker ended with {done.returncode}: {done.stderr.strip()}") from None
    if done.returncode and not messages:
        raise RuntimeError(f"the checker ended with {done.returncode}: {done.stderr.strip()}")
    return sorted(_line(message, site) for message in messages)


def _line(message: dict[str, object], site: Path) -> str:
    path = Path(unquote(urlsplit(str(message.get("url", ""))).path))
    page = path.relative_to(site).as_posix() if path.is_relative_to(site) else str(path)
    line, column = message.get("lastLine", 0), message.get("firstColumn", message.get("lastColumn", 0))
    return f"{page}:{line}:{column}: {message['message']}"


def main() -> int:
    """Prints each fault of the real site, and how many pages were read."""
    if not shutil.which("java"):
        print("Java is missing, so the pages were not held to the Nu HTML checker (Debian: default-jre-headless).")
        return 0
    if not installed(HERE, FOLDER) and install(HERE, FOLDER):
        print("The Nu HTML checker could not be installed; it needs a package registry once.")
        return 1
    site = kept("real", ROOT).site.resolve()
    pages = sum(1 for _ in site.rglob("*.html"))
    found = faults(site) if pages else ["no page was built"]
    print(*found, f"{pages} pages, {len(found)} faults by the Nu HTML checker", sep="\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
