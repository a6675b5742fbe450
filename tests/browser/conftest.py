"""The real site, built once, served over HTTP and read in a real browser."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, Page, sync_playwright

from dalil.project.whole import check_project
from dalil.site.build import build
from dalil.site.server import serving
from install_browser import installed
from support import ROOT, Real

PHONE, DESKTOP = {"width": 360, "height": 740}, {"width": 1280, "height": 900}


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Real:
    """The real site in a folder of its own, built once for all processes that run tests."""
    folder = tmp_path_factory.getbasetemp()
    target = (folder if worker_id == "master" else folder.parent) / "real" / "site"
    target.parent.mkdir(exist_ok=True)
    with FileLock(target.with_suffix(".lock")):
        if target.is_dir():
            return Real(target, check_project(ROOT))
        return Real(target, build(ROOT, target).checked)


@pytest.fixture(scope="session")
def address(built: Real) -> Iterator[str]:
    """Where the real site is served: compressed, and with its own policy."""
    with serving(built.site) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """An installed Chromium, gone after each file: Playwright's event loop would stand in the way of other tests'."""
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
