"""axe-core with every rule on every page of the built site, light and dark: `make axe` shows what it found."""

from __future__ import annotations

import sys
from typing import Literal

from playwright.sync_api import sync_playwright
from rich.console import Console
from rich.progress import track

from browser.test_accessibility import addresses, violations
from dalil.site.server import serving
from install_browser import installed
from support import ROOT

SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def main() -> int:
    """Prints each violation, and how many pages were looked at; 1 when there is one."""
    site = ROOT / "site"
    if not (site / "index.html").is_file():
        print("There is no site yet: run `make site` first.")
        return 1
    found = 0
    pages = addresses(site)
    with serving(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installed(), args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        for one in track(pages, "Measuring", console=Console(stderr=True)):
            page.goto(address + one)
            for scheme in SCHEMES:
                page.emulate_media(color_scheme=scheme)
                for violation in violations(page):
                    found += 1
                    print(f"{one} ({scheme}): {violation}")
        browser.close()
    print(f"{len(pages)} pages, light and dark: {found} violations.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
