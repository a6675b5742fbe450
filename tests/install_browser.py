"""Finds a browser for the tests, or installs one: Playwright's own, or Debian's where that cannot be fetched."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "chrome")


def installed() -> str | None:
    """The path of an installed Chromium, Playwright's own included; the environment's CHROMIUM goes first."""
    for name in (os.environ.get("CHROMIUM", ""), *NAMES):
        if name and (path := shutil.which(name)):
            return path
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if os.path.exists(path) else None


def install() -> str | None:
    """Installs a Chromium; returns its path, or None when nothing worked."""
    print("No Chromium found; installing one for the tests…", flush=True)
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
    if (path := installed()) or not shutil.which("apt-get"):
        return path
    root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    for command in (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "chromium"]):
        subprocess.run([*root, *command], check=False)
    return installed()


if __name__ == "__main__":
    if not (installed() or install()):
        sys.exit("No Chromium could be installed. Install one and name it: CHROMIUM=/path/to/chromium make test")
