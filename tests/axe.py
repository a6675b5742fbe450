"""axe-core on every page of the built site: all its rules in light colours, those of colour in dark ones too.

`make axe` shows what it found. The pages are shared out among as many browsers as there are cores.
"""

from __future__ import annotations

import os
import sys
from concurrent.futures import ProcessPoolExecutor, as_completed

from playwright.sync_api import sync_playwright
from rich.console import Console
from rich.progress import track

from dalil.site.server import serving
from install_browser import installed
from page_checks import OF_COLOUR, pages_of, violations
from support import ROOT

TOGETHER = 25
"""Pages that one browser looks at before it makes room for a fresh one."""


def look(pages: list[str]) -> list[str]:
    """What axe finds on some pages."""
    found = []
    with serving(ROOT / "site") as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installed(), args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        for one in pages:
            page.emulate_media(color_scheme="light")
            page.goto(address + one)
            found += [f"{one} (light): {violation}" for violation in violations(page)]
            page.emulate_media(color_scheme="dark")
            found += [f"{one} (dark): {violation}" for violation in violations(page, **OF_COLOUR)]
        browser.close()
    return found


def main() -> int:
    """Prints each violation, and how many pages were looked at; 1 when there is one."""
    site = ROOT / "site"
    if not (site / "index.html").is_file():
        print("There is no site yet: run `make site` first.")
        return 1
    pages, found = pages_of(site), 0
    shares = [pages[start : start + TOGETHER] for start in range(0, len(pages), TOGETHER)]
    with ProcessPoolExecutor(os.cpu_count()) as looking:
        looks = as_completed([looking.submit(look, share) for share in shares])
        for done in track(looks, "Looking", total=len(shares), console=Console(stderr=True)):
            for violation in done.result():
                found += 1
                print(violation)
    print(f"{len(pages)} pages, light and dark: {found} violations.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
