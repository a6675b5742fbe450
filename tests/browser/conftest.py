"""The real site, built once, served over HTTP and read in a real browser."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from dalil.site.build import Built, build
from dalil.site.server import serving
from install_browser import installed
from support import ROOT

PHONE, DESKTOP = {"width": 360, "height": 740}, {"width": 1280, "height": 900}


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Built]:
    """The real site in a folder of its own."""
    target = tmp_path_factory.mktemp("real") / "site"
    return target, build(ROOT, target)


@pytest.fixture(scope="session")
def address(built: tuple[Path, Built]) -> Iterator[str]:
    """Where the real site is served: compressed, and with its own policy."""
    with serving(built[0]) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """An installed Chromium."""
    path = installed()
    assert path, "no Chromium: run `make browser`"
    arguments = ["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run"]
    if os.geteuid() == 0:
        arguments.append("--no-sandbox")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=arguments)
        yield browser
        browser.close()


@pytest.fixture(params=["phone", "desktop"])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page of a fresh profile on a phone's and a desktop's width."""
    size = PHONE if request.param == "phone" else DESKTOP
    context = browser.new_context(viewport={"width": size["width"], "height": size["height"]})
    yield context.new_page()
    context.close()
